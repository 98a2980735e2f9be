using System.Runtime.InteropServices;

namespace Assay.Formats.Graphs;

/// <summary>A word for each entity, as its country or its kind: the words, and the number of its word for each entity.</summary>
/// <param name="Words">The different words, in the order in which they first come; the empty word where nothing is given.</param>
/// <param name="Codes">For each entity the place of its word in <paramref name="Words"/>.</param>
public sealed record Categories(IReadOnlyList<string> Words, ReadOnlyMemory<ushort> Codes)
{
    /// <summary>The most different words.</summary>
    public const int MostWords = ushort.MaxValue;

    /// <summary>The word of an entity.</summary>
    /// <param name="entity">The entity's index.</param>
    public string this[int entity] => Words[Codes.Span[entity]];
}

/// <summary>Numbers words in the order in which they come.</summary>
internal sealed class CategoryWords
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>The number of a word; -1 where there are too many.</summary>
    public int Number(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var exists);
        if (exists) return number;
        if (_words.Count == Categories.MostWords)
        {
            _numbers.Remove(word);
            return -1;
        }
        number = (ushort)_words.Count;
        _words.Add(word);
        return number;
    }
}

/// <summary>The words of one block, numbered as they come; few different ones, so that the last few are remembered.</summary>
internal sealed class CategoryBlock
{
    private const int Remembered = 256;

    private readonly (string Word, ushort Number)[] _recent = new (string, ushort)[Remembered];
    private readonly CategoryWords _words = new();
    private readonly List<ushort> _codes = [];
    private int[] _numbers = [];

    public bool IsFull { get; private set; }

    public int Count => _codes.Count;

    public void Clear()
    {
        // Words and their numbers stay, for the next block has the same ones; in the whole file they are numbered by where they first stand.
        _codes.Clear();
        IsFull = false;
    }

    /// <summary>Adds a word, given as <see cref="ByteText"/>.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var place = word.IsEmpty ? 0 : (word[0] * 31 + word[^1] * 7 + word.Length + (word.Length > 1 ? word[1] * 131 : 0)) & (Remembered - 1);
        ref var recent = ref _recent[place];
        if (recent.Word is null || !word.SequenceEqual(recent.Word))
        {
            var text = word.ToString();
            var number = _words.Number(text);
            if (number < 0)
            {
                IsFull = true;
                number = 0;
            }
            recent = (text, (ushort)number);
        }
        _codes.Add(recent.Number);
    }

    /// <summary>Gives each word its number in the whole file and writes the codes.</summary>
    /// <returns>Whether there were not too many different words.</returns>
    public bool Take(CategoryWords all, Span<ushort> codes)
    {
        var words = _words.Words;
        if (_numbers.Length < words.Count) Array.Resize(ref _numbers, words.Count + 16);
        Array.Fill(_numbers, -1);
        var given = CollectionsMarshal.AsSpan(_codes);
        for (var i = 0; i < given.Length; i++)
        {
            ref var number = ref _numbers[given[i]];
            if (number < 0) number = all.Number(ByteText.Decode(words[given[i]]));
            if (number < 0) return false;
            codes[i] = (ushort)number;
        }
        return !IsFull;
    }
}
