using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Records;

/// <summary>What an entity is found under by its names: the part of <see cref="RowKeys"/> that knows words.</summary>
public static class NameKeys
{
    /// <summary>Letters of a word that lead to the names with such words: a slip of the pen after them is no harm.</summary>
    public const int WordLetters = 5;

    /// <summary>The most words that a name has which is found in a text.</summary>
    public const int MostWords = 40;

    /// <summary>By what names are looked up.</summary>
    public static ImmutableArray<RowKey> All { get; } = [RowKey.Named, RowKey.NameKey, RowKey.NameWord, RowKey.Written, RowKey.WrittenFirst];

    /// <summary>The texts under which an entity stands for one kind of look-up, each once.</summary>
    public static ImmutableArray<string> Of(Entity entity, RowKey key)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return [.. (key switch
        {
            RowKey.Named => Names(entity).Select(name => EntityNames.Fold(name.Text)),
            RowKey.NameKey => Names(entity).Select(name => NameKey.Of(name.Text)).Append(NameKey.Of(entity.EntityId.ToString())),
            RowKey.NameWord => Names(entity).SelectMany(name => Words(name.Text)),
            RowKey.Written => Names(entity).Where(name => name.Text.Length > 1).Select(name => Written(name.Text).Words),
            RowKey.WrittenFirst => Names(entity).Where(name => name.Text.Length > 1).Select(name => Written(name.Text).First),
            _ => [],
        }).Where(text => text.Length > 0).Distinct()];
    }

    /// <summary>All names of an entity, its usual one first.</summary>
    public static IEnumerable<Alias> Names(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.Aliases.Prepend(new Alias(entity.Name, IsMetonym: false));
    }

    /// <summary>Under what the words of a text lead to names with such words: the first letters of each.</summary>
    public static IEnumerable<string> Words(string text) =>
        NameKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > WordLetters ? word[..WordLetters] : word).Distinct();

    /// <summary>The key of words by what they hash to, one after the other.</summary>
    internal static string Written(ulong words) => words.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The key of a first word; that a name begins with it in small letters is told apart.</summary>
    internal static string First(ulong word, bool isSmall) => isSmall ? Written(word) + "s" : Written(word);

    private static (string First, string Words) Written(string name)
    {
        var tokens = new TokenList();
        Scanner.Scan(name, 0, name.Length, tokens);
        var words = tokens.Items;
        if (NameTable.IsAfterThe(words)) words = words[1..];
        if (words.Length is 0 or > MostWords) return ("", "");
        var first = WordHash.Join(0, words[0].Hash);
        var all = first;
        foreach (var word in words[1..]) all = WordHash.Join(all, word.Hash);
        return (First(first, !words[0].IsCapitalised), Written(all));
    }
}
