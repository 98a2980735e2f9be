using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Publishing.Text;

/// <summary>A stretch of text over which the marks do not change. The segments of a stretch, joined, are the stretch.</summary>
internal sealed record TextSegment
{
    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The numbers of the claims that cover it.</summary>
    public required ImmutableArray<int> Claims { get; init; }

    /// <summary>The places of claims that end with it: their numbers are set after it.</summary>
    public required ImmutableArray<ClaimMark> Ending { get; init; }

    /// <summary>The passages without claim that cover it.</summary>
    public required ImmutableArray<PassageMark> Passages { get; init; }

    /// <summary>Splits a stretch of the text where any mark begins or ends.</summary>
    public static ImmutableArray<TextSegment> Split(ArticleMarks marks, TextSpan stretch)
    {
        var claims = marks.Claims.Where(mark => mark.Span.Overlaps(stretch)).ToArray();
        var passages = marks.Passages.Where(mark => mark.Span.Overlaps(stretch)).ToArray();
        var cuts = claims.Select(mark => mark.Span).Concat(passages.Select(mark => mark.Span))
            .SelectMany(span => new[] { span.Start, span.End })
            .Where(cut => cut > stretch.Start && cut < stretch.End)
            .Append(stretch.Start).Append(stretch.End)
            .Distinct().Order().ToArray();
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end)).Select(span => new TextSegment
        {
            Span = span,
            Claims = [.. claims.Where(mark => mark.Span.Overlaps(span)).Select(mark => mark.Number).Distinct()],
            Ending = [.. claims.Where(mark => mark.Span.End == span.End)],
            Passages = [.. passages.Where(mark => mark.Span.Overlaps(span))],
        })];
    }
}
