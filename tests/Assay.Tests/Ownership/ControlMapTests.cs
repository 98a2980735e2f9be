using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ControlMapTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_group_is_that_of_naive_set_iteration(bool rights)
    {
        int jointly = 0;
        int mutual = 0;
        for (int seed = 0; seed < 4000; seed++)
        {
            ControlCase naive = ControlCase.Exact(seed, rights);
            ControlMap map = naive.Prepare();
            HashSet<int>[] groups = naive.IterateAll();
            Dictionary<int, int[]> visited = Visit(map).ToDictionary(group => group.Controller, group => group.Entities);
            for (int controller = 0; controller < groups.Length; controller++)
            {
                int[] expected = [.. groups[controller].Where(entity => entity != controller).Order()];
                int[] found = map.FindControlled(controller);
                Assert.Equal(expected, found.Order());
                Assert.Equal(expected.Length > 0, visited.ContainsKey(controller));
                if (expected.Length == 0)
                    continue;
                Assert.Equal(found, visited[controller]);
                mutual += expected.Count(entity => groups[entity].Contains(controller));
                jointly += expected.Count(entity => !naive.Graph.Stakes.Any(s => s.Asset == entity && 2 * s.Low > SmallGraph.Unit));
            }

            int[] sizes = [.. groups.Select(group => group.Count - 1).Where(size => size > 0)];
            Assert.Equal(new ControlTotals(sizes.Length, sizes.Sum(), sizes.DefaultIfEmpty().Max()), map.Count());
        }

        Assert.True(jointly > 1000 && mutual > 300);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sure_control_under_ranges_is_what_is_in_every_completion(bool rights)
    {
        int pairs = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            ControlCase naive = ControlCase.Ranges(seed, rights);
            ControlMap map = naive.Prepare();
            int[][] completions = [.. naive.Graph.Completions()];
            for (int controller = 0; controller < naive.Graph.Count; controller++)
            {
                HashSet<int> sure = [.. Enumerable.Range(0, naive.Graph.Count)];
                foreach (int[] completion in completions)
                    sure.IntersectWith(naive.Iterate(completion, [controller], possibly: false));
                sure.Remove(controller);
                Assert.Equal(sure.Order(), map.FindControlled(controller).Order());
                pairs += sure.Count;
            }
        }

        Assert.True(pairs > 300);
    }

    [Fact]
    public void The_controllers_of_one_entity_form_a_chain()
    {
        int several = 0;
        for (int seed = 0; seed < 1000; seed++)
        {
            foreach (ControlCase naive in (ControlCase[])[ControlCase.Exact(seed, rights: false), ControlCase.Ranges(seed, rights: false)])
            {
                ControlMap map = naive.Prepare();
                HashSet<int>[] groups = [.. Enumerable.Range(0, naive.Graph.Count).Select(c => map.FindControlled(c).ToHashSet())];
                for (int entity = 0; entity < groups.Length; entity++)
                {
                    int[] over = [.. Enumerable.Range(0, groups.Length).Where(c => groups[c].Contains(entity))];
                    Assert.All(over, one => Assert.All(over, other =>
                        Assert.True(one == other || groups[one].Contains(other) || groups[other].Contains(one))));
                    several += over.Length > 1 ? 1 : 0;
                }
            }
        }

        Assert.True(several > 500);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_ultimate_controller_controls_all_other_controllers(bool rights)
    {
        int[] counts = new int[3];
        for (int seed = 0; seed < 4000; seed++)
        {
            ControlCase naive = ControlCase.Exact(seed, rights);
            ControlMap map = naive.Prepare();
            HashSet<int>[] groups = naive.IterateAll();
            int[] ultimate = map.FindUltimateControllers();
            for (int entity = 0; entity < groups.Length; entity++)
            {
                int[] over = [.. Enumerable.Range(0, groups.Length).Where(c => c != entity && groups[c].Contains(entity))];
                int[] top = [.. over.Where(c => over.All(groups[c].Contains))];
                int expected = over.Length == 0 ? ControlMap.Nobody : top.Length == 0 ? ControlMap.Several : top.Min();
                Assert.Equal(expected, ultimate[entity]);
                Assert.Equal(expected, map.FindUltimateController(entity));
                counts[Math.Min(expected, 0) + 2]++;
            }
        }

        Assert.True(counts[1] > 1000 && counts[2] > 1000);
        Assert.Equal(rights, counts[0] > 100);
    }

    [Fact]
    public void Companies_that_control_each_other_are_topped_by_the_first()
    {
        Stake[] stakes = [new(2, 1, 0.6), new(1, 2, 0.6), new(2, 3, 0.8)];
        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(4, stakes), new bool[4]);
        Assert.Equal([-1, 2, 1, 1], map.FindUltimateControllers());
        Assert.Equal([2, 3], map.FindControlled(1).Order());
        Assert.Equal([1, 3], map.FindControlled(2).Order());
    }

    [Fact]
    public void A_right_to_appoint_the_board_gives_control_beside_that_of_the_majority()
    {
        // 0 holds 60 % of 2; 1 appoints its board; 2 holds all of 3. 4 stands over 1.
        OwnershipGraph graph = OwnershipGraph.Build(5, [new(0, 2, 0.6), new(2, 3, 1), new(4, 1, 0.9)]);
        ControlMap map = ControlMap.Prepare(graph, new bool[5], [new(1, 2)]);
        Assert.Equal([2, 3], map.FindControlled(0).Order());
        Assert.Equal([2, 3], map.FindControlled(1).Order());
        Assert.Equal([1, 2, 3], map.FindControlled(4).Order());
        Assert.Equal([ControlMap.Nobody, 4, ControlMap.Several, ControlMap.Several, ControlMap.Nobody], map.FindUltimateControllers());

        // If the majority is also 4's, there is one at the top.
        graph = OwnershipGraph.Build(5, [new(0, 2, 0.6), new(2, 3, 1), new(4, 1, 0.9), new(4, 0, 0.9)]);
        map = ControlMap.Prepare(graph, new bool[5], [new(1, 2)]);
        Assert.Equal([4, 4, 4, 4, ControlMap.Nobody], map.FindUltimateControllers());
    }

    [Fact]
    public void Under_a_veto_a_majority_controls_possibly_only()
    {
        // 0 holds all of 1, which holds all of 2; another has a veto over 1.
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 1, 1), new(1, 2, 1)]);
        ControlMap map = ControlMap.Prepare(graph, new bool[3], vetoed: [false, true, false]);
        Assert.Empty(map.FindControlled(0));
        Assert.Equal([2], map.FindControlled(1));
        var search = new ControlSearch(map);
        Assert.Equal(Certainty.Possibly, search.Judge([0], 1));
        Assert.Equal(Certainty.Possibly, search.Judge([0], 2));
        Assert.Equal(Certainty.Surely, search.Judge([1], 2));
    }

    [Fact]
    public void Rights_over_oneself_or_over_a_terminal_say_nothing()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, []);
        ControlMap map = ControlMap.Prepare(graph, [false, true], [new(0, 0), new(0, 1), new(1, 1)]);
        Assert.Equal(default, map.Count());
        Assert.Equal(Certainty.SurelyNot, new ControlSearch(map).Judge([0], 1));
    }

    [Fact]
    public void What_does_not_fit_the_entities_is_refused()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 0.5)]);
        Assert.Throws<ArgumentNullException>(() => ControlMap.Prepare(null!, new bool[2]));
        Assert.Throws<ArgumentException>(() => ControlMap.Prepare(graph, [true]));
        Assert.Throws<ArgumentException>(() => ControlMap.Prepare(graph, new bool[2], [], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlMap.Prepare(graph, new bool[2], [new(0, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlMap.Prepare(graph, new bool[2], [new(-1, 0)]));
        ControlMap map = ControlMap.Prepare(graph, new bool[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.FindControlled(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.FindUltimateController(-1));
    }

    [Fact]
    public void A_graph_of_nothing_has_a_map_of_nothing()
    {
        ControlMap map = ControlMap.Prepare(OwnershipGraph.Build(0, []), []);
        Assert.Equal(default, map.Count());
        Assert.Empty(map.FindUltimateControllers());
    }

    /// <summary>The groups in the order in which their parts are handed over.</summary>
    internal static List<(int Controller, int[] Entities)> Visit(ControlMap map)
    {
        var all = new List<(int, int[])>();
        map.Visit(() => new List<(int, int[])>(), Add, all.AddRange);
        return all;

        static void Add(List<(int, int[])> part, ControlGroup group)
        {
            int[] entities = new int[group.Count];
            group.CopyTo(entities);
            int at = 0;
            foreach (int entity in group)
                Assert.Equal(entities[at++], entity);
            Assert.Equal(group.Count, at);
            part.Add((group.Controller, entities));
        }
    }
}
