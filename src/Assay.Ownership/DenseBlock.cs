namespace Assay.Ownership;

/// <summary>
/// The elimination of <see cref="Block"/> on a square array: what is left of a cycle when its sparse part is gone.
/// Row by row the array keeps the factors left of the diagonal, what leaves each member on it, the shares right of it.
/// </summary>
internal sealed class DenseBlock
{
    private readonly double[] _cells;
    private readonly int _count;

    private DenseBlock(double[] cells, int count)
    {
        _cells = cells;
        _count = count;
    }

    /// <summary>Factors in place; <paramref name="cells"/> has share w[i, j] in row i, column j. Null if some part leaks nothing at all.</summary>
    public static DenseBlock? Factor(double[] cells, double[] leak)
    {
        int count = leak.Length;
        for (int p = 0; p < count; p++)
        {
            ReadOnlySpan<double> pivot = cells.AsSpan((p * count) + p + 1, count - p - 1);
            double leaves = leak[p];
            foreach (double share in pivot)
                leaves += share;
            if (!(leaves > 0))
                return null;
            cells[(p * count) + p] = leaves;
            for (int i = p + 1; i < count; i++)
            {
                double factor = cells[(i * count) + p] / leaves;
                cells[(i * count) + p] = factor;
                if (factor == 0)
                    continue;
                leak[i] += factor * leak[p];
                Span<double> row = cells.AsSpan((i * count) + p + 1, pivot.Length);
                for (int j = 0; j < pivot.Length; j++)
                    row[j] += factor * pivot[j];
            }
        }

        return new DenseBlock(cells, count);
    }

    /// <summary>Solves h = b + W h in place.</summary>
    public void SolveShares(Span<double> b)
    {
        for (int i = 1; i < _count; i++)
            b[i] += Product(_cells.AsSpan(i * _count, i), b);
        for (int p = _count - 1; p >= 0; p--)
            b[p] = (b[p] + Product(Right(p), b[(p + 1)..])) / _cells[(p * _count) + p];
    }

    /// <summary>Solves x = v + Wᵀ x in place.</summary>
    public void SolveHeld(Span<double> v)
    {
        for (int p = 0; p < _count; p++)
        {
            v[p] /= _cells[(p * _count) + p];
            Add(v[p], Right(p), v[(p + 1)..]);
        }

        for (int i = _count - 1; i > 0; i--)
            Add(v[i], _cells.AsSpan(i * _count, i), v);
    }

    private ReadOnlySpan<double> Right(int row) => _cells.AsSpan((row * _count) + row + 1, _count - row - 1);

    private static double Product(ReadOnlySpan<double> row, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int j = 0; j < row.Length; j++)
            sum += row[j] * values[j];
        return sum;
    }

    private static void Add(double factor, ReadOnlySpan<double> row, Span<double> values)
    {
        for (int j = 0; j < row.Length; j++)
            values[j] += factor * row[j];
    }
}
