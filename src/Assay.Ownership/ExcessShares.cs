using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Finds the assets of which more than the whole is held, and settles them as the caller chose.</summary>
internal static class ExcessShares
{
    public static ImmutableArray<OverfullAsset> Find(StakeRows byAsset)
    {
        var found = ImmutableArray.CreateBuilder<OverfullAsset>();
        for (int asset = 0; asset < byAsset.RowCount; asset++)
        {
            double sum = 0;
            for (int slot = byAsset.Start[asset]; slot < byAsset.Start[asset + 1]; slot++)
                sum += byAsset.Low[slot];
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
        double[] low = (double[])byAsset.Low.Clone();
        foreach (OverfullAsset asset in overfull)
        {
            for (int slot = byAsset.Start[asset.Asset]; slot < byAsset.Start[asset.Asset + 1]; slot++)
                low[slot] = Math.Max(0, low[slot] - (asset.Sum - 1));
        }

        return new StakeRows(byAsset.Start, byAsset.Partner, low, byAsset.High);
    }

    private static StakeRows Scale(StakeRows byAsset, ImmutableArray<OverfullAsset> overfull)
    {
        foreach (OverfullAsset asset in overfull)
        {
            for (int slot = byAsset.Start[asset.Asset]; slot < byAsset.Start[asset.Asset + 1]; slot++)
                byAsset.High[slot] = byAsset.Low[slot] /= asset.Sum;
        }

        return byAsset;
    }
}
