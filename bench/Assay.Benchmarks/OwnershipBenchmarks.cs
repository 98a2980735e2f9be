using Assay.Ownership;
using BenchmarkDotNet.Attributes;

namespace Assay.Benchmarks;

/// <summary>
/// Integrated ownership of 100,000 entities, solved by components, beside the same sum iterated over all stakes until
/// less than 10⁻⁶ of a value still moves. The graph has chains, shared assets, small rings and one that holds 97 % of itself.
/// </summary>
[MemoryDiagnoser]
public class OwnershipBenchmarks
{
    private const int Entities = 100_000;
    private const int Terminals = 40_000;

    private readonly double[] _values = new double[Entities];
    private readonly bool[] _terminal = new bool[Entities];
    private readonly bool[] _group = new bool[Entities];
    private Stake[] _stakes = [];
    private OwnershipGraph _graph = null!;
    private OwnershipSolver _solver = null!;
    private Amounts _amounts = null!;
    private Amounts _held = null!;
    private ControlMap _control = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        var stakes = new List<Stake>();
        for (int entity = 0; entity < Entities; entity++)
        {
            _terminal[entity] = entity < Terminals;
            _group[entity] = entity % 7 == 0;
            _values[entity] = entity % 50 == 0 ? random.NextDouble() : 0;
            if (entity < Terminals)
                continue;
            int owners = 1 + (int)(1 / (0.2 + random.NextDouble()));
            for (int k = 0; k < owners; k++)
                stakes.Add(new Stake(random.Next(entity), entity, (0.3 + (0.6 * random.NextDouble())) / owners));
            if (entity % 500 < 3)
                stakes.Add(new Stake(entity % 500 < 2 ? entity + 1 : entity - 2, entity, 0.1));
        }

        for (int member = 0; member < 30; member++)
            stakes.Add(new Stake(member, (member + 1) % 30, 0.97));
        for (int member = 0; member < 30; member++)
            _terminal[member] = false;
        _stakes = [.. stakes];
        _graph = OwnershipGraph.Build(Entities, _stakes);
        _solver = OwnershipSolver.Prepare(_graph, _terminal);
        _amounts = _solver.NewAmounts();
        _amounts.Set(_values);
        _held = _solver.NewAmounts();
        _control = ControlMap.Prepare(_graph, _terminal);
    }

    [Benchmark]
    public OwnershipGraph BuildGraph() => OwnershipGraph.Build(Entities, _stakes);

    [Benchmark]
    public OwnershipSolver PrepareSolver() => OwnershipSolver.Prepare(_graph, _terminal);

    [Benchmark(Baseline = true)]
    public HeldTotals Solve()
    {
        _solver.FindHeld(_amounts, _held);
        return _solver.Total(_held);
    }

    [Benchmark]
    public GroupShares SolveGroup() => _solver.FindGroupShares(_group);

    [Benchmark]
    public ControlMap PrepareControl() => ControlMap.Prepare(_graph, _terminal);

    [Benchmark]
    public int[] SolveControl() => _control.FindUltimateControllers();

    [Benchmark]
    public double[] IterateStakes()
    {
        double[] held = [.. _values];
        double[] moving = [.. _values];
        double left = double.PositiveInfinity;
        while (left > 1e-6)
        {
            double[] next = new double[Entities];
            foreach (Stake stake in _stakes)
                next[stake.Owner] += stake.Low * moving[stake.Asset];
            left = 0;
            for (int i = 0; i < Entities; i++)
            {
                held[i] += next[i];
                left += next[i];
            }

            moving = next;
        }

        return held;
    }
}
