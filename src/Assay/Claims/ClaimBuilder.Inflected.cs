namespace Assay.Claims;

/// <content>Languages with free word order: what is found over gaps is decided only where the clause says nothing more.</content>
internal sealed partial class ClaimBuilder
{
    /// <summary>Whether a clause of such a language says more than the frame found, or only on a condition.</summary>
    private bool SaysMore(FrameMatch match)
    {
        if (lexicon.Inflection is null) return false;
        if (match.Sentence.Clauses.Any(clause => clause.Marker is "if" or "whether" or "lest" or "as though")) return true;
        return match.Frame.Kind is ClaimKind.Membership or ClaimKind.Ownership or ClaimKind.OwnershipShare or ClaimKind.Agreement && (match.Clause is null || !_plain.SaysOnly(match));
    }
}
