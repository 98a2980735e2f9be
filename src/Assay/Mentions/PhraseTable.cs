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
    // By the hash of its first word: where the phrases that begin with it stand, the longest first.
    private readonly (ulong Hash, int From, int To)[] _first;
    private readonly (ImmutableArray<string> Words, ImmutableArray<ulong> Hashes, T Value)[] _phrases;

    /// <summary>From phrases, each split into tokens as an article is.</summary>
    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var groups = phrases
            .Select(p => (Tokens: Tokenizer.Split(p.Key), p.Value))
            .Where(p => p.Tokens.Length > 0)
            .GroupBy(p => p.Tokens[0].Hash)
            .ToArray();
        var room = 4;
        while (room < 4 * groups.Length) room *= 2;
        _first = new (ulong, int, int)[room];
        _phrases = [.. groups.SelectMany(g => g.OrderByDescending(p => p.Tokens.Length).Select(p => (p.Tokens.Select(t => t.Folded).ToImmutableArray(), p.Tokens.Select(t => t.Hash).ToImmutableArray(), p.Value)))];
        var from = 0;
        foreach (var group in groups)
        {
            var at = Place(group.Key);
            while (_first[at].To > 0) at = (at + 1) & (room - 1);
            var to = from + group.Count();
            _first[at] = (group.Key, from, to);
            from = to;
        }
    }

    /// <summary>The words that phrases begin with.</summary>
    internal IEnumerable<string> FirstWords => _phrases.Select(phrase => phrase.Words[0]);

    /// <summary>What the phrases stand for, with repeats.</summary>
    internal IEnumerable<T> Values => _phrases.Select(phrase => phrase.Value);

    /// <summary>The longest phrase that begins at <paramref name="at"/>; how many tokens it takes, or 0.</summary>
    public int Match(ImmutableArray<Token> tokens, int at, out T? value) => Match(tokens.AsSpan(), at, out value);

    /// <summary>Whether a phrase begins anywhere from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public bool Occurs(ImmutableArray<Token> tokens, int from, int to) => Occurs(tokens.AsSpan(), from, to);

    /// <summary>Whether a phrase begins anywhere from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public bool Occurs(ReadOnlySpan<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var length = Match(tokens, i, out _);
            if (length > 0 && i + length <= to) return true;
        }
        return false;
    }

    /// <summary>How many tokens the longest phrase takes that begins at a token, told by hashes alone: for tokens that have no words yet.</summary>
    internal int LengthAt(ReadOnlySpan<Token> tokens, int at)
    {
        var hash = tokens[at].Hash;
        for (var place = Place(hash); _first[place].To > 0; place = (place + 1) & (_first.Length - 1))
        {
            if (_first[place].Hash != hash) continue;
            for (var phrase = _first[place].From; phrase < _first[place].To; phrase++)
            {
                var hashes = _phrases[phrase].Hashes;
                if (at + hashes.Length > tokens.Length) continue;
                var i = 1;
                while (i < hashes.Length && tokens[at + i].Hash == hashes[i]) i++;
                if (i >= hashes.Length) return hashes.Length;
            }
        }
        return 0;
    }

    private int Match(ReadOnlySpan<Token> tokens, int at, out T? value)
    {
        value = default;
        var hash = tokens[at].Hash;
        for (var place = Place(hash); _first[place].To > 0; place = (place + 1) & (_first.Length - 1))
        {
            if (_first[place].Hash != hash) continue;
            for (var phrase = _first[place].From; phrase < _first[place].To; phrase++)
            {
                var words = _phrases[phrase].Words;
                if (at + words.Length > tokens.Length) continue;
                var i = 0;
                while (i < words.Length && tokens[at + i].Folded == words[i]) i++;
                if (i < words.Length) continue;
                value = _phrases[phrase].Value;
                return words.Length;
            }
            return 0;
        }
        return 0;
    }

    private int Place(ulong hash) => (int)(hash >> 8 & int.MaxValue) & (_first.Length - 1);
}
