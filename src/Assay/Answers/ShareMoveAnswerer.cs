using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Did a share go from one figure to another within the days? It must be the one on the day before and the other on the last day. False where
/// it was never the one in the year before and during, or never the other during and in the year after.
/// </summary>
internal static class ShareMoveAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.ShareMove question)
    {
        if (question.When is not { } days || days.First.Year < 3 || days.Last.Year > 9997) return NoAnswer.Undated(inquiry);
        var (before, after) = (At(inquiry, question, DayRange.On(days.First.DaysLater(-1)), question.From), At(inquiry, question, DayRange.On(days.Last), question.To));
        var holds = All(inquiry, question, days, before, after);
        if (holds.Truth != Truth.True)
        {
            var ever = At(inquiry, question, new DayRange(MembershipChangeAnswerer.Near(days).First, days.Last), question.From);
            if (ever.Truth != Truth.False) ever = At(inquiry, question, new DayRange(days.First, MembershipChangeAnswerer.Near(days).Last), question.To);
            holds = ever.Truth == Truth.False ? All(inquiry, question, days, ever) : Inquiry.Silent(inquiry.Say("share-move-unsure",
                ("holder", inquiry.Names(question.Holder.Members)), ("asset", inquiry.Name(question.Asset)), ("days", days.ToString())), before, after);
        }
        return holds.Truth == Truth.Unknown ? NoAnswer.For(inquiry, holds) : new Answer.Decided(holds.Truth == Truth.True) { Text = holds.Text, Proof = holds };
    }

    private static ProofStep At(Inquiry inquiry, Question.ShareMove question, DayRange days, Expectation.Band band)
    {
        var share = ShareAnswerer.Prove(inquiry, question.Holder, new Target.Asset(question.Asset), OwnershipMeasure.Effective, days);
        if (share.Value is not StepValue.Figure { Value: var value } || !ShareAnswerer.Knows(share)) return Inquiry.Silent(share.Text);
        return new ProofStep
        {
            Rule = ProofRule.Within, Text = share.Text, Value = new StepValue.Truth(band.Holds(value)), Inputs = [share], Given = new Given { Band = band },
        };
    }

    private static ProofStep All(Inquiry inquiry, Question.ShareMove question, DayRange days, params ProofStep[] steps)
    {
        var truth = steps.Aggregate(Truth.True, (sum, step) => sum.And(step.Truth));
        return new ProofStep
        {
            Rule = ProofRule.AllOf,
            Text = inquiry.Say("share-move", ("figures", string.Join("; ", steps.Select(step => step.Text))), ("days", days.ToString())),
            Value = new StepValue.Truth(truth), Inputs = [.. steps],
        };
    }
}
