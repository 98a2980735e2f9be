using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings;

/// <summary>
/// Asks a claim that is right for the year it states of the years around: the two nearest before and after of which the record knows, no
/// further off than ten years and none later than the article.
/// </summary>
internal sealed class YearsAround(Func<Claim, Finding> check, Wording wording)
{
    private const int MostKnown = 2;
    private const int Reach = 10;
    private const int MostYears = 3;
    // An article that gives a figure without its year gives one of the last few years.
    private const int MeantReach = 5;

    /// <summary>What is to be noted; null: nothing, or the claim is not one about how things stood in a year.</summary>
    public PickedPeriod? Of(Finding finding)
    {
        var claim = finding.Claim;
        if (finding.Verdict != Verdict.Supported || !IsState(claim.Content) || claim.Time is not { IsStated: true, Likewise: null, Days: { } days } || YearsIn(days) is not { } length) return null;
        ImmutableArray<OtherYear> around = [.. Known(claim, days, -length).Reverse(), .. Known(claim, days, length)];
        var refuted = around.Where(year => year.Finding.Verdict == Verdict.Refuted).ToList();
        if (refuted.Count == 0) return null;
        return new PickedPeriod(around, wording.Say(refuted.Count == around.Length ? "picked-alone" : "picked",
            ("year", days.ToString()), ("years", string.Join(", ", refuted.Select(Show)))));
    }

    /// <summary>
    /// Of a refuted claim about figures that names no year, and so was asked of the last one: the earlier year that may be meant instead, because
    /// its figure would do; null: none would.
    /// </summary>
    public PickedPeriod? Before(Finding finding)
    {
        var claim = finding.Claim;
        var isFigure = claim.Content is Content.Quantity or Content.ShareOfTotal or Content.RouteShare or Content.TradeShare;
        if (finding.Verdict != Verdict.Refuted || claim.Time is not { IsStated: false, Likewise: null, Days: { } now }
            || !isFigure && claim.Content is not (Content.Rank or Content.Ownership { Owned.Entity: null })) return null;
        for (var year = now.First.Year; year >= Math.Max(1, now.First.Year - MeantReach); year--)
        {
            var days = Period.Year(year).Days;
            var then = check(claim with { AsOf = new PartialDate(year, 12, 31), Time = new ClaimTime(days, days.ToString(), IsStated: true) });
            if (then.Verdict != Verdict.Supported && !(isFigure && then is { Verdict: Verdict.NotEnoughEvidence, Answer: Answer.Interval })) continue;
            var other = new OtherYear(days, then);
            return new PickedPeriod([other], wording.Say("older-year", ("then", Show(other)), ("answer", Justification.Sentence(finding.Answer.Text).TrimEnd('.')), ("said", claim.Expects.Words))) { IsOlder = true };
        }
        return null;
    }

    // What happens once is not true of another year and says nothing by that.
    private static bool IsState(Content content) => content is Content.Membership or Content.Ownership or Content.Rank or Content.Agreement { Sense: AgreementSense.InForce }
        or Content.Control or Content.Quantity or Content.ShareOfTotal or Content.RouteShare or Content.TradeShare or Content.Regime;

    private IEnumerable<OtherYear> Known(Claim claim, DayRange days, int step)
    {
        var known = 0;
        for (var off = step; known < MostKnown && Math.Abs(off) <= Reach; off += step)
        {
            if (days.First.Year + off < 1 || days.Last.Year + off > 9999) yield break;
            var other = new DayRange(days.First.YearsLater(off), days.Last.YearsLater(off));
            if (claim.AsOf is { } now && other.Last > now.Last) yield break;
            var finding = check(claim with { Time = claim.Time with { Days = other, Words = other.ToString() } });
            if (finding.Verdict is not (Verdict.Supported or Verdict.Refuted)) continue;
            known++;
            yield return new OtherYear(other, finding);
        }
    }

    /// <summary>How many whole years the days are; null where they are not, or are too many to be one period among others.</summary>
    private static int? YearsIn(DayRange days) => days.First is { Month: 1, Day: 1 } && days.Last is { Month: 12, Day: 31 } && days.Last.Year - days.First.Year + 1 is <= MostYears and var years ? years : null;

    private string Show(OtherYear year) => year.Finding.Answer switch
    {
        Answer.Interval interval => wording.Say("picked-figure", ("year", year.Days.ToString()), ("figure", $"{Inquiry.Show(interval.Value)} {interval.Unit}")),
        Answer.Placed placed => wording.Say("picked-place", ("year", year.Days.ToString()), ("place", placed.Best.ToString(CultureInfo.InvariantCulture))),
        _ => year.Days.ToString(),
    };
}
