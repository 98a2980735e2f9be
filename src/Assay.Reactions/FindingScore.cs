namespace Assay.Reactions;

/// <summary>What one side of readers makes of a finding. <c>default</c> is a side without readers, which scores a half only once computed.</summary>
/// <param name="Score">Between 0 and 1; a half where nobody has reacted. The mean of the rates of its strata.</param>
/// <param name="IndependentReaders">How many readers, an echo counting as <see cref="ScoreRule.EchoWeight"/> says.</param>
/// <param name="Useful">How many accounts of the side find it useful.</param>
/// <param name="NotUseful">How many do not.</param>
public readonly record struct SideScore(double Score, double IndependentReaders, int Useful, int NotUseful);

/// <summary>How useful readers who usually disagree find a finding. It says nothing of whether the finding is right.</summary>
/// <param name="First">The readers on one side of the axis.</param>
/// <param name="Second">Those on the other. Which is which may change with every fit.</param>
/// <param name="Useful">All who find it useful, wherever they stand: the raw count.</param>
/// <param name="NotUseful">All who do not.</param>
public readonly record struct FindingScore(SideScore First, SideScore Second, int Useful, int NotUseful)
{
    /// <summary>
    /// The lesser of the two sides' scores, between 0 and 1. No like lowers it and no dislike raises it. It orders findings, those with
    /// too few readers among them: with few it is near a half.
    /// </summary>
    public double Value => Math.Min(First.Score, Second.Score);

    /// <summary>Whether a side has fewer than <see cref="ScoreRule.FewestReaders"/> independent readers: then say so, and give no rank.</summary>
    public bool HasTooFewReaders => Math.Min(First.IndependentReaders, Second.IndependentReaders) < ScoreRule.FewestReaders;

    /// <summary>The plain part of likes among all reactions; not a number where there are none.</summary>
    public double LikeRatio => Useful / (double)((long)Useful + NotUseful);
}
