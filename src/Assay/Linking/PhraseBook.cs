using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Assay.Linking;

/// <summary>Values by phrases of one or more words; the longest phrase that stands at a place is found.</summary>
/// <typeparam name="T">What phrases stand for.</typeparam>
public sealed class PhraseBook<T> where T : class
{
    private readonly FrozenDictionary<string, (string[] Words, T Value)[]> _byFirst;

    /// <summary>A book of phrases, each with its words separated by blanks. Of two that are alike the first counts.</summary>
    public PhraseBook(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var byFirst = new Dictionary<string, List<(string[] Words, T Value)>>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (phrase, value) in phrases)
        {
            if (phrase.Length == 0 || !known.Add(phrase)) continue;
            var words = phrase.Split(' ');
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, words[0], out _);
            (list ??= []).Add((words, value));
        }
        _byFirst = byFirst.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What the longest phrase that begins at a word stands for; null: none does.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">Where the phrase begins.</param>
    /// <param name="length">How many words it has; 0 where there is none.</param>
    public T? Find(IReadOnlyList<string> words, int at, out int length)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (_byFirst.TryGetValue(words[at], out var phrases))
        {
            foreach (var (phrase, value) in phrases)
            {
                if (!StandsAt(phrase, words, at)) continue;
                length = phrase.Length;
                return value;
            }
        }
        length = 0;
        return null;
    }

    private static bool StandsAt(string[] phrase, IReadOnlyList<string> words, int at)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
            if (phrase[i] != words[at + i]) return false;
        return true;
    }
}
