using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Who surely controls whom, for every entity of a graph: an entity controls another if it and what it controls
/// together hold more than half of it. Prepared once; immutable; safe to use from many threads at once.
/// </summary>
/// <remarks>
/// <para>
/// The definition is that of the company control problem as Ross and Sagiv state it, "Monotonic aggregation in
/// deductive databases", PODS 1992, section 1. Control spreads as a least fix-point, so cycles make no difficulty and two
/// companies that hold each other do not thereby control themselves; no entity is listed as controlled by itself.
/// Under ranges the least counts that members can jointly hold in any completion (see <see cref="OwnershipGraph"/>),
/// which is exact: there is one completion in which nothing else is controlled. A sum counts as more than half if it is so
/// by more than <see cref="OwnershipGraph.Tolerance"/>. Terminal entities (persons, states) are controlled by nobody,
/// whatever is recorded of them. What may be controlled in some completions only is for <see cref="ControlSearch"/>.
/// </para>
/// <para>
/// Shares are what decides, so where capital and votes part it is a graph of votes that should be given. Two more things
/// that shares do not show can be told. A right that <em>confers</em> control (to appoint the board, a contract of
/// domination) makes its holder a controller whatever it holds; a majority of another is not thereby undone, so such
/// an entity may have two controllers of which neither controls the other. A <em>veto</em> (a golden share) gives nobody
/// control, but whoever has the majority, or the right to appoint, cannot be sure of its way: an entity marked as
/// vetoed is surely controlled by nobody, and what it holds counts for nobody else. An entity should be marked only if
/// another than its controller has the veto.
/// </para>
/// <para>
/// By shares alone no two owners can have a sure majority of one entity, so the sole majorities make a forest, circles
/// at the top of a tree aside. In a preorder of it all that an entity controls through sole majorities is one range of
/// numbers, and only entities that no one owner has a majority of can be controlled jointly. What is controlled is
/// kept as ranges, and pairs are made when they are visited.
/// </para>
/// </remarks>
public sealed partial class ControlMap
{
    /// <summary>Stands for an ultimate controller where nobody controls an entity.</summary>
    public const int Nobody = -1;

    /// <summary>
    /// Stands for an ultimate controller where an entity has several controllers and none of them controls all others.
    /// Only rights that confer control bring this about.
    /// </summary>
    public const int Several = -2;

    private const int Piece = 1 << 13;

    private readonly MajorityForest _forest;
    private readonly JointStakes _stakes;
    private readonly Lazy<PossibleControl> _possible;

    private ControlMap(ControlRule rule, MajorityForest forest, JointStakes stakes)
    {
        Rule = rule;
        _forest = forest;
        _stakes = stakes;
        _possible = new Lazy<PossibleControl>(() => new PossibleControl(rule));
    }

    /// <summary>The number of entities.</summary>
    public int EntityCount => Rule.Graph.EntityCount;

    internal ControlRule Rule { get; }

    internal PossibleControl Possible => _possible.Value;

    /// <summary>Prepares a map. Takes time and memory proportional to entities and stakes, on as many threads as the graph's options say.</summary>
    /// <param name="graph">The graph; of votes, where they are not as the capital.</param>
    /// <param name="terminal">Per entity: whether nobody can control it.</param>
    /// <param name="conferred">
    /// Pairs in which a right confers control whatever is held. Those of an entity over itself or over a terminal say nothing.
    /// </param>
    /// <param name="vetoed">
    /// Per entity: whether another than its controller has a veto over it, so that nobody surely controls it. Empty if
    /// that is said of none.
    /// </param>
    /// <param name="cancellation">Stops the preparation.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="terminal"/> does not have one mark per entity, or <paramref name="vetoed"/> has some and not one per entity.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A conferred pair names what is not an entity.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ControlMap Prepare(
        OwnershipGraph graph,
        ReadOnlySpan<bool> terminal,
        ReadOnlySpan<ControlPair> conferred = default,
        ReadOnlySpan<bool> vetoed = default,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        if (!vetoed.IsEmpty)
            graph.CheckLength(vetoed.Length, nameof(vetoed));
        foreach (ControlPair pair in conferred)
        {
            graph.CheckEntity(pair.Controller);
            graph.CheckEntity(pair.Entity);
        }

