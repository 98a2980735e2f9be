namespace Assay.Ownership;

/// <summary>
/// Control by majority: one or several controllers, taken as one, control an entity if they and what they control
/// together hold more than half of it. Answers reuse working memory: one search serves many questions, one thread at
/// a time; searches on the same graph share the graph.
/// </summary>
/// <remarks>
/// <para>
/// The definition is that of the company control problem as Ross and Sagiv state it, "Monotonic aggregation in
/// deductive databases", PODS 1992, section 1. Control spreads as a least fix-point, so cycles make no difficulty and two
/// companies that hold each other do not thereby control themselves.
/// </para>
/// <para>
/// Under ranges the fix-point is taken twice. <em>Surely</em> counts the least that members can jointly hold in any
/// completion; <em>possibly</em> the most, where an asset's unknown part may belong to owners the controllers stand
/// behind: of an entity of which more than half is unknown, anybody may be in control. Both are exact: for each there
/// is one completion in which nothing else, or everything so listed, is controlled. A sum counts as more than
/// half if it is so by more than <see cref="OwnershipGraph.Tolerance"/>.
/// </para>
/// <para>
/// Terminal entities (persons, states) are controlled by nobody, whatever stakes in them are recorded.
/// </para>
/// </remarks>
public sealed class ControlSearch
{
    private readonly OwnershipGraph _graph;
    private readonly bool[] _terminal;
    private readonly double[] _knownLow;
    private readonly double[] _knownHigh;
    private readonly ControlSpread _sure;
    private ControlSpread? _possible;

    /// <summary>A search on a graph. Takes time and memory proportional to its entities; the first of a graph also to its stakes.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether nobody can control it. Copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    public ControlSearch(OwnershipGraph graph, ReadOnlySpan<bool> terminal)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        _graph = graph;
        _terminal = terminal.ToArray();
        _knownLow = new double[terminal.Length];
        _knownHigh = new double[terminal.Length];
        for (int asset = 0; asset < terminal.Length; asset++)
        {
            foreach (double share in graph.LowSharesOf(asset))
                _knownLow[asset] += share;
            foreach (double share in graph.HighSharesOf(asset))
                _knownHigh[asset] += share;
        }

