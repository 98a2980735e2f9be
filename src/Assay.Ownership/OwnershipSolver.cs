using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
/// Entities are solved level by level, each after all that it holds; the members of a cycle are solved together and
/// directly. A cycle that holds all of itself (of which no more than <see cref="OwnershipGraph.Tolerance"/> of any
/// member is held outside) has no solution; it is listed in <see cref="ClosedCycles"/> and what reaches it is unknown.
/// </para>
/// </remarks>
public sealed partial class OwnershipSolver
{
    private const int RestPart = 1 << 16;

    /// <summary>How much of the preparation the order of solving takes, about.</summary>
    internal const double OrderPart = 0.9;

    private readonly bool[] _terminal;
    private readonly double[]? _forced;
    private readonly int _valuedCount;
    private readonly Reach _reach;
    private readonly SolvingOrder _order;
    private readonly CycleBlock[] _cycles;
    private readonly Schedule _schedule;
    private readonly Lazy<HoldingRows> _holdings;
    private readonly Lazy<double[]> _rest;
    private double _excess;

    private OwnershipSolver(OwnershipGraph graph, bool[] terminal, ReadOnlySpan<int> valued, bool all, IProgress<double>? progress, CancellationToken cancellation)
    {
        Graph = graph;
        _terminal = terminal;
        _forced = ForcedShares(graph, terminal);
        _reach = all
            ? Reach.All(graph, terminal, _forced)
            : Reach.Above(graph, valued, terminal, _forced, cancellation);
        _valuedCount = _reach.FirstCount;
        _order = SolvingOrder.Find(_reach, _valuedCount, progress, cancellation);
        progress?.Report(OrderPart);
        _cycles = PrepareCycles(cancellation);
        _schedule = Schedule.Make(_order, graph.Threads);
        _holdings = new Lazy<HoldingRows>(() => HoldingRows.Gather(_reach, _order, _cycles, graph.Threads));
        _rest = new Lazy<double[]>(FindRest);
        progress?.Report(1);
        ClosedCycles = [.. _cycles.Where(cycle => cycle.Block is null).Select(EntitiesOf).OrderBy(members => members[0])];
    }

    /// <summary>The graph that was prepared.</summary>
    public OwnershipGraph Graph { get; }

    /// <summary>How many entities the solver looks at: all, or those above the valued ones, these included.</summary>
    public int Count => _reach.Count;

    /// <summary>How many cycles there are among them: groups whose members all hold each other, directly or not, and entities that hold themselves.</summary>
    public int CycleCount => _cycles.Length;

    /// <summary>How many members the largest of them has; 0 if there are none.</summary>
    public int LargestCycle
    {
        get
        {
            int largest = 0;
            foreach (CycleBlock cycle in _cycles)
                largest = Math.Max(largest, cycle.Places.Count);
            return largest;
        }
    }

    /// <summary>The members, ascending, of each cycle that holds all of itself. Nothing of such a cycle belongs to anybody known.</summary>
    public ImmutableArray<ImmutableArray<int>> ClosedCycles { get; }

