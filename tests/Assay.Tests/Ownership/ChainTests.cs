using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ChainTests
{
    [Fact]
    public void Chains_on_acyclic_graphs_are_all_there_are_heaviest_first()
    {
        int most = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: false, ranges: true, complete: false, count: 8);
            OwnershipGraph built = graph.Build();
            for (int asset = 0; asset < graph.Count; asset++)
            {
                (string Chain, Rational Part)[] expected = [.. NaiveChains(graph, 0, asset, Rational.Zero).OrderByDescending(c => c.Part)];
                Explanation all = ChainSearch.Explain(built, graph.Terminal, 0, asset, 1000);
                Assert.Equal(expected.Select(c => c.Chain).Order(), all.Chains.Select(c => string.Join(' ', c.Entities)).Order());
                for (int i = 0; i < expected.Length; i++)
                    Assert.Equal((double)expected[i].Part, all.Chains[i].Part.High, 1e-12);
                Assert.Equal(default, all.Remainder);
                Assert.Empty(all.Cycles);
                most = Math.Max(most, expected.Length);

                Explanation first = ChainSearch.Explain(built, graph.Terminal, 0, asset, 2);
                Assert.Equal(all.Chains.Take(2).Select(c => c.Part), first.Chains.Select(c => c.Part));
            }
        }

        Assert.True(most > 4);
    }

    [Fact]
    public void Chains_in_cycles_are_the_heaviest_and_with_the_remainder_make_the_share()
    {
        const int Count = 12;
        int full = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: false, complete: false, count: 6);
            OwnershipGraph built = graph.Build();
            for (int owner = 0; owner < graph.Count; owner++)
            {
                int asset = graph.Count - 1;
                if (owner == asset || ExactShare(graph, graph.LeastShares(), owner, asset) is not Rational share)
                    continue;
                Explanation found = ChainSearch.Explain(built, graph.Terminal, owner, asset, Count);
                string where = $"seed {seed}, owner {owner}: {found.Share}, exactly {share}";
                Assert.True(Rational.Exactly(found.Share.Low) <= share && share <= Rational.Exactly(found.Share.High), where);
                Assert.InRange(found.Share.High - found.Share.Low, 0, 1e-12);

                Rational sum = Rational.Zero;
                foreach (Chain chain in found.Chains)
                {
                    Rational part = Product(graph, graph.LeastShares(), chain);
                    Assert.True(Rational.Exactly(chain.Part.Low) <= part && part <= Rational.Exactly(chain.Part.High), where);
                    Assert.InRange(chain.Part.High - chain.Part.Low, 0, 1e-12);
                    Assert.DoesNotContain(owner, chain.Entities.SkipLast(1));
                    sum += part;
                }

                Rational rest = share - sum;
                Assert.True(Rational.Exactly(found.Remainder.Low) <= rest && rest <= Rational.Exactly(found.Remainder.High), where);
                Assert.InRange(found.Remainder.High - found.Remainder.Low, 0, 1e-12);
                if (found.Chains.Length < Count)
                    continue;
                full++;
                Rational last = Product(graph, graph.LeastShares(), found.Chains[^1]);
                Assert.True(NaiveChains(graph, owner, asset, last).Count(c => c.Part > last) < Count, where);
                Assert.Equal(Count, found.Chains.Select(c => string.Join(' ', c.Entities)).Distinct().Count());
            }
        }

        Assert.True(full > 50, $"Only {full} have so many chains.");
    }

    [Fact]
    public void Share_and_remainder_hold_for_every_completion()
    {
        int open = 0;
        for (int seed = 0; seed < 120; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: seed % 2 == 0, ranges: true, complete: true);
            int asset = graph.Count - 1;
            Explanation found = ChainSearch.Explain(graph.Build(), graph.Terminal, 0, asset, 1);
            foreach (int[] completion in graph.Completions())
            {
                if (ExactShare(graph, completion, 0, asset) is not Rational share)
                    continue;
                Rational rest = share;
                foreach (Chain chain in found.Chains)
                    rest -= Product(graph, completion, chain);
                string where = $"seed {seed}: {found.Share} and {found.Remainder}, exactly {share} and {rest}";
                Assert.True(Rational.Exactly(found.Share.Low) <= share && share <= Rational.Exactly(found.Share.High), where);
                Assert.True(Rational.Exactly(found.Remainder.Low) <= rest && rest <= Rational.Exactly(found.Remainder.High), where);
                open += rest > Rational.Zero ? 1 : 0;
            }
        }

        Assert.True(open > 50);
    }

    [Fact]
    public void A_terminal_between_breaks_the_chain()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 1, 0.5), new(1, 2, 0.5)]);
        Explanation broken = ChainSearch.Explain(graph, [true, true, false], 0, 2, 5);
        Assert.Empty(broken.Chains);
        Assert.Equal(default, broken.Share);
        Assert.Single(ChainSearch.Explain(graph, [true, false, false], 0, 2, 5).Chains);
    }

    [Fact]
    public void In_a_ring_that_holds_all_of_itself_one_chain_leads_to_each_other_member()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 1), new(1, 0, 1)]);
        Explanation found = ChainSearch.Explain(graph, [false, false], 0, 1, 7);
        Assert.Equal([1, 0], Assert.Single(found.Chains).Entities);
        Assert.Equal(default, found.Remainder);
    }

    [Fact]
    public void The_chain_from_an_entity_to_itself_carries_it_whole()
    {
        OwnershipGraph graph = OwnershipGraph.Build(1, []);
        Explanation found = ChainSearch.Explain(graph, [true], 0, 0, 3);
        Chain chain = Assert.Single(found.Chains);
        Assert.Equal([0], chain.Entities);
        Assert.Equal(new ShareInterval(1, 1), chain.Part);
        Assert.Equal(new ShareInterval(1, 1), found.Share);
        Assert.Equal(default, found.Remainder);
    }

    [Fact]
    public void More_chains_than_could_ever_be_counted_do_no_harm()
    {
        // Sixty entities one above the other, two ways from each to the next: 2⁶⁰ chains of equal weight.
        const int Steps = 60;
        var stakes = new List<Stake>();
        for (int step = 0; step < Steps; step++)
        {
            int at = 3 * step;
            stakes.AddRange([new(at + 1, at, 0.5), new(at + 2, at, 0.5), new(at + 3, at + 1, 1), new(at + 3, at + 2, 1)]);
        }

        bool[] terminal = new bool[(3 * Steps) + 1];
        terminal[^1] = true;
        OwnershipGraph graph = OwnershipGraph.Build(terminal.Length, [.. stakes]);
        Explanation found = ChainSearch.Explain(graph, terminal, 3 * Steps, 0, 1000);
        Assert.Equal(1000, found.Chains.Length);
        Assert.Equal(1000, found.Chains.Select(c => string.Join(' ', c.Entities)).Distinct().Count());
        Assert.InRange(found.Remainder.Low, 1 - 1e-12, 1);
    }

    [Fact]
    public void A_dense_core_yields_as_many_chains_as_asked()
    {
        const int Members = 40;
        var stakes = new List<Stake>();
        for (int asset = 0; asset < Members; asset++)
        {
            stakes.Add(new Stake(Members, asset, 0.02));
            for (int owner = 0; owner < Members; owner++)
                stakes.Add(new Stake(owner, asset, 0.024));
        }

        bool[] terminal = new bool[Members + 1];
        terminal[Members] = true;
        OwnershipGraph graph = OwnershipGraph.Build(Members + 1, [.. stakes]);
        Explanation found = ChainSearch.Explain(graph, terminal, Members, 0, 1000);
        Assert.Equal(1000, found.Chains.Length);
        Assert.Equal(0.02, found.Chains[0].Part.High, 1e-12);
        Assert.Equal(0.5, found.Share.Low, 1e-9);
        Assert.Equal(Members, Assert.Single(found.Cycles).Members.Length);
    }

    [Fact]
    public void A_search_that_is_called_off_stops()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 0.5)]);
        Assert.Throws<OperationCanceledException>(() => ChainSearch.Explain(graph, [true, false], 0, 1, 1, new CancellationToken(true)));
    }

    [Fact]
    public void What_lies_beside_or_below_the_asset_changes_no_bit()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true, count: 7);
            int asset = graph.Count - 1;
            var wider = new SmallGraph
            {
                Count = graph.Count + 2,
                Stakes = [.. graph.Stakes, (asset, asset + 1, 5, 6), (0, asset + 2, 3, 3), (asset + 2, asset + 1, 2, 2)],
                Terminal = [.. graph.Terminal, false, false],
                Complete = [.. graph.Complete, false, false],
                Group = [.. graph.Group, false, false],
            };
            Explanation one = ChainSearch.Explain(graph.Build(), graph.Terminal, 0, asset, 20);
            Explanation other = ChainSearch.Explain(wider.Build(), wider.Terminal, 0, asset, 20);
            Assert.Equal((one.Share, one.Remainder), (other.Share, other.Remainder));
            Assert.Equal(one.Chains.Select(c => (string.Join(' ', c.Entities), c.Part)), other.Chains.Select(c => (string.Join(' ', c.Entities), c.Part)));
        }
    }

    /// <summary>What reaches the owner of one asset, if the owner keeps it: by elimination, without rounding.</summary>
    internal static Rational? ExactShare(SmallGraph graph, int[] shares, int owner, int asset, params ReadOnlySpan<int> stops)
    {
        bool[] terminal = [.. graph.Terminal];
        terminal[owner] = true;
        foreach (int stop in stops)
            terminal[stop] = true;
        var stopped = new SmallGraph { Count = graph.Count, Stakes = graph.Stakes, Terminal = terminal, Complete = graph.Complete, Group = graph.Group };
        var values = new Rational[graph.Count];
        values[asset] = Rational.One;
        return SmallGraph.Held(stopped.Matrix(shares), values)?[owner];
    }

    private static Rational Product(SmallGraph graph, int[] shares, Chain chain)
    {
        Rational product = Rational.One;
        for (int i = 1; i < chain.Entities.Length; i++)
        {
            int stake = graph.Stakes.FindIndex(s => s.Owner == chain.Entities[i] && s.Asset == chain.Entities[i - 1]);
            product *= new Rational(shares[stake], SmallGraph.Unit);
        }

        return product;
    }

    /// <summary>All chains by greatest shares that carry at least so much; with cycles there must be such a limit.</summary>
    private static List<(string Chain, Rational Part)> NaiveChains(SmallGraph graph, int owner, int asset, Rational least)
    {
        var found = new List<(string, Rational)>();
        Extend([asset], Rational.One);
        return found;

        void Extend(int[] chain, Rational part)
        {
            if (chain[^1] == owner)
            {
                found.Add((string.Join(' ', chain), part));
                return;
            }

            foreach ((int holder, int held, _, int high) in graph.Stakes)
            {
                Rational longer = part * new Rational(high, SmallGraph.Unit);
                if (held == chain[^1] && !graph.Terminal[held] && high > 0 && longer >= least)
                    Extend([.. chain, holder], longer);
            }
        }
    }
}
