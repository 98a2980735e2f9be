namespace Assay.Ownership;

/// <summary>
/// The part of a graph that value can reach: the valued entities and whatever lies above them. Its entities have
/// numbers of their own; if it is the whole graph, a number is the entity's index. Rows hold only stakes that value
/// passes through, so those of terminals are empty.
/// </summary>
internal sealed class Reach
{
    private readonly int[]? _numberOf;
    private readonly int[]? _entityOf;

    private Reach(StakeRows rows, int count, int[] holdings, int firstCount, int[]? numberOf, int[]? entityOf)
    {
        FirstCount = firstCount;
        Rows = rows;
        Count = count;
        Holdings = holdings;
        _numberOf = numberOf;
        _entityOf = entityOf;
    }

    /// <summary>Owners by asset, both as numbers.</summary>
    public StakeRows Rows { get; }

    /// <summary>Per number, in how many assets of the reach it has a stake; once cycles are found, not counting those in its own. May have room to spare.</summary>
    public int[] Holdings { get; }

    public int Count { get; }

    /// <summary>How many numbers, the first, are those the reach was asked for.</summary>
    public int FirstCount { get; }

    public bool IsWhole => _numberOf is null;

    public int EntityOf(int number) => _entityOf is null ? number : _entityOf[number];

    /// <summary>The number of an entity, or -1 if no value reaches it.</summary>
    public int NumberOf(int entity) => _numberOf is null ? entity : _numberOf[entity];

    /// <summary>What each number holds, with the least shares alone.</summary>
    public StakeRows HeldLow(int threads) => IsWhole ? Rows.Transpose(threads) : Rows.TransposeByCounting(Count, leastAlone: true);

    /// <summary>The whole graph.</summary>
    public static Reach All(OwnershipGraph graph, bool[] terminal, double[]? forced)
    {
        StakeRows rows = graph.ByAsset;
        if (!AllCarry(rows, terminal))
            rows = Carrying(rows, terminal, forced);
        int[] holdings = LargeMemory.Zeros<int>(graph.EntityCount);
        foreach (int owner in rows.Partner)
            holdings[owner]++;
        return new Reach(rows, holdings.Length, holdings, holdings.Length, null, null);
    }

    /// <summary>What lies above these entities, they included. The first numbers are theirs, in their order, each once.</summary>
    public static Reach Above(OwnershipGraph graph, ReadOnlySpan<int> valued, bool[] terminal, double[]? forced, CancellationToken cancellation)
    {
        int[] numberOf = LargeMemory.Uninitialized<int>(graph.EntityCount);
        numberOf.AsSpan().Fill(-1);
        var walk = new UpwardWalk(graph, terminal, forced, numberOf);
        walk.Begin(valued);
        int firstCount = walk.Count;
        walk.Finish(cancellation);
        return new Reach(walk.Rows(), walk.Count, walk.Holdings, firstCount, numberOf, walk.Entities);
    }

    /// <summary>Without this test a closed cycle could hide inside a larger one that only stakes of nothing join.</summary>
    public static bool Carries(double low, double high, bool flexible) => low > 0 || (flexible && high > 0);

    private static bool AllCarry(StakeRows rows, bool[] terminal)
    {
        foreach (double share in rows.Low)
        {
            if (share == 0)
                return false;
        }

        ReadOnlySpan<int> start = rows.Start;
        for (int asset = 0; asset < terminal.Length; asset++)
        {
            if (terminal[asset] && start[asset] < start[asset + 1])
                return false;
        }

        return true;
    }

    private static StakeRows Carrying(StakeRows rows, bool[] terminal, double[]? forced)
    {
        ReadOnlySpan<int> from = rows.Start;
        ReadOnlySpan<int> partner = rows.Partner;
        ReadOnlySpan<double> low = rows.Low;
        ReadOnlySpan<double> high = rows.High;
        int[] start = LargeMemory.Zeros<int>(rows.RowCount + 1);
        var owners = new Column<int>(rows.StakeCount);
        var least = new Column<double>(rows.StakeCount);
        var most = new Column<double>(rows.IsExact ? 0 : rows.StakeCount);
        for (int asset = 0; asset < rows.RowCount; asset++)
        {
            bool flexible = forced is not null && forced[asset] > 0;
            for (int slot = from[asset]; slot < from[asset + 1] && !terminal[asset]; slot++)
            {
                if (!Carries(low[slot], high[slot], flexible))
                    continue;
                owners.Add(partner[slot]);
                least.Add(low[slot]);
                if (!rows.IsExact)
                    most.Add(high[slot]);
            }

            start[asset + 1] = owners.Count;
        }

        ReadOnlyMemory<double> lows = least.ToMemory();
        return new StakeRows(start, owners.ToMemory(), lows, rows.IsExact ? lows : most.ToMemory());
    }
}
