using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Findings;

namespace Assay.Publishing.Text;

/// <summary>One place in the text that says what a claim says.</summary>
/// <param name="Span">The place, without white space at its ends.</param>
/// <param name="Number">The claim's number, from 1.</param>
/// <param name="Occurrence">1 for the claim's own place, then one more for each place that says the same.</param>
internal readonly record struct ClaimMark(TextSpan Span, int Number, int Occurrence)
{
    /// <summary>The id of the mark in the page.</summary>
    public string Anchor => Occurrence == 1 ? $"c{Number}-in" : $"c{Number}-in-{Occurrence}";
}

/// <summary>A passage that is no claim.</summary>
/// <param name="Span">Its place, without white space at its ends.</param>
/// <param name="Number">Its number, from 1.</param>
internal readonly record struct PassageMark(TextSpan Span, int Number)
{
    /// <summary>The id of the mark in the page.</summary>
    public string Anchor => $"n{Number}-in";
}

/// <summary>Every place of an article that is marked. Places that are empty, or lie outside the text, are left out.</summary>
internal sealed class ArticleMarks
{
    public ArticleMarks(CheckedArticle article) : this(article.Article, article.Findings.Select(finding => finding.Claim), article.NotCheckable) { }

    /// <summary>Those of an article whose claims are known and not yet checked.</summary>
    public ArticleMarks(Article article, IEnumerable<Claim> claims, IEnumerable<NotCheckable> notCheckable)
    {
        var text = article.Text;
        Claims = [.. claims.SelectMany((claim, at) => claim.Also
            .Prepend(claim.Span)
            .Select(span => Trimmed(text, span))
            .Where(span => span.Length > 0)
            .Distinct()
            .Select((span, time) => new ClaimMark(span, at + 1, time + 1)))];
        Passages = [.. notCheckable
            .Select((passage, at) => new PassageMark(Trimmed(text, passage.Span), at + 1))
            .Where(mark => mark.Span.Length > 0)];
    }

    /// <summary>The places of the claims.</summary>
    public ImmutableArray<ClaimMark> Claims { get; }

    /// <summary>The places of the passages that are none.</summary>
    public ImmutableArray<PassageMark> Passages { get; }

    /// <summary>The span inside the text, without white space at its ends, never parting a surrogate pair.</summary>
    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var end = Math.Min(span.End, text.Length);
        var start = Math.Min(span.Start, end);
        if (PartsPair(text, start)) start--;
        if (PartsPair(text, end)) end++;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool PartsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
