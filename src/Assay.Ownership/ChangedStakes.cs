using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Writes a change of variables as changes of recorded stakes.</summary>
internal sealed class ChangedStakes(ChangeProblem problem)
{
    public ImmutableArray<StakeChange> List(double[] change)
    {
        Between between = problem.Between;
        var changes = new List<StakeChange>();
        for (int row = 0; row < between.Count; row++)
        {
            int asset = between.EntityOf(row);
            ReadOnlySpan<int> owners = between.Graph.OwnersOf(asset);
            ReadOnlySpan<double> low = between.Graph.LowSharesOf(asset);
            var inner = new HashSet<int>();
            double toTargets = 0;
            Places slots = problem.SlotsOf(row);
            for (int slot = slots.First; slot < slots.End; slot++)
            {
                int owner = between.Rows.Partner[slot];
                if (owner == between.Target)
                {
                    toTargets = change[slot];
                    continue;
                }

                inner.Add(between.EntityOf(owner));
                Add(between.EntityOf(owner), low[owners.IndexOf(between.EntityOf(owner))], change[slot]);
            }

            // Shares held by several on one side are moved from the largest holder on, and to the largest.
            double toOthers = change[problem.SlotCount + row];
            int[] outer = [.. Enumerable.Range(0, owners.Length)];
            double[] order = [.. low.ToArray().Select(share => -share)];
            Array.Sort(order, outer);
            foreach (int k in outer)
            {
                if (inner.Contains(owners[k]))
                    continue;
                ref double left = ref toOthers;
                if (between.IsTarget(owners[k]))
                    left = ref toTargets;
                double moved = left > 0 ? Math.Min(left, 1 - low[k]) : Math.Max(left, -low[k]);
                left -= moved;
                Add(owners[k], low[k], moved);
            }

            void Add(int owner, double from, double by)
            {
                double to = Math.Clamp(from + by, 0, 1);
                if (to != from)
                    changes.Add(new StakeChange(owner, asset, from, to));
            }
        }

        return [.. changes.OrderBy(one => one.Asset).ThenBy(one => one.Owner)];
    }
}
