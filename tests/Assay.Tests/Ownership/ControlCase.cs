using Assay.Ownership;

namespace Assay.Tests.Ownership;

/// <summary>A small graph with rights that confer control and with vetoes, and control in it by naive set iteration in whole numbers.</summary>
internal sealed record ControlCase(SmallGraph Graph, ControlPair[] Conferred, bool[] Vetoed)
{
    /// <summary>Exact shares: sole and joint majorities, exact halves, circles, self-holdings, parallel stakes, stakes in terminals.</summary>
    public static ControlCase Exact(int seed, bool rights)
    {
        var random = new Random(seed);
        int count = 3 + random.Next(10);
        var stakes = new List<(int, int, int, int)>();
        for (int asset = 0; asset < count; asset++)
        {
            // Owners come from a few, so that several of an asset are often of one group.
            int left = SmallGraph.Unit;
            int most = 1 + random.Next(8);
            int few = 1 + random.Next(count);
            for (int parts = random.Next(7); parts > 0 && left > 0; parts--)
            {
                int share = Math.Min(left, random.Next(1, most + 1));
                left -= share;
                stakes.Add(((asset + 1 + random.Next(few)) % count, asset, share, share));
            }
        }

        bool[] terminal = [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0)];
        var graph = new SmallGraph { Count = count, Stakes = stakes, Terminal = terminal, Complete = new bool[count], Group = new bool[count] };
        return With(graph, random, rights);
    }

    /// <summary>Ranges, some assets complete.</summary>
    public static ControlCase Ranges(int seed, bool rights) =>
        With(SmallGraph.Random(seed, cycles: true, ranges: true, complete: true), new Random(seed), rights);

    public ControlMap Prepare() => ControlMap.Prepare(Graph.Build(), Graph.Terminal, Conferred, Vetoed);

    /// <summary>
    /// Adds whatever members have more than half of, or a right over, until nothing changes; the controllers hold the
    /// unknown parts too and no veto counts, or neither. The controllers are in the set.
    /// </summary>
    public HashSet<int> Iterate(int[] shares, IEnumerable<int> controllers, bool possibly)
    {
        HashSet<int> members = [.. controllers];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int asset = 0; asset < Graph.Count; asset++)
            {
                int held = 0;
                int known = 0;
                for (int i = 0; i < shares.Length; i++)
                {
                    if (Graph.Stakes[i].Asset != asset)
                        continue;
                    known += shares[i];
                    held += members.Contains(Graph.Stakes[i].Owner) ? shares[i] : 0;
                }

                if (possibly)
                    held += SmallGraph.Unit - known;
                bool right = Conferred.Any(pair => pair.Entity == asset && members.Contains(pair.Controller));
                if (!Graph.Terminal[asset] && (possibly || !Vetoed[asset]) && (right || 2 * held > SmallGraph.Unit))
                    changed |= members.Add(asset);
            }
        }

        return members;
    }

    /// <summary>What each entity controls, itself included.</summary>
    public HashSet<int>[] IterateAll() =>
        [.. Enumerable.Range(0, Graph.Count).Select(controller => Iterate(Graph.LeastShares(), [controller], possibly: false))];

    private static ControlCase With(SmallGraph graph, Random random, bool rights)
    {
        if (!rights)
            return new ControlCase(graph, [], new bool[graph.Count]);
        ControlPair[] conferred = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new ControlPair(random.Next(graph.Count), random.Next(graph.Count)))];
        bool[] vetoed = [.. Enumerable.Range(0, graph.Count).Select(_ => random.Next(6) == 0)];
        return new ControlCase(graph, conferred, vetoed);
    }
}
