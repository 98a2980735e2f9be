namespace Assay.Ownership;

/// <summary>
/// A cycle ready to be solved. <see cref="Amplification"/> bounds, per member, how much an error of 1 in every
/// member's equation can change the member's solution.
/// </summary>
internal sealed class CycleBlock(Cycle cycle, Block? block, double[] amplification)
{
    public Cycle Cycle { get; } = cycle;

    /// <summary>Null if the cycle holds all of itself, to within rounding.</summary>
    public Block? Block { get; } = block;

    public ReadOnlySpan<double> Amplification => amplification;

    public static CycleBlock Prepare(Cycle cycle, StakeRows rows, int[] order, int[] position)
    {
        var holders = new Dictionary<int, double>[cycle.Count];
        double[] leak = new double[cycle.Count];
        bool closed = true;
        for (int i = 0; i < cycle.Count; i++)
        {
            int asset = order[cycle.First + i];
            holders[i] = [];
            double inside = 0;
            double outside = 0;
            for (int slot = rows.Start[asset]; slot < rows.Start[asset + 1]; slot++)
            {
                double share = rows.Low[slot];
                if (cycle.Has(position[rows.Partner[slot]], out int j))
                {
                    holders[i].Add(j, share);
                    inside += share;
                }
                else
                {
                    outside += share;
                }
            }

            leak[i] = outside + Math.Max(0, 1 - inside - outside);
            closed &= leak[i] <= OwnershipGraph.Tolerance;
        }

        Block? block = closed ? null : Block.Factor(holders, leak);
        double[] amplification = block is null ? [] : Amplify(cycle, block, rows, order, position);
        return new CycleBlock(cycle, amplification.Length == 0 ? null : block, amplification);
    }

    /// <summary>
    /// For an M-matrix A = I - W and y with A y ≥ c > 0, an error e in the right side changes the solution by at most
    /// max|e| y / c. Empty if no such c is certain: then the cycle is closed for all that doubles can tell.
    /// </summary>
    private static double[] Amplify(Cycle cycle, Block block, StakeRows rows, int[] order, int[] position)
    {
        double[] y = new double[cycle.Count];
        y.AsSpan().Fill(1);
        block.SolveShares(y);
        double least = 1;
        for (int i = 0; i < cycle.Count; i++)
        {
            int asset = order[cycle.First + i];
            double passed = 0;
            for (int slot = rows.Start[asset]; slot < rows.Start[asset + 1]; slot++)
            {
                if (cycle.Has(position[rows.Partner[slot]], out int j))
                    passed += rows.Low[slot] * y[j];
            }

            double slack = Rounding.OfSum(rows.Start[asset + 1] - rows.Start[asset]) * (y[i] + passed);
            least = Math.Min(least, y[i] - passed - slack);
        }

        if (!(least >= 0.5))
            return [];
        for (int i = 0; i < y.Length; i++)
            y[i] *= (1 + (8 * Rounding.Unit)) / least;
        return y;
    }
}
