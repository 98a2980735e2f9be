using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>A reader who is about to react.</summary>
/// <param name="Claim">To which claim; empty: to the article as a whole.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Useful">What the reader chose so far; null: nothing.</param>
public sealed record AskedReaction(string Claim, string Quote, bool? Useful)
{
    /// <summary>The reasons that may be given.</summary>
    public ImmutableArray<AskedReason> Reasons { get; init; } = [];

    /// <summary>The key of the reason chosen; empty: none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was wrong with the answer; empty: nothing.</summary>
    public string Problem { get; init; } = "";
}

/// <summary>A reason that may be given.</summary>
/// <param name="Key">As it is sent.</param>
/// <param name="Useful">Whether it is one for useful, else for not useful.</param>
/// <param name="Text">In the language of the page.</param>
public sealed record AskedReason(string Key, bool Useful, string Text);
