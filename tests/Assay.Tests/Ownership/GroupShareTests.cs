using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class GroupShareTests
{
    private const double Tight = 1e-12;

    [Fact]
    public void Bounds_on_acyclic_graphs_contain_every_completion_and_are_attained()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: false, ranges: true, complete: true);
            Assert.Equal(0, CompareWithAllCompletions(seed, graph, tight: true));
        }
    }

    [Fact]
    public void Bounds_in_cycles_without_complete_assets_contain_every_completion_and_are_attained()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: false);
            Assert.Equal(0, CompareWithAllCompletions(seed, graph, tight: true));
        }
    }

    [Fact]
    public void Bounds_in_cycles_with_complete_ranges_contain_every_completion_and_state_their_gap()
    {
        int cyclesWithRanges = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true);
            double gap = CompareWithAllCompletions(seed, graph, tight: false);
            cyclesWithRanges += gap > 0 ? 1 : 0;
        }

        Assert.True(cyclesWithRanges > 5, $"Only {cyclesWithRanges} of the graphs show the case.");
    }

    /// <summary>Returns the stated gap.</summary>
    private static double CompareWithAllCompletions(int seed, SmallGraph graph, bool tight)
    {
        var shares = new ShareInterval[graph.Count];
        double gap = graph.Prepare().FindGroupShares(graph.Group, shares);
        int[][] completions = [.. graph.Completions()];
        for (int asset = 0; asset < graph.Count; asset++)
        {
            Rational least = 1;
            Rational greatest = 0;
            bool singular = false;
            foreach (int[] completion in completions)
            {
                Rational? low = graph.GroupShare(completion, asset, unknownToGroup: false);
                Rational? high = graph.GroupShare(completion, asset, unknownToGroup: true);
                singular |= low is null;
                if (low is null || high is null)
                    continue;
                least = low.Value < least ? low.Value : least;
                greatest = high.Value > greatest ? high.Value : greatest;
            }

            string where = $"seed {seed}, asset {asset}: {shares[asset]}, exactly {least} to {greatest}, gap {gap}";
            Assert.True(Rational.Exactly(shares[asset].Low) <= least, where);
            Assert.True(Rational.Exactly(shares[asset].High) >= greatest, where);
            if (singular)
                continue;
            double allowed = tight ? Tight : gap + Tight;
            Assert.True((double)least - shares[asset].Low <= allowed, where);
            Assert.True(shares[asset].High - (double)greatest <= allowed, where);
        }

        return gap;
    }

    [Fact]
    public void Bounds_with_the_sides_exchanged_are_the_complement()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true, count: 8);
            OwnershipSolver solver = graph.Prepare();
            var ours = new ShareInterval[graph.Count];
            var theirs = new ShareInterval[graph.Count];
            solver.FindGroupShares(graph.Group, ours);
            solver.FindGroupShares([.. graph.Group.Select(mark => !mark)], theirs);
            for (int i = 0; i < graph.Count; i++)
            {
                Assert.Equal(1 - ours[i].High, theirs[i].Low, Tight);
                Assert.Equal(1 - ours[i].Low, theirs[i].High, Tight);
            }
        }
    }

    [Fact]
    public void A_complete_asset_gives_the_least_to_the_group_that_its_ranges_allow()
    {
        // Owner 0 is in the group, 1 and 2 are not; all hold 25 to 50 % of asset 3, which has no other owner.
        Stake[] stakes = [new(0, 3, 0.25, 0.5), new(1, 3, 0.25, 0.5), new(2, 3, 0.25, 0.3)];
        Assert.Equal((0.25, 0.5), Rounded(stakes, complete: true));
        Assert.Equal((0.25, 0.5), Rounded(stakes, complete: false));

        stakes = [new(0, 3, 0, 1), new(1, 3, 0.1, 0.2), new(2, 3, 0.1, 0.3)];
        Assert.Equal((0.5, 0.8), Rounded(stakes, complete: true));
        Assert.Equal((0, 0.8), Rounded(stakes, complete: false));
    }

    [Fact]
    public void What_complete_ranges_cannot_fill_stays_unknown()
    {
        Stake[] stakes = [new(0, 3, 0.1, 0.2), new(1, 3, 0.1, 0.2)];
        Assert.Equal((0.2, 0.8), Rounded(stakes, complete: true));
        Assert.Equal((0.1, 0.9), Rounded(stakes, complete: false));
    }

    [Fact]
    public void A_terminal_stops_the_walk_and_a_transparent_entity_passes_it_on()
    {
        // 0 holds 40 % of 1, 1 holds half of 2.
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 1, 0.4), new(1, 2, 0.5)]);
        var shares = new ShareInterval[3];
        OwnershipSolver.Prepare(graph, [true, true, false]).FindGroupShares([false, true, false], shares);
        Assert.Equal((0.5, 1), Rounded(shares[2]));
        OwnershipSolver.Prepare(graph, [true, false, false]).FindGroupShares([false, true, false], shares);
        Assert.Equal((0, 0.8), Rounded(shares[2]));
        OwnershipSolver.Prepare(graph, [true, false, false]).FindGroupShares([true, false, false], shares);
        Assert.Equal((0.2, 1), Rounded(shares[2]));
    }

    [Fact]
    public void An_entity_without_recorded_owners_that_is_not_terminal_is_unknown()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 0.7)]);
        var shares = new ShareInterval[2];
        OwnershipSolver.Prepare(graph, [false, false]).FindGroupShares([true, true], shares);
        Assert.Equal(ShareInterval.Unknown, shares[0]);
        Assert.Equal(ShareInterval.Unknown, shares[1]);
    }

    [Fact]
    public void Interval_of_an_exact_decimal_chain_holds_the_decimal_and_rounds_to_it()
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 2, 0.1), new(1, 2, 0.9), new(2, 3, 0.7), new(1, 3, 0.3)]);
        var shares = new ShareInterval[4];
        OwnershipSolver.Prepare(graph, [true, true, false, false]).FindGroupShares([true, false, false, false], shares);
        var exact = new Rational(7, 100);
        Assert.True(Rational.Exactly(shares[3].Low) < exact && Rational.Exactly(shares[3].High) > exact);
        Assert.InRange(shares[3].High - shares[3].Low, 0, 1e-14);
    }

    private static (double, double) Rounded(Stake[] stakes, bool complete)
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, stakes, [false, false, false, complete]);
        var shares = new ShareInterval[4];
        Assert.Equal(0, OwnershipSolver.Prepare(graph, [true, true, true, false]).FindGroupShares([true, false, false, false], shares));
        return Rounded(shares[3]);
    }

    private static (double, double) Rounded(ShareInterval share) => (Math.Round(share.Low, 12), Math.Round(share.High, 12));
}
