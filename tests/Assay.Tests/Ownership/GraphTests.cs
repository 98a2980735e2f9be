using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class GraphTests
{
    [Theory]
    [InlineData(-1, 0, 0.1, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(2, 0, 0.1, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, -1, 0.1, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 2, 0.1, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1, double.NaN, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1, 0.1, double.NaN, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1, -0.1, 0.2, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1, 0.1, 20, typeof(ArgumentOutOfRangeException))]
    [InlineData(0, 1, 0.3, 0.2, typeof(ArgumentException))]
    public void A_stake_of_nonsense_is_refused_and_named(int owner, int asset, double low, double high, Type expected)
    {
        Exception error = Assert.Throws(expected, () => OwnershipGraph.Build(2, [new(0, 1, 0.5), new(owner, asset, low, high)]));
        Assert.Contains("Stake 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_list_owners_ascending_with_their_shares()
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(2, 3, 0.1, 0.2), new(0, 3, 0.3), new(1, 0, 1), new(3, 3, 0.05)]);
        Assert.Equal((4, 4), (graph.EntityCount, graph.StakeCount));
        Assert.Equal([0, 2, 3], graph.OwnersOf(3).ToArray());
        Assert.Equal([0.3, 0.1, 0.05], graph.LowSharesOf(3).ToArray());
        Assert.Equal([0.3, 0.2, 0.05], graph.HighSharesOf(3).ToArray());
        Assert.Empty(graph.OwnersOf(1).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.OwnersOf(4).Length);
    }

    [Fact]
    public void Parallel_stakes_are_added_up()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(1, 2, 0.25, 0.5), new(0, 2, 0.125), new(1, 2, 0.25), new(1, 0, 0.5)]);
        Assert.Equal(3, graph.StakeCount);
        Assert.Equal([0, 1], graph.OwnersOf(2).ToArray());
        Assert.Equal([0.125, 0.5], graph.LowSharesOf(2).ToArray());
        Assert.Equal([0.125, 0.75], graph.HighSharesOf(2).ToArray());
        Assert.Equal([1], graph.OwnersOf(0).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_graph_without_stakes_is_a_graph(int count)
    {
        OwnershipGraph graph = OwnershipGraph.Build(count, []);
        bool[] terminal = new bool[count];
        graph.MarkUnowned(terminal);
        Assert.DoesNotContain(false, terminal);
        double[] held = new double[count];
        HeldTotals totals = OwnershipSolver.Prepare(graph, terminal).FindHeld(held, held);
        Assert.Equal(new HeldTotals(0, 0, 0, 0), totals);
        Assert.Equal(0, OwnershipSolver.Prepare(graph, terminal).FindGroupShares(terminal, new ShareInterval[count]));
        Assert.Equal(count, ControlMap.Prepare(graph, terminal).FindUltimateControllers().Length);
    }

    [Fact]
    public void Spans_that_do_not_fit_the_entities_are_refused()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 0.5)]);
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, [true, false]);
        Assert.Throws<ArgumentException>(() => OwnershipGraph.Build(2, [], [true]));
        Assert.Throws<ArgumentException>(() => graph.MarkUnowned(new bool[1]));
        Assert.Throws<ArgumentException>(() => OwnershipSolver.Prepare(graph, [true]));
        Assert.Throws<ArgumentException>(() => solver.FindHeld(new double[1], new double[2]));
        Assert.Throws<ArgumentException>(() => solver.FindHeld(new double[2], new double[1]));
        Assert.Throws<ArgumentException>(() => solver.FindGroupShares(new bool[1], new ShareInterval[2]));
        Assert.Throws<ArgumentException>(() => ControlMap.Prepare(graph, [true]));
        Assert.Throws<ArgumentException>(() => ChainSearch.Explain(graph, [true], 0, 1, 1));
    }
}
