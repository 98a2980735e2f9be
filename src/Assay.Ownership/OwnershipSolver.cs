using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>
/// A graph prepared for answers about integrated ownership: what belongs to whom through all chains and
/// cross-holdings. Immutable; safe to use from many threads at once; one preparation serves any number of value
/// vectors and groups.
/// </summary>
/// <remarks>
/// <para>
/// The model is x = v + W x: what an entity holds, x, is its own value v and its share of what each of its holdings
/// holds; W[owner, asset] is the owner's share. Brioschi, Buzzacchi and Colombo, "Risk capital financing and the
/// separation of ownership and control in business groups", Journal of Banking and Finance 13, 1989, 747-772.
/// </para>
/// <para>
/// The caller marks entities as terminal. A terminal entity keeps what reaches it: the walk from an asset to its
/// owners stops there, and the terminal's own owners do not count. Every other entity passes its value to its owners
/// and leaves 1 minus their shares to owners unknown; one without recorded owners is wholly unknown. Marking the
/// persons and states asks for the ultimate owners, marking companies too asks for the first that matter to the
/// caller, <see cref="OwnershipGraph.MarkUnowned"/> gives the plain model.
/// </para>
/// <para>
/// Entities are solved in the order of strongly connected components; the members of a cycle are solved together and
/// directly. A cycle that holds all of itself (of which no more than <see cref="OwnershipGraph.Tolerance"/> of any
/// member is held outside) has no solution; it is listed in <see cref="ClosedCycles"/> and what reaches it is unknown.
/// </para>
/// </remarks>
public sealed partial class OwnershipSolver
{
    private readonly StakeRows _rows;
    private readonly bool[] _terminal;
    private readonly double[]? _forced;
    private readonly int[] _order;
    private readonly int[] _position;
    private readonly CycleBlock[] _cycles;
    private readonly int _largestCycle;

    private OwnershipSolver(OwnershipGraph graph, bool[] terminal)
    {
        Graph = graph;
        _rows = graph.ByAsset;
        _terminal = terminal;
        _forced = ForcedShares(graph, terminal);
        Components components = Components.Find(_rows, Carries);
        _order = components.Order;
        _position = new int[_order.Length];
        for (int place = 0; place < _order.Length; place++)
            _position[_order[place]] = place;

        _cycles = new CycleBlock[components.Cycles.Count];
        var closed = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (int i = 0; i < _cycles.Length; i++)
        {
            Cycle cycle = components.Cycles[i];
            _cycles[i] = CycleBlock.Prepare(cycle, _rows, _order, _position);
            _largestCycle = Math.Max(_largestCycle, cycle.Count);
            if (_cycles[i].Block is null)
                closed.Add([.. _order.AsSpan(cycle.First, cycle.Count).ToArray().Order()]);
        }

        ClosedCycles = closed.DrainToImmutable();
    }

    /// <summary>The graph that was prepared.</summary>
    public OwnershipGraph Graph { get; }

    /// <summary>The members, ascending, of each cycle that holds all of itself. Nothing of such a cycle belongs to anybody known.</summary>
    public ImmutableArray<ImmutableArray<int>> ClosedCycles { get; }

    /// <summary>
    /// Prepares a graph. Takes time proportional to entities and stakes, and what a sparse elimination takes for each
    /// cycle.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether it keeps what reaches it. Copied.</param>
    /// <returns>The solver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    public static OwnershipSolver Prepare(OwnershipGraph graph, ReadOnlySpan<bool> terminal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        return new OwnershipSolver(graph, terminal.ToArray());
    }

    /// <summary>
    /// Per asset, what must go to its recorded owners above their least shares because the asset is complete, rounded
    /// down; null if there is no such asset. Where it is 0 every extreme completion takes the least shares.
    /// </summary>
    private static double[]? ForcedShares(OwnershipGraph graph, bool[] terminal)
    {
        double[]? forced = null;
        for (int asset = 0; asset < graph.EntityCount; asset++)
        {
            if (terminal[asset] || !graph.IsComplete(asset))
                continue;
            double low = 0;
            double high = 0;
            foreach (double share in graph.LowSharesOf(asset))
                low += share;
            foreach (double share in graph.HighSharesOf(asset))
                high += share;
            double forcedHere = Math.Min(1, high) - low - (2 * graph.RoundingOf(asset));
            if (forcedHere <= 0)
                continue;
            forced ??= new double[graph.EntityCount];
            forced[asset] = forcedHere;
        }

        return forced;
    }

    private bool IsFlexible(int asset) => _forced is not null && _forced[asset] > 0;

    /// <summary>Without this test a closed cycle could hide inside a larger one that only stakes of nothing join.</summary>
    private bool Carries(int asset, int slot) =>
        !_terminal[asset] && (_rows.Low[slot] > 0 || (IsFlexible(asset) && _rows.High[slot] > 0));
}
