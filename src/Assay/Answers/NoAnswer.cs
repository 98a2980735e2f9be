using System.Collections.Immutable;

namespace Assay.Answers;

/// <summary>The answers that say that the record is silent, and what is missing.</summary>
internal static class NoAnswer
{
    /// <summary>The question has no date.</summary>
    public static Answer Undated(Inquiry inquiry) => For(inquiry, Inquiry.Silent(inquiry.Say("date-not-known")));

    /// <summary>The proof got as far as this; what its silent steps say is missing.</summary>
    public static Answer For(Inquiry inquiry, ProofStep proof, string? text = null)
    {
        var missing = proof.AllSteps().Where(step => step.Rule == ProofRule.Silent).Select(step => step.Text).Distinct().Take(3).ToImmutableArray();
        if (missing.IsEmpty) missing = [inquiry.Say("nothing-certain")];
        return new Answer.Unknown(missing) { Text = text ?? proof.Text, Proof = proof };
    }
}
