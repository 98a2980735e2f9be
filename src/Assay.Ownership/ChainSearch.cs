using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Explains an owner's share of an asset by the chains and cycles it comes through.</summary>
/// <remarks>
/// <para>
/// A chain leads up from the asset, each entity being a recorded owner of the one before, to where it first meets the
/// owner. It carries the product of the shares along it. The owner keeps what reaches it, and so do terminals: no chain
/// passes them. With exact shares the chains' parts sum to y in y[owner, asset] = w[owner, asset] + Σ over the other k of
/// y[owner, k] w[k, asset], the owner's integrated ownership with nothing counted twice that comes back to it (see docs/ownership.md).
/// For a terminal owner that is what <see cref="OwnershipSolver.FindHeld"/> finds for an asset of value 1. Where entities hold each
/// other a chain may pass one more than once, each round being a chain of its own.
/// </para>
/// <para>
/// Time and memory depend on what lies above the asset, not on the size of the graph: proportional to the recorded
/// stakes there (times their logarithm), to the chains' total length, and to what the solver needs for the cycles between.
/// </para>
/// </remarks>
public static class ChainSearch
{
    /// <summary>Explains an owner's share of an asset.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether the walk upward stops at it.</param>
    /// <param name="owner">The entity at the upper end; it need not be terminal.</param>
    /// <param name="asset">The entity at the lower end.</param>
    /// <param name="count">How many chains at most, 0 or more.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>
    /// The chains are those that can carry most, by the product of their greatest shares; the order of equal ones depends
    /// on the graph alone. They are fewer than <paramref name="count"/> if there are no more that carry 10⁻²⁵⁰ or more, or if
    /// those found name four million entities together.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not an entity, or <paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Explanation Explain(
        OwnershipGraph graph, ReadOnlySpan<bool> terminal, int owner, int asset, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        graph.CheckEntity(owner);
        graph.CheckEntity(asset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var all = new ShareInterval(1, 1);
        if (owner == asset)
            return new Explanation(all, count == 0 ? [] : [new Chain([asset], all)], count == 0 ? all : default, []);
        if (terminal[asset])
            return new Explanation(default, [], default, []);
        var between = Between.Find(graph, asset, new Ends(terminal, owner), cancellation);
        if (between.Count == 0)
            return new Explanation(default, [], default, []);

        ShareInterval share = PassedShares.Of(between).Solve(cancellation)[between.Asset];
        double least = between.Rows.IsExact ? share.Low : PassedShares.OfLeast(between).Solve(cancellation)[between.Asset].Low;
        var chains = new HeaviestChains(between);
        ImmutableArray<Chain> found = chains.Find(owner, count, cancellation);
        ShareInterval remainder = chains.AreAll ? default : Remainder(graph, share, least, found);
        return new Explanation(share, found, remainder, CycleSearch.Find(between, share, cancellation));
    }

    /// <summary>
    /// The other chains carry at least what all carry with least shares but for the chains found, and no more than the
    /// greatest share but for the least parts of the chains found.
    /// </summary>
    private static ShareInterval Remainder(OwnershipGraph graph, ShareInterval share, double least, ImmutableArray<Chain> found)
    {
        CompensatedSum low = default;
        CompensatedSum leastHigh = default;
        CompensatedSum high = default;
        foreach (Chain chain in found)
        {
            low.Add(chain.Part.Low);
            leastHigh.Add(chain.Part.Low * (1 + (4 * chain.Entities.Length * graph.RoundingOfSum(0))));
            high.Add(chain.Part.High);
        }

        double atLeast = Math.Max(least - leastHigh.Value, share.Low - high.Value) - Rounding.OfSum(0);
        double atMost = share.High - low.Value + Rounding.OfSum(0);
        double lower = Math.Clamp(atLeast, 0, 1);
        return new ShareInterval(lower, Math.Clamp(atMost, lower, 1));
    }
}
