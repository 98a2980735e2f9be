using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// The elimination of <see cref="Block"/> on a square array: what is left of a cycle when its sparse part is gone.
/// Row by row the array keeps the factors left of the diagonal, what leaves each member on it, the shares right of it.
/// </summary>
internal sealed class DenseBlock
{
    /// <summary>How many members are eliminated at a time.</summary>
    private const int Together = 4;

    private readonly double[] _cells;
    private readonly int _count;

    private DenseBlock(double[] cells, int count)
    {
        _cells = cells;
        _count = count;
    }

    /// <summary>
    /// Factors in place; <paramref name="cells"/> has share w[i, j] in row i, column j. Null if some part leaks nothing at
    /// all. Members are eliminated four at a time, so that each row further down is read and written once for all four.
    /// </summary>
    public static DenseBlock? Factor(double[] cells, double[] leak)
    {
        int count = leak.Length;
        for (int first = 0; first < count; first += Together)
        {
            int end = Math.Min(count, first + Together);
            for (int p = first; p < end; p++)
            {
                double leaves = leak[p];
                foreach (double share in cells.AsSpan((p * count) + p + 1, count - p - 1))
                    leaves += share;
                if (!(leaves > 0))
                    return null;
                cells[(p * count) + p] = leaves;
                for (int i = p + 1; i < end; i++)
                    Eliminate(cells, leak, p, i, count);
            }

            for (int i = end; i < count; i++)
            {
                for (int p = first; p < end; p++)
                    Eliminate(cells, leak, p, i, end);
                if (end - first == Together)
                    AddFour(cells, count, first, i);
                else
                    Debug.Assert(end == count, "Fewer than four are eliminated only at the end, where no row is left.");
            }
        }

        return new DenseBlock(cells, count);
    }

    /// <summary>Solves h = b + W h in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SolveShares(Span<double> b)
    {
        for (int i = 1; i < _count; i++)
            b[i] += Product(_cells.AsSpan(i * _count, i), b);
        for (int p = _count - 1; p >= 0; p--)
            b[p] = (b[p] + Product(Right(p), b[(p + 1)..])) / _cells[(p * _count) + p];
    }

    /// <summary>Solves x = v + Wᵀ x in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(ReadOnlySpan<double> row, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int j = 0; j < row.Length; j++)
            sum += row[j] * values[j];
        return sum;
    }

    /// <summary>Takes member p out of row i, in the columns right of p up to an end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eliminate(double[] cells, double[] leak, int p, int i, int end)
    {
        int count = leak.Length;
        double factor = cells[(i * count) + p] / cells[(p * count) + p];
        cells[(i * count) + p] = factor;
        if (factor == 0)
            return;
        leak[i] += factor * leak[p];
        Add(factor, cells.AsSpan((p * count) + p + 1, end - p - 1), cells.AsSpan((i * count) + p + 1));
    }

    /// <summary>Adds to the rest of row i its factors times the rests of four rows, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(double[] cells, int count, int first, int i)
    {
        int length = count - first - Together;
        ReadOnlySpan<double> factors = cells.AsSpan((i * count) + first, Together);
        (double a, double b, double c, double d) = (factors[0], factors[1], factors[2], factors[3]);
        if (a == 0 && b == 0 && c == 0 && d == 0)
            return;
        ref double one = ref cells[(first * count) + first + Together];
        ref double two = ref Unsafe.Add(ref one, count);
        ref double three = ref Unsafe.Add(ref two, count);
        ref double four = ref Unsafe.Add(ref three, count);
        ref double row = ref cells[(i * count) + first + Together];
        nuint at = 0;
        for (; at + (nuint)Vector<double>.Count <= (nuint)length; at += (nuint)Vector<double>.Count)
        {
            Vector<double> sum = Vector.LoadUnsafe(ref row, at) + (Vector.LoadUnsafe(ref one, at) * a);
            sum += Vector.LoadUnsafe(ref two, at) * b;
            sum += Vector.LoadUnsafe(ref three, at) * c;
            (sum + (Vector.LoadUnsafe(ref four, at) * d)).StoreUnsafe(ref row, at);
        }

        for (; at < (nuint)length; at++)
        {
            double sum = Unsafe.Add(ref row, at) + (Unsafe.Add(ref one, at) * a);
            sum += Unsafe.Add(ref two, at) * b;
            sum += Unsafe.Add(ref three, at) * c;
            Unsafe.Add(ref row, at) = sum + (Unsafe.Add(ref four, at) * d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(double factor, ReadOnlySpan<double> row, Span<double> values)
    {
        int at = 0;
        for (; at + Vector<double>.Count <= row.Length; at += Vector<double>.Count)
            (new Vector<double>(values[at..]) + (new Vector<double>(row[at..]) * factor)).CopyTo(values[at..]);
        for (; at < row.Length; at++)
            values[at] += factor * row[at];
    }
}
