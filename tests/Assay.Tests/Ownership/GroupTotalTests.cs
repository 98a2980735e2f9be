using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class GroupTotalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Totals_of_groups_contain_every_completion_and_are_attained(bool cycles)
    {
        for (int seed = 0; seed < 120; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles, ranges: true, complete: false);
            OwnershipSolver solver = graph.Prepare();
            if (!solver.ClosedCycles.IsEmpty)
                continue;
            int[] groupOf = [.. graph.Group.Select(mine => mine ? 1 : 0)];
            Rational[] values = [.. Enumerable.Range(0, graph.Count).Select(i => (Rational)((seed + (2 * i)) % 4))];
            Amounts amounts = solver.NewAmounts();
            for (int i = 0; i < graph.Count; i++)
                amounts[i] = (seed + (2 * i)) % 4;
            solver.FindHeld(amounts, amounts);
            var bounds = new AmountInterval[2];
            solver.Total(amounts, solver.Group(groupOf, 2), bounds);
            foreach (int group in (int[])[0, 1])
                CompareWithCompletions(seed, graph, values, groupOf, group, bounds[group]);
        }
    }

    [Fact]
    public void What_belongs_to_no_group_is_in_the_totals_alone()
    {
        OwnershipSolver solver = OwnershipSolver.Prepare(OwnershipGraph.Build(4, [new(0, 3, 0.5), new(1, 3, 0.25), new(2, 3, 0.125)]), [true, true, true, false]);
        Amounts held = solver.NewAmounts();
        held[3] = 8;
        solver.FindHeld(held, held);
        var bounds = new AmountInterval[1];
        HeldTotals totals = solver.Total(held, solver.Group([0, -1, -1, 0], 1), bounds);
        Assert.Equal(4, bounds[0].Low, 1e-13);
        Assert.Equal(5, bounds[0].High, 1e-13);
        Assert.Equal(7, totals.Kept, 1e-14);
        Assert.Equal(1, totals.Unknown, 1e-14);
    }

    [Fact]
    public void Amounts_go_only_to_their_own_solver_and_to_entities_it_values()
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 2, 0.5), new(1, 3, 0.5)]);
        OwnershipSolver solver = OwnershipSolver.PrepareAbove(graph, [true, true, false, false], [2]);
        OwnershipSolver other = OwnershipSolver.Prepare(graph, [true, true, false, false]);
        Amounts mine = solver.NewAmounts();
        mine[2] = 1;
        Assert.Equal(2, solver.Count);
        Assert.Equal(0, mine[3]);
        Assert.Throws<InvalidOperationException>(() => mine[3] = 1);
        Assert.Throws<InvalidOperationException>(() => mine[0] = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => mine[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => mine[2, 1]);
        Assert.Throws<ArgumentException>(() => other.FindHeld(mine, other.NewAmounts()));
        Assert.Throws<ArgumentException>(() => solver.FindHeld(mine, solver.NewAmounts(2)));
        Assert.Throws<ArgumentException>(() => other.Total(mine));
        Assert.Throws<ArgumentException>(() => solver.Total(mine, other.Group([0, 0, 0, 0], 1), new AmountInterval[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.Group([0, 1, 0, 0], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.NewAmounts(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.FindGroupShares([true, true, true, true])[3]);
    }

    private static void CompareWithCompletions(int seed, SmallGraph graph, Rational[] values, int[] groupOf, int group, AmountInterval bounds)
    {
        Rational total = values.Aggregate((a, b) => a + b);
        Rational? least = null;
        Rational? greatest = null;
        foreach (int[] completion in graph.Completions())
        {
            Rational[]? held = SmallGraph.Held(graph.Matrix(completion), values);
            if (held is null)
                continue;
            Rational mine = Sum(held, i => graph.Terminal[i] && groupOf[i] == group);
            Rational most = total - Sum(held, i => graph.Terminal[i] && groupOf[i] != group);
            least = least is null || mine < least.Value ? mine : least;
            greatest = greatest is null || most > greatest.Value ? most : greatest;
        }

        Assert.True(Rational.Exactly(bounds.Low) <= least!.Value, $"seed {seed}: {bounds} but {least}");
        Assert.True(Rational.Exactly(bounds.High) >= greatest!.Value, $"seed {seed}: {bounds} but {greatest}");
        Assert.Equal((double)least.Value, bounds.Low, 1e-10);
        Assert.Equal((double)greatest.Value, bounds.High, 1e-10);
    }

    private static Rational Sum(Rational[] held, Func<int, bool> counts) =>
        Enumerable.Range(0, held.Length).Where(counts).Aggregate(Rational.Zero, (sum, i) => sum + held[i]);
}
