namespace Assay.Ownership;

/// <summary>
/// What lies between an asset and some targets above it: the entities that pass value of the asset on towards a target.
/// They have numbers of their own, in the order of the graph's; all targets are one number after them,
/// <see cref="Target"/>, and whatever else holds anything is another, <see cref="Elsewhere"/>. Takes time and memory
/// proportional to what lies above the asset, whatever the size of the graph.
/// </summary>
internal sealed class Between
{
    private readonly int[] _entityOf;

    private readonly HashSet<int> _targets;

    private Between(
        OwnershipGraph graph, int[] entityOf, HashSet<int> targets, StakeRows rows, double[] elsewhereLow, double[] elsewhereHigh, int asset, int mostMerged)
    {
        Graph = graph;
        _entityOf = entityOf;
        _targets = targets;
        Rows = rows;
        ElsewhereLow = elsewhereLow;
        ElsewhereHigh = elsewhereHigh;
        Asset = asset;
        MostMerged = graph.Columns.MostParallel + mostMerged;
    }

    public OwnershipGraph Graph { get; }

    /// <summary>How many entities lie between, the asset included; 0 if no recorded chain leads from it to a target.</summary>
    public int Count => _entityOf.Length;

    public int Target => Count;

    public int Elsewhere => Count + 1;

    /// <summary>The asset's number, -1 if nothing lies between.</summary>
    public int Asset { get; }

    /// <summary>Per number its owners between, ascending, and last the target with the sum of what targets hold.</summary>
    public StakeRows Rows { get; }

    /// <summary>Per number the sum of the least shares that others hold.</summary>
    public double[] ElsewhereLow { get; }

    /// <summary>Per number the sum of the greatest shares that others hold.</summary>
    public double[] ElsewhereHigh { get; }

    /// <summary>How many shares, as they were recorded, make one at most.</summary>
    public int MostMerged { get; }

    public int EntityOf(int number) => _entityOf[number];

    /// <summary>Whether an owner of something between is a target.</summary>
    public bool IsTarget(int entity) => _targets.Contains(entity);

    public bool IsComplete(int number) => Graph.IsComplete(_entityOf[number]);

    public static Between Find(OwnershipGraph graph, int asset, Ends ends, CancellationToken cancellation)
    {
        List<int> above = FindAbove(graph, asset, ends, out Dictionary<int, int> placeOf, cancellation);
        bool[] passes = FindPassing(graph, above, placeOf, ends, cancellation);
        int[] entities = [.. above.Where((_, place) => passes[place]).Order()];
        for (int number = 0; number < entities.Length; number++)
            placeOf[entities[number]] = -1 - number;

        var starts = new int[entities.Length + 1];
        var owners = new Column<int>(2 * entities.Length);
        var least = new Column<double>(2 * entities.Length);
        var most = new Column<double>(2 * entities.Length);
        double[] elsewhereLow = new double[entities.Length];
        double[] elsewhereHigh = new double[entities.Length];
        var targets = new HashSet<int>();
        int mostMerged = 0;
        for (int number = 0; number < entities.Length; number++)
        {
            ReadOnlySpan<int> row = graph.OwnersOf(entities[number]);
            ReadOnlySpan<double> low = graph.LowSharesOf(entities[number]);
            ReadOnlySpan<double> high = graph.HighSharesOf(entities[number]);
            (double targetLow, double targetHigh, int merged) = (0, 0, 0);
            for (int k = 0; k < row.Length; k++)
            {
                if (ends.IsTarget(row[k]))
                {
                    targetLow += low[k];
                    targetHigh += high[k];
                    merged++;
                    targets.Add(row[k]);
                }
                else if (high[k] > 0 && placeOf.TryGetValue(row[k], out int place) && place < 0)
                {
                    owners.Add(-1 - place);
                    least.Add(low[k]);
                    most.Add(high[k]);
                }
                else
                {
                    elsewhereLow[number] += low[k];
                    elsewhereHigh[number] += high[k];
                    merged++;
                }
            }

            if (targetHigh > 0)
            {
                owners.Add(entities.Length);
                least.Add(targetLow);
                most.Add(targetHigh);
            }

            starts[number + 1] = owners.Count;
            mostMerged = Math.Max(mostMerged, merged);
        }

        ReadOnlyMemory<double> lows = least.ToMemory();
        bool exact = lows.Span.SequenceEqual(most.ToMemory().Span);
        var rows = new StakeRows(starts, owners.ToMemory(), lows, exact ? lows : most.ToMemory());
        return new Between(graph, entities, targets, rows, elsewhereLow, elsewhereHigh, entities.Length == 0 ? -1 : -1 - placeOf[asset], mostMerged);
    }

