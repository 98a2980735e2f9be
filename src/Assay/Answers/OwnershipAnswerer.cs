using System.Diagnostics;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Do the holders own some, most or all of it? The share, set against nothing, half or the whole.</summary>
internal static class OwnershipAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Ownership question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var share = ShareAnswerer.Prove(inquiry, question.Holder, question.Target, question.Measure, days);
        if (share.Value is not StepValue.Figure || !ShareAnswerer.Knows(share)) return NoAnswer.For(inquiry, share);
        var proof = question.Quantifier switch
        {
            Quantifier.Some => Comparison.Step(inquiry, share, 0, Relation.Above, "some"),
            Quantifier.Most => Comparison.Step(inquiry, share, 50, Relation.Above, "most"),
            Quantifier.All => Comparison.Step(inquiry, share, 100, Relation.AtLeast, "all"),
            _ => throw new UnreachableException($"No quantifier {question.Quantifier}."),
        };
        return proof.Truth == Truth.Unknown
            ? NoAnswer.For(inquiry, proof)
            : new Answer.Decided(proof.Truth == Truth.True) { Text = proof.Text, Proof = proof };
    }
}
