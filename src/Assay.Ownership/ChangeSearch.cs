using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Finds the smallest change of recorded stakes that brings a bound of a group's share to a threshold.</summary>
/// <remarks>
/// <para>
/// A change gives recorded stakes other least shares, from 0 up, so that those in one asset still sum to at most 1. It
/// can raise a stake out of the asset's unknown part, lower one into it, or move a share from one recorded owner to another,
/// which counts twice: the cost is the sum of the absolute changes. No stake is made between entities that have none. Both
/// bounds depend on least shares alone: the lower is what recorded chains surely carry to the group, the upper is 1 less
/// what they surely carry to other terminals. A bound counts as at the threshold if it is there within
/// <see cref="OwnershipGraph.Tolerance"/>.
/// </para>
/// <para>
/// What is claimed: the changes returned reach the threshold, with rounding counted against them, and their sum is the upper
/// end of the cost; no change that reaches the threshold costs less than the lower end, rounding counted again. In small
/// surroundings (a handful of stakes that matter) the ends come within <see cref="ChangeOptions.Tolerance"/> of each other;
/// elsewhere the search ends at its limit, and then only the interval is claimed. The lower end comes from branch
/// and bound (Land and Doig, "An automatic method of solving discrete programming problems", Econometrica 28(3), 1960) on
/// boxes of changes; docs/ownership.md derives the bound of a box.
/// </para>
/// <para>
/// Where a complete asset between the asset and those counted has ranges, its owners' least shares are not all that counts;
/// then the outcome is <see cref="ChangeOutcome.Unknown"/> and the cost from 0 up, unless the bound is there already.
/// </para>
/// </remarks>
public static class ChangeSearch
{
    /// <summary>Finds the smallest change.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether it keeps what reaches it.</param>
    /// <param name="inGroup">Per entity: whether it belongs to the group. Only the marks of terminal entities count.</param>
    /// <param name="asset">The asset.</param>
    /// <param name="bound">Which bound of the group's share of it.</param>
    /// <param name="crossing">From which side the threshold is to be reached.</param>
    /// <param name="threshold">The threshold, 0 to 1.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The change with bounds of its cost.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException">There is not one mark per entity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asset"/> is not an entity, <paramref name="threshold"/> not from 0 to 1, or an enumeration has no such value.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static SmallestChange FindSmallest(
        OwnershipGraph graph,
        ReadOnlySpan<bool> terminal,
        ReadOnlySpan<bool> inGroup,
        int asset,
        ShareBound bound,
        Crossing crossing,
        double threshold,
        ChangeOptions options = default,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        graph.CheckLength(inGroup.Length, nameof(inGroup));
        graph.CheckEntity(asset);
        if (!(threshold >= 0 && threshold <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a share from 0 to 1.");
        if (bound is not (ShareBound.Lower or ShareBound.Upper))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound is the lower or the upper.");
        if (crossing is not (Crossing.AtLeast or Crossing.AtMost))
            throw new ArgumentOutOfRangeException(nameof(crossing), crossing, "A threshold is crossed from below or from above.");

        bool own = bound == ShareBound.Lower;
        bool rising = own == (crossing == Crossing.AtLeast);
        double limit = own ? threshold : 1 - threshold;
        if (terminal[asset])
            return Fixed(inGroup[asset] == own ? 1 : 0, limit, rising);
        var between = Between.Find(graph, asset, new Ends(terminal, inGroup, own), cancellation);
        if (between.Count == 0)
            return Fixed(0, limit, rising);
        var problem = new ChangeProblem(between, limit, rising, cancellation);
        bool completeRanges = HasCompleteRanges(between);
        if (problem.Reaches(completeRanges ? LeastOfCompletions(between, cancellation) : PassedShares.OfLeast(between).Solve(cancellation)[between.Asset]))
            return There;
        return completeRanges
            ? new SmallestChange(ChangeOutcome.Unknown, new AmountInterval(0, double.PositiveInfinity), [])
            : new ChangeBranching(problem, options).Search();
    }

    private static SmallestChange There => new(ChangeOutcome.AlreadyThere, default, []);

    /// <summary>What holds of a share that no change touches.</summary>
    private static SmallestChange Fixed(double share, double limit, bool rising) =>
        rising ? share >= limit - OwnershipGraph.Tolerance ? There : Never : share <= limit + OwnershipGraph.Tolerance ? There : Never;

    internal static SmallestChange Never =>
        new(ChangeOutcome.Impossible, new AmountInterval(double.PositiveInfinity, double.PositiveInfinity), []);

    /// <summary>Bounds of the least that recorded chains carry in any completion.</summary>
    private static ShareInterval LeastOfCompletions(Between between, CancellationToken cancellation)
    {
        GroupShares shares = PassedShares.Of(between).Solve(cancellation);
        double least = shares[between.Asset].Low;
        return new ShareInterval(least, Math.Min(1, least + shares.Gap + OwnershipGraph.Tolerance));
    }

    private static bool HasCompleteRanges(Between between)
    {
        for (int row = 0; row < between.Count; row++)
        {
            int asset = between.EntityOf(row);
            if (between.IsComplete(row) && !between.Graph.LowSharesOf(asset).SequenceEqual(between.Graph.HighSharesOf(asset)))
                return true;
        }

        return false;
    }
}
