using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Do the holders, taken as one, control an asset by majorities along its chains of owners? False only where they surely don't and somebody
/// else surely does: of a company without a majority owner nobody knows who controls it in fact.
/// </summary>
internal static class ControlAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Control question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var control = Prove(inquiry, question.Holder, question.Asset, days);
        if (control is null) return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("owners-unknown", ("asset", inquiry.Name(question.Asset)))));
        var proof = control.Truth switch
        {
            Truth.True => Together(inquiry, question, control, days),
            Truth.False when Rival(inquiry, question, days) is { } rival => new ProofStep
            {
                Rule = ProofRule.ControlledByAnother,
                Text = inquiry.Say("control-of-another", ("rival", rival.Text), ("holder", inquiry.Names(question.Holder.Members))),
                Value = new StepValue.Truth(Truth.False),
                Inputs = [control, rival],
            },
            Truth.False => Inquiry.Silent(inquiry.Say("control-of-nobody", ("figure", control.Text)), control),
            _ => control,
        };
        return proof.Truth == Truth.Unknown ? NoAnswer.For(inquiry, proof) : new Answer.Decided(proof.Truth == Truth.True) { Text = proof.Text, Proof = proof };
    }

    private static ProofStep? Prove(Inquiry inquiry, Holder holder, EntityId asset, DayRange days)
    {
        var interest = new Interests(inquiry, holder, OwnershipMeasure.MajorityHeld, days).In(asset);
        if (interest.Value is not StepValue.Figure || !ShareAnswerer.Knows(interest)) return null;
        var control = Comparison.Step(inquiry, interest, 50, Relation.Above, "control");
        return control.Truth == Truth.True && InGroup(interest) is { Length: > 0 } how ? control with { Text = inquiry.Say("control-in-group", ("how", how)) } : control;
    }

    // Of a firm in a group no share is known, so that none is told.
    private static string InGroup(ProofStep interest) => interest.Inputs is not [{ Inputs: [{ Rule: ProofRule.GroupParent }, ..] }]
        ? "" : string.Join(", ", interest.AllSteps().Where(step => step.Rule == ProofRule.GroupParent).Select(step => step.Text).Distinct());

    // Several control it together only if each of them has a part in it.
    private static ProofStep Together(Inquiry inquiry, Question.Control question, ProofStep control, DayRange days)
    {
        if (question.Holder is not { Sense: HolderSense.Itself, Members.Length: > 1 }) return control;
        ImmutableArray<ProofStep> parts =
        [
            control,
            .. question.Holder.Members.Select(member => new Interests(inquiry, new Holder([member], HolderSense.Itself), OwnershipMeasure.Effective, days).In(question.Asset))
                .Select(part => Comparison.Step(inquiry, part, 0, Relation.Above, "some")),
        ];
        var truth = parts.Aggregate(Truth.True, (sum, step) => sum.And(step.Truth));
        if (truth != Truth.True) return Inquiry.Silent(inquiry.Say("control-part-unsure", ("holder", inquiry.Names(question.Holder.Members)), ("asset", inquiry.Name(question.Asset))), parts);
        return new ProofStep { Rule = ProofRule.AllOf, Text = control.Text, Value = new StepValue.Truth(truth), Inputs = parts };
    }

    /// <summary>The proof that somebody else surely controls it: the nearest owner who does.</summary>
    private static ProofStep? Rival(Inquiry inquiry, Question.Control question, DayRange days)
    {
        var (seen, waiting) = (new HashSet<EntityId> { question.Asset }, new Queue<EntityId>([question.Asset]));
        while (waiting.TryDequeue(out var asset))
        {
            var licences = inquiry.Evidence.OperationsOn(asset).Where(row => row.Role is "licence-holder" or "joint-venture").Select(row => row.Operator);
            foreach (var owner in inquiry.Evidence.StakesIn(asset).Select(row => row.Owner).Concat(licences).Where(seen.Add))
            {
                waiting.Enqueue(owner);
                if (question.Holder.Members.Contains(owner) || inquiry.Evidence.Entity(owner) is not { Kind: not EntityKind.Group }) continue;
                if (Prove(inquiry, new Holder([owner], HolderSense.Itself), question.Asset, days) is { Truth: Truth.True } rival) return rival;
            }
        }
        return null;
    }
}
