namespace Assay.Storage.Reactions;

/// <summary>What is reacted to.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claim">The claim, as <c>c18</c>; empty: the article as a whole.</param>
/// <param name="Since">The version from which on the finding has had its verdict; 0 for the article as a whole.</param>
public readonly record struct ReactionTarget(string Article, string Claim, long Since);

/// <summary>What one reader finds of one finding.</summary>
/// <param name="Target">Of what.</param>
/// <param name="Reader">The reader's random id.</param>
/// <param name="Useful">Useful, or not; null takes a reaction back.</param>
/// <param name="Reason">A key of the short list of reasons; empty: none given.</param>
public sealed record Reaction(ReactionTarget Target, string Reader, bool? Useful, string Reason);

/// <summary>How many found something useful, and how many not.</summary>
public readonly record struct ReactionCounts(long Useful, long NotUseful);

/// <summary>What a reader chose, and why.</summary>
/// <param name="Useful">Useful, or not.</param>
/// <param name="Reason">A key of the short list of reasons; empty: none given.</param>
public readonly record struct ReaderChoice(bool Useful, string Reason);

/// <summary>A kept reaction, as scores are made of them.</summary>
/// <param name="Target">The number of what is reacted to, from 1 without gaps; it never changes.</param>
/// <param name="Reader">The reader's random id.</param>
/// <param name="Useful">Useful, or not; null: taken back.</param>
public readonly record struct KeptReaction(long Target, string Reader, bool? Useful);
