using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// A cycle ready to be solved. <see cref="Amplification"/> bounds, per member, how much an error of 1 in every
/// member's equation can change the member's solution.
/// </summary>
internal sealed class CycleBlock
{
    private readonly int[] _start;
    private readonly int[] _owner;
    private readonly double[] _share;
    private readonly double[] _amplification;

    private CycleBlock(Places places, int[] start, int[] owner, double[] share, Block? block, double[] amplification)
    {
        Places = places;
        _start = start;
        _owner = owner;
        _share = share;
        _amplification = amplification;
        Block = amplification.Length == 0 ? null : block;
    }

    /// <summary>Where its members are.</summary>
    public Places Places { get; }

    /// <summary>Null if the cycle holds all of itself, to within rounding.</summary>
    public Block? Block { get; }

    public ReadOnlySpan<double> Amplification => _amplification;

    public static CycleBlock Prepare(Places places, Reach reach, SolvingOrder order)
    {
        ReadOnlySpan<int> rows = reach.Rows.Start;
        ReadOnlySpan<int> partner = reach.Rows.Partner;
        ReadOnlySpan<double> low = reach.Rows.Low;
        var holders = new SparseRow[places.Count];
        double[] leak = new double[places.Count];
        int[] start = new int[places.Count + 1];
        var owners = new Column<int>(2 * places.Count);
        var shares = new Column<double>(2 * places.Count);
        bool closed = true;
        for (int i = 0; i < places.Count; i++)
        {
            int asset = order.NumberAt[places.First + i];
            int first = owners.Count;
            double inside = 0;
            double outside = 0;
            for (int slot = rows[asset]; slot < rows[asset + 1]; slot++)
            {
                int member = order.PlaceOf[partner[slot]] - places.First;
                if (member < 0 || member >= places.Count)
                {
                    outside += low[slot];
                    continue;
                }

                owners.Add(member);
                shares.Add(low[slot]);
                inside += low[slot];
            }

            start[i + 1] = owners.Count;
            holders[i] = WithoutItself(i, owners.ToMemory().Span[first..], shares.ToMemory().Span[first..]);
            leak[i] = outside + Math.Max(0, 1 - inside - outside);
            closed &= leak[i] <= OwnershipGraph.Tolerance;
        }

        Block? block = closed ? null : Block.Factor(holders, leak);
        int[] owner = owners.ToMemory().ToArray();
        double[] share = shares.ToMemory().ToArray();
        return new CycleBlock(places, start, owner, share, block, block is null ? [] : Amplify(block, start, owner, share, rows, places, order));
    }

    /// <summary>
    /// Adds to each member what it holds of the others, where <paramref name="solution"/> is what each is worth; returns
    /// how much rounding that may cost, in units of <see cref="Rounding.Unit"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double AddHeldInside(ReadOnlySpan<double> solution, Span<double> sums)
    {
        double drift = 0;
        for (int i = 0; i < solution.Length; i++)
        {
            for (int slot = _start[i]; slot < _start[i + 1]; slot++)
            {
                double part = _share[slot] * solution[i];
                sums[_owner[slot]] += part;
                drift += sums[_owner[slot]] + part;
            }
        }

        return drift;
    }

    /// <summary>The part of a member that passes to other members, each of which counts as <paramref name="solution"/> says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double PassedInside(int member, ReadOnlySpan<double> solution)
    {
        double sum = 0;
        for (int slot = _start[member]; slot < _start[member + 1]; slot++)
            sum += _share[slot] * solution[_owner[slot]];
        return sum;
    }

    private static SparseRow WithoutItself(int member, ReadOnlySpan<int> owners, ReadOnlySpan<double> shares)
    {
        int others = owners.Length - (owners.Contains(member) ? 1 : 0);
        var row = new SparseRow(new int[others], new double[others]);
        int write = 0;
        for (int k = 0; k < owners.Length; k++)
        {
            if (owners[k] != member)
                (row.Index[write], row.Value[write++]) = (owners[k], shares[k]);
        }

        Array.Sort(row.Index, row.Value);
        return row;
    }

    /// <summary>
    /// For an M-matrix A = I - W and y with A y ≥ c > 0, an error e in the right side changes the solution by at most
    /// max|e| y / c. Empty if no such c is certain: then the cycle is closed for all that doubles can tell.
    /// </summary>
    private static double[] Amplify(
        Block block, int[] start, int[] owner, double[] share, ReadOnlySpan<int> rows, Places places, SolvingOrder order)
    {
        double[] y = new double[places.Count];
        y.AsSpan().Fill(1);
        block.SolveShares(y);
        double least = 1;
        for (int i = 0; i < y.Length; i++)
        {
            double passed = 0;
            for (int slot = start[i]; slot < start[i + 1]; slot++)
                passed += share[slot] * y[owner[slot]];
            int asset = order.NumberAt[places.First + i];
            double slack = Rounding.OfSum(rows[asset + 1] - rows[asset]) * (y[i] + passed);
            least = Math.Min(least, y[i] - passed - slack);
        }

        if (!(least >= 0.5))
            return [];
        for (int i = 0; i < y.Length; i++)
            y[i] *= (1 + (8 * Rounding.Unit)) / least;
        return y;
    }
}
