using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>What a person did to a claim.</summary>
public enum CorrectionKind
{
    /// <summary>Changed what the reader had found.</summary>
    Changed,
    /// <summary>Added it; the reader had not found it.</summary>
    Added,
    /// <summary>Made it of a part of what the reader took for one claim.</summary>
    Split,
    /// <summary>Made it of several that the reader took for claims of their own.</summary>
    Merged,
}

/// <summary>How a claim came to be in which a person had a hand.</summary>
/// <param name="How">What was done first; changes after that leave it.</param>
/// <param name="By">Which corrections made it, as places in their list from 0, in order.</param>
/// <param name="Before">The claims that the reader had found; empty for one that was added.</param>
public sealed record ClaimCorrection(CorrectionKind How, ImmutableArray<int> By, ImmutableArray<Claim> Before)
{
    /// <summary>Field by field, in what a corrected claim differs from the first that the reader had found; empty for one that was added.</summary>
    public ImmutableArray<FormDifference> Differences(Claim claim, EvidenceSnapshot evidence) =>
        Before is [var first, ..] ? FormDifference.Between(ClaimForm.Of(first, evidence), ClaimForm.Of(claim, evidence), evidence) : [];
}

/// <summary>A claim of the reader's that a person dropped, or that went into another.</summary>
/// <param name="Claim">The claim as it stood then.</param>
/// <param name="Reason">Why, in words; empty where it went into <paramref name="Into"/>.</param>
/// <param name="Into">The id of the claim that it was merged into; empty: it was dropped.</param>
/// <param name="By">Which correction did, as a place in the list from 0.</param>
public sealed record DroppedClaim(Claim Claim, string Reason, string Into, int By);

/// <summary>Why a correction does not fit what is read in the article.</summary>
public enum Misfit
{
    /// <summary>There is no such claim, or no longer.</summary>
    ClaimGone,
    /// <summary>The claim of that id has other words or is of another kind.</summary>
    AnotherClaim,
    /// <summary>The stretch does not lie in the article's body.</summary>
    OutsideText,
    /// <summary>Other words stand there.</summary>
    OtherWords,
    /// <summary>The form cannot be read.</summary>
    FormNotRead,
    /// <summary>Fewer than two claims, or parts, or the same twice.</summary>
    TooFew,
    /// <summary>No reason is given, or none that is one line.</summary>
    NoReason,
}

/// <summary>A correction that was not applied.</summary>
/// <param name="At">Its place in the list, from 0.</param>
/// <param name="Correction">The correction.</param>
/// <param name="Why">Why it does not fit.</param>
/// <param name="Text">That in a sentence.</param>
/// <param name="Problems">What is wrong with its form, if that is why.</param>
public sealed record SetAside(int At, Correction Correction, Misfit Why, string Text, ImmutableArray<FormProblem> Problems);
