using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ControlTests
{
    [Fact]
    public void Control_is_that_of_naive_set_iteration()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: false, complete: false, count: 9);
            var search = new ControlSearch(graph.Build(), graph.Terminal);
            for (int controller = 0; controller < graph.Count; controller++)
            {
                HashSet<int> naive = NaiveControl(graph, graph.LeastShares(), controller, withUnknown: false);
                naive.Remove(controller);
                Assert.Equal(naive.Order(), search.FindControlled([controller]).ToArray().Order());
            }
        }
    }

    [Fact]
    public void Surely_is_in_every_completion_and_possibly_in_some_but_not_all()
    {
        int[] counts = new int[3];
        for (int seed = 0; seed < 150; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true);
            var search = new ControlSearch(graph.Build(), graph.Terminal);
            int[][] completions = [.. graph.Completions()];
            var certainties = new Certainty[graph.Count];
            for (int controller = 0; controller < graph.Count; controller++)
            {
                HashSet<int> sure = [.. Enumerable.Range(0, graph.Count)];
                var possible = new HashSet<int>();
                foreach (int[] completion in completions)
                {
                    sure.IntersectWith(NaiveControl(graph, completion, controller, withUnknown: false));
                    possible.UnionWith(NaiveControl(graph, completion, controller, withUnknown: true));
                }

                search.Judge([controller], certainties);
                for (int entity = 0; entity < graph.Count; entity++)
                {
                    Certainty expected = sure.Contains(entity) ? Certainty.Surely
                        : possible.Contains(entity) ? Certainty.Possibly
                        : Certainty.SurelyNot;
                    Assert.True(expected == certainties[entity], $"seed {seed}: {controller} over {entity} is {certainties[entity]}, not {expected}");
                    Assert.Equal(expected, search.Judge([controller], entity));
                    counts[(int)expected]++;
                }
            }
        }

        Assert.All(counts, count => Assert.True(count > 100));
    }

    [Fact]
    public void The_ultimate_controller_controls_and_is_controlled_by_no_other()
    {
        int controlledInAll = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: false, complete: false, count: 9);
            var search = new ControlSearch(graph.Build(), graph.Terminal);
            HashSet<int>[] controlled = [.. Enumerable.Range(0, graph.Count).Select(c => search.FindControlled([c]).ToArray().ToHashSet())];
            int[] ultimate = new int[graph.Count];
            search.FindUltimateControllers(ultimate);
            for (int entity = 0; entity < graph.Count; entity++)
            {
                int[] over = [.. Enumerable.Range(0, graph.Count).Where(c => controlled[c].Contains(entity))];
                int[] top = [.. over.Where(c => over.All(other => other == c || controlled[c].Contains(other)))];
                Assert.Equal(over.Length == 0 ? -1 : top.Min(), ultimate[entity]);
                Assert.Equal(ultimate[entity], search.FindUltimateController(entity));
                controlledInAll += over.Length;
            }
        }

        Assert.True(controlledInAll > 100);
    }

    [Fact]
    public void Exactly_half_is_no_control_however_the_half_is_made_up()
    {
        // Six companies that 0 owns hold decimals that sum to a half, and as doubles to a little more.
        double[] parts = [0.002, 0.099, 0.19, 0.132, 0.034, 0.043];
        Assert.True(parts.Aggregate(0.0, (sum, part) => sum + part) > 0.5);
        Stake[] stakes = [.. parts.SelectMany((part, i) => new Stake[] { new(0, 1 + i, 1), new(1 + i, 7, part) })];
        var search = new ControlSearch(OwnershipGraph.Build(8, stakes), new bool[8]);
        Assert.Equal([1, 2, 3, 4, 5, 6], search.FindControlled([0]).ToArray());

        search = new ControlSearch(OwnershipGraph.Build(2, [new(0, 1, 0.5), new(1, 1, 0.5)]), [true, false]);
        Assert.Equal(Certainty.SurelyNot, search.Judge([0], 1));
    }

    [Fact]
    public void Half_and_one_share_of_a_large_company_is_control()
    {
        var search = new ControlSearch(OwnershipGraph.Build(2, [new(0, 1, 0.5 + (1 / 23_673_512_900.0))]), [true, false]);
        Assert.Equal(Certainty.Surely, search.Judge([0], 1));
    }

    [Fact]
    public void Control_passes_through_companies_that_hold_jointly()
    {
        // 0 controls 1 and 2, which hold 30 % of 3 each.
        Stake[] stakes = [new(0, 1, 0.6), new(0, 2, 0.6), new(1, 3, 0.3), new(2, 3, 0.3)];
        var search = new ControlSearch(OwnershipGraph.Build(4, stakes), [true, false, false, false]);
        Assert.Equal([1, 2, 3], search.FindControlled([0]).ToArray());
        Assert.Equal(0, search.FindUltimateController(3));
    }

    [Fact]
    public void Several_controllers_count_as_one()
    {
        var search = new ControlSearch(OwnershipGraph.Build(3, [new(0, 2, 0.3), new(1, 2, 0.3)]), [true, true, false]);
        Assert.Equal(Certainty.Possibly, search.Judge([0], 2));
        Assert.Equal(Certainty.Surely, search.Judge([0, 1], 2));
        Assert.Equal(Certainty.Surely, search.Judge([0, 1], 1));
    }

    [Fact]
    public void Companies_that_control_each_other_are_topped_by_the_first()
    {
        Stake[] stakes = [new(2, 1, 0.6), new(1, 2, 0.6), new(2, 3, 0.8)];
        var search = new ControlSearch(OwnershipGraph.Build(4, stakes), new bool[4]);
        int[] ultimate = new int[4];
        search.FindUltimateControllers(ultimate);
        Assert.Equal([-1, 2, 1, 1], ultimate);
    }

    [Fact]
    public void Nobody_controls_a_terminal()
    {
        var search = new ControlSearch(OwnershipGraph.Build(2, [new(0, 1, 1)]), [true, true]);
        Assert.Equal(Certainty.SurelyNot, search.Judge([0], 1));
    }

    /// <summary>Adds whatever is majority-held until nothing changes; the controllers hold the unknown parts too, or nobody does.</summary>
    private static HashSet<int> NaiveControl(SmallGraph graph, int[] shares, int controller, bool withUnknown)
    {
        var controlled = new HashSet<int> { controller };
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int asset = 0; asset < graph.Count; asset++)
            {
                int[] stakes = [.. Enumerable.Range(0, shares.Length).Where(i => graph.Stakes[i].Asset == asset)];
                int sum = stakes.Where(i => controlled.Contains(graph.Stakes[i].Owner)).Sum(i => shares[i]);
                if (withUnknown)
                    sum += SmallGraph.Unit - stakes.Sum(i => shares[i]);
                if (!graph.Terminal[asset] && 2 * sum > SmallGraph.Unit)
                    changed |= controlled.Add(asset);
            }
        }

        return controlled;
    }
}
