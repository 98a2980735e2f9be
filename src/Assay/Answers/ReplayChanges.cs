using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Replays steps on what began, ended or moved within given days, from the dates of the rows.</summary>
internal static class ReplayChanges
{
    private const int Year = 366;

    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Began => Membership(step, false),
        ProofRule.Ended => Membership(step, true),
        ProofRule.StakeBegan => Stake(step, false),
        ProofRule.StakeEnded => Stake(step, true),
        _ => Within(step),
    };

    private static StepValue.Truth? Membership(ProofStep step, bool isEnd)
    {
        var days = step.Given.Days!.Value;
        var rows = step.Rows.OfType<Membership>().ToList();
        if (rows.Exists(row => row.Member != step.Given.Subject || row.Body != step.Given.Object)) return null;
        var lists = step.Rows.OfType<Completeness>().ToList();
        if (lists.Exists(list => list.Subject != step.Given.Object || list.Table != "memberships")) return null;
        if (step.Inputs.Length != 2 || !IsOn(step, step.Inputs[0], days.First.DaysLater(-1)) || !IsOn(step, step.Inputs[1], days.Last)) return null;
        var (was, then) = (Of(step.Inputs[0]), Of(step.Inputs[1]));
        if ((was, then) == (isEnd ? Truth.True : Truth.False, isEnd ? Truth.False : Truth.True)) return new StepValue.Truth(Truth.True);
        var (first, last) = (days.First.DaysLater(-Year), days.Last.DaysLater(Year));
        foreach (var row in rows)
        {
            var edge = isEnd ? row.Validity.To : row.Validity.From;
            if (edge is { } date ? date.Last >= first && date.First <= last : !isEnd && (row.Validity.Seen is null || row.Validity.Seen.Value.Last >= first)) return new StepValue.Truth(Truth.Unknown);
        }
        if (was == Truth.True && then == Truth.True) return new StepValue.Truth(Truth.False);
        var isListed = lists.Exists(list => list.Covers is { Low: >= 100 } && ReplayTruths.Spans(list, days)) && step.Given.Question is Question.MembershipChange { Sense: MembershipSense.Full };
        return new StepValue.Truth(isListed && was == Truth.False && then == Truth.False ? Truth.False : Truth.Unknown);
    }

    private static bool IsOn(ProofStep step, ProofStep input, DateOnly day) => input.AllSteps()
        .Where(one => one.Rule is ProofRule.Holds or ProofRule.NotListed)
        .All(one => one.Given.Subject == step.Given.Subject && one.Given.Object == step.Given.Object && one.Given.Days is { } days && days.First == day && days.Last == day);

    private static StepValue.Truth? Stake(ProofStep step, bool isEnd)
    {
        var days = step.Given.Days!.Value;
        var question = (Question.StakeChange)step.Given.Question!;
        var group = step.Rows.OfType<Entity>().Where(firm => firm.Parent == step.Given.Subject).Select(firm => firm.EntityId).Append(step.Given.Subject!.Value).ToHashSet();
        var rows = step.Rows.OfType<Stake>().ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Asset != step.Given.Object || !group.Contains(row.Owner) || row.Status is RowStatus.Planned or RowStatus.Forecast || row.Interest == Interest.Votes)) return null;
        var (before, after) = (Day(days.First.DaysLater(-1)), Day(days.Last));
        var changed = rows.Where(row => (isEnd ? row.Validity.To : row.Validity.From) is { } edge && edge.First >= days.First && edge.Last <= days.Last)
            .Where(row => isEnd || ReplayTruths.Over(row.Validity, after, false) == Truth.True).ToList();
        if (changed.Count > 0 && rows.TrueForAll(row => ReplayTruths.Over(row.Validity, isEnd ? after : before, false) == Truth.False))
            return new StepValue.Truth(question.Size is null || changed.Exists(row => IsIn(Shaken(row, step.Given.IsShaken), question.Size) == Truth.True) ? Truth.True : Truth.Unknown);
        var around = new DayRange(days.First.DaysLater(-Year), days.Last.DaysLater(Year));
        return new StepValue.Truth(isEnd && rows.Exists(row => ReplayTruths.Over(row.Validity, around, false) == Truth.True && (row.Validity.To.HasValue || row.Validity.Seen is { } seen && seen.Days.First > days.Last)) ? Truth.False : Truth.Unknown);
    }

    private static StepValue.Truth? Within(ProofStep step) =>
        step.Given.Band is { } band && step.Inputs is [{ Value: StepValue.Figure { Unit: "%" } figure }] && band.Unit == "%" ? new StepValue.Truth(IsIn(figure.Value, band)) : null;

    // A value bears the band out if it lies so far inside as the margin asks; it is excluded if all of it lies beyond an end.
    private static Truth IsIn(Bounds value, Expectation.Band band)
    {
        var over = band.High is { } top && (value.Low > top || value.Low == top && band.HighIsOpen);
        var under = band.Low is { } bottom && (value.High < bottom || value.High == bottom && band.LowIsOpen);
        var inside = (band.Low is not { } low || (band.LowIsOpen ? value.Low > low : value.Low - band.Margin >= low))
            && (band.High is not { } high || high == 100 && !band.HighIsOpen || (band.HighIsOpen ? value.High < high : value.High + band.Margin <= high));
        var truth = inside ? Truth.True : over || under ? Truth.False : Truth.Unknown;
        return !band.Denied || truth == Truth.Unknown ? truth : truth == Truth.True ? Truth.False : Truth.True;
    }

    private static Bounds Shaken(Stake row, bool isShaken) => !isShaken || !row.IsWeak ? row.Share : new(Math.Min(100, row.Share.Low * 0.9m), Math.Min(100, row.Share.High * 1.1m));

    private static Truth Of(ProofStep step) => ((StepValue.Truth)step.Value).Value;

    private static DayRange Day(DateOnly day) => new(day, day);
}
