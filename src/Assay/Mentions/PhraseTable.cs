using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Mentions;

/// <summary>
/// Phrases of one or more words with a value each; finds the longest that begins at a token. Words are compared folded.
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A table of phrases, not a collection to enumerate.")]
public sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Words, T Value)>> _byFirst;

    /// <summary>From phrases, each split into tokens as an article is.</summary>
    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        _byFirst = phrases
            .Select(p => (Words: Tokenizer.Split(p.Key).Select(t => t.Folded).ToImmutableArray(), p.Value))
            .Where(p => p.Words.Length > 0)
            .GroupBy(p => p.Words[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToImmutableArray());
    }

    /// <summary>The longest phrase that begins at <paramref name="at"/>; how many tokens it takes, or 0.</summary>
    public int Match(IReadOnlyList<Token> tokens, int at, out T? value)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        value = default;
        if (!_byFirst.TryGetValue(tokens[at].Folded, out var candidates)) return 0;
        foreach (var (words, candidate) in candidates)
        {
            if (at + words.Length > tokens.Count) continue;
            var i = 1;
            while (i < words.Length && tokens[at + i].Folded == words[i]) i++;
            if (i < words.Length) continue;
            value = candidate;
            return words.Length;
        }
        return 0;
    }

    /// <summary>Whether a phrase begins anywhere from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public bool Occurs(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var length = Match(tokens, i, out _);
            if (length > 0 && i + length <= to) return true;
        }
        return false;
    }
}
