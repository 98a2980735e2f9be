using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Does someone run an asset, or hold its licence? False only where another surely is its operator and the one asked about surely has no
/// part in it: partners run ventures together under one operator's name.
/// </summary>
internal static class OperationAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Operation question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var rows = inquiry.Evidence.OperationsOn(question.Asset).Select(row => Dated(inquiry, row)).ToImmutableArray();
        if (rows.Where(row => row.Operator == question.Operator).Select(row => Step(inquiry, row, days)).FirstOrDefault(step => step.Truth == Truth.True) is { } runs)
            return new Answer.Decided(true) { Text = runs.Text, Proof = runs };
        var others = rows.Where(row => row.Operator != question.Operator).Select(row => Step(inquiry, row, days)).ToImmutableArray();
        if (rows.All(row => row.Operator != question.Operator) && Excluded(inquiry, question, others, days) is { } excluded)
            return new Answer.Decided(false) { Text = excluded.Text, Proof = excluded };
        return NoAnswer.For(inquiry, Inquiry.Silent(
            inquiry.Say("operation-silent", ("operator", inquiry.Name(question.Operator)), ("asset", inquiry.Name(question.Asset)), ("known", string.Join("; ", others.Where(step => step.Truth == Truth.True).Select(step => step.Text).DefaultIfEmpty(inquiry.Say("nothing-else"))))), others));
    }

    private static ProofStep? Excluded(Inquiry inquiry, Question.Operation question, ImmutableArray<ProofStep> others, DayRange days)
    {
        var asked = inquiry.Evidence.Entity(question.Operator);
        if (asked is not { Kind: EntityKind.Company } || others.FirstOrDefault(step => step.Truth == Truth.True && ((Operation)step.Rows[0]).Role == "operator") is not { } other) return null;
        if (inquiry.Evidence.Entity(other.Given.Subject!.Value) is not { } runner || runner.Parent == asked.EntityId || asked.Parent == runner.EntityId || asked.Parent is { } parent && runner.Parent == parent) return null;
        var share = new Interests(inquiry, new Holder([question.Operator], HolderSense.Itself), OwnershipMeasure.Effective, days).In(question.Asset);
        if (share.Value is not StepValue.Figure || !ShareAnswerer.Knows(share)) return null;
        var none = Comparison.Step(inquiry, share, 0, Relation.Above, "some");
        return none.Truth != Truth.False ? null : new ProofStep
        {
            Rule = ProofRule.OperatedByAnother,
            Text = inquiry.Say("operation-of-another", ("known", other.Text), ("operator", inquiry.Name(question.Operator)), ("asset", inquiry.Name(question.Asset))),
            Value = new StepValue.Truth(Truth.False),
            Inputs = [other, none],
            Given = new Given { Subject = question.Operator, Object = question.Asset, Days = days },
        };
    }

    private static ProofStep Step(Inquiry inquiry, Operation row, DayRange days)
    {
        var truth = row.Validity.HoldsOn(days);
        return new ProofStep
        {
            Rule = ProofRule.Operates,
            Text = inquiry.Say(truth == Truth.True ? "operation-holds" : "operation-unsure",
                ("operator", inquiry.Name(row.Operator)), ("asset", inquiry.Name(row.Asset)), ("role", inquiry.Word("role", row.Role)), ("days", days.ToString())),
            Value = new StepValue.Truth(truth),
            Rows = [row],
            Given = new Given { Subject = row.Operator, Object = row.Asset, Days = days },
        };
    }

    // The table has no day on which a source saw it: the first of its sources tells.
    private static Operation Dated(Inquiry inquiry, Operation row) => row.Validity is { From: null, Seen: null }
        ? row with { Validity = row.Validity with { Seen = row.Sources.Select(id => inquiry.Evidence.Source(id)?.Date).Min() } }
        : row;
}
