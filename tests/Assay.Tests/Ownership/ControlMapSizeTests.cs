using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

/// <summary>Maps of graphs too large for set iteration, or for one part of the work.</summary>
public sealed class ControlMapSizeTests
{
    [Fact]
    public void A_long_chain_controls_all_below()
    {
        const int Length = 200_000;
        int[] order = Shuffled(Length);
        Stake[] stakes = [.. Enumerable.Range(1, Length - 1).Select(i => new Stake(order[i - 1], order[i], 0.6))];
        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(Length, stakes), new bool[Length]);
        Assert.Equal(new ControlTotals(Length - 1, (long)Length * (Length - 1) / 2, Length - 1), map.Count());
        Assert.All(map.FindUltimateControllers().Index(), pair =>
            Assert.Equal(pair.Index == order[0] ? ControlMap.Nobody : order[0], pair.Item));
    }

    [Fact]
    public void A_long_circle_controls_itself_and_what_hangs_on_it()
    {
        // Two circles, of 3 and of 1,999, each member with one company below it; and a company alone.
        const int Length = 1999;
        int[] order = Shuffled((2 * (Length + 3)) + 1);
        var stakes = new List<Stake>();
        foreach ((int from, int length) in ((int, int)[])[(0, 3), (6, Length)])
        {
            for (int i = 0; i < length; i++)
            {
                stakes.Add(new Stake(order[from + i], order[from + ((i + 1) % length)], 0.7));
                stakes.Add(new Stake(order[from + i], order[from + length + i], 0.7));
            }
        }

        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(order.Length, [.. stakes]), new bool[order.Length]);
        Assert.Equal(new ControlTotals(Length + 3, (3 * 5) + (Length * ((2L * Length) - 1)), (2 * Length) - 1), map.Count());
        int[] ultimate = map.FindUltimateControllers();
        int[] circle = [.. order[6..(6 + Length)].Order()];
        Assert.Equal(circle[1], ultimate[circle[0]]);
        Assert.All(order[7..(6 + (2 * Length))].Except([circle[0]]), entity => Assert.Equal(circle[0], ultimate[entity]));
        Assert.Equal(ControlMap.Nobody, ultimate[order[^1]]);
    }

    [Fact]
    public void Thousands_of_small_stakes_add_up()
    {
        // 0 owns 1 to 5,000, each of which holds 0.0101 % of the next 3 assets: 50.5 % together, less without one of them in fifty.
        const int Holders = 5000;
        var stakes = new List<Stake>();
        for (int holder = 1; holder <= Holders; holder++)
        {
            stakes.Add(new Stake(0, holder, 1));
            stakes.Add(new Stake(holder, Holders + 1, 0.000101));
            stakes.Add(new Stake(holder, Holders + 2, 0.0001));
            if (holder % 50 != 0)
                stakes.Add(new Stake(holder, Holders + 3, 0.000101));
        }

        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(Holders + 4, [.. stakes]), new bool[Holders + 4]);
        Assert.Equal(Enumerable.Range(1, Holders + 1), map.FindControlled(0).Order());
    }

    [Fact]
    public void Joint_control_of_thousands_carries_on_through_their_stakes()
    {
        // Company k + 2 is held half by k and a little by k + 1; two companies are wholly owned by the last.
        const int Length = 3000;
        int[] order = Shuffled(Length + 3);
        int top = order[^1];
        var stakes = new List<Stake> { new(top, order[0], 1), new(top, order[1], 1) };
        for (int k = 0; k < Length; k++)
        {
            stakes.Add(new Stake(order[k], order[k + 2], 0.5));
            stakes.Add(new Stake(order[k + 1], order[k + 2], 0.01));
        }

        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(order.Length, [.. stakes]), new bool[order.Length]);
        Assert.Equal(Length + 2, map.FindControlled(top).Length);
        Assert.Equal(new ControlTotals(1, Length + 2, Length + 2), map.Count());
        Assert.All([0, 1, 2, Length], place => Assert.Equal(top, map.FindUltimateController(order[place])));
    }

    [Fact]
    public void Groups_of_a_large_graph_are_those_of_a_work_list_and_come_in_one_order()
    {
        (OwnershipGraph graph, List<Stake>[] held, bool[] terminal) = Large(60_000);
        ControlMap map = ControlMap.Prepare(graph, terminal);
        List<(int Controller, int[] Entities)> groups = ControlMapTests.Visit(map);
        Assert.Equal(groups.Count, groups.Select(group => group.Controller).Distinct().Count());
        bool[] majority = new bool[terminal.Length];
        foreach (Stake stake in held.SelectMany(stakes => stakes).Where(stake => stake.Low > 0.5))
            majority[stake.Asset] = true;
        Dictionary<int, int[]> byController = groups.ToDictionary(group => group.Controller, group => group.Entities);
        for (int controller = 0; controller < terminal.Length; controller++)
        {
            List<int> expected = WorkList(held, terminal, controller);
            Assert.Equal(expected.Order(), byController.GetValueOrDefault(controller, []).Order());
        }

        List<(int Controller, int[] Entities)> again = ControlMapTests.Visit(ControlMap.Prepare(graph, terminal));
        Assert.Equal(groups.Select(group => group.Controller), again.Select(group => group.Controller));
        Assert.Equal(groups.SelectMany(group => group.Entities), again.SelectMany(group => group.Entities));
        Assert.Contains(groups, group => group.Entities.Length > 20);
        Assert.True(groups.Sum(group => group.Entities.Count(entity => !majority[entity])) > 1000);
    }

    [Fact]
    public void Progress_ascends_to_one_and_cancelling_stops()
    {
        (OwnershipGraph graph, _, bool[] terminal) = Large(60_000);
        ControlMap map = ControlMap.Prepare(graph, terminal);
        var told = new Told();
        ControlTotals totals = map.Count(told);
        Assert.Equal(told.Parts.Order(), told.Parts);
        Assert.Equal(1, told.Parts[^1]);
        Assert.Equal(totals, map.Count());

        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => map.Count(cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => map.FindUltimateControllers(cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => ControlMap.Prepare(graph, terminal, cancellation: source.Token));
        using var later = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => map.Visit(() => 0, (_, _) => later.Cancel(), _ => { }, cancellation: later.Token));
    }

    [Fact]
    public void What_a_visitor_throws_is_thrown_on()
    {
        (OwnershipGraph graph, _, bool[] terminal) = Large(20_000);
        ControlMap map = ControlMap.Prepare(graph, terminal);
        Assert.Throws<InvalidDataException>(() => map.Visit(() => 0, (_, _) => throw new InvalidDataException(), _ => { }));
        Assert.Throws<InvalidDataException>(() => map.Visit(() => 0, (_, _) => { }, _ => throw new InvalidDataException()));
    }

    [Fact]
    public void One_map_serves_many_threads()
    {
        (OwnershipGraph graph, _, bool[] terminal) = Large(20_000);
        ControlMap map = ControlMap.Prepare(graph, terminal);
        ControlTotals totals = map.Count();
        int[] ultimate = map.FindUltimateControllers();
        Parallel.For(0, 8, i =>
        {
            Assert.Equal(totals, map.Count());
            Assert.Equal(ultimate, map.FindUltimateControllers());
            var search = new ControlSearch(map);
            for (int entity = i; entity < ultimate.Length; entity += 997)
            {
                Assert.Equal(ultimate[entity], map.FindUltimateController(entity));
                if (ultimate[entity] >= 0)
                    Assert.Equal(Certainty.Surely, search.Judge([ultimate[entity]], entity));
            }
        });
    }

    private static int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(count).Shuffle(order);
        return order;
    }

    /// <summary>A graph of groups that hold jointly too: owners are drawn near each other, shares in whole 128ths.</summary>
    private static (OwnershipGraph Graph, List<Stake>[] Held, bool[] Terminal) Large(int count)
    {
        var random = new Random(count);
        int[] order = Shuffled(count);
        List<Stake>[] held = [.. Enumerable.Range(0, count).Select(_ => new List<Stake>())];
        bool[] terminal = [.. Enumerable.Range(0, count).Select(_ => random.Next(200) == 0)];
        for (int asset = 1; asset < count; asset++)
        {
            int left = 128;
            for (int parts = 1 + random.Next(5); parts > 0 && left > 0; parts--)
            {
                int share = random.Next(Math.Min(left, 95)) + 1;
                left -= share;
                int owner = random.Next(40) == 0 ? random.Next(count) : random.Next(Math.Max(0, asset - 8), asset);
                held[order[owner]].Add(new Stake(order[owner], order[asset], share / 128.0));
            }
        }

        return (OwnershipGraph.Build(count, [.. held.SelectMany(stakes => stakes)]), held, terminal);
    }

    private static List<int> WorkList(List<Stake>[] held, bool[] terminal, int controller)
    {
        var members = new List<int> { controller };
        var sums = new Dictionary<int, double>();
        for (int i = 0; i < members.Count; i++)
        {
            foreach (Stake stake in held[members[i]])
            {
                if (terminal[stake.Asset] || stake.Asset == controller)
                    continue;
                double before = sums.GetValueOrDefault(stake.Asset);
                sums[stake.Asset] = before + stake.Low;
                if (before <= 0.5 && before + stake.Low > 0.5)
                    members.Add(stake.Asset);
            }
        }

        return members[1..];
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Parts { get; } = [];

        public void Report(double value) => Parts.Add(value);
    }
}
