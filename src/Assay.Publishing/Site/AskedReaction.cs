namespace Assay.Publishing.Site;

/// <summary>A reader who is about to react.</summary>
/// <param name="Claim">To which claim; empty: to the article as a whole.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Useful">What the reader chose so far; null: nothing.</param>
public sealed record AskedReaction(string Claim, string Quote, bool? Useful)
{
    /// <summary>The key of the reason that the reader gave so far; empty: none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The path to go back to; empty: not said.</summary>
    public string Back { get; init; } = "";

    /// <summary>What was wrong with the answer; empty: nothing.</summary>
    public string Problem { get; init; } = "";
}
