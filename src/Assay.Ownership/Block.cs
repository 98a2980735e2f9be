namespace Assay.Ownership;

/// <summary>
/// The system h = b + W h of one cycle, factored once and solved directly for any right side; w[i, j] is the share
/// of member i that member j holds, and leak[i] the share of i that leaves the cycle.
/// </summary>
/// <remarks>
/// Elimination in the manner of Grassmann, Taksar and Heyman, "Regenerative analysis and steady state distributions
/// for Markov chains", Operations Research 33(5), 1985: the diagonal 1 - w[i, i] is never formed by subtraction but as
/// what leaves i, so that a nearly closed cycle loses no digits. The member with the fewest neighbours goes first;
/// when even that one is joined to a quarter of those left, they are finished as a dense array.
/// </remarks>
internal sealed class Block
{
    private readonly int[] _pivot;
    private readonly double[] _leaving;
    private readonly SparseColumns _above;
    private readonly SparseColumns _below;
    private readonly int[] _core;
    private readonly DenseBlock _dense;

    private Block(int[] pivot, double[] leaving, SparseColumns above, SparseColumns below, int[] core, DenseBlock dense)
    {
        _pivot = pivot;
        _leaving = leaving;
        _above = above;
        _below = below;
        _core = core;
        _dense = dense;
    }

    /// <summary>Factors the cycle. Changes its arguments. Null if some part of it leaks nothing at all.</summary>
    public static Block? Factor(Dictionary<int, double>[] holders, double[] leak)
    {
        HashSet<int>[] held = HeldBy(holders);
        var queue = new PriorityQueue<int, (long, int)>();
        for (int i = 0; i < leak.Length; i++)
            queue.Enqueue(i, Priority(i));

        var pivot = new List<int>();
        var leaving = new List<double>();
        var above = new SparseColumns();
        var below = new SparseColumns();
        bool[] done = new bool[leak.Length];
        while (queue.TryDequeue(out int p, out (long, int) priority))
        {
            if (done[p] || priority != Priority(p))
                continue;
            if (4L * holders[p].Count >= leak.Length - pivot.Count)
                break;

            double leaves = leak[p];
            foreach (double share in holders[p].Values)
                leaves += share;
            pivot.Add(p);
            leaving.Add(leaves);
            done[p] = true;
            foreach ((int j, double share) in holders[p])
            {
                above.Add(j, share);
                held[j].Remove(p);
            }

            foreach (int i in held[p])
            {
                holders[i].Remove(p, out double share);
                double factor = share / leaves;
                below.Add(i, factor);
                leak[i] += factor * leak[p];
                foreach ((int j, double onward) in holders[p])
                {
                    if (j == i)
                        continue;
                    holders[i].TryGetValue(j, out double before);
                    holders[i][j] = before + (factor * onward);
                    held[j].Add(i);
                }
            }

            above.EndColumn();
            below.EndColumn();
            foreach (int neighbour in held[p].Union(holders[p].Keys))
                queue.Enqueue(neighbour, Priority(neighbour));
        }

        int[] core = [.. Enumerable.Range(0, leak.Length).Where(i => !done[i])];
        DenseBlock? dense = FactorCore(core, holders, leak);
        return dense is null || leaving.Contains(0) ? null : new Block([.. pivot], [.. leaving], above, below, core, dense);

        (long, int) Priority(int i) => ((long)holders[i].Count * held[i].Count, i);
    }

    /// <summary>Solves h = b + W h, owners to assets, in place.</summary>
    public void SolveShares(Span<double> b)
    {
        for (int step = 0; step < _pivot.Length; step++)
        {
            double value = b[_pivot[step]];
            for (int k = _below.Start[step]; k < _below.Start[step + 1]; k++)
                b[_below.Index[k]] += _below.Value[k] * value;
        }

        double[] core = Gather(b);
        _dense.SolveShares(core);
        Scatter(core, b);
        for (int step = _pivot.Length - 1; step >= 0; step--)
        {
            double sum = b[_pivot[step]];
            for (int k = _above.Start[step]; k < _above.Start[step + 1]; k++)
                sum += _above.Value[k] * b[_above.Index[k]];
            b[_pivot[step]] = sum / _leaving[step];
        }
    }

    /// <summary>Solves x = v + Wᵀ x, assets to owners, in place.</summary>
    public void SolveHeld(Span<double> v)
    {
        for (int step = 0; step < _pivot.Length; step++)
        {
            double value = v[_pivot[step]] /= _leaving[step];
            for (int k = _above.Start[step]; k < _above.Start[step + 1]; k++)
                v[_above.Index[k]] += _above.Value[k] * value;
        }

        double[] core = Gather(v);
        _dense.SolveHeld(core);
        Scatter(core, v);
        for (int step = _pivot.Length - 1; step >= 0; step--)
        {
            double sum = v[_pivot[step]];
            for (int k = _below.Start[step]; k < _below.Start[step + 1]; k++)
                sum += _below.Value[k] * v[_below.Index[k]];
            v[_pivot[step]] = sum;
        }
    }

    /// <summary>The other direction of <paramref name="holders"/>, from which self-holdings are dropped: the elimination needs no diagonal.</summary>
    private static HashSet<int>[] HeldBy(Dictionary<int, double>[] holders)
    {
        HashSet<int>[] held = [.. holders.Select(_ => new HashSet<int>())];
        for (int i = 0; i < holders.Length; i++)
        {
            holders[i].Remove(i);
            foreach (int j in holders[i].Keys)
                held[j].Add(i);
        }

        return held;
    }

    private static DenseBlock? FactorCore(int[] core, Dictionary<int, double>[] holders, double[] leak)
    {
        int[] place = new int[leak.Length];
        for (int i = 0; i < core.Length; i++)
            place[core[i]] = i;
        double[] cells = new double[core.Length * core.Length];
        for (int i = 0; i < core.Length; i++)
        {
            foreach ((int j, double share) in holders[core[i]])
                cells[(i * core.Length) + place[j]] = share;
        }

        return DenseBlock.Factor(cells, [.. core.Select(i => leak[i])]);
    }

    private double[] Gather(ReadOnlySpan<double> values)
    {
        double[] core = new double[_core.Length];
        for (int i = 0; i < core.Length; i++)
            core[i] = values[_core[i]];
        return core;
    }

    private void Scatter(double[] core, Span<double> values)
    {
        for (int i = 0; i < core.Length; i++)
            values[_core[i]] = core[i];
    }

    /// <summary>Columns of a sparse triangle, written one after the other.</summary>
    private sealed class SparseColumns
    {
        public List<int> Start { get; } = [0];

        public List<int> Index { get; } = [];

        public List<double> Value { get; } = [];

        public void Add(int index, double value)
        {
            Index.Add(index);
            Value.Add(value);
        }

        public void EndColumn() => Start.Add(Index.Count);
    }
}