        var rule = new ControlRule(graph, terminal, conferred, vetoed);
        int[] sole = SoleControllers.Find(rule, cancellation);
        MajorityForest forest = MajorityForest.Grow(sole, graph.Threads, cancellation);
        return new ControlMap(rule, forest, JointStakes.Collect(rule, forest, sole, cancellation));
    }

    /// <summary>Counts the entities that control others, and what they control.</summary>
    /// <param name="progress">Told the part done, ascending, from the threads that work.</param>
    /// <param name="cancellation">Stops the count.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ControlTotals Count(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var totals = default(ControlTotals);
        Visit(
            () => new StrongBox<ControlTotals>(),
            Tally,
            part => totals = totals.With(part.Value),
            progress,
            cancellation);
        return totals;
    }

    /// <summary>Visits every entity that controls others, with those it surely controls, on as many threads as the graph's options say.</summary>
    /// <remarks>
    /// <para>
    /// The controllers come in parts. Each part is gathered by one thread, controller after controller; parts are
    /// handed over one at a time and in order. So what is gathered needs no lock, and what is written when it is
    /// handed over is in the same order every time: that of the trees of sole majorities, from the top of each down.
    /// Nothing is allocated per controller.
    /// </para>
    /// <para>If a delegate throws, the visit ends and the exception is thrown on.</para>
    /// </remarks>
    /// <typeparam name="T">What the visitor gathers in.</typeparam>
    /// <param name="begin">Begins a part; called from several threads.</param>
    /// <param name="visit">Looks at a controller; called from several threads, for one part from one.</param>
    /// <param name="finish">Receives a part whose controllers have all been visited; never called twice at a time.</param>
    /// <param name="progress">Told the part done, ascending, from the threads that work.</param>
    /// <param name="cancellation">Stops the visit.</param>
    /// <exception cref="ArgumentNullException">A delegate is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public void Visit<T>(
        Func<T> begin,
        ControlVisitor<T> visit,
        Action<T> finish,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(finish);
        int pieces = (int)(((long)EntityCount + Piece - 1) / Piece);
        var parts = new OrderedParts<T>(pieces, finish);
        Strands.Run(
            pieces,
            Rule.Graph.Threads,
            NewRun,
            (run, piece) =>
            {
                T part = begin();
                VisitPiece(run, piece, part, visit);
                parts.Add(piece, part);
            },
            progress,
            cancellation);
    }

    /// <summary>Finds what an entity surely controls.</summary>
    /// <param name="controller">The entity.</param>
    /// <returns>Those it controls, without itself, in the order of <see cref="ControlGroup.GetEnumerator"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="controller"/> is not an entity.</exception>
    public int[] FindControlled(int controller)
    {
        Rule.Graph.CheckEntity(controller);
        ControlRun run = NewRun();
        run.Spread(_forest.Number[controller]);
        int[] controlled = new int[run.Count];
        new ControlGroup(_forest.Entity, controller, run).CopyTo(controlled);
        return controlled;
    }

    private ControlRun NewRun() => new(_forest, _stakes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tally(StrongBox<ControlTotals> part, ControlGroup group) => part.Value = part.Value.With(group.Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void VisitPiece<T>(ControlRun run, int piece, T part, ControlVisitor<T> visit)
    {
        int to = Math.Min(EntityCount, (piece * Piece) + Piece);
        bool conferred = Rule.ByEntity.Length > 0;
        for (int number = piece * Piece; number < to; number++)
        {
            // Who controls anybody begins with one that it controls alone.
            if (_forest.CoverOf(number).Length == 1 && !conferred)
                continue;
            run.Spread(number);
            if (run.Count > 0)
                visit(part, new ControlGroup(_forest.Entity, _forest.Entity[number], run));
        }
    }
}

/// <summary>How many control how much. <c>default</c> is nothing.</summary>
/// <param name="Controllers">The entities that control others.</param>
/// <param name="Pairs">The pairs of a controller and an entity it controls.</param>
/// <param name="LargestGroup">The most entities that one controls, without itself.</param>
public readonly record struct ControlTotals(int Controllers, long Pairs, int LargestGroup)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ControlTotals With(int group) => With(new ControlTotals(1, group, group));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ControlTotals With(ControlTotals other) =>
        new(Controllers + other.Controllers, Pairs + other.Pairs, Math.Max(LargestGroup, other.LargestGroup));
}
