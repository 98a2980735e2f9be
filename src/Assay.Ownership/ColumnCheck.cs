using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Ownership;

/// <summary>Checks columns that come from outside before a graph trusts them.</summary>
internal static class ColumnCheck
{
    private const int PartSize = 1 << 18;

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
        CheckEnds(columns.Starts.Span, stakes);
        OwnershipColumns all = columns;
        Strands.Run(
            (entities + PartSize - 1) / PartSize,
            threads,
            part => CheckRows(all, part * PartSize, Math.Min(entities, (part + 1) * PartSize)),
            default);
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

    private static void CheckEnds(ReadOnlySpan<int> starts, int stakes)
    {
        if (starts[0] != 0 || starts[^1] != stakes)
            throw new ArgumentException($"Starts run from {starts[0]} to {starts[^1]} where there are {stakes} stakes.", nameof(starts));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckRows(in OwnershipColumns columns, int first, int end)
    {
        ReadOnlySpan<int> starts = columns.Starts.Span;
        ReadOnlySpan<int> owners = columns.Owners.Span;
        ReadOnlySpan<double> low = columns.Low.Span;
        int entities = starts.Length - 1;
        for (int asset = first; asset < end; asset++)
        {
            int from = starts[asset];
            int to = starts[asset + 1];
            if (from < 0 || to < from || to > owners.Length)
                throw new ArgumentException($"The owners of asset {asset} are those from {from} to {to}, which is not within 0 to {owners.Length}.", nameof(columns));
            int before = -1;
            double sum = 0;
            for (int slot = from; slot < to; slot++)
            {
                int owner = owners[slot];
                if (owner <= before || owner >= entities)
                    throw new ArgumentException($"Owner {owner} of asset {asset} at place {slot} is not an entity above {before}, of {entities}.", nameof(columns));
                if (!(low[slot] >= 0))
                    throw new ArgumentException($"Least share {low[slot]} at place {slot} is not a share.", nameof(columns));
                sum += low[slot];
                before = owner;
            }

            if (!(sum <= 1 + (2 * OwnershipGraph.Tolerance)))
                throw new ArgumentException($"The least shares of asset {asset} sum to {sum}, more than 1.", nameof(columns));
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
