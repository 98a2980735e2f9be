using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Assay.Reactions;

/// <summary>
/// One side of a fit, readers or findings: an intercept and a factor for each. Given the other side, each row's two are
/// the exact minimum of its part of the loss, a ridge regression with two unknowns.
/// </summary>
internal sealed class FitSide
{
    private readonly RatingRows _rows;
    private readonly int[] _parts;
    private readonly FitMoments[] _moments;
    private readonly double _interceptRidge;
    private readonly double _factorRidge;

    /// <param name="rows">The side's ratings.</param>
    /// <param name="threads">How many threads work.</param>
    public FitSide(RatingRows rows, int threads)
    {
        _rows = rows;
        Threads = threads;
        _parts = rows.Parts();
        _moments = new FitMoments[_parts.Length - 1];
        // The loss has means of squares over ratings and over rows; times the number of ratings it has these weights.
        double ratingsOfARow = rows.Cells.Length / (double)rows.Count;
        _interceptRidge = ReactionFit.InterceptPenalty * ratingsOfARow;
        _factorRidge = ReactionFit.FactorPenalty * ratingsOfARow;
        Values = LargeMemory.Uninitialized<float>(2 * rows.Count);
        Array.Clear(Values);
    }

    private int Threads { get; }

    public int Count => _rows.Count;

    /// <summary>Intercept and factor of each row, in turn.</summary>
    public float[] Values { get; }

    /// <summary>Sets every row to its best, given the other side and the global intercept.</summary>
    /// <returns>Sums over the new values.</returns>
    public FitMoments Solve(FitSide other, double mean)
    {
        SharedWork.Run(_moments.Length, Threads, part => _moments[part] = SolvePart(other.Values, mean, _parts[part], _parts[part + 1]));
        var sum = default(FitMoments);
        foreach (FitMoments moments in _moments)
            sum.Add(moments);
        return sum;
    }

    /// <summary>Moves every row.</summary>
    public void Apply(in FitMove move)
    {
        Span<float> values = Values;
        for (int i = 0; i < values.Length; i += 2)
        {
            double factor = values[i + 1];
            values[i] = (float)(values[i] + move.Slope * factor + move.Shift);
            values[i + 1] = (float)(move.Stretch * (factor + move.Push));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe FitMoments SolvePart(float[] others, double mean, int from, int to)
    {
        var total = default(FitMoments);
        fixed (float* other = others, values = Values)
        fixed (uint* cells = _rows.Cells)
        {
            for (int row = from; row < to; row++)
            {
                int start = _rows.Starts[row];
                int count = _rows.Starts[row + 1] - start;
                RowSums sums = Sum(cells + start, count, other, mean);
                double a = count + _interceptRidge;
                double d = sums.XX + _factorRidge;
                double determinant = a * d - sums.X * sums.X;
                double intercept = (d * sums.Y - sums.X * sums.XY) / determinant;
                double factor = (a * sums.XY - sums.X * sums.Y) / determinant;
                values[2 * row] = (float)intercept;
                values[2 * row + 1] = (float)factor;
                total.Intercepts += intercept;
                total.InterceptSquares += intercept * intercept;
                total.Factors += factor;
                total.FactorSquares += factor * factor;
                total.Products += intercept * factor;
                total.SquaredErrors += sums.YY - 2 * intercept * sums.Y - 2 * factor * sums.XY
                    + count * intercept * intercept + 2 * intercept * factor * sums.X + factor * factor * sums.XX;
            }
        }

        return total;
    }

    /// <summary>The sums of a row that its regression needs: x is the other side's factor, y what is left of the rating.</summary>
    private readonly record struct RowSums(double X, double XX, double Y, double XY, double YY);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe RowSums Sum(uint* cells, int count, float* other, double mean)
    {
        unchecked
        {
            double x = 0, xx = 0, y = 0, xy = 0, yy = 0;
            int i = 0;
            if (Avx2.IsSupported && Fma.IsSupported && count >= 4)
            {
                var sumX = Vector256<double>.Zero;
                var sumXX = Vector256<double>.Zero;
                var sumY = Vector256<double>.Zero;
                var sumXY = Vector256<double>.Zero;
                var sumYY = Vector256<double>.Zero;
                var means = Vector256.Create(mean);
                var half = Vector256.Create(0.5);
                var three = Vector128.Create(3u);
                var apart = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
                for (; i + 4 <= count; i += 4)
                {
                    Vector128<uint> four = Vector128.Load(cells + i);
                    Vector256<float> pairs = Avx2.GatherVector256((long*)other, (four >>> 2).AsInt32(), 8).AsSingle();
                    pairs = Avx2.PermuteVar8x32(pairs, apart);
                    Vector256<double> w = Avx.ConvertToVector256Double(pairs.GetLower());
                    Vector256<double> vx = Avx.ConvertToVector256Double(pairs.GetUpper());
                    Vector256<double> r = Avx.ConvertToVector256Double((four & three).AsInt32());
                    Vector256<double> vy = Fma.MultiplySubtract(r, half, means) - w;
                    sumX += vx;
                    sumY += vy;
                    sumXX = Fma.MultiplyAdd(vx, vx, sumXX);
                    sumXY = Fma.MultiplyAdd(vx, vy, sumXY);
                    sumYY = Fma.MultiplyAdd(vy, vy, sumYY);
                }

                (x, xx, y, xy, yy) = (Vector256.Sum(sumX), Vector256.Sum(sumXX), Vector256.Sum(sumY), Vector256.Sum(sumXY), Vector256.Sum(sumYY));
            }

            for (; i < count; i++)
            {
                float* pair = other + 2 * (cells[i] >> 2);
                double rest = (cells[i] & 3) * 0.5 - mean - pair[0];
                double factor = pair[1];
                x += factor;
                xx += factor * factor;
                y += rest;
                xy += factor * rest;
                yy += rest * rest;
            }

            return new RowSums(x, xx, y, xy, yy);
        }
    }
}