        _sure = new ControlSpread(graph.ByOwner, IsSureMajority);
    }

    /// <summary>Finds what controllers surely control. Takes one visit per stake held by them and what they control.</summary>
    /// <param name="controllers">One entity, or several that act as one.</param>
    /// <returns>
    /// The entities controlled, in the order in which control reaches them, without the controllers. The span is
    /// valid until the next question.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A controller is not an entity.</exception>
    public ReadOnlySpan<int> FindControlled(ReadOnlySpan<int> controllers)
    {
        CheckEntities(controllers);
        return _sure.Run(controllers);
    }

    /// <summary>Judges whether controllers control an entity.</summary>
    /// <param name="controllers">One entity, or several that act as one.</param>
    /// <param name="entity">The entity; if it is among the controllers the answer is that they surely do.</param>
    /// <returns>Surely, possibly, or surely not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not an entity.</exception>
    public Certainty Judge(ReadOnlySpan<int> controllers, int entity)
    {
        CheckEntities([entity]);
        FindControlled(controllers);
        if (_sure.IsMember(entity))
            return Certainty.Surely;
        RunPossible(controllers);
        return _possible!.IsMember(entity) ? Certainty.Possibly : Certainty.SurelyNot;
    }

    /// <summary>Judges for every entity whether controllers control it.</summary>
    /// <param name="controllers">One entity, or several that act as one; they count as surely controlled.</param>
    /// <param name="certainties">Receives one answer per entity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A controller is not an entity.</exception>
    /// <exception cref="ArgumentException"><paramref name="certainties"/> does not have one place per entity.</exception>
    public void Judge(ReadOnlySpan<int> controllers, Span<Certainty> certainties)
    {
        _graph.CheckLength(certainties.Length, nameof(certainties));
        FindControlled(controllers);
        RunPossible(controllers);
        for (int entity = 0; entity < certainties.Length; entity++)
        {
            certainties[entity] = _sure.IsMember(entity) ? Certainty.Surely
                : _possible!.IsMember(entity) ? Certainty.Possibly
                : Certainty.SurelyNot;
        }
    }

    /// <summary>Finds who surely controls an entity and is itself surely controlled by nobody.</summary>
    /// <remarks>
    /// Of two controllers of one entity with exact shares one controls the other, so there is at most one at the top.
    /// Where the topmost control each other it is the one with the smallest index. Takes one run of control for each entity
    /// above this one; for many entities use <see cref="FindUltimateControllers"/>.
    /// </remarks>
    /// <param name="entity">The entity.</param>
    /// <returns>The ultimate controller, or -1 if nobody surely controls the entity.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entity"/> is not an entity.</exception>
    public int FindUltimateController(int entity)
    {
        CheckEntities([entity]);
        int best = -1;
        int most = 0;
        var seen = new HashSet<int> { entity };
        var waiting = new Stack<int>([entity]);
        while (waiting.TryPop(out int asset))
        {
            if (_terminal[asset])
                continue;
            foreach (int owner in _graph.OwnersOf(asset))
            {
                if (!seen.Add(owner))
                    continue;
                waiting.Push(owner);
                int count = FindControlled([owner]).Length;
                if (_sure.IsMember(entity) && (count > most || (count == most && owner < best)))
                    (best, most) = (owner, count);
            }
        }

        return best;
    }

    /// <summary>Finds the ultimate controller of every entity: one run of control per entity that holds anything.</summary>
    /// <param name="controllers">Receives per entity its ultimate controller, or -1.</param>
    /// <exception cref="ArgumentException"><paramref name="controllers"/> does not have one place per entity.</exception>
    public void FindUltimateControllers(Span<int> controllers)
    {
        _graph.CheckLength(controllers.Length, nameof(controllers));
        controllers.Fill(-1);
        int[] most = new int[controllers.Length];
        for (int controller = 0; controller < controllers.Length; controller++)
        {
            ReadOnlySpan<int> controlled = FindControlled([controller]);
            foreach (int entity in controlled)
            {
                if (controlled.Length > most[entity])
                    (controllers[entity], most[entity]) = (controller, controlled.Length);
            }
        }
    }

    private static bool IsMoreThanHalf(double share) => share > 0.5 + OwnershipGraph.Tolerance;

    /// <summary>The least that members hold: their least shares, or what the others' greatest shares leave of a complete asset.</summary>
    private bool IsSureMajority(int asset, double low, double high)
    {
        if (_terminal[asset])
            return false;
        double least = _graph.IsComplete(asset) ? Math.Max(low, high - Math.Max(0, _knownHigh[asset] - 1)) : low;
        return IsMoreThanHalf(least);
    }

    /// <summary>The most that members and owners unknown hold: what the others' least shares leave, within the members' greatest shares if the asset is complete.</summary>
    private bool IsPossibleMajority(int asset, double low, double high)
    {
        if (_terminal[asset])
            return false;
        double most = 1 - (_knownLow[asset] - low);
        if (_graph.IsComplete(asset))
            most = Math.Min(most, high + Math.Max(0, 1 - _knownHigh[asset]));
        return IsMoreThanHalf(most);
    }

    private void RunPossible(ReadOnlySpan<int> controllers)
    {
        if (_possible is null)
        {
            var possible = new ControlSpread(_graph.ByOwner, IsPossibleMajority);
            possible.Run([.. Enumerable.Range(0, _graph.EntityCount).Where(asset => IsPossibleMajority(asset, 0, 0))]);
            possible.KeepAsBase();
            _possible = possible;
        }

        _possible.Run(controllers);
    }

    private void CheckEntities(ReadOnlySpan<int> entities)
    {
        foreach (int entity in entities)
            _graph.CheckEntity(entity);
    }
}
