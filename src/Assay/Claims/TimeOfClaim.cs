using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>When a claim says that it is so: its own date, else the date of its clause, else that of the article.</summary>
internal sealed class TimeOfClaim(Article article, PartialDate? asOf)
{
    private const string AsIn = "as in";
    private const string NotAsIn = "not as in";

    public ClaimTime Of(FrameMatch match) => Of(match.Clause?.Elements ?? match.Sentence.Elements, match.Span, match.Clause?.Verb, match.Sentence);

    /// <param name="elements">The clause's elements.</param>
    /// <param name="span">The claim's span: a date in it or nearest to it counts.</param>
    /// <param name="verb">The clause's verb.</param>
    /// <param name="sentence">The sentence, whose date a past clause without its own takes.</param>
    public ClaimTime Of(IReadOnlyList<Element> elements, TextSpan span, VerbGroup? verb, ParsedSentence sentence)
    {
        var own = Nearest(elements, span, verb is not null);
        if (own is null && verb is { Time: VerbTime.Past }) own = Leading(sentence.Elements);
        if (own is { } found)
        {
            var words = article.Quote(found.Element.Span);
            var time = (Mention.Time)found.Element.Mention!;
            return found.Before switch
            {
                // It must have held all the time from then on.
                AsIn => Likewise(time.Days, verb, words),
                "since" => new ClaimTime(Since(time.Days), $"since {words}", true),
                NotAsIn or "from" or "between" or "until" or "till" or "before" or "after" or "by" => new ClaimTime(null, $"{found.Before} {words}", true),
                _ => new ClaimTime(time.Days, words, true),
            };
        }
        if (verb is { Time: VerbTime.Past }) return new ClaimTime(null, "in the past, no date given", false);
        return new ClaimTime(asOf?.Days, asOf is null ? "the article's date, which is not known" : "as of the article's date", false);
    }

    /// <summary>"As in 2013, it is": so now, and so then. Said of the past, or with nothing said of now, it is not clear when.</summary>
    private ClaimTime Likewise(DayRange? then, VerbGroup? verb, string words) => verb is { Time: VerbTime.Present } && asOf is { } now && then is { } days
        ? new ClaimTime(now.Days, $"{AsIn} {words}", true) { Likewise = days }
        : new ClaimTime(null, $"{AsIn} {words}", true);

    private DayRange? Since(DayRange? start) => start is { } days && asOf is { } now ? now.Last >= days.Last ? new DayRange(days.Last, now.Last) : null : null;

    /// <summary>A date that opens the sentence goes for all its clauses.</summary>
    private static (Element Element, string Before)? Leading(IReadOnlyList<Element> elements)
    {
        for (var i = 0; i < elements.Count && i < 4 && elements[i].Verb is null && elements[i].Mention is not Mention.Name; i++)
            if (elements[i].Mention is Mention.Time) return (elements[i], Before(elements, i));
        return null;
    }

    private static string Before(IReadOnlyList<Element> elements, int at) =>
        at == 0 || !elements[at - 1].IsWord ? ""
        : at > 1 && elements[at - 1].Text == "in" && elements[at - 2] is { IsWord: true, Text: "as" or "like" } ? at > 2 && elements[at - 3].Text == "not" ? NotAsIn : AsIn
        : elements[at - 1].Text;

    /// <summary>
    /// Whether a date goes with the verb: one in an insertion between commas, or after a participle ("set up in 1996"), dates that instead.
    /// </summary>
    private static bool GoesWithVerb(IReadOnlyList<Element> elements, int at)
    {
        var verb = 0;
        while (verb < elements.Count && elements[verb].Verb is not { IsFinite: true }) verb++;
        if (verb == elements.Count) return true;
        var (from, to) = at < verb ? (at, verb) : (verb + 1, at);
        var isCut = false;
        for (var i = from; i < to; i++) isCut |= elements[i].IsMark && elements[i].Text == "," || elements[i].Verb is { IsFinite: false };
        if (!isCut) return true;
        return at < verb && !elements.Take(at).Any(e => e.Mention is Mention.Name || e.IsMark);
    }

    private static (Element Element, string Before)? Nearest(IReadOnlyList<Element> elements, TextSpan span, bool hasVerb)
    {
        (Element Element, string Before, int Distance)? best = null;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Mention is not Mention.Time || hasVerb && !GoesWithVerb(elements, i)) continue;
            var at = elements[i].Span;
            var distance = span.Overlaps(at) ? 0 : at.Start >= span.End ? at.Start - span.End : span.Start - at.End;
            if (best is null || distance < best.Value.Distance) best = (elements[i], Before(elements, i), distance);
        }
        return best is { } b ? (b.Element, b.Before) : null;
    }
}
