using System.Collections.Immutable;
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
                (string Chain, double Part)[] expected = [.. NaiveChains(graph, 0, [asset], SmallGraph.Unit).OrderByDescending(c => c.Part)];
                ImmutableArray<Chain> found = ChainSearch.FindHeaviest(built, graph.Terminal, 0, asset, 1000);
                Assert.Equal(expected.Select(c => c.Chain).Order(), found.Select(c => string.Join(' ', c.Entities)).Order());
                for (int i = 0; i < found.Length; i++)
                    Assert.Equal(expected[i].Part, found[i].Part.High, 1e-12);
                most = Math.Max(most, found.Length);

                ImmutableArray<Chain> first = ChainSearch.FindHeaviest(built, graph.Terminal, 0, asset, 2);
                Assert.Equal(found.Take(2).Select(c => c.Part), first.Select(c => c.Part));
            }
        }

        Assert.True(most > 4);
    }

    [Fact]
    public void Parts_of_all_chains_sum_to_integrated_ownership_in_cycles_too()
    {
        // 0 holds half of 1; 1 and 2 hold 30 % of each other; 2 is the asset.
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 1, 0.5), new(2, 1, 0.3), new(1, 2, 0.3)]);
        bool[] terminal = [true, false, false];
        double[] held = new double[3];
        OwnershipSolver.Prepare(graph, terminal).FindHeld([0, 0, 1], held);
        ImmutableArray<Chain> chains = ChainSearch.FindHeaviest(graph, terminal, 0, 2, 15);
        Assert.Equal([2, 1, 0], chains[0].Entities);
        Assert.Equal([2, 1, 2, 1, 0], chains[1].Entities);
        Assert.Equal(held[0], chains.Sum(c => c.Part.Low), 1e-12);
    }

    [Fact]
    public void Product_of_shares_never_exceeds_either_factor()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SmallGraph graph = SmallGraph.Random(seed, cycles: true, ranges: true, complete: false, count: 8);
            OwnershipGraph built = graph.Build();
            foreach (Chain chain in ChainSearch.FindHeaviest(built, graph.Terminal, 0, graph.Count - 1, 20))
            {
                for (int i = 1; i < chain.Entities.Length; i++)
                {
                    int asset = chain.Entities[i - 1];
                    int k = built.OwnersOf(asset).IndexOf(chain.Entities[i]);
                    Assert.True(chain.Part.High <= built.HighSharesOf(asset)[k] * (1 + 1e-13));
                    Assert.True(chain.Part.Low <= built.LowSharesOf(asset)[k]);
                }
            }
        }
    }

    [Fact]
    public void A_terminal_between_breaks_the_chain()
    {
        OwnershipGraph graph = OwnershipGraph.Build(3, [new(0, 1, 0.5), new(1, 2, 0.5)]);
        Assert.Empty(ChainSearch.FindHeaviest(graph, [true, true, false], 0, 2, 5));
        Assert.Single(ChainSearch.FindHeaviest(graph, [true, false, false], 0, 2, 5));
    }

    [Fact]
    public void A_ring_that_holds_all_of_itself_gives_as_many_chains_as_asked()
    {
        OwnershipGraph graph = OwnershipGraph.Build(2, [new(0, 1, 1), new(1, 0, 1)]);
        Assert.Equal(7, ChainSearch.FindHeaviest(graph, [false, false], 0, 1, 7).Length);
    }

    [Fact]
    public void The_chain_from_an_entity_to_itself_carries_it_whole()
    {
        OwnershipGraph graph = OwnershipGraph.Build(1, []);
        Chain chain = Assert.Single(ChainSearch.FindHeaviest(graph, [true], 0, 0, 3));
        Assert.Equal([0], chain.Entities);
        Assert.Equal(new ShareInterval(1, 1), chain.Part);
    }

    private static IEnumerable<(string Chain, double Part)> NaiveChains(SmallGraph graph, int owner, int[] chain, double part)
    {
        if (chain[^1] == owner)
            yield return (string.Join(' ', chain), part / SmallGraph.Unit);
        foreach ((int holder, int asset, _, int high) in graph.Stakes)
        {
            if (asset != chain[^1] || graph.Terminal[asset] || high == 0)
                continue;
            foreach ((string, double) longer in NaiveChains(graph, owner, [.. chain, holder], part * high / SmallGraph.Unit))
                yield return longer;
        }
    }
}
