namespace Assay.Storage.Search;

/// <summary>
/// The words that a reader searches for: each begins a word of what is found. Nothing that they typed has a meaning in the language of a
/// database: only letters and digits go on, each word quoted.
/// </summary>
internal sealed class SearchWords
{
    private const int MostWords = 12;
    private const int LongestWord = 64;

    private SearchWords(IReadOnlyList<string> beginnings) => Beginnings = beginnings;

    /// <summary>What the words of a text must begin with, folded.</summary>
    public IReadOnlyList<string> Beginnings { get; }

    /// <summary>Those of what a reader typed; none where there are no letters and digits in it.</summary>
    public static SearchWords Of(string typed) =>
        new([.. FoldedText.Words(FoldedText.Of(typed)).Select(found => Beginning(found.Word)).Distinct().Take(MostWords)]);

    /// <summary>For SQLite's full-text search: <c>"oil"* "share"*</c>.</summary>
    public string ForFile => string.Join(' ', Beginnings.Select(word => $"\"{word}\"*"));

    /// <summary>For PostgreSQL: <c>'oil':* &amp; 'share':*</c>.</summary>
    public string ForServer => string.Join(" & ", Beginnings.Select(word => $"'{word}':*"));

    // A word in Cyrillic letters bends at its end: without its last vowel or sign it begins its other forms too.
    private static string Beginning(string word)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        return word.Length >= 4 && "аеиоуыэюяйь".Contains(word[^1]) ? word[..^1] : word;
    }
}