    /// <summary>The asset and whatever passes on value of it, in the order of a walk upward.</summary>
    private static List<int> FindAbove(
        OwnershipGraph graph, int asset, Ends ends, out Dictionary<int, int> placeOf, CancellationToken cancellation)
    {
        List<int> found = [asset];
        placeOf = new Dictionary<int, int> { [asset] = 0 };
        for (int place = 0; place < found.Count; place++)
        {
            if ((place & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> owners = graph.OwnersOf(found[place]);
            ReadOnlySpan<double> high = graph.HighSharesOf(found[place]);
            for (int k = 0; k < owners.Length; k++)
            {
                if (high[k] > 0 && !ends.Stops(owners[k]) && placeOf.TryAdd(owners[k], found.Count))
                    found.Add(owners[k]);
            }
        }

        return found;
    }

    /// <summary>Which of those above the asset a target can be reached from.</summary>
    private static bool[] FindPassing(
        OwnershipGraph graph, List<int> above, Dictionary<int, int> placeOf, Ends ends, CancellationToken cancellation)
    {
        int[] start = new int[above.Count + 2];
        var edges = new Column<(int Owner, int Asset)>(2 * above.Count);
        var waiting = new Stack<int>();
        bool[] passes = new bool[above.Count];
        for (int place = 0; place < above.Count; place++)
        {
            if ((place & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> owners = graph.OwnersOf(above[place]);
            ReadOnlySpan<double> high = graph.HighSharesOf(above[place]);
            for (int k = 0; k < owners.Length; k++)
            {
                if (high[k] == 0)
                    continue;
                if (ends.IsTarget(owners[k]))
                {
                    if (!passes[place])
                        waiting.Push(place);
                    passes[place] = true;
                }
                else if (placeOf.TryGetValue(owners[k], out int owner))
                {
                    edges.Add((owner, place));
                    start[owner + 2]++;
                }
            }
        }

        for (int place = 2; place < start.Length; place++)
            start[place] += start[place - 1];
        int[] held = new int[edges.Count];
        for (int i = 0; i < edges.Count; i++)
            held[start[edges[i].Owner + 1]++] = edges[i].Asset;
        while (waiting.TryPop(out int owner))
        {
            foreach (int asset in held.AsSpan(start[owner]..start[owner + 1]))
            {
                if (passes[asset])
                    continue;
                passes[asset] = true;
                waiting.Push(asset);
            }
        }

        return passes;
    }
}

/// <summary>Where chains end: at the targets, which are one owner or the terminals of one side, and in vain at every other terminal.</summary>
internal readonly ref struct Ends
{
    private readonly ReadOnlySpan<bool> _terminal;
    private readonly ReadOnlySpan<bool> _inGroup;
    private readonly bool _side;
    private readonly int _owner;

    public Ends(ReadOnlySpan<bool> terminal, int owner)
    {
        _terminal = terminal;
        _owner = owner;
    }

    public Ends(ReadOnlySpan<bool> terminal, ReadOnlySpan<bool> inGroup, bool side)
    {
        _terminal = terminal;
        _inGroup = inGroup;
        _side = side;
        _owner = -1;
    }

    public bool IsTarget(int entity) => _owner >= 0 ? entity == _owner : _terminal[entity] && _inGroup[entity] == _side;

    public bool Stops(int entity) => _terminal[entity] || entity == _owner;
}
