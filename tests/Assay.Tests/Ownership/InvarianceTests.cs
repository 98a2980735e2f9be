using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

/// <summary>Changes to a graph that change no answer.</summary>
public sealed class InvarianceTests
{
    private const double Tight = 1e-11;

    [Fact]
    public void Splitting_a_stake_into_parallel_ones_changes_nothing() => Compare(seed =>
    {
        SmallGraph graph = Graph(seed);
        return (graph, With(graph, stakes: [.. graph.Stakes.SelectMany(Split)]), Same(graph));

        static IEnumerable<(int, int, int, int)> Split((int Owner, int Asset, int Low, int High) s)
        {
            int low = s.Low / 2;
            int high = low + ((s.High - s.Low) / 3);
            return [(s.Owner, s.Asset, low, high), (s.Owner, s.Asset, s.Low - low, s.High - high)];
        }
    });

    [Fact]
    public void A_wholly_owned_intermediary_changes_nothing() => Compare(seed =>
    {
        SmallGraph graph = Graph(seed);
        (int owner, int asset, int low, int high) = graph.Stakes[0];
        int between = graph.Count;
        return (graph, With(graph, extra: 1, stakes:
            [(between, asset, low, high), (owner, between, SmallGraph.Unit, SmallGraph.Unit), .. graph.Stakes[1..]]), Same(graph));
    });

    [Fact]
    public void Renumbering_changes_nothing() => Compare(seed =>
    {
        SmallGraph graph = Graph(seed);
        int[] to = [.. Enumerable.Range(0, graph.Count)];
        new Random(seed).Shuffle(to);
        int[] from = [.. to.Select((_, i) => Array.IndexOf(to, i))];
        var renumbered = new SmallGraph
        {
            Count = graph.Count,
            Stakes = [.. graph.Stakes.Select(s => s with { Owner = to[s.Owner], Asset = to[s.Asset] }).Reverse()],
            Terminal = [.. from.Select(i => graph.Terminal[i])],
            Complete = [.. from.Select(i => graph.Complete[i])],
            Group = [.. from.Select(i => graph.Group[i])],
        };
        return (graph, renumbered, to);
    });

    [Fact]
    public void Scaling_values_scales_holdings()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            SmallGraph graph = Graph(seed);
            OwnershipSolver solver = graph.Prepare();
            double[] values = [.. Enumerable.Range(1, graph.Count).Select(i => (double)i)];
            double[] held = new double[graph.Count];
            double[] scaled = new double[graph.Count];
            solver.FindHeld(values, held);
            solver.FindHeld([.. values.Select(value => 1024 * value)], scaled);
            Assert.Equal(held.Select(value => 1024 * value), scaled);
        }
    }

    private static SmallGraph Graph(int seed) => SmallGraph.Random(seed, cycles: true, ranges: true, complete: true, count: 8);

    private static int[] Same(SmallGraph graph) => [.. Enumerable.Range(0, graph.Count)];

    private static SmallGraph With(SmallGraph graph, List<(int, int, int, int)> stakes, int extra = 0) => new()
    {
        Count = graph.Count + extra,
        Stakes = stakes,
        Terminal = [.. graph.Terminal, .. new bool[extra]],
        Complete = [.. graph.Complete, .. new bool[extra]],
        Group = [.. graph.Group, .. new bool[extra]],
    };

    /// <summary>Compares group shares, holdings and control of graphs and their changed forms, entity i of one being to[i] of the other.</summary>
    private static void Compare(Func<int, (SmallGraph Graph, SmallGraph Changed, int[] To)> make)
    {
        for (int seed = 0; seed < 150; seed++)
        {
            (SmallGraph graph, SmallGraph changed, int[] to) = make(seed);
            (ShareInterval[] Shares, double[] Held, double Gap) one = Solve(graph, Enumerable.Range(1, graph.Count));
            int[] values = new int[changed.Count];
            for (int i = 0; i < to.Length; i++)
                values[to[i]] = i + 1;
            (ShareInterval[] Shares, double[] Held, double Gap) other = Solve(changed, values);
            var search = new ControlSearch(ControlMap.Prepare(graph.Build(), graph.Terminal));
            var changedSearch = new ControlSearch(ControlMap.Prepare(changed.Build(), changed.Terminal));
            for (int i = 0; i < to.Length; i++)
            {
                double allowed = Tight + one.Gap + other.Gap;
                Assert.Equal(one.Shares[i].Low, other.Shares[to[i]].Low, allowed);
                Assert.Equal(one.Shares[i].High, other.Shares[to[i]].High, allowed);
                Assert.Equal(one.Held[i], other.Held[to[i]], Tight * (1 + one.Held[i]));
                for (int j = 0; j < to.Length; j++)
                    Assert.Equal(search.Judge([i], j), changedSearch.Judge([to[i]], to[j]));
            }
        }
    }

    private static (ShareInterval[] Shares, double[] Held, double Gap) Solve(SmallGraph graph, IEnumerable<int> values)
    {
        OwnershipSolver solver = graph.Prepare();
        var shares = new ShareInterval[graph.Count];
        double gap = solver.FindGroupShares(graph.Group, shares);
        double[] held = new double[graph.Count];
        solver.FindHeld([.. values.Select(value => (double)value)], held);
        return (shares, held, gap);
    }
}
