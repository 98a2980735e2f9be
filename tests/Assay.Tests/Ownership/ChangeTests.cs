using System.Collections.Immutable;
using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ChangeTests
{
    private const double Tight = 1e-9;

    /// <summary>0 is in the group, 1 a terminal outside it.</summary>
    private static readonly bool[] _group = [true, false, false, false, false, false];

    [Fact]
    public void A_threshold_already_reached_costs_nothing()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.5), new(1, 2, 0.3)]);
        foreach ((ShareBound bound, Crossing crossing, double threshold) in new[]
        {
            (ShareBound.Lower, Crossing.AtLeast, 0.5), (ShareBound.Lower, Crossing.AtMost, 0.5),
            (ShareBound.Upper, Crossing.AtLeast, 0.7), (ShareBound.Upper, Crossing.AtMost, 0.7),
        })
        {
            SmallestChange found = Find(graph, 2, bound, crossing, threshold);
            Assert.Equal(ChangeOutcome.AlreadyThere, found.Outcome);
            Assert.Equal(default, found.Cost);
            Assert.Empty(found.Changes);
        }
    }

    [Fact]
    public void What_no_recorded_stake_can_bring_about_is_impossible()
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(1, 3, 0.5), new(2, 3, 0.2)]);
        Assert.Equal(ChangeOutcome.Impossible, Find(graph, 3, ShareBound.Lower, Crossing.AtLeast, 0.25).Outcome);
        Assert.Equal(ChangeOutcome.Impossible, Find(graph, 0, ShareBound.Lower, Crossing.AtMost, 0.25).Outcome);
        Assert.Equal(ChangeOutcome.Impossible, Find(graph, 1, ShareBound.Upper, Crossing.AtLeast, 0.25).Outcome);
        Assert.True(double.IsPositiveInfinity(Find(graph, 3, ShareBound.Lower, Crossing.AtLeast, 0.25).Cost.Low));
    }

    [Fact]
    public void One_stake_is_raised_out_of_the_unknown_part()
    {
        // Of 2 the group holds 40 %; 2 holds half of 3: 20 %. To 25 % it is dearer to raise the second stake.
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 2, 0.4), new(2, 3, 0.5)]);
        SmallestChange found = Find(graph, 3, ShareBound.Lower, Crossing.AtLeast, 0.25);
        AssertCost(0.1, found);
        StakeChange change = Assert.Single(found.Changes);
        Assert.Equal((0, 2, 0.4), (change.Owner, change.Asset, change.From));
        Assert.Equal(0.5, change.To, Tight);
    }

    [Fact]
    public void Two_stakes_together_can_cost_less_than_either()
    {
        // 40 % of 40 %; half of half is a quarter, where one alone would have to go to 62.5 %.
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 2, 0.4), new(2, 3, 0.4)]);
        AssertCost(0.2, Find(graph, 3, ShareBound.Lower, Crossing.AtLeast, 0.25));
    }

    [Fact]
    public void Without_an_unknown_part_a_share_moves_from_one_owner_to_another_and_counts_twice()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.45), new(1, 2, 0.55)]);
        SmallestChange found = Find(graph, 2, ShareBound.Lower, Crossing.AtLeast, 0.5);
        AssertCost(0.1, found);
        Assert.Equal([0, 1], found.Changes.Select(change => change.Owner));
    }

    [Fact]
    public void The_upper_bound_falls_as_others_are_found_to_hold_more()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.2), new(1, 2, 0.3)]);
        AssertCost(0.2, Find(graph, 2, ShareBound.Upper, Crossing.AtMost, 0.5));
        AssertCost(0.05, Find(graph, 2, ShareBound.Upper, Crossing.AtLeast, 0.75));
    }

    [Fact]
    public void A_share_that_comes_round_a_cycle_is_lowered_where_that_saves_most()
    {
        // 0 holds 60 % of 2; 2 and 3 hold half of each other; what 0 holds of 3 is 0.5 × 0.6 / (1 - 0.25) = 0.4.
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 2, 0.6), new(3, 2, 0.4), new(2, 3, 0.5), new(1, 3, 0.5)]);
        SmallestChange found = Find(graph, 3, ShareBound.Lower, Crossing.AtMost, 0.25);
        double alone = 0.5 - (0.25 / (0.6 + (0.4 * 0.25)));
        Assert.Equal(ChangeOutcome.Found, found.Outcome);
        Assert.InRange(found.Cost.High, 0, alone + Tight);
        AssertReaches(graph, Terminals(4), found, 3, ShareBound.Lower, Crossing.AtMost, 0.25);
    }

    [Fact]
    public void No_point_of_a_fine_grid_is_cheaper_and_the_change_found_does_cross()
    {
        int found = 0;
        int several = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            (int Owner, int Asset, double Share)[] stakes = RandomStakes(seed, 3);
            OwnershipGraph graph = Build(5, stakes);
            var bound = (ShareBound)(seed % 2);
            var crossing = (Crossing)(seed / 2 % 2);
            double threshold = new[] { 0.25, 0.5, 0.75 }[seed % 3];
            SmallestChange change = Find(graph, 4, bound, crossing, threshold);
            double cheapest = CheapestOnGrid(stakes, bound, crossing, threshold);
            string where = $"seed {seed}: {change.Outcome} {change.Cost}, on the grid {cheapest}; {string.Join(", ", stakes)} {bound} {crossing} {threshold}";
            Assert.True(change.Cost.Low <= cheapest + Tight, where);
            Assert.NotEqual(ChangeOutcome.Unknown, change.Outcome);
            if (change.Outcome == ChangeOutcome.AlreadyThere)
                Assert.True(cheapest == 0, where);
            if (change.Outcome != ChangeOutcome.Found)
                continue;
            found++;
            several += change.Changes.Length > 1 ? 1 : 0;
            Assert.True(change.Cost.High <= cheapest + 2e-6, where);
            Assert.True(change.Cost.High - change.Cost.Low <= 2e-6, where);
            AssertReaches(graph, Terminals(5), change, 4, bound, crossing, threshold);
        }

        Assert.True(found > 25 && several > 5, $"{found} found, {several} of several stakes.");
    }

    [Fact]
    public void Bounds_of_the_cost_hold_where_the_search_is_cut_short()
    {
        int open = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            (int Owner, int Asset, double Share)[] stakes = RandomStakes(seed, 6);
            OwnershipGraph graph = Build(6, stakes);
            SmallestChange brief = Find(graph, 5, ShareBound.Lower, Crossing.AtLeast, 0.5, new ChangeOptions { MostBoxes = 1 });
            SmallestChange longer = Find(graph, 5, ShareBound.Lower, Crossing.AtLeast, 0.5, new ChangeOptions { Tolerance = 1e-4 });
            Assert.Equal(longer.Outcome, brief.Outcome);
            if (brief.Outcome != ChangeOutcome.Found)
                continue;
            Assert.True(brief.Cost.Low <= longer.Cost.High && longer.Cost.High <= brief.Cost.High + Tight, $"seed {seed}: {brief.Cost}, {longer.Cost}");
            open += brief.Cost.High - brief.Cost.Low > 1e-3 ? 1 : 0;
            AssertReaches(graph, Terminals(6), brief, 5, ShareBound.Lower, Crossing.AtLeast, 0.5);
        }

        Assert.True(open > 2, $"Only {open} were cut short.");
    }

    [Fact]
    public void Renumbering_changes_no_cost()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (int Owner, int Asset, double Share)[] stakes = RandomStakes(seed, 4);
            int[] to = [0, 1, 4, 2, 3];
            SmallestChange one = Find(Build(5, stakes), 4, ShareBound.Lower, Crossing.AtLeast, 0.5);
            SmallestChange other = Find(
                Build(5, [.. stakes.Select(s => (to[s.Owner], to[s.Asset], s.Share)).Reverse()]), 3, ShareBound.Lower, Crossing.AtLeast, 0.5);
            Assert.Equal(one.Outcome, other.Outcome);
            if (one.Outcome == ChangeOutcome.Found)
                Assert.True(one.Cost.Low <= other.Cost.High + Tight && other.Cost.Low <= one.Cost.High + Tight, $"seed {seed}: {one.Cost}, {other.Cost}");
        }
    }

    [Fact]
    public void A_wholly_owned_intermediary_makes_no_rise_cheaper()
    {
        // It is one more stake that could be raised, but it cannot hold more than all; what was dearer to reach stays so.
        for (int seed = 0; seed < 40; seed++)
        {
            (int Owner, int Asset, double Share)[] stakes = RandomStakes(seed, 4);
            (int owner, int asset, double share) = stakes[0];
            SmallestChange one = Find(Build(6, stakes), 4, ShareBound.Lower, Crossing.AtLeast, 0.5);
            SmallestChange other = Find(Build(6, [(owner, 5, 1), (5, asset, share), .. stakes[1..]]), 4, ShareBound.Lower, Crossing.AtLeast, 0.5);
            Assert.Equal(one.Outcome, other.Outcome);
            if (one.Outcome == ChangeOutcome.Found)
                Assert.True(other.Cost.High >= one.Cost.Low - Tight, $"seed {seed}: {one.Cost}, {other.Cost}");
        }
    }

    [Fact]
    public void Ranges_count_with_their_least_shares()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.3, 0.45), new(1, 2, 0.1, 0.6)]);
        SmallestChange found = Find(graph, 2, ShareBound.Lower, Crossing.AtLeast, 0.5);
        AssertCost(0.2, found);
        AssertReaches(graph, Terminals(3), found, 2, ShareBound.Lower, Crossing.AtLeast, 0.5);
        Assert.Equal(ChangeOutcome.AlreadyThere, Find(graph, 2, ShareBound.Lower, Crossing.AtMost, 0.35).Outcome);
        found = Find(graph, 2, ShareBound.Lower, Crossing.AtMost, 0.25);
        AssertCost(0.05, found);
        AssertReaches(graph, Terminals(3), found, 2, ShareBound.Lower, Crossing.AtMost, 0.25);
    }

    [Fact]
    public void In_a_large_surrounding_the_cost_is_an_interval_and_the_change_still_reaches()
    {
        // Sixty companies, each held by the two before it and a little by each of the terminals.
        var stakes = new List<Stake>();
        const int Count = 62;
        for (int asset = 2; asset < Count; asset++)
        {
            stakes.AddRange([new(0, asset, 0.02), new(1, asset, 0.03)]);
            for (int owner = Math.Max(2, asset - 2); owner < asset; owner++)
                stakes.Add(new Stake(owner, asset, 0.4));
        }

        OwnershipGraph graph = OwnershipGraph.Build(Count, [.. stakes]);
        bool[] group = [.. Enumerable.Range(0, Count).Select(i => i == 0)];
        SmallestChange found = ChangeSearch.FindSmallest(
            graph, Terminals(Count), group, Count - 1, ShareBound.Lower, Crossing.AtLeast, 0.5, new ChangeOptions { MostBoxes = 20 });
        Assert.Equal(ChangeOutcome.Found, found.Outcome);
        Assert.InRange(found.Cost.Low, 1e-3, found.Cost.High);

        // Of the asset 15 % is unknown; with that and 33 % of what the other owners hold the group has half of it directly.
        Assert.InRange(found.Cost.High, 0, 0.15 + (2 * 0.33));
    }

    [Fact]
    public void Complete_assets_with_ranges_are_left_unknown()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.3, 0.6), new(1, 2, 0.3, 0.6)], [false, false, true]);
        SmallestChange found = Find(graph, 2, ShareBound.Lower, Crossing.AtLeast, 0.5);
        Assert.Equal(ChangeOutcome.Unknown, found.Outcome);
        Assert.Equal(new AmountInterval(0, double.PositiveInfinity), found.Cost);
        Assert.Equal(ChangeOutcome.AlreadyThere, Find(graph, 2, ShareBound.Lower, Crossing.AtLeast, 0.4).Outcome);
    }

    [Fact]
    public void Senseless_questions_are_refused()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 0.5)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Find(graph, 1, ShareBound.Lower, Crossing.AtLeast, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find(graph, 2, ShareBound.Lower, Crossing.AtLeast, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find(graph, 1, (ShareBound)7, Crossing.AtLeast, 0.5));
        Assert.Throws<ArgumentException>(() => ChangeSearch.FindSmallest(graph, [true], [true], 1, ShareBound.Lower, Crossing.AtLeast, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChangeOptions { MostBoxes = 0 });
    }

    private static SmallestChange Find(
        OwnershipGraph graph, int asset, ShareBound bound, Crossing crossing, double threshold, ChangeOptions options = default) =>
        ChangeSearch.FindSmallest(
            graph, Terminals(graph.EntityCount), _group.AsSpan(0, graph.EntityCount), asset, bound, crossing, threshold, options);

    private static bool[] Terminals(int count) => [.. Enumerable.Range(0, count).Select(i => i < 2)];

    private static void AssertCost(double expected, SmallestChange found)
    {
        Assert.Equal(ChangeOutcome.Found, found.Outcome);
        Assert.InRange(found.Cost.Low, expected - 1e-6, expected + Tight);
        Assert.InRange(found.Cost.High, expected - Tight, expected + 1e-6);
    }

    /// <summary>Builds the graph again with the change and asks the solver.</summary>
    private static void AssertReaches(
        OwnershipGraph graph, bool[] terminal, SmallestChange found, int asset, ShareBound bound, Crossing crossing, double threshold)
    {
        Assert.Equal(found.Cost.High, found.Changes.Sum(change => Math.Abs(change.To - change.From)));
        var stakes = new List<Stake>();
        ImmutableArray<StakeChange> left = found.Changes;
        for (int held = 0; held < graph.EntityCount; held++)
        {
            double sum = 0;
            for (int k = 0; k < graph.OwnersOf(held).Length; k++)
            {
                int owner = graph.OwnersOf(held)[k];
                (double low, double high) = (graph.LowSharesOf(held)[k], graph.HighSharesOf(held)[k]);
                StakeChange? change = left.Cast<StakeChange?>().FirstOrDefault(c => c!.Value.Owner == owner && c.Value.Asset == held);
                if (change is StakeChange made)
                {
                    Assert.Equal(low, made.From);
                    high = low == high ? made.To : Math.Max(high, made.To);
                    low = made.To;
                    left = left.Remove(made);
                }

                sum += low;
                stakes.Add(new Stake(owner, held, low, high));
            }

            Assert.InRange(sum, 0, 1 + OwnershipGraph.Tolerance);
        }

        Assert.Empty(left);
        OwnershipGraph changed = OwnershipGraph.Build(graph.EntityCount, [.. stakes]);
        ShareInterval share = OwnershipSolver.Prepare(changed, terminal).FindGroupShares(_group.AsSpan(0, graph.EntityCount))[asset];
        double value = bound == ShareBound.Lower ? share.Low : share.High;
        if (crossing == Crossing.AtLeast)
            Assert.InRange(value, threshold - OwnershipGraph.Tolerance, 1);
        else
            Assert.InRange(value, 0, threshold + OwnershipGraph.Tolerance);
    }

    private static OwnershipGraph Build(int count, (int Owner, int Asset, double Share)[] stakes) =>
        OwnershipGraph.Build(count, [.. stakes.Select(s => new Stake(s.Owner, s.Asset, s.Share))]);

    /// <summary>Stakes in twentieths among two terminals and a few companies, the last of which somebody holds.</summary>
    private static (int Owner, int Asset, double Share)[] RandomStakes(int seed, int count)
    {
        var random = new Random(seed);
        int entities = count > 4 ? 6 : 5;
        var stakes = new Dictionary<(int, int), int>();
        int[] left = [.. Enumerable.Repeat(20, entities)];
        while (stakes.Count < count)
        {
            int asset = stakes.Count == 0 ? entities - 1 : random.Next(2, entities);
            int owner = random.Next(entities);
            int share = random.Next(1, 17);
            if (owner == asset || stakes.ContainsKey((owner, asset)) || share > left[asset])
                continue;
            left[asset] -= share;
            stakes.Add((owner, asset), share);
        }

        return [.. stakes.Select(s => (s.Key.Item1, s.Key.Item2, s.Value / 20.0))];
    }

    /// <summary>The cheapest of all shares in twentieths that reach the threshold by plain repeated substitution; infinite if none does.</summary>
    private static double CheapestOnGrid((int Owner, int Asset, double Share)[] stakes, ShareBound bound, Crossing crossing, double threshold)
    {
        double best = double.PositiveInfinity;
        int[] at = new int[stakes.Length];
        do
        {
            double cost = 0;
            double[] sums = new double[5];
            for (int i = 0; i < stakes.Length; i++)
            {
                cost += Math.Abs((at[i] / 20.0) - stakes[i].Share);
                sums[stakes[i].Asset] += at[i] / 20.0;
            }

            if (cost >= best || sums.Max() > 1 + 1e-9)
                continue;
            double assured = Assured(stakes, at, bound == ShareBound.Lower ? 0 : 1);
            double value = bound == ShareBound.Lower ? assured : 1 - assured;
            if (crossing == Crossing.AtLeast ? value >= threshold - 1e-12 : value <= threshold + 1e-12)
                best = cost;
        }
        while (Next(at));
        return best;
    }

    private static bool Next(int[] at)
    {
        for (int i = 0; i < at.Length; i++)
        {
            if (++at[i] <= 20)
                return true;
            at[i] = 0;
        }

        return false;
    }

    /// <summary>What is assured of entity 4 to one of the terminals.</summary>
    private static double Assured((int Owner, int Asset, double Share)[] stakes, int[] at, int terminal)
    {
        double[] x = new double[5];
        x[terminal] = 1;
        for (int round = 0; round < 200; round++)
        {
            double[] next = new double[5];
            next[terminal] = 1;
            for (int i = 0; i < at.Length; i++)
                next[stakes[i].Asset] += at[i] / 20.0 * x[stakes[i].Owner];
            x = next;
        }

        return x[4];
    }
}
