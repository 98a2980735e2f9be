using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>When a claim says that it is so: its own date, else the date of its clause, else that of the article.</summary>
internal sealed class TimeOfClaim(Article article, PartialDate? asOf)
{
    public ClaimTime Of(FrameMatch match) => Of(match.Clause?.Elements ?? match.Sentence.Elements, match.Span, match.Clause?.Verb, match.Sentence);

    /// <param name="elements">The clause's elements.</param>
    /// <param name="span">The claim's span: a date in it or nearest to it counts.</param>
    /// <param name="verb">The clause's verb.</param>
    /// <param name="sentence">The sentence, whose date a past clause without its own takes.</param>
    public ClaimTime Of(IReadOnlyList<Element> elements, TextSpan span, VerbGroup? verb, ParsedSentence sentence)
    {
        var own = Nearest(elements, span);
        if (own is null && verb is { Time: VerbTime.Past }) own = Nearest(sentence.Elements, span);
        if (own is { } found)
        {
            var words = article.Quote(found.Element.Span);
            var time = (Mention.Time)found.Element.Mention!;
            return found.Before switch
            {
                "since" or "from" => new ClaimTime(asOf?.Days, $"since {words}", true),
                "until" or "till" or "before" or "after" or "by" => new ClaimTime(null, $"{found.Before} {words}", true),
                _ => new ClaimTime(time.Days, words, true),
            };
        }
        if (verb is { Time: VerbTime.Past }) return new ClaimTime(null, "in the past, no date given", false);
        return new ClaimTime(asOf?.Days, asOf is null ? "the article's date, which is not known" : "as of the article's date", false);
    }

    private static (Element Element, string Before)? Nearest(IReadOnlyList<Element> elements, TextSpan span)
    {
        (Element Element, string Before, int Distance)? best = null;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Mention is not Mention.Time) continue;
            var at = elements[i].Span;
            var distance = span.Overlaps(at) ? 0 : at.Start >= span.End ? at.Start - span.End : span.Start - at.End;
            if (best is null || distance < best.Value.Distance) best = (elements[i], i > 0 && elements[i - 1].IsWord ? elements[i - 1].Text : "", distance);
        }
        return best is { } b ? (b.Element, b.Before) : null;
    }
}
