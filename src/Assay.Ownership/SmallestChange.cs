using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Which bound of a group's share is meant.</summary>
public enum ShareBound
{
    /// <summary>What is assured to the group, whoever the unknown owners are.</summary>
    Lower,

    /// <summary>What the group can have at most: 1 less what is assured to terminals outside it.</summary>
    Upper,
}

/// <summary>From which side a threshold is to be reached.</summary>
public enum Crossing
{
    /// <summary>The bound is to be at least the threshold.</summary>
    AtLeast,

    /// <summary>The bound is to be at most the threshold.</summary>
    AtMost,
}

/// <summary>What a search for the smallest change came to.</summary>
public enum ChangeOutcome
{
    /// <summary>The bound is on the wanted side of the threshold as things are; the cost is exactly 0.</summary>
    AlreadyThere,

    /// <summary>A change was found; no change costs less than the lower end of the cost.</summary>
    Found,

    /// <summary>No change of recorded stakes brings the bound there; the cost is infinite.</summary>
    Impossible,

    /// <summary>No change was found, and none was shown not to exist; no change costs less than the lower end of the cost.</summary>
    Unknown,
}

/// <summary>How hard to search. <c>default</c> stops at a millionth or after 2,000 boxes.</summary>
public readonly record struct ChangeOptions
{
    private readonly double? _tolerance;
    private readonly int? _mostBoxes;

    /// <summary>The search ends when the ends of the cost differ by no more than this; 10⁻⁶ unless set, 0 or more.</summary>
    public double Tolerance
    {
        get => _tolerance ?? 1e-6;
        init => _tolerance = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A tolerance is 0 or more.");
    }

    /// <summary>
    /// Into how many boxes the possible changes are divided at most before the search ends with what it has; 2,000 unless set,
    /// 1 or more. In large surroundings it ends sooner, after some thirty million stakes looked at in all, those in
    /// cycles many times over.
    /// </summary>
    public int MostBoxes
    {
        get => _mostBoxes ?? 2000;
        init => _mostBoxes = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is one box or more.");
    }
}

/// <summary>A recorded stake whose least share changes.</summary>
/// <param name="Owner">Index of the owner.</param>
/// <param name="Asset">Index of the asset.</param>
/// <param name="From">The least share as recorded.</param>
/// <param name="To">The least share after the change, 0 to 1. A greatest share below it is raised to it.</param>
public readonly record struct StakeChange(int Owner, int Asset, double From, double To);

/// <summary>The smallest change of stakes that brings a bound across a threshold, as far as it is known.</summary>
/// <param name="Outcome">What the search came to.</param>
/// <param name="Cost">
/// Bounds of the least possible sum of absolute changes of shares, 0.01 being one per cent of one asset. The upper end is the
/// sum of <paramref name="Changes"/> if there are any, else infinite unless nothing need change.
/// </param>
/// <param name="Changes">The changes that attain the upper end, by asset and owner; each recorded stake at most once.</param>
public sealed record SmallestChange(ChangeOutcome Outcome, AmountInterval Cost, ImmutableArray<StakeChange> Changes);
