namespace Assay.Formats.Graphs;

/// <summary>What a row of stakes is of.</summary>
internal enum StakeInterest : byte
{
    /// <summary>Capital: a company's shares, or a part of a field or venture.</summary>
    Capital,

    /// <summary>Votes apart from capital.</summary>
    Votes,

    /// <summary>Control by itself, whatever is held: the right to appoint the board, a contract of control.</summary>
    Control,

    /// <summary>A golden share: nobody else controls the asset without its holder.</summary>
    Veto,
}

/// <summary>The words for <see cref="StakeInterest"/> in a file of stakes.</summary>
internal static class InterestWords
{
    public const string All = "participating, shares, votes, control, golden-share, or nothing for shares";

    public static bool TryParse(ReadOnlySpan<char> word, out StakeInterest interest)
    {
        (interest, var known) = word switch
        {
            "" or "shares" or "participating" => (StakeInterest.Capital, true),
            "votes" => (StakeInterest.Votes, true),
            "control" => (StakeInterest.Control, true),
            "golden-share" => (StakeInterest.Veto, true),
            _ => (default, false),
        };
        return known;
    }
}