    /// <summary>
    /// Prepares a graph for values on any of its entities. Takes time proportional to entities and stakes, and what a
    /// sparse elimination takes for each cycle.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether it keeps what reaches it. Copied.</param>
    /// <param name="progress">Is told how much of the work is done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The solver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static OwnershipSolver Prepare(
        OwnershipGraph graph, ReadOnlySpan<bool> terminal, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        return new OwnershipSolver(graph, terminal.ToArray(), [], all: true, progress, cancellation);
    }

    /// <summary>
    /// Prepares the part of a graph that lies above some entities: for values on these alone, and for what belongs to
    /// whom of these and of whatever holds them. Takes time proportional to that part, but for one mark per entity.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether it keeps what reaches it. Copied.</param>
    /// <param name="valued">The entities that may have a value of their own, in any order.</param>
    /// <param name="progress">Is told how much of the work is done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The solver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A valued entity is not one.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static OwnershipSolver PrepareAbove(
        OwnershipGraph graph,
        ReadOnlySpan<bool> terminal,
        ReadOnlySpan<int> valued,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        return new OwnershipSolver(graph, terminal.ToArray(), valued, all: false, progress, cancellation);
    }

    /// <summary>Room for amounts, all 0: for values to be given, or for what is held.</summary>
    /// <param name="vectors">How many vectors of values to solve for at once, 1 or more.</param>
    /// <returns>The amounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vectors"/> is less than 1, or they take more memory than one array can.</exception>
    public Amounts NewAmounts(int vectors = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)vectors * Count, Array.MaxLength, nameof(vectors));
        return new Amounts(this, vectors);
    }

    /// <summary>Where an entity is in the order of solving; -1 if no value reaches it.</summary>
    internal int PlaceOf(int entity)
    {
        Graph.CheckEntity(entity);
        int number = _reach.NumberOf(entity);
        return number < 0 ? -1 : _order.PlaceOf[number];
    }

    internal bool MayHaveValue(int entity) => (uint)_reach.NumberOf(entity) < (uint)_valuedCount;

    private int EntityAt(int place) => _reach.EntityOf(_order.NumberAt[place]);

    private bool IsFlexible(int entity) => _forced is not null && _forced[entity] > 0;

    private ImmutableArray<int> EntitiesOf(CycleBlock cycle)
    {
        int[] members = new int[cycle.Places.Count];
        for (int i = 0; i < members.Length; i++)
            members[i] = EntityAt(cycle.Places.First + i);
        Array.Sort(members);
        return ImmutableCollectionsMarshal.AsImmutableArray(members);
    }

    private CycleBlock[] PrepareCycles(CancellationToken cancellation)
    {
        var blocks = new CycleBlock[_order.Cycles.Length];
        int[] largestFirst = new int[blocks.Length];
        int[] size = new int[blocks.Length];
        for (int i = 0; i < blocks.Length; i++)
            (largestFirst[i], size[i]) = (i, -_order.Cycles[i].Count);
        Array.Sort(size, largestFirst);
        Strands.Run(
            blocks.Length,
            Graph.Threads,
            i => blocks[largestFirst[i]] = CycleBlock.Prepare(_order.Cycles[largestFirst[i]], _reach, _order),
            cancellation);
        return blocks;
    }

    /// <summary>Per place the part that is left to owners unknown; -1 of one that keeps what reaches it.</summary>
    private double[] FindRest()
    {
        double[] rest = LargeMemory.Zeros<double>(Count);
        double excess = 0;
        foreach (CycleBlock cycle in _cycles)
        {
            if (cycle.Block is null)
                rest.AsSpan(cycle.Places.First..cycle.Places.End).Fill(1);
        }

        double[] excessOf = new double[(rest.Length + RestPart - 1) / RestPart];
        Strands.Run(
            excessOf.Length,
            _schedule.Threads,
            part => excessOf[part] = FindRest(rest, part * RestPart, Math.Min(rest.Length, (part + 1) * RestPart)),
            default);
        foreach (double one in excessOf)
            excess = Math.Max(excess, one);
        _excess = excess;
        return rest;
    }

    /// <summary>The rest of some numbers; returns by how much their known shares pass the whole at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double FindRest(double[] rest, int from, int to)
    {
        double excess = 0;
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<double> low = _reach.Rows.Low;
        ReadOnlySpan<int> placeOf = _order.PlaceOf;
        ReadOnlySpan<bool> terminal = _terminal;
        ReadOnlySpan<double> places = rest;
        for (int number = from; number < to; number++)
        {
            if (number + 16 < to)
            {
                Ahead.Fetch(terminal, _reach.EntityOf(number + 16));
                Ahead.Fetch(places, placeOf[number + 16]);
            }

            CompensatedSum known = default;
            foreach (double share in low[start[number]..start[number + 1]])
                known.Add(share);
            excess = Math.Max(excess, known.Value - 1);
            ref double left = ref rest[placeOf[number]];
            left = terminal[_reach.EntityOf(number)] ? -1 : Math.Max(left, 1 - known.Value);
        }

        return excess;
    }

    /// <summary>
    /// Per asset, what must go to its recorded owners above their least shares because the asset is complete, rounded
    /// down; null if there is no such asset. Where it is 0 every extreme completion takes the least shares.
    /// </summary>
    private static double[]? ForcedShares(OwnershipGraph graph, bool[] terminal)
    {
        if (graph.Columns.Complete.IsEmpty)
            return null;
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
}
