using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class HeldTests
{
    [Fact]
    public void Held_values_are_those_of_exact_elimination_within_the_stated_error()
    {
        int cyclic = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: false, complete: false, count: 4 + (seed % 5));
            double[] values = [.. Enumerable.Range(0, graph.Count).Select(i => (double)((seed + (3 * i)) % 5))];
            Rational[]? exact = SmallGraph.Held(graph.Matrix(graph.LeastShares()), [.. values.Select(Rational.Exactly)]);
            OwnershipSolver solver = graph.Prepare();
            if (exact is null)
            {
                Assert.NotEmpty(solver.ClosedCycles);
                continue;
            }

            Assert.Empty(solver.ClosedCycles);
            double[] held = new double[graph.Count];
            HeldTotals totals = solver.FindHeld(values, held);
            Rational off = 0;
            for (int i = 0; i < graph.Count; i++)
            {
                Assert.Equal((double)exact[i], held[i], 1e-11);
                Rational difference = exact[i] - Rational.Exactly(held[i]);
                if (graph.Terminal[i])
                    off += difference < 0 ? 0 - difference : difference;
                else
                    cyclic += held[i] > values.Sum() ? 1 : 0;
            }

            Assert.True(Rational.Exactly(totals.Error) >= off, $"seed {seed}: {totals} but {off}");
            Assert.InRange(totals.Error, 0, 1e-11);
            Assert.Equal(totals.Total, totals.Kept + totals.Unknown, totals.Error);
        }

        Assert.True(cyclic > 0, "No graph passes value round a cycle.");
    }

    [Fact]
    public void A_chain_of_fifteen_carries_the_product()
    {
        Stake[] stakes = [.. Enumerable.Range(0, 15).Select(i => new Stake(i, i + 1, 0.9))];
        double[] held = Solve(16, stakes, asset: 15, value: 1000, out HeldTotals totals);
        Assert.Equal(1000 * Math.Pow(0.9, 15), held[0], 1e-10);
        Assert.Equal(1000 - held[0], totals.Unknown, 1e-10);
    }

    [Fact]
    public void The_arms_of_a_diamond_add_up()
    {
        double[] held = Solve(4, [new(0, 1, 0.6), new(0, 2, 0.5), new(1, 3, 0.5), new(2, 3, 0.4)], asset: 3, value: 10, out _);
        Assert.Equal(5, held[0], 1e-13);
    }

    [Fact]
    public void A_self_holding_leaves_the_others_in_proportion()
    {
        double[] held = Solve(3, [new(2, 2, 0.2), new(0, 2, 0.6), new(1, 2, 0.2)], asset: 2, value: 1, out _);
        Assert.Equal(0.75, held[0], 1e-15);
        Assert.Equal(0.25, held[1], 1e-15);
        Assert.Equal(1.25, held[2], 1e-15);
    }

    [Fact]
    public void Mutual_holdings_pass_everything_on_to_those_outside()
    {
        // 0 holds 60 % of 2, 1 holds 70 % of 3, and 2 and 3 hold the rest of each other.
        double[] held = Solve(4, [new(0, 2, 0.6), new(3, 2, 0.4), new(1, 3, 0.7), new(2, 3, 0.3)], asset: 2, value: 1, out HeldTotals totals);
        Assert.Equal(0.6 / 0.88, held[0], 1e-15);
        Assert.Equal(0.28 / 0.88, held[1], 1e-15);
        Assert.Equal(0, totals.Unknown, 1e-15);
    }

    [Theory]
    [InlineData(3, 0.97)]
    [InlineData(300, 0.97)]
    [InlineData(300, 0.999999)]
    public void A_ring_that_holds_nearly_all_of_itself_loses_no_value(int members, double inside)
    {
        var stakes = new List<Stake>();
        for (int i = 0; i < members; i++)
        {
            stakes.Add(new(1 + i, 1 + ((i + 1) % members), inside));
            stakes.Add(new(0, 1 + i, 1 - inside));
        }

        double[] held = Solve(1 + members, [.. stakes], asset: 1, value: 1, out HeldTotals totals);
        Assert.Equal(1, held[0], 1e-11);
        Assert.InRange(totals.Error, 0, 1e-8);
        Assert.Equal(1 / (1 - Math.Pow(inside, members)), held[1], 1e-9 * held[1]);
    }

    [Fact]
    public void Rings_that_hold_ever_more_of_themselves_stay_within_the_stated_error()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            int members = 1 + random.Next(6);
            double outside = Math.Pow(2, -1 - (seed % 30));
            var stakes = new List<Stake>();
            for (int i = 0; i < members; i++)
            {
                // Powers of two, so that the doubles are the shares and their sum is exactly 1.
                stakes.Add(new(2 + i, 2 + ((i + 1) % members), 1 - (2 * outside)));
                stakes.Add(new(random.Next(2), 2 + i, outside));
                stakes.Add(new(2 + random.Next(members), 2 + i, outside / 2));
            }

            double[] values = [0, 0, .. Enumerable.Range(0, members).Select(_ => (double)random.Next(1, 100))];
            Rational[]? exact = SmallGraph.Held(Matrix(2 + members, stakes), [.. values.Select(Rational.Exactly)]);
            OwnershipGraph graph = OwnershipGraph.Build(2 + members, [.. stakes]);
            OwnershipSolver solver = OwnershipSolver.Prepare(graph, [true, true, .. new bool[members]]);
            Assert.NotNull(exact);
            Assert.Empty(solver.ClosedCycles);
            double[] held = new double[2 + members];
            HeldTotals totals = solver.FindHeld(values, held);
            Rational off = 0;
            for (int owner = 0; owner < 2; owner++)
            {
                Rational difference = exact[owner] - Rational.Exactly(held[owner]);
                off += difference < 0 ? 0 - difference : difference;
            }

            Assert.True(Rational.Exactly(totals.Error) >= off, $"seed {seed}: {totals} but {off}");
            Assert.InRange((double)off, 0, 1e-12 * values.Sum());
        }
    }

    [Fact]
    public void Above_any_valued_entities_the_answer_is_that_of_exact_elimination()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: false, count: 8);
            int[] valued = [.. Enumerable.Range(0, graph.Count).Where(i => (seed >> (i % 5)) % 2 == 1)];
            OwnershipSolver solver = OwnershipSolver.PrepareAbove(graph.Build(), graph.Terminal, valued);
            Rational[]? exact = SmallGraph.Held(graph.Matrix(graph.LeastShares()), [.. Enumerable.Range(0, graph.Count).Select(i => (Rational)(valued.Contains(i) ? 1 + i : 0))]);
            if (exact is null)
                continue;
            Assert.Empty(solver.ClosedCycles);
            Amounts amounts = solver.NewAmounts();
            foreach (int entity in valued)
                amounts[entity] = 1 + entity;
            solver.FindHeld(amounts, amounts);
            for (int i = 0; i < graph.Count; i++)
                Assert.Equal((double)exact[i], amounts[i], 1e-11);
        }
    }

    [Fact]
    public void A_dense_core_of_random_holdings_keeps_to_its_residual()
    {
        const int Core = 120;
        var random = new Random(7);
        var stakes = new List<Stake>();
        for (int asset = 1; asset <= Core; asset++)
        {
            for (int k = 0; k < 12; k++)
                stakes.Add(new(1 + random.Next(Core), asset, random.NextDouble() / 13));
            stakes.Add(new(0, asset, random.NextDouble() / 13));
        }

        double[] values = [.. Enumerable.Range(0, Core + 1).Select(_ => random.NextDouble())];
        double[] held = new double[Core + 1];
        OwnershipGraph graph = OwnershipGraph.Build(Core + 1, [.. stakes]);
        HeldTotals totals = OwnershipSolver.Prepare(graph, Terminals(graph)).FindHeld(values, held);
        double[] again = [.. values];
        foreach (Stake stake in stakes)
            again[stake.Owner] += stake.Low * held[stake.Asset];
        for (int i = 0; i <= Core; i++)
            Assert.Equal(again[i], held[i], 1e-12);
        Assert.InRange(totals.Error, 0, 1e-10);
    }

    [Fact]
    public void A_prepared_solver_answers_for_other_values_and_in_place()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.5), new(1, 2, 0.25)]);
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, Terminals(graph));
        double[] values = [0, 1, 8];
        solver.FindHeld(values, values);
        Assert.Equal([4, 3, 8], values);
        solver.FindHeld([0, 0, 4], values);
        Assert.Equal([2, 1, 4], values);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_amount_is_refused(double value)
    {
        OwnershipGraph graph = OwnershipGraph.Build(1, []);
        Assert.Throws<ArgumentOutOfRangeException>(() => OwnershipSolver.Prepare(graph, [true]).FindHeld([value], new double[1]));
    }

    private static Rational[,] Matrix(int count, List<Stake> stakes)
    {
        var matrix = new Rational[count, count];
        foreach (Stake stake in stakes)
            matrix[stake.Owner, stake.Asset] += Rational.Exactly(stake.Low);
        return matrix;
    }

    private static double[] Solve(int count, Stake[] stakes, int asset, double value, out HeldTotals totals)
    {
        OwnershipGraph graph = OwnershipGraph.Build(count, stakes);
        double[] values = new double[count];
        values[asset] = value;
        double[] held = new double[count];
        totals = OwnershipSolver.Prepare(graph, Terminals(graph)).FindHeld(values, held);
        return held;
    }

    private static bool[] Terminals(OwnershipGraph graph)
    {
        bool[] terminal = new bool[graph.EntityCount];
        graph.MarkUnowned(terminal);
        return terminal;
    }
}
