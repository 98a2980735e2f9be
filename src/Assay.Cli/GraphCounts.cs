using Assay.Ownership;

namespace Assay.Cli;

/// <summary>Counts of a graph, found in one pass over its stakes.</summary>
internal sealed record GraphCounts(long Unowned, long Isolated, long MostOwners, long MostHoldings, long Parts, long LargestPart, long Ranges)
{
    public static GraphCounts Of(OwnershipGraph graph)
    {
        var columns = graph.Columns;
        var starts = columns.Starts.Span;
        var owners = columns.Owners.Span;
        var holdings = new int[graph.EntityCount];
        var parent = new int[graph.EntityCount];
        for (var entity = 0; entity < parent.Length; entity++) parent[entity] = entity;
        long unowned = 0;
        var mostOwners = 0;
        for (var asset = 0; asset < parent.Length; asset++)
        {
            var mine = owners[starts[asset]..starts[asset + 1]];
            mostOwners = Math.Max(mostOwners, mine.Length);
            if (mine.IsEmpty) unowned++;
            foreach (var owner in mine)
            {
                holdings[owner]++;
                Join(parent, owner, asset);
            }
        }
        var (isolated, parts, largest) = Sizes(parent, holdings, starts);
        return new GraphCounts(unowned, isolated, mostOwners, holdings.Length == 0 ? 0 : holdings.Max(), parts, largest, CountRanges(columns));
    }

    private static (long Isolated, long Parts, long Largest) Sizes(int[] parent, int[] holdings, ReadOnlySpan<int> starts)
    {
        var sizes = new int[parent.Length];
        long isolated = 0;
        for (var entity = 0; entity < parent.Length; entity++)
        {
            sizes[Find(parent, entity)]++;
            if (holdings[entity] == 0 && starts[entity] == starts[entity + 1]) isolated++;
        }
        return (isolated, sizes.LongCount(size => size > 1), sizes.Where(size => size > 1).DefaultIfEmpty().Max());
    }

    private static long CountRanges(OwnershipColumns columns)
    {
        if (columns.Low.Equals(columns.High)) return 0;
        var (low, high) = (columns.Low, columns.High);
        long ranges = 0;
        for (var slot = 0; slot < low.Length; slot++)
            if (low.Span[slot] < high.Span[slot]) ranges++;
        return ranges;
    }

    /// <summary>The one that stands for all that it is connected with, by halving paths (Tarjan and van Leeuwen, 1984).</summary>
    private static int Find(int[] parent, int entity)
    {
        while (parent[entity] != entity) entity = parent[entity] = parent[parent[entity]];
        return entity;
    }

    private static void Join(int[] parent, int one, int other)
    {
        var (low, high) = (Find(parent, one), Find(parent, other));
        if (low > high) (low, high) = (high, low);
        parent[high] = low;
    }
}
