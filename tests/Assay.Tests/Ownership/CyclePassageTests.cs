using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class CyclePassageTests
{
    [Fact]
    public void A_ring_multiplies_by_one_over_one_less_its_product()
    {
        // 0 holds 60 % of 1; 1, 2 and 3 hold half, 40 % and 30 % of one another in a ring; 2 holds 80 % of the asset 4.
        OwnershipGraph graph = OwnershipGraph.Build(
            5, [new(0, 1, 0.6), new(3, 1, 0.3), new(1, 2, 0.5), new(2, 3, 0.4), new(2, 4, 0.8)]);
        Explanation found = ChainSearch.Explain(graph, [true, false, false, false, false], 0, 4, 3);
        CyclePassage cycle = Assert.Single(found.Cycles);
        Assert.Equal([1, 2, 3], cycle.Members);
        double factor = 1 / (1 - (0.3 * 0.5 * 0.4));
        Assert.Equal(factor, cycle.Factor.Low, 1e-12);
        Assert.Equal(factor, cycle.Factor.High, 1e-12);
        Assert.Equal(0.8 * 0.5 * 0.6, cycle.Once.Low, 1e-12);
        Assert.Equal(0.8 * 0.5 * 0.6 * factor, cycle.Through.High, 1e-12);
        Assert.Equal(found.Share.Low, cycle.Through.Low, 1e-12);
    }

    [Fact]
    public void What_goes_past_a_cycle_does_not_count_as_passing_it()
    {
        // 1 holds 10 % of itself and half of the asset 2; the owner 0 holds 30 % of the asset directly and 80 % of 1.
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 2, 0.3), new(1, 2, 0.5), new(1, 1, 0.1), new(0, 1, 0.8)]);
        Explanation found = ChainSearch.Explain(graph, [true, false, false], 0, 2, 3);
        CyclePassage cycle = Assert.Single(found.Cycles);
        Assert.Equal([1], cycle.Members);
        Assert.Equal(0.5 * 0.8 / 0.9, cycle.Through.Low, 1e-12);
        Assert.Equal(0.4, cycle.Once.High, 1e-12);
        Assert.Equal(0.3 + (0.5 * 0.8 / 0.9), found.Share.Low, 1e-12);
    }

    [Fact]
    public void A_cycle_that_leads_nowhere_is_not_between()
    {
        OwnershipGraph graph = OwnershipGraph.Build(4, [new(0, 3, 0.5), new(1, 3, 0.5), new(1, 2, 0.4), new(2, 1, 0.4)]);
        Assert.Empty(ChainSearch.Explain(graph, [true, false, false, false], 0, 3, 3).Cycles);
    }

    [Fact]
    public void Parts_through_cycles_agree_with_elimination_without_rounding()
    {
        int several = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: false, complete: false, count: 7);
            int asset = graph.Count - 1;
            int[] shares = graph.LeastShares();
            if (ChainTests.ExactShare(graph, shares, 0, asset) is not Rational share)
                continue;
            Explanation found = ChainSearch.Explain(graph.Build(), graph.Terminal, 0, asset, 1);
            foreach (CyclePassage cycle in found.Cycles)
            {
                int[] members = [.. cycle.Members];
                Rational through = share - (members.Contains(asset) ? Rational.Zero : ChainTests.ExactShare(graph, shares, 0, asset, members)!.Value);
                Rational once = ExactOnce(graph, shares, asset, members);
                several += members.Length > 1 && once < through ? 1 : 0;
                string where = $"seed {seed}, {string.Join(' ', members)}: {cycle}, exactly {through} and {once}";
                AssertHolds(cycle.Through, through, where);
                AssertHolds(cycle.Once, once, where);
                if (once > Rational.Zero)
                    Assert.InRange((double)(through / once), cycle.Factor.Low - 1e-12, cycle.Factor.High + 1e-12);
            }
        }

        Assert.True(several > 30, $"Only {several} cycles are passed round.");
    }

    [Fact]
    public void Parts_through_cycles_hold_for_every_completion()
    {
        int seen = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true);
            int asset = graph.Count - 1;
            foreach (CyclePassage cycle in ChainSearch.Explain(graph.Build(), graph.Terminal, 0, asset, 1).Cycles)
            {
                int[] members = [.. cycle.Members];
                foreach (int[] completion in graph.Completions())
                {
                    if (ChainTests.ExactShare(graph, completion, 0, asset) is not Rational share)
                        continue;
                    Rational through = share - (members.Contains(asset) ? Rational.Zero : ChainTests.ExactShare(graph, completion, 0, asset, members)!.Value);
                    Rational once = ExactOnce(graph, completion, asset, members);
                    string where = $"seed {seed}: {cycle}, exactly {through} and {once}";
                    Assert.True(Rational.Exactly(cycle.Through.Low) <= through && through <= Rational.Exactly(cycle.Through.High), where);
                    Assert.True(Rational.Exactly(cycle.Once.Low) <= once && once <= Rational.Exactly(cycle.Once.High), where);
                    seen++;
                }
            }
        }

        Assert.True(seen > 100);
    }

    /// <summary>Entry by entry: what reaches it first, times what leads on from it to owner 0 without coming back.</summary>
    private static Rational ExactOnce(SmallGraph graph, int[] shares, int asset, int[] members)
    {
        Rational sum = Rational.Zero;
        foreach (int entry in members)
        {
            int[] others = [.. members.Where(member => member != entry)];
            Rational reaches = entry == asset ? Rational.One
                : members.Contains(asset) ? Rational.Zero
                : ChainTests.ExactShare(graph, shares, entry, asset, [.. others, 0])!.Value;
            for (int i = 0; i < shares.Length; i++)
            {
                (int holder, int held, _, _) = graph.Stakes[i];
                if (held != entry || holder == entry)
                    continue;
                Rational onward = holder == 0 ? Rational.One : ChainTests.ExactShare(graph, shares, 0, holder, entry)!.Value;
                sum += reaches * new Rational(shares[i], SmallGraph.Unit) * onward;
            }
        }

        return sum;
    }

    private static void AssertHolds(ShareInterval share, Rational exact, string where)
    {
        Assert.True(Rational.Exactly(share.Low) <= exact && exact <= Rational.Exactly(share.High), where);
        Assert.True(share.High - share.Low < 1e-12, where);
    }
}
