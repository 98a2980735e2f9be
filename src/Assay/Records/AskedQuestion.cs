using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Records;

/// <summary>Reads a question: by the patterns of the rules, or, where it can be answered by yes or no, as the statement that it asks about.</summary>
public sealed class AskedQuestion
{
    private readonly AskRules _rules;
    private readonly EntityNames _names;

    /// <summary>By rules, for names of a record.</summary>
    public AskedQuestion(AskRules rules, EntityNames names)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(names);
        (_rules, _names) = (rules, names);
    }

    /// <summary>The view that answers a question and the words in its slots; null where no pattern fits.</summary>
    public (AskedView View, ImmutableDictionary<string, string> Slots)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var pattern in _rules.Questions)
            if (Match(pattern.Words, text) is { } slots) return (pattern.View, slots);
        return null;
    }

    /// <summary>A commodity of a country, as "the oil of …"; null where it is not put so.</summary>
    public (string Goods, string Country)? GoodsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var pattern in _rules.GoodsOf)
            if (Match(pattern, text) is { } slots && slots.TryGetValue("goods", out var goods) && slots.TryGetValue("country", out var country)) return (goods, country);
        return null;
    }

    /// <summary>A question of yes or no as its statement: the first word put behind the name that follows it; null where it is no such question.</summary>
    public string? AsStatement(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Words(text);
        if (tokens.Length < 3 || !_rules.Auxiliaries.Contains(tokens[0].Folded)) return null;
        for (var end = tokens.Length - 1; end > 1; end--)
        {
            var name = text[tokens[1].Span.Start..tokens[end - 1].Span.End];
            if (_names.Find(name, _ => true).IsEmpty) continue;
            return $"{name} {tokens[0].Folded} {text[tokens[end].Span.Start..tokens[^1].Span.End]}.";
        }
        return null;
    }

    private static ImmutableDictionary<string, string>? Match(string pattern, string text)
    {
        var tokens = Words(text);
        return Match(pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries), 0, text, tokens, 0, ImmutableDictionary<string, string>.Empty);
    }

    // A slot takes the fewest words that let the rest fit.
    private static ImmutableDictionary<string, string>? Match(string[] pattern, int at, string text, ImmutableArray<Token> tokens, int from, ImmutableDictionary<string, string> slots)
    {
        if (at == pattern.Length) return from == tokens.Length ? slots : null;
        if (pattern[at] is not ['{', .. var slot, '}'])
            return from < tokens.Length && tokens[from].Folded == pattern[at] ? Match(pattern, at + 1, text, tokens, from + 1, slots) : null;
        for (var end = from + 1; end <= tokens.Length; end++)
            if (Match(pattern, at + 1, text, tokens, end, slots.SetItem(slot, text[tokens[from].Span.Start..tokens[end - 1].Span.End])) is { } matched) return matched;
        return null;
    }

    // Without the marks at the end, and without "the" at the beginning.
    private static ImmutableArray<Token> Words(string text)
    {
        var tokens = Tokenizer.Split(text).Where(token => token.Kind != TokenKind.LineEnd).ToImmutableArray();
        while (tokens is [.., { Kind: TokenKind.Mark, Folded: "?" or "." or "!" }]) tokens = tokens[..^1];
        return tokens is [{ Folded: "the" }, _, ..] ? tokens[1..] : tokens;
    }
}
