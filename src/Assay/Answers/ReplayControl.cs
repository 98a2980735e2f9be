using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays steps on who runs an asset, and who controls it where another does.</summary>
internal static class ReplayControl
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Operates => step.Rows is [Operation row] && row.Operator == step.Given.Subject && row.Asset == step.Given.Object
            ? new StepValue.Truth(ReplayTruths.Over(row.Validity, step.Given.Days!.Value, false)) : null,
        ProofRule.OperatedByAnother => OperatedByAnother(step),
        _ => ControlledByAnother(step),
    };

    private static StepValue.Truth? OperatedByAnother(ProofStep step)
    {
        if (step.Inputs is not [{ Rule: ProofRule.Operates } runs, { Rule: ProofRule.Compare } has]) return null;
        var isOther = runs.Given.Subject != step.Given.Subject && runs.Given.Object == step.Given.Object && runs.Given.Days == step.Given.Days && runs.Rows[0] is Operation { Role: "operator" };
        var isOfAsked = Interest(has) is { } interest && interest.Given.Members is [var asked] && asked == step.Given.Subject && interest.Given.Object == step.Given.Object && has.Given is { Threshold: 0, Relation: Relation.Above };
        return isOther && isOfAsked && Is(runs, Truth.True) && Is(has, Truth.False) ? new StepValue.Truth(Truth.False) : null;
    }

    private static StepValue.Truth? ControlledByAnother(ProofStep step)
    {
        if (step.Inputs is not [{ Rule: ProofRule.Compare } asked, { Rule: ProofRule.Compare } rival]) return null;
        if (asked.Given is not { Threshold: 50, Relation: Relation.Above } || rival.Given is not { Threshold: 50, Relation: Relation.Above }) return null;
        if (Interest(asked) is not { } theirs || Interest(rival) is not { } others || theirs.Given.Object != others.Given.Object || theirs.Given.Days != others.Given.Days) return null;
        return others.Given.Members.All(member => !theirs.Given.Members.Contains(member)) && Is(asked, Truth.False) && Is(rival, Truth.True) ? new StepValue.Truth(Truth.False) : null;
    }

    // What is compared is the interest itself, or that through the licence of the asset: its holders stand with the company's.
    private static ProofStep? Interest(ProofStep compared)
    {
        var step = compared.Inputs[0];
        if (step.Rule is not ProofRule.LicenceOf) return step.Rule is ProofRule.Interest or ProofRule.Circle ? step : null;
        var company = step.Inputs[0];
        return company with { Given = company.Given with { Object = step.Given.Object } };
    }

    private static bool Is(ProofStep step, Truth truth) => step.Value is StepValue.Truth value && value.Value == truth;
}
