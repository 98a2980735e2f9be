using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Finds the assets of which more than the whole is held, and settles them as the caller chose.</summary>
internal static class ExcessShares
{
    public static ImmutableArray<OverfullAsset> Find(StakeRows byAsset)
    {
        var found = ImmutableArray.CreateBuilder<OverfullAsset>();
        ReadOnlySpan<int> start = byAsset.Start;
        ReadOnlySpan<double> low = byAsset.Low;
        for (int asset = 0; asset < byAsset.RowCount; asset++)
        {
            double sum = 0;
            foreach (double share in low[start[asset]..start[asset + 1]])
                sum += share;
            if (sum > 1 + OwnershipGraph.Tolerance)
                found.Add(new OverfullAsset(asset, sum));
        }

        return found.DrainToImmutable();
    }

    public static StakeRows Settle(
        StakeRows byAsset, ImmutableArray<OverfullAsset> overfull, ExcessHandling handling, ref bool[]? complete)
    {
        if (handling == ExcessHandling.Scale)
            return Scale(byAsset, overfull);
        complete ??= new bool[byAsset.RowCount];
        foreach (OverfullAsset asset in overfull)
            complete[asset.Asset] = true;
        return Loosen(byAsset, overfull);
    }

    /// <summary>Lets each share be smaller by the excess: this contains scaling, and every way to correct one stake alone.</summary>
    private static StakeRows Loosen(StakeRows byAsset, ImmutableArray<OverfullAsset> overfull)
    {
        double[] low = byAsset.Low.ToArray();
        foreach (OverfullAsset asset in overfull)
        {
            foreach (ref double share in low.AsSpan(byAsset.Start[asset.Asset]..byAsset.Start[asset.Asset + 1]))
                share = Math.Max(0, share - (asset.Sum - 1));
        }

        OwnershipColumns columns = byAsset.ToColumns(default, 1);
        return new StakeRows(columns.Starts, columns.Owners, low, columns.High);
    }

    private static StakeRows Scale(StakeRows byAsset, ImmutableArray<OverfullAsset> overfull)
    {
        double[] low = byAsset.Low.ToArray();
        double[] high = byAsset.IsExact ? low : byAsset.High.ToArray();
        foreach (OverfullAsset asset in overfull)
        {
            for (int slot = byAsset.Start[asset.Asset]; slot < byAsset.Start[asset.Asset + 1]; slot++)
                high[slot] = low[slot] /= asset.Sum;
        }

        OwnershipColumns columns = byAsset.ToColumns(default, 1);
        ReadOnlyMemory<double> least = low;
        return new StakeRows(columns.Starts, columns.Owners, least, byAsset.IsExact ? least : high);
    }
}
