using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>How an article was read, for people who write frames: what each claim came from, and what was seen and let go.</summary>
/// <param name="Sentences">The sentences with their elements and clauses.</param>
/// <param name="Lists">The words by which names were linked, for their scores.</param>
/// <param name="Found">The claims, and the passages that are none.</param>
/// <param name="Origins">What each claim came from, in the order of the claims.</param>
/// <param name="Rejected">Matches of frames that made no claim.</param>
/// <param name="PassedOver">Clauses that are part of no claim and listed as none.</param>
public sealed record ReadArticle(
    ImmutableArray<ParsedSentence> Sentences, LinkingWords Lists, ArticleClaims Found, ImmutableArray<ClaimOrigin> Origins, ImmutableArray<RejectedMatch> Rejected, ImmutableArray<PassedOver> PassedOver);

/// <summary>What a claim came from.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Triggers">The verbs and words by which its frame was known; empty where no frame found it.</param>
/// <param name="Roles">What filled the roles of the frame, in the order of the text.</param>
public sealed record ClaimOrigin(Claim Claim, ImmutableArray<TextSpan> Triggers, ImmutableArray<FilledRole> Roles);

/// <summary>What filled a role.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Type">What the pattern asked for.</param>
/// <param name="Span">The words, a noun that belongs to them included.</param>
/// <param name="Mention">The mention that they are; null: a word.</param>
/// <param name="IsNationals">Whether a noun makes it the nationals of a state.</param>
public sealed record FilledRole(string Role, RoleType Type, TextSpan Span, Mention? Mention, bool IsNationals);

/// <summary>A place where the words of a frame stand, and that made no claim.</summary>
/// <param name="Frame">The frame's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Span">Where.</param>
/// <param name="Why">Why not.</param>
/// <param name="For">The frame that was taken instead, or the claim that says the same; empty else.</param>
public sealed record RejectedMatch(string Frame, ClaimKind Kind, TextSpan Span, RejectionReason Why, string For);

/// <summary>Why the match of a frame made no claim.</summary>
public enum RejectionReason
{
    /// <summary>Its first name hangs on a preposition or possessive: nobody says it of that name.</summary>
    HangsOnPreposition,
    /// <summary>A frame of the same kind says it more fully, or stands before it in the files.</summary>
    SaidMoreFully,
    /// <summary>A frame of a more telling kind takes the same words.</summary>
    SaidByAnotherKind,
    /// <summary>A condition, a wish, a yes-or-no question: it is put forward in no way that could be checked.</summary>
    NotPutForward,
    /// <summary>Its roles make no claim.</summary>
    MakesNoClaim,
    /// <summary>An earlier place says the same.</summary>
    SaidBefore,
}

/// <summary>A clause that is part of no claim and listed as none.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Why">Why.</param>
public sealed record PassedOver(TextSpan Span, PassReason Why);

/// <summary>Why a clause was let go.</summary>
public enum PassReason
{
    /// <summary>It is what a question asks.</summary>
    Asked,
    /// <summary>A condition, a wish, an intention: it is put forward in no way that could be checked.</summary>
    NotPutForward,
    /// <summary>It tells that somebody says what stands in the next clause, which is a claim.</summary>
    Saying,
    /// <summary>It has no finite verb, or neither a named actor nor a date nor a figure: background.</summary>
    NoSign,
}
