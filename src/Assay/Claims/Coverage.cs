using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>How much of an article was looked at and what became of it: every sentence holds a claim, or only passages that are none, or is background.</summary>
/// <param name="WithClaims">How many sentences hold a claim.</param>
/// <param name="NotCheckable">How many hold no claim but a passage listed with its reason.</param>
/// <param name="Background">The others: headings, questions, and sentences that name nobody, no figure and no date.</param>
public sealed record Coverage(int WithClaims, int NotCheckable, ImmutableArray<TextSpan> Background)
{
    /// <summary>How many sentences were read.</summary>
    public int Sentences => WithClaims + NotCheckable + Background.Length;

    /// <summary>Of an article that was not read.</summary>
    public static Coverage None { get; } = new(0, 0, []);

    internal static Coverage Of(ImmutableArray<ParsedSentence> sentences, IEnumerable<TextSpan> claims, IEnumerable<TextSpan> passages)
    {
        var (found, listed) = (Ordered(claims), Ordered(passages));
        var (withClaims, notCheckable) = (0, 0);
        var background = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var sentence in sentences)
        {
            var span = sentence.Sentence.Span;
            if (Touches(found, span)) withClaims++;
            else if (Touches(listed, span)) notCheckable++;
            else background.Add(span);
        }
        return new Coverage(withClaims, notCheckable, background.ToImmutable());
    }

    /// <summary>By their starts, each reaching as far as any before it does, so that one search finds whether any touches a stretch.</summary>
    private static (int[] Starts, int[] Reach) Ordered(IEnumerable<TextSpan> spans)
    {
        var ordered = spans.OrderBy(span => span.Start).ToArray();
        var reach = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++) reach[i] = Math.Max(i == 0 ? 0 : reach[i - 1], ordered[i].End);
        return ([.. ordered.Select(span => span.Start)], reach);
    }

    private static bool Touches((int[] Starts, int[] Reach) spans, TextSpan stretch)
    {
        var at = Array.BinarySearch(spans.Starts, stretch.End);
        var before = (at < 0 ? ~at : FirstOf(spans.Starts, at)) - 1;
        return before >= 0 && spans.Reach[before] > stretch.Start;
    }

    private static int FirstOf(int[] starts, int at)
    {
        while (at > 0 && starts[at - 1] == starts[at]) at--;
        return at;
    }
}
