namespace Assay.Formats.Packs;

/// <summary>A closed list of words that a column may hold, each with what it means to the program.</summary>
internal sealed class Words<T>(params (string Word, T Meaning)[] entries)
{
    private readonly (string Word, T Meaning)[] _entries = entries;

    /// <summary>The words, in the order of the documentation.</summary>
    public IEnumerable<string> All => _entries.Select(e => e.Word);

    public bool TryFind(string word, out T meaning)
    {
        foreach (var entry in _entries)
        {
            if (entry.Word != word) continue;
            meaning = entry.Meaning;
            return true;
        }
        meaning = default!;
        return false;
    }

    /// <summary>The first word of that meaning.</summary>
    public string Of(T meaning)
    {
        foreach (var entry in _entries)
            if (EqualityComparer<T>.Default.Equals(entry.Meaning, meaning)) return entry.Word;
        throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "No word of the list means it.");
    }

    public override string ToString() => string.Join(" | ", All);
}

/// <summary>Makes word lists whose words mean themselves.</summary>
internal static class Words
{
    public static Words<string> Of(params string[] words) => new([.. words.Select(w => (w, w))]);
}
