namespace Assay.Publishing.Site;

/// <summary>A reader who is about to react.</summary>
/// <param name="Claim">To which claim; empty: to the article as a whole.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Useful">What the reader chose so far; null: nothing.</param>
public sealed record AskedReaction(string Claim, string Quote, bool? Useful);
