using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>Finds of every entity the one controller it has directly, if it has one.</summary>
internal static class SoleControllers
{
    /// <summary>Nobody controls the entity directly, and its owners together cannot.</summary>
    public const int None = -1;

    /// <summary>Owners may control the entity together, or several control it apart.</summary>
    public const int Joint = -2;

    private const int Piece = 1 << 15;

    /// <summary>Per entity its only direct controller, <see cref="None"/> or <see cref="Joint"/>.</summary>
    public static int[] Find(ControlRule rule, CancellationToken cancellation)
    {
        int count = rule.Graph.EntityCount;
        int[] found = LargeMemory.Uninitialized<int>(count);
        Strands.Run(
            (count + Piece - 1) / Piece,
            rule.Graph.Threads,
            piece => FindByShares(rule, found, piece * Piece, Math.Min(count, (piece * Piece) + Piece)),
            cancellation);
        AddConferred(rule, found);
        return found;
    }

    /// <summary>
    /// By shares alone. No more than one owner can have a sure majority, and then the others together have none, as
    /// in every completion the shares sum to 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindByShares(ControlRule rule, int[] found, int from, int to)
    {
        ReadOnlySpan<int> start = rule.Graph.ByAsset.Start;
        ReadOnlySpan<int> owner = rule.Graph.ByAsset.Partner;
        ReadOnlySpan<double> low = rule.Graph.ByAsset.Low;
        bool exact = rule.IsExact;
        unchecked
        {
            int slot = start[from];
            for (int asset = from; asset < to; asset++)
            {
                int end = start[asset + 1];
                int sole = SoleControllers.None;
                if (slot < end && !rule.IsNeverSure(asset))
                {
                    if (!exact && rule.Graph.IsComplete(asset))
                    {
                        sole = FindInComplete(rule, asset);
                    }
                    else
                    {
                        double sum = 0;
                        for (; slot < end; slot++)
                        {
                            if (owner[slot] == asset)
                                continue;
                            double share = low[slot];
                            sum += share;
                            if (ControlRule.IsMoreThanHalf(share))
                            {
                                sole = owner[slot];
                                break;
                            }
                        }

                        if (sole == None && ControlRule.IsMoreThanHalf(sum))
                            sole = Joint;
                    }
                }

                slot = end;
                found[asset] = sole;
            }
        }
    }

    private static int FindInComplete(ControlRule rule, int asset)
    {
        ReadOnlySpan<int> owners = rule.Graph.OwnersOf(asset);
        ReadOnlySpan<double> low = rule.Graph.LowSharesOf(asset);
        ReadOnlySpan<double> high = rule.Graph.HighSharesOf(asset);
        double excess = rule.ExcessOf(asset);
        for (int k = 0; k < owners.Length; k++)
        {
            if (owners[k] != asset && ControlRule.IsMoreThanHalf(Math.Max(low[k], high[k] - excess)))
                return owners[k];
        }

        return ControlRule.IsMoreThanHalf(LeastOfOthers(rule, asset, asset)) ? Joint : None;
    }

    /// <summary>The least that the owners of an asset surely hold together, without itself and one other.</summary>
    private static double LeastOfOthers(ControlRule rule, int asset, int other)
    {
        ReadOnlySpan<int> owners = rule.Graph.OwnersOf(asset);
        ReadOnlySpan<double> lowShares = rule.Graph.LowSharesOf(asset);
        ReadOnlySpan<double> highShares = rule.Graph.HighSharesOf(asset);
        double low = 0;
        double high = 0;
        for (int k = 0; k < owners.Length; k++)
        {
            if (owners[k] == asset || owners[k] == other)
                continue;
            low += lowShares[k];
            high += highShares[k];
        }

        return Math.Max(low, high - rule.ExcessOf(asset));
    }

    /// <summary>A right over an entity makes its holder the only controller, unless shares give another one or may do so.</summary>
    private static void AddConferred(ControlRule rule, int[] found)
    {
        for (int i = 0; i < rule.ByEntity.Length; i++)
        {
            (int controller, int entity) = rule.ByEntity[i];
            if (rule.IsNeverSure(entity) || found[entity] == controller)
                continue;
            bool alone = found[entity] == None || (found[entity] == Joint
                && rule.ConferredOver(entity).Length == 1
                && !ControlRule.IsMoreThanHalf(LeastOfOthers(rule, entity, controller)));
            found[entity] = alone ? controller : Joint;
        }
    }
}
