using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class LargeGraphTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var one = Answers(1);
        var four = Answers(4);
        Assert.Equal(one.Held, four.Held);
        Assert.Equal(one.Totals, four.Totals);
        Assert.Equal(one.Bounds, four.Bounds);
        Assert.Equal(one.Shares, four.Shares);
    }

    [Fact]
    public void What_is_held_satisfies_its_equations_and_nothing_is_lost()
    {
        Stake[] stakes = LargeGraph.Stakes(3);
        OwnershipGraph graph = OwnershipGraph.Build(LargeGraph.Count, stakes);
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, LargeGraph.Terminal());
        Assert.True(solver.CycleCount > 100);
        double[] held = LargeGraph.Held(solver);
        double[] again = new double[LargeGraph.Count];
        LargeGraph.Values(solver).CopyTo(again);
        foreach (Stake stake in stakes)
            again[stake.Owner] += stake.Asset < LargeGraph.Terminals ? 0 : stake.Low * held[stake.Asset];
        for (int entity = 0; entity < held.Length; entity++)
            Assert.Equal(again[entity], held[entity], 1e-12 * (1 + held[entity]));

        Amounts amounts = LargeGraph.Values(solver);
        double total = LargeGraph.Valued().Sum(entity => amounts[entity]);
        solver.FindHeld(amounts, amounts);
        HeldTotals totals = solver.Total(amounts);
        Assert.Equal(total, totals.Kept + totals.Unknown, totals.Error);
        Assert.InRange(totals.Error, 0, 1e-11 * total);
    }

    [Fact]
    public void What_lies_above_the_valued_entities_is_all_that_counts()
    {
        OwnershipGraph graph = OwnershipGraph.Build(LargeGraph.Count, LargeGraph.Stakes(4));
        OwnershipSolver whole = OwnershipSolver.Prepare(graph, LargeGraph.Terminal());
        OwnershipSolver above = OwnershipSolver.PrepareAbove(graph, LargeGraph.Terminal(), LargeGraph.Valued());
        Assert.True(above.Count < whole.Count);
        double[] expected = LargeGraph.Held(whole);
        double[] held = LargeGraph.Held(above);
        for (int entity = 0; entity < held.Length; entity++)
            Assert.Equal(expected[entity], held[entity], 1e-13 * (1 + held[entity]));

        bool[] group = [.. Enumerable.Range(0, LargeGraph.Count).Select(entity => entity % 3 == 0)];
        GroupShares wholeShares = whole.FindGroupShares(group);
        GroupShares aboveShares = above.FindGroupShares(group);
        foreach (int entity in LargeGraph.Valued())
        {
            Assert.Equal(wholeShares[entity].Low, aboveShares[entity].Low, 1e-13);
            Assert.Equal(wholeShares[entity].High, aboveShares[entity].High, 1e-13);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Several_vectors_at_once_are_as_each_alone(int vectors)
    {
        OwnershipSolver solver = OwnershipSolver.PrepareAbove(OwnershipGraph.Build(LargeGraph.Count, LargeGraph.Stakes(5)), LargeGraph.Terminal(), LargeGraph.Valued());
        double[] alone = LargeGraph.Held(solver);
        Amounts held = solver.NewAmounts(vectors);
        solver.FindHeld(LargeGraph.Values(solver, vectors), held);
        for (int vector = 0; vector < vectors; vector++)
        {
            HeldTotals totals = solver.Total(held, vector);
            Assert.InRange(totals.Error, 0, 1e-11 * totals.Total);
            for (int entity = 0; entity < alone.Length; entity++)
                Assert.Equal((vector + 1) * alone[entity], held[entity, vector], 1e-13 * (1 + held[entity, vector]));
        }
    }

    [Fact]
    public void Stakes_in_chunks_of_any_size_make_the_same_graph()
    {
        Stake[] stakes = LargeGraph.Stakes(6);
        OwnershipGraph whole = OwnershipGraph.Build(LargeGraph.Count, stakes);
        var builder = new OwnershipGraphBuilder();
        var random = new Random(1);
        for (int from = 0; from < stakes.Length;)
        {
            int to = Math.Min(stakes.Length, from + random.Next(5000));
            builder.Add(stakes.AsSpan(from..to));
            from = to;
        }

        OwnershipGraph chunked = builder.Build(LargeGraph.Count);
        Assert.Equal(whole.Columns.Starts.ToArray(), chunked.Columns.Starts.ToArray());
        Assert.Equal(whole.Columns.Owners.ToArray(), chunked.Columns.Owners.ToArray());
        Assert.Equal(whole.Columns.Low.ToArray(), chunked.Columns.Low.ToArray());
        Assert.Equal(whole.Columns.High.ToArray(), chunked.Columns.High.ToArray());
        Assert.Equal(0, builder.StakeCount);
    }

    [Fact]
    public void Work_that_is_stopped_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        OwnershipGraph graph = OwnershipGraph.Build(LargeGraph.Count, LargeGraph.Stakes(7));
        var builder = new OwnershipGraphBuilder();
        builder.Add(LargeGraph.Stakes(7));
        Assert.ThrowsAny<OperationCanceledException>(() => builder.Build(LargeGraph.Count, cancellation: stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => OwnershipSolver.Prepare(graph, LargeGraph.Terminal(), cancellation: stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => OwnershipSolver.PrepareAbove(graph, LargeGraph.Terminal(), [Terminals + 1], cancellation: stop.Token));
    }

    private const int Terminals = LargeGraph.Terminals;

    private static (double[] Held, HeldTotals Totals, AmountInterval[] Bounds, ShareInterval[] Shares) Answers(int threads)
    {
        OwnershipGraph graph = OwnershipGraph.Build(LargeGraph.Count, LargeGraph.Stakes(2), options: new OwnershipOptions { Threads = threads });
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, LargeGraph.Terminal());
        Amounts held = solver.NewAmounts();
        solver.FindHeld(LargeGraph.Values(solver), held);
        double[] byEntity = new double[LargeGraph.Count];
        held.CopyTo(byEntity);
        var bounds = new AmountInterval[7];
        Grouping grouping = solver.Group([.. Enumerable.Range(0, LargeGraph.Count).Select(entity => (entity % 8) - 1)], bounds.Length);
        HeldTotals totals = solver.Total(held, grouping, bounds);
        GroupShares shares = solver.FindGroupShares([.. Enumerable.Range(0, LargeGraph.Count).Select(entity => entity % 3 == 0)]);
        return (byEntity, totals, bounds, [.. Enumerable.Range(0, LargeGraph.Count).Select(entity => shares[entity])]);
    }
}
