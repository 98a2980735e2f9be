using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class IllDataTests
{
    private static readonly Stake[] TooMuch = [new(0, 2, 0.6), new(1, 2, 0.5)];

    [Fact]
    public void More_than_the_whole_is_listed_with_its_sum()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, TooMuch);
        OverfullAsset overfull = Assert.Single(graph.Overfull);
        Assert.Equal(2, overfull.Asset);
        Assert.Equal(1.1, overfull.Sum, 1e-15);
        Assert.True(graph.IsComplete(2));
    }

    [Fact]
    public void Reported_excess_may_be_any_owners_and_the_interval_holds_every_correction()
    {
        ShareInterval share = ShareOfOwner0(TooMuch, default);
        Assert.Equal(0.5, share.Low, 1e-12);
        Assert.Equal(0.6, share.High, 1e-12);
        Assert.True(share.Contains(0.6 / 1.1));
    }

    [Fact]
    public void Scaled_excess_leaves_proportions()
    {
        ShareInterval share = ShareOfOwner0(TooMuch, new OwnershipOptions { Excess = ExcessHandling.Scale });
        Assert.Equal(0.6 / 1.1, share.Low, 1e-12);
        Assert.Equal(0.6 / 1.1, share.High, 1e-12);
    }

    [Fact]
    public void Refused_excess_names_the_asset()
    {
        var refuse = new OwnershipOptions { Excess = ExcessHandling.Refuse };
        var error = Assert.Throws<ArgumentException>(() => OwnershipGraph.Build(3, TooMuch, options: refuse));
        Assert.Contains("asset 2 sum to 1.1", error.Message, StringComparison.Ordinal);
        Assert.Empty(OwnershipGraph.Build(3, [new(0, 2, 0.6), new(1, 2, 0.4)], options: refuse).Overfull);
    }

    [Fact]
    public void Excess_makes_doubtful_control_possible_only()
    {
        var search = new ControlSearch(ControlMap.Prepare(OwnershipGraph.Build(3, [new(0, 2, 0.55), new(1, 2, 0.55)]), [true, true, false]));
        Assert.Equal(Certainty.Possibly, search.Judge([0], 2));
        search = new ControlSearch(ControlMap.Prepare(OwnershipGraph.Build(3, [new(0, 2, 0.65), new(1, 2, 0.4)]), [true, true, false]));
        Assert.Equal(Certainty.Surely, search.Judge([0], 2));
        Assert.Equal(Certainty.SurelyNot, search.Judge([1], 2));
    }

    [Fact]
    public void Decimals_that_sum_to_one_are_no_excess()
    {
        Stake[] stakes = [.. Enumerable.Range(0, 10).Select(i => new Stake(i, 10, i == 0 ? 0.37 : 0.07))];
        Assert.Empty(OwnershipGraph.Build(11, stakes).Overfull);
    }

    [Fact]
    public void A_cycle_that_holds_all_of_itself_is_named_and_nobodys()
    {
        // 1 and 2 hold each other whole; 0 holds half of 3 and the ring the other half.
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(2, 1, 1), new(1, 2, 1), new(0, 3, 0.5), new(1, 3, 0.5)]);
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, [true, false, false, false]);
        Assert.Equal([1, 2], Assert.Single(solver.ClosedCycles));

        double[] held = new double[4];
        HeldTotals totals = solver.FindHeld([0, 0, 0, 10], held);
        Assert.Equal([5, 5, 0, 10], held);
        Assert.Equal((5, 5), (totals.Kept, totals.Unknown));

        var shares = new ShareInterval[4];
        solver.FindGroupShares([true, false, false, false], shares);
        Assert.Equal(ShareInterval.Unknown, shares[1]);
        Assert.Equal(0.5, shares[3].Low, 1e-12);
        Assert.Equal(1, shares[3].High);
    }

    [Fact]
    public void A_cycle_closed_by_decimals_that_sum_to_one_is_closed()
    {
        Stake[] stakes = [new(0, 1, 0.7), new(2, 1, 0.2), new(1, 1, 0.1), new(0, 2, 1), new(1, 0, 0.3), new(2, 0, 0.7)];
        OwnershipSolver solver = OwnershipSolver.Prepare(OwnershipGraph.Build(3, stakes), new bool[3]);
        Assert.Equal([0, 1, 2], Assert.Single(solver.ClosedCycles));
    }

    [Fact]
    public void A_cycle_inside_a_larger_one_that_stakes_of_nothing_join_is_still_closed()
    {
        Stake[] stakes = [new(1, 0, 1), new(0, 1, 1), new(2, 0, 0), new(0, 2, 0.5)];
        OwnershipSolver solver = OwnershipSolver.Prepare(OwnershipGraph.Build(3, stakes), new bool[3]);
        Assert.Equal([0, 1], Assert.Single(solver.ClosedCycles));
        double[] held = new double[3];
        solver.FindHeld([0, 0, 1], held);
        Assert.Equal([0.5, 0, 1], held);
    }

    [Fact]
    public void A_self_holding_of_the_whole_is_closed()
    {
        OwnershipSolver solver = OwnershipSolver.Prepare(OwnershipGraph.Build(1, [new(0, 0, 1)]), [false]);
        Assert.Equal([0], Assert.Single(solver.ClosedCycles));
    }

    [Fact]
    public void A_cycle_that_nearly_closes_is_bounded_and_not_a_number_nowhere()
    {
        for (int digits = 2; digits <= 16; digits++)
        {
            double leak = Math.Pow(10, -digits);
            OwnershipGraph graph = OwnershipGraph.Build(3, [new(2, 1, 1), new(1, 2, 1 - leak), new(0, 2, leak)]);
            OwnershipSolver solver = OwnershipSolver.Prepare(graph, [true, false, false]);
            var shares = new ShareInterval[3];
            solver.FindGroupShares([true, false, false], shares);
            double[] held = new double[3];
            HeldTotals totals = solver.FindHeld([0, 1, 0], held);
            Assert.Equal(1, shares[1].High);
            Assert.Equal(digits <= 11 ? 1 : 0, shares[1].Low, 1e-3);
            Assert.Equal(1, totals.Kept + totals.Unknown, 1e-3);
            Assert.All(held, value => Assert.True(double.IsFinite(value)));
        }
    }

    private static ShareInterval ShareOfOwner0(Stake[] stakes, OwnershipOptions options)
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, stakes, default, options);
        Assert.Single(graph.Overfull);
        var shares = new ShareInterval[3];
        OwnershipSolver.Prepare(graph, [true, true, false]).FindGroupShares([true, false, false], shares);
        return shares[2];
    }
}
