namespace Assay.Ownership;

/// <summary>
/// The system h = b + W h of one cycle, factored once and solved directly for any right side; w[i, j] is the share
/// of member i that member j holds, and leak[i] the share of i that leaves the cycle.
/// </summary>
/// <remarks>
/// Elimination in the manner of Grassmann, Taksar and Heyman, "Regenerative analysis and steady state distributions
/// for Markov chains", Operations Research 33(5), 1985: the diagonal 1 - w[i, i] is never formed by subtraction but as
/// what leaves i, so that a nearly closed cycle loses no digits. Sparse; the member with the fewest neighbours goes first.
/// </remarks>
internal sealed class Block
{
    private readonly int[] _pivot;
    private readonly double[] _leaving;
    private readonly SparseColumns _above;
    private readonly SparseColumns _below;

    private Block(int[] pivot, double[] leaving, SparseColumns above, SparseColumns below)
    {
        _pivot = pivot;
        _leaving = leaving;
        _above = above;
        _below = below;
    }

    public int Count => _pivot.Length;

    /// <summary>Factors the cycle. Changes its arguments. Null if some part of it leaks nothing at all.</summary>
    public static Block? Factor(Dictionary<int, double>[] holders, double[] leak)
    {
        int count = leak.Length;
        var held = new HashSet<int>[count];
        for (int i = 0; i < count; i++)
            held[i] = [];
        for (int i = 0; i < count; i++)
        {
            holders[i].Remove(i);
            foreach (int j in holders[i].Keys)
                held[j].Add(i);
        }

        var queue = new PriorityQueue<int, (long, int)>();
        for (int i = 0; i < count; i++)
            queue.Enqueue(i, Priority(i));

        int[] pivot = new int[count];
        double[] leaving = new double[count];
        var above = new SparseColumns(count);
        var below = new SparseColumns(count);
        bool[] done = new bool[count];
        for (int step = 0; step < count;)
        {
            queue.TryDequeue(out int p, out (long, int) priority);
            if (done[p] || priority != Priority(p))
                continue;

            double leaves = leak[p];
            foreach (double share in holders[p].Values)
                leaves += share;
            if (!(leaves > 0))
                return null;

            pivot[step] = p;
            leaving[step] = leaves;
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

            foreach (int i in held[p])
                queue.Enqueue(i, Priority(i));
            foreach (int j in holders[p].Keys)
                queue.Enqueue(j, Priority(j));
            above.EndColumn();
            below.EndColumn();
            step++;
        }

        return new Block(pivot, leaving, above, below);

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

        for (int step = _pivot.Length - 1; step >= 0; step--)
        {
            double sum = v[_pivot[step]];
            for (int k = _below.Start[step]; k < _below.Start[step + 1]; k++)
                sum += _below.Value[k] * v[_below.Index[k]];
            v[_pivot[step]] = sum;
        }
    }

    /// <summary>Columns of a sparse triangle, written one after the other.</summary>
    private sealed class SparseColumns(int count)
    {
        private int _column;

        public int[] Start { get; } = new int[count + 1];

        public List<int> Index { get; } = [];

        public List<double> Value { get; } = [];

        public void Add(int index, double value)
        {
            Index.Add(index);
            Value.Add(value);
        }

        public void EndColumn() => Start[++_column] = Index.Count;
    }
}
