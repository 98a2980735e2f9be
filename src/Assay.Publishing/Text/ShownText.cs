using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Publishing.Text;

/// <summary>Which stretches of an article a page shows: its paragraphs, or only the sentences that hold a claim.</summary>
internal static class ShownText
{
    /// <summary>The lines of the article's body, and lines outside it that hold a mark.</summary>
    public static ImmutableArray<TextSpan> Paragraphs(Article article, ArticleMarks marks)
    {
        var all = marks.Claims.Select(mark => mark.Span).Concat(marks.Passages.Select(mark => mark.Span)).ToArray();
        var shown = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var line in Lines(article.Text))
        {
            var parts = all.Append(article.Body).Where(span => span.Overlaps(line)).Select(span => Clip(span, line)).ToArray();
            if (parts.Length > 0) shown.Add(Trim(article.Text, parts.Aggregate((left, right) => left.Cover(right))));
        }
        return [.. shown.Where(span => span.Length > 0)];
    }

    /// <summary>The sentences that hold a claim, in order.</summary>
    public static ImmutableArray<TextSpan> Sentences(Article article, ArticleMarks marks)
    {
        var shown = new List<TextSpan>();
        foreach (var paragraph in Paragraphs(article, marks))
        {
            var sentences = marks.Claims.Where(mark => mark.Span.Overlaps(paragraph))
                .Select(mark => Sentence(article.Text, paragraph, Clip(mark.Span, paragraph)))
                .OrderBy(span => span.Start);
            foreach (var sentence in sentences)
            {
                if (shown.Count > 0 && shown[^1].Overlaps(sentence)) shown[^1] = shown[^1].Cover(sentence);
                else shown.Add(sentence);
            }
        }
        return [.. shown];
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(['\n', '\r'], start);
            if (end < 0) end = text.Length;
            if (Trim(text, new TextSpan(start, end)) is { Length: > 0 } line) yield return line;
            start = end + 1;
        }
    }

    private static TextSpan Sentence(string text, TextSpan paragraph, TextSpan part)
    {
        var start = part.Start;
        while (start > paragraph.Start && !EndsSentence(text, start - 1, paragraph.End)) start--;
        var end = part.End;
        while (end < paragraph.End && !EndsSentence(text, end - 1, paragraph.End)) end++;
        return Trim(text, new TextSpan(start, end));
    }

    /// <summary>A full stop before white space, closing quotation marks allowed between, or a full stop of East Asian scripts.</summary>
    private static bool EndsSentence(string text, int at, int end)
    {
        if (text[at] is '。' or '！' or '？') return true;
        if (at + 1 < end && !char.IsWhiteSpace(text[at + 1])) return false;
        while (at > 0 && text[at] is '"' or '”' or '’' or '»' or ')' or ']') at--;
        return text[at] is '.' or '!' or '?' or '…';
    }

    private static TextSpan Clip(TextSpan span, TextSpan to) => new(Math.Max(span.Start, to.Start), Math.Min(span.End, to.End));

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
