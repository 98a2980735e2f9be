namespace Assay.Reactions;

/// <summary>
/// How counts of reactions become a score. Every step rises with what is liked and falls with what is disliked, in exact arithmetic and in
/// rounded: each is one addition or division, which rounding keeps in order. docs/reactions.md gives the reason of every constant.
/// </summary>
public static class ScoreRule
{
    /// <summary>How many independent readers a side must have before a finding has a rank: a dozen.</summary>
    public const int FewestReaders = 12;

    /// <summary>How many reactions in the other half a reader must have given to stand somewhere.</summary>
    public const int FewestReactions = 5;

    /// <summary>What an echo weighs at most, however many accounts are in it, in readers.</summary>
    public const int EchoCap = 4;

    /// <summary>Into how many strata a side falls.</summary>
    public const int Strata = 3;

    /// <summary>
    /// Nearer to the middle than this part of the side's median distance a reader is on neither side.
    /// </summary>
    public const double MiddleWithin = 0.25;

    /// <summary>Where the second stratum begins, in median distances.</summary>
    public const double SecondFrom = 0.75;

    /// <summary>Where the third stratum begins, in median distances.</summary>
    public const double ThirdFrom = 1.25;

    /// <summary>Imagined likes, and as many dislikes, in every stratum.</summary>
    public const double Prior = 1;

    /// <summary>The weight of so many accounts of one echo: 1 for one, 1.6 for two, 3.2 for twelve, never as much as <see cref="EchoCap"/>.</summary>
    public static double EchoWeight(int accounts) => accounts == 0 ? 0 : EchoCap / (1 + (EchoCap - 1) / (double)accounts);

    /// <summary>The part of weight that likes, drawn towards a half: between 0 and 1.</summary>
    public static double Rate(double useful, double notUseful) => 1 / (1 + (notUseful + Prior) / (useful + Prior));

    /// <summary>Where a reader at a position stands, given the median distance of each side; null is nowhere, or in the middle.</summary>
    internal static int? Stratum(double position, double lowScale, double highScale)
    {
        int side = position < 0 ? 0 : 1;
        double scale = side == 0 ? lowScale : highScale;
        double distance = Math.Abs(position) / scale;
        if (!(distance >= MiddleWithin))
            return null;
        return side * Strata + (distance < SecondFrom ? 0 : distance < ThirdFrom ? 1 : 2);
    }
}
