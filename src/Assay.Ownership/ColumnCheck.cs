using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Ownership;

/// <summary>Checks columns that come from outside before a graph trusts them.</summary>
internal static class ColumnCheck
{
    public static OwnershipGraph ToGraph(in OwnershipColumns columns, ImmutableArray<OverfullAsset> overfull, int threads)
    {
        if (columns.Starts.IsEmpty)
            throw new ArgumentException("The column of starts is empty; it has one place more than there are entities.", nameof(columns));
        int entities = columns.Starts.Length - 1;
        int stakes = columns.Owners.Length;
        if (columns.Low.Length != stakes || columns.High.Length != stakes)
            throw new ArgumentException($"There are {stakes} owners, {columns.Low.Length} least and {columns.High.Length} greatest shares.", nameof(columns));
        if (!columns.Complete.IsEmpty && columns.Complete.Length != entities)
            throw new ArgumentException($"There are {entities} entities and {columns.Complete.Length} marks of completeness.", nameof(columns));
        if (columns.MostParallel < 1)
            throw new ArgumentException($"At most {columns.MostParallel} stakes were added up into one; it is 1 or more.", nameof(columns));
        CheckRows(columns.Starts.Span, columns.Owners.Span, columns.Low.Span);
        if (!columns.Low.Equals(columns.High))
            CheckRanges(columns.Low.Span, columns.High.Span);
        foreach (byte mark in MemoryMarshal.AsBytes(columns.Complete.Span))
        {
            if (mark > 1)
                throw new ArgumentException($"A mark of completeness is {mark}, neither 0 nor 1.", nameof(columns));
        }

        foreach (OverfullAsset asset in overfull)
        {
            if (asset.Asset < 0 || asset.Asset >= entities || !(asset.Sum > 1))
                throw new ArgumentException($"Asset {asset.Asset} with a sum of {asset.Sum} is not an overfull asset.", nameof(overfull));
        }

        return new OwnershipGraph(
            new StakeRows(columns.Starts, columns.Owners, columns.Low, columns.High), columns.Complete, overfull, columns.MostParallel, threads);
    }

    private static void CheckRows(ReadOnlySpan<int> starts, ReadOnlySpan<int> owners, ReadOnlySpan<double> low)
    {
        int entities = starts.Length - 1;
        if (starts[0] != 0 || starts[entities] != owners.Length)
            throw new ArgumentException($"Starts run from {starts[0]} to {starts[entities]} where there are {owners.Length} stakes.", nameof(starts));
        for (int asset = 0; asset < entities; asset++)
        {
            int from = starts[asset];
            int to = starts[asset + 1];
            if (to < from || to > owners.Length)
                throw new ArgumentException($"The owners of asset {asset} end at {to}, which is not between {from} and {owners.Length}.", nameof(starts));
            int before = -1;
            double sum = 0;
            for (int slot = from; slot < to; slot++)
            {
                int owner = owners[slot];
                if (owner <= before || owner >= entities)
                    throw new ArgumentException($"Owner {owner} of asset {asset} at place {slot} is not an entity above {before}, of {entities}.", nameof(owners));
                if (!(low[slot] >= 0))
                    throw new ArgumentException($"Least share {low[slot]} at place {slot} is not a share.", nameof(low));
                sum += low[slot];
                before = owner;
            }

            if (!(sum <= 1 + (2 * OwnershipGraph.Tolerance)))
                throw new ArgumentException($"The least shares of asset {asset} sum to {sum}, more than 1.", nameof(low));
        }
    }

    private static void CheckRanges(ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        for (int slot = 0; slot < low.Length; slot++)
        {
            if (!(high[slot] >= low[slot] && double.IsFinite(high[slot])))
                throw new ArgumentException($"Shares {low[slot]} to {high[slot]} at place {slot} are not shares in order.", nameof(high));
        }
    }
}
