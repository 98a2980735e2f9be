using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>What columns of tables are called in several languages, by what they hold: <c>columns.yaml</c>.</summary>
internal sealed class ColumnWords
{
    private static readonly Lazy<ColumnWords> s_embedded = new(Read);
    private readonly ImmutableArray<(string Role, FrozenSet<string> Words)> _roles;
    private readonly ImmutableArray<(string Kind, FrozenSet<string> Words)> _kinds;
    private readonly FrozenDictionary<string, FrozenSet<string>> _signs;

    private ColumnWords(ImmutableArray<(string, FrozenSet<string>)> roles, ImmutableArray<(string, FrozenSet<string>)> kinds, ImmutableArray<(string Sign, FrozenSet<string> Words)> signs, FrozenSet<string> missing) =>
        (_roles, _kinds, _signs, Missing) = (roles, kinds, signs.ToFrozenDictionary(pair => pair.Sign, pair => pair.Words, StringComparer.Ordinal), missing);

    /// <summary>The words that come with the program.</summary>
    public static ColumnWords Embedded => s_embedded.Value;

    /// <summary>What stands for an empty cell.</summary>
    public FrozenSet<string> Missing { get; }

    /// <summary>The roles that a column's name speaks for: 3 where it is the role's word, 2 where it ends in it, 1 where it has it.</summary>
    public IEnumerable<(string Role, int Points)> RolesOf(string column)
    {
        var name = Plain(column);
        var words = name.Split(' ');
        foreach (var (role, known) in _roles)
        {
            if (known.Contains(name)) yield return (role, 3);
            else if (words.Length > 1 && known.Contains(words[^1])) yield return (role, 2);
            else if (words.Any(known.Contains)) yield return (role, 1);
        }
    }

    /// <summary>Whether a column's name has a word that says something of its figures: <c>percent</c>, <c>count</c>, <c>pieces</c>, <c>total</c>, <c>votes</c>.</summary>
    public bool Says(string sign, string column) => Plain(column).Split(' ').Any(_signs[sign].Contains);

    /// <summary>The kind of entity that a name tells by one of its words; empty where none does.</summary>
    public string KindOf(string name)
    {
        var words = Plain(name).Split(' ');
        foreach (var (kind, known) in _kinds)
            if (words.Any(known.Contains)) return kind;
        return "";
    }

    // Letters with marks lose them, everything else that is no letter, digit or percent sign parts words; "CountryCode" is two words.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 4);
        var isLower = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && rune.Value != '%')
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                isLower = false;
                continue;
            }
            if (Rune.IsUpper(rune) && isLower) plain.Append(' ');
            isLower = Rune.IsLower(rune);
            var lower = Rune.ToLowerInvariant(rune);
            // The program runs without tables of cultures; the slugs know the letters of Europe.
            plain.Append(lower.IsAscii || lower.Value >= 0x250 || Packs.Writing.Slugs.Of(lower.ToString()) is not { Length: > 0 } latin ? lower.ToString() : latin);
        }
        return plain.ToString().Trim();
    }

    private static ColumnWords Read()
    {
        using var reader = new StreamReader(typeof(ColumnWords).Assembly.GetManifestResourceStream("mappings/columns.yaml")!, Encoding.UTF8);
        var problems = new List<Problem>();
        var root = RuleNode.Parse("columns.yaml", reader.ReadToEnd(), problems)!.Value;
        var words = new ColumnWords(Lists(root.Require("roles")), Lists(root.Require("kinds")), Lists(root.Require("signs")), root.Require("missing").Items().Select(item => item.Text()).ToFrozenSet(StringComparer.Ordinal));
        return problems.Count == 0 ? words : throw new InvalidDataFileException("The words for columns cannot be used.", problems);
    }

    private static ImmutableArray<(string, FrozenSet<string>)> Lists(RuleNode node) =>
        [.. node.Entries().Select(entry => (entry.Key, entry.Value.Items().Select(item => Plain(item.Text())).ToFrozenSet(StringComparer.Ordinal)))];
}
