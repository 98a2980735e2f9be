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

    /// <summary>Factors the cycle. Null if some part of it leaks nothing at all.</summary>
    /// <param name="rows">Per member its holders within the cycle, itself left out: the elimination needs no diagonal. Changed.</param>
    /// <param name="leak">Per member what leaves the cycle. Changed.</param>
    public static Block? Factor(SparseRow[] rows, double[] leak)
    {
        var elimination = new SparseElimination(rows, leak);
        var pivot = new List<int>();
        var leaving = new List<double>();
        var above = new SparseColumns();
        var below = new SparseColumns();
        while (elimination.TryTakeSparsest(rows.Length - pivot.Count, out int p))
        {
            SparseRow row = rows[p];
            double leaves = leak[p];
            for (int k = 0; k < row.Count; k++)
            {
                leaves += row.Value[k];
                above.Add(row.Index[k], row.Value[k]);
            }

            if (!(leaves > 0))
                return null;
            pivot.Add(p);
            leaving.Add(leaves);
            elimination.TakeOut(p, leaves, below);
            above.EndColumn();
            below.EndColumn();
        }

        int[] core = elimination.Left();
        DenseBlock? dense = FactorCore(core, rows, leak);
        return dense is null ? null : new Block([.. pivot], [.. leaving], above, below, core, dense);
    }

    /// <summary>Solves h = b + W h, owners to assets, in place.</summary>
    public void SolveShares(Span<double> b)
    {
        for (int step = 0; step < _pivot.Length; step++)
            _below.AddTo(step, b[_pivot[step]], b);
        double[] core = Gather(b);
        _dense.SolveShares(core);
        Scatter(core, b);
        for (int step = _pivot.Length - 1; step >= 0; step--)
            b[_pivot[step]] = (b[_pivot[step]] + _above.Product(step, b)) / _leaving[step];
    }

    /// <summary>Solves x = v + Wᵀ x, assets to owners, in place.</summary>
    public void SolveHeld(Span<double> v)
    {
        for (int step = 0; step < _pivot.Length; step++)
            _above.AddTo(step, v[_pivot[step]] /= _leaving[step], v);
        double[] core = Gather(v);
        _dense.SolveHeld(core);
        Scatter(core, v);
        for (int step = _pivot.Length - 1; step >= 0; step--)
            v[_pivot[step]] += _below.Product(step, v);
    }

    private static DenseBlock? FactorCore(int[] core, SparseRow[] rows, double[] leak)
    {
        int[] place = new int[leak.Length];
        for (int i = 0; i < core.Length; i++)
            place[core[i]] = i;
        double[] cells = new double[core.Length * core.Length];
        double[] leaks = new double[core.Length];
        for (int i = 0; i < core.Length; i++)
        {
            SparseRow row = rows[core[i]];
            leaks[i] = leak[core[i]];
            for (int k = 0; k < row.Count; k++)
                cells[(i * core.Length) + place[row.Index[k]]] = row.Value[k];
        }

        return DenseBlock.Factor(cells, leaks);
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
}
