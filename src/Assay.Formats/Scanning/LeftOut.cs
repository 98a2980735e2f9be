using System.Collections.Immutable;
using System.Text;
using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>Counts what is readable and is no edge, by why. Not safe to use from several threads at once.</summary>
internal sealed class LeftOut
{
    /// <summary>Above so many different words of a column they are no longer told apart.</summary>
    private const int MostWords = 100;

    private readonly List<Word> _words = [];

    /// <summary>What was left out, by why.</summary>
    public ImmutableSortedDictionary<string, long> All
    {
        get
        {
            var all = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
            foreach (var word in _words)
            {
                var why = word.Text.Length == 0 ? word.What : $"{word.What} {ByteText.Quote(word.Text)}";
                all[why] = all.GetValueOrDefault(why) + word.Times;
            }
            return all.ToImmutable();
        }
    }

    /// <summary>Counts something.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="word">What stands there; nothing where there are no different ones.</param>
    /// <param name="times">How often.</param>
    public void Add(string what, ReadOnlySpan<byte> word = default, long times = 1)
    {
        foreach (var known in _words)
        {
            if (!ReferenceEquals(known.What, what) || !word.SequenceEqual(known.Text)) continue;
            known.Times += times;
            return;
        }
        if (word.IsEmpty || _words.Count < MostWords) _words.Add(new Word(what, word.ToArray()) { Times = times });
        else Add(what, "…"u8.SequenceEqual(word) ? default : "…"u8, times);
    }

    public void Add(LeftOut other)
    {
        foreach (var word in other._words) Add(word.What, word.Text, word.Times);
    }

    public void Clear() => _words.Clear();

    private sealed class Word(string what, byte[] text)
    {
        public string What { get; } = what;

        public byte[] Text { get; } = text;

        public long Times { get; set; }
    }
}
