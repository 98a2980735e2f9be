using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays steps on memberships and the connectives.</summary>
internal static class ReplayTruths
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Holds => Holds(step),
        ProofRule.NotListed => NotListed(step),
        ProofRule.Not => step.Inputs.Length == 1 ? Value(Truths(step)[0] switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown }) : null,
        ProofRule.AnyOf => Value(Truths(step).Contains(Truth.True) ? Truth.True : Truths(step).Contains(Truth.Unknown) ? Truth.Unknown : Truth.False),
        _ => Value(Truths(step).Contains(Truth.False) ? Truth.False : Truths(step).Contains(Truth.Unknown) ? Truth.Unknown : Truth.True),
    };

    /// <summary>The truth that a row held over the days, told from its dates day by day at the edges.</summary>
    public static Truth Over(Validity span, DayRange days, bool beganLongAgo)
    {
        var surelyBegun = span.From is { } from ? from.Days.Last <= days.First : beganLongAgo || span.Seen is { } seen && seen.Days.Last <= days.First;
        var perhapsFrom = span.From?.Days.First ?? DateOnly.MinValue;
        var surelyBefore = span.To?.Days.First ?? DateOnly.MaxValue;
        var perhapsBefore = span.To?.Days.Last ?? DateOnly.MaxValue;
        if (surelyBegun && (span.To is null || days.Last < surelyBefore) && !(span.Lapsed is { } lapsed && lapsed.Days.First < days.Last)) return Truth.True;
        return days.Last < perhapsFrom || (span.To is not null && days.First >= perhapsBefore) ? Truth.False : Truth.Unknown;
    }

    /// <summary>Whether a list speaks of all of the days.</summary>
    public static bool Spans(Completeness list, DayRange days) =>
        !(list.From is { } from && from.Days.First > days.First) && !(list.To is { } to && to.Days.First <= days.Last);

    private static StepValue.Truth? Holds(ProofStep step)
    {
        if (step.Rows[0] is not Membership row || row.Member != step.Given.Subject || row.Body != step.Given.Object) return null;
        var isGroup = step.Rows.Length > 1 && step.Rows[1] is Entity { Kind: EntityKind.Group } set && set.EntityId == row.Body;
        return Value(Over(row.Validity, step.Given.Days!.Value, isGroup));
    }

    private static StepValue.Truth? NotListed(ProofStep step)
    {
        if (step.Rows[0] is not Completeness list || list.Subject != step.Given.Object || list.Covers is not { Low: >= 100 }) return null;
        if (step.Given.Question is null ? list.Table != "memberships" : list.Table != "agreements") return null;
        var isDefinition = list.From is null && step.Rows.Length > 1 && step.Rows[1] is Entity { Kind: EntityKind.Group } set && set.EntityId == list.Subject;
        return isDefinition || Spans(list, step.Given.Days!.Value) ? Value(Truth.False) : null;
    }

    private static List<Truth> Truths(ProofStep step) => [.. step.Inputs.Select(input => ((StepValue.Truth)input.Value).Value)];

    private static StepValue.Truth Value(Truth truth) => new(truth);
}
