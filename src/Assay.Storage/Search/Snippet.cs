using System.Collections.Immutable;

namespace Assay.Storage.Search;

/// <summary>Cuts the words around the first of what was found out of a text.</summary>
internal static class Snippet
{
    private const int Before = 60;
    private const int Length = 240;

    public static ImmutableArray<SnippetPiece> Of(string text, SearchWords words)
    {
        var folded = FoldedText.Of(text);
        var found = FoldedText.Words(folded).Where(word => words.Beginnings.Any(beginning => word.Word.StartsWith(beginning, StringComparison.Ordinal))).ToList();
        var start = found.Count == 0 ? 0 : WordStart(folded, Math.Max(0, found[0].Start - Before));
        var end = WordEnd(folded, Math.Min(text.Length, start + Length));
        var pieces = ImmutableArray.CreateBuilder<SnippetPiece>();
        var at = start;
        void Add(int upTo, bool isFound)
        {
            if (upTo > at) pieces.Add(new SnippetPiece(text[at..upTo].ReplaceLineEndings(" "), isFound));
            at = Math.Max(at, upTo);
        }
        if (start > 0) pieces.Add(new SnippetPiece("… ", IsFound: false));
        foreach (var (place, word) in found.Where(word => word.Start >= start && word.Start + word.Word.Length <= end))
        {
            Add(place, isFound: false);
            Add(place + word.Length, isFound: true);
        }
        Add(end, isFound: false);
        if (end < text.Length) pieces.Add(new SnippetPiece(" …", IsFound: false));
        return pieces.ToImmutable();
    }

    private static int WordStart(string folded, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(folded[at]) && char.IsLetterOrDigit(folded[at - 1])) at--;
        return at;
    }

    private static int WordEnd(string folded, int at)
    {
        while (at < folded.Length && char.IsLetterOrDigit(folded[at]) && at > 0 && char.IsLetterOrDigit(folded[at - 1])) at++;
        return at;
    }
}
