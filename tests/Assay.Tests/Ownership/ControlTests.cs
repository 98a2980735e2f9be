using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ControlTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_that_act_as_one_control_what_naive_set_iteration_says(bool rights)
    {
        int more = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            ControlCase naive = ControlCase.Exact(seed, rights);
            var search = new ControlSearch(naive.Prepare());
            var random = new Random(seed);
            HashSet<int>[] alone = naive.IterateAll();
            for (int k = 0; k < 8; k++)
            {
                int[] controllers = [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(naive.Graph.Count))];
                HashSet<int> expected = naive.Iterate(naive.Graph.LeastShares(), controllers, possibly: false);
                Assert.Equal(expected.Except(controllers).Order(), search.FindControlled(controllers).ToArray().Order());
                more += expected.Count - controllers.SelectMany(controller => alone[controller]).Distinct().Count();
            }
        }

        Assert.True(more > 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Surely_is_in_every_completion_and_possibly_in_some_but_not_all(bool rights)
    {
        int[] counts = new int[3];
        for (int seed = 0; seed < 150; seed++)
        {
            ControlCase naive = ControlCase.Ranges(seed, rights);
            var search = new ControlSearch(naive.Prepare());
            int count = naive.Graph.Count;
            int[][] completions = [.. naive.Graph.Completions()];
            var certainties = new Certainty[count];
            for (int k = 0; k < count + 3; k++)
            {
                int[] controllers = k < count ? [k] : [k - count, count - 1, k - count];
                HashSet<int> sure = [.. Enumerable.Range(0, count)];
                var possible = new HashSet<int>();
                foreach (int[] completion in completions)
                {
                    sure.IntersectWith(naive.Iterate(completion, controllers, possibly: false));
                    possible.UnionWith(naive.Iterate(completion, controllers, possibly: true));
                }

                search.Judge(controllers, certainties);
                for (int entity = 0; entity < count; entity++)
                {
                    Certainty expected = sure.Contains(entity) ? Certainty.Surely
                        : possible.Contains(entity) ? Certainty.Possibly
                        : Certainty.SurelyNot;
                    Assert.True(expected == certainties[entity], $"seed {seed}: {k} over {entity} is {certainties[entity]}, not {expected}");
                    Assert.Equal(expected, search.Judge(controllers, entity));
                    counts[(int)expected]++;
                }
            }
        }

        Assert.All(counts, count => Assert.True(count > 100));
    }

    [Fact]
    public void Exactly_half_is_no_control_however_the_half_is_made_up()
    {
        // Six companies that 0 owns hold decimals that sum to a half, and as doubles to a little more.
        double[] parts = [0.002, 0.099, 0.19, 0.132, 0.034, 0.043];
        Assert.True(parts.Aggregate(0.0, (sum, part) => sum + part) > 0.5);
        Stake[] stakes = [.. parts.SelectMany((part, i) => new Stake[] { new(0, 1 + i, 1), new(1 + i, 7, part) })];
        var search = Search(OwnershipGraph.Build(8, stakes), new bool[8]);
        Assert.Equal([1, 2, 3, 4, 5, 6], search.FindControlled([0]).ToArray());

        search = Search(OwnershipGraph.Build(2, [new(0, 1, 0.5), new(1, 1, 0.5)]), [true, false]);
        Assert.Equal(Certainty.SurelyNot, search.Judge([0], 1));
    }

    [Fact]
    public void Half_and_one_share_of_a_large_company_is_control()
    {
        var search = Search(OwnershipGraph.Build(2, [new(0, 1, 0.5 + (1 / 23_673_512_900.0))]), [true, false]);
        Assert.Equal(Certainty.Surely, search.Judge([0], 1));
    }

    [Fact]
    public void Control_passes_through_companies_that_hold_jointly()
    {
        // 0 controls 1 and 2, which hold 30 % of 3 each.
        Stake[] stakes = [new(0, 1, 0.6), new(0, 2, 0.6), new(1, 3, 0.3), new(2, 3, 0.3)];
        var search = Search(OwnershipGraph.Build(4, stakes), [true, false, false, false]);
        Assert.Equal([1, 2, 3], search.FindControlled([0]).ToArray());
    }

    [Fact]
    public void Several_controllers_count_as_one()
    {
        var search = Search(OwnershipGraph.Build(3, [new(0, 2, 0.3), new(1, 2, 0.3)]), [true, true, false]);
        Assert.Equal(Certainty.Possibly, search.Judge([0], 2));
        Assert.Equal(Certainty.Surely, search.Judge([0, 1], 2));
        Assert.Equal(Certainty.Surely, search.Judge([0, 1], 1));
    }

    [Fact]
    public void Nobody_controls_a_terminal()
    {
        var search = Search(OwnershipGraph.Build(2, [new(0, 1, 1)]), [true, true]);
        Assert.Equal(Certainty.SurelyNot, search.Judge([0], 1));
    }

    private static ControlSearch Search(OwnershipGraph graph, bool[] terminal) => new(ControlMap.Prepare(graph, terminal));
}
