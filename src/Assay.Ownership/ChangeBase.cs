namespace Assay.Ownership;

/// <summary>Shares from which the effect of changes is reckoned.</summary>
/// <remarks>
/// With W the shares at the base, x the targets' shares after a change that differs from the base by d, h any numbers, and
/// r = e - (I - W) h for the unit vector e of the asset: x[asset] = h · (what targets hold directly at the base) +
/// Σ h[row] x[owner] d + r · x. With h near to the solution of h = e + W h, which says how much of the asset passes each
/// row, r is next to nothing; that it is not exactly so is made up for by the sum of |r|, since no x exceeds 1.
/// </remarks>
internal sealed class ChangeBase
{
    private ChangeBase(double[] change, double[] passes, double needed)
    {
        Change = change;
        Passes = passes;
        Needed = needed;
    }

    /// <summary>By how much the base differs from the record.</summary>
    public double[] Change { get; }

    /// <summary>Per row about how much of the asset passes it.</summary>
    public double[] Passes { get; }

    /// <summary>
    /// What the sum of passes × x × d has to come to at least, rounded down; with its sign turned if the share is to be lowered.
    /// </summary>
    public double Needed { get; }

    public static ChangeBase Of(ChangeProblem problem, double[] change)
    {
        Between between = problem.Between;
        StakeRows rows = between.Rows;
        double[] shares = problem.SharesAfter(change);
        OwnershipSolver solver = problem.Lay(shares, shares).Prepare(problem.Cancellation);
        Amounts amounts = solver.NewAmounts();
        amounts[between.Asset] = 1;
        solver.FindHeld(amounts, amounts);
        double[] passes = new double[between.Count];
        double[] arriving = new double[between.Count + 1];
        double[] terms = new double[between.Count + 1];
        arriving[between.Asset] = 1;
        for (int row = 0; row < between.Count; row++)
        {
            passes[row] = double.IsFinite(amounts[row]) ? Math.Max(0, amounts[row]) : 0;
            for (int slot = rows.Start[row]; slot < rows.Start[row + 1]; slot++)
            {
                arriving[rows.Partner[slot]] += shares[slot] * passes[row];
                terms[rows.Partner[slot]]++;
            }
        }

        double missing = 0;
        for (int row = 0; row < between.Count; row++)
            missing += Math.Abs(arriving[row] - passes[row]) + (Error(row) * (arriving[row] + passes[row]));
        double reached = arriving[between.Target];
        missing = (missing * (1 + Rounding.OfSum(between.Count))) + (Error(between.Target) * reached) + Rounding.OfSum(0);
        double needed = problem.Rising
            ? problem.Threshold - OwnershipGraph.Tolerance - reached - missing
            : reached - problem.Threshold - OwnershipGraph.Tolerance - missing;
        return new ChangeBase(change, passes, needed);

        double Error(int row) => Rounding.OfSum((int)Math.Min(1 << 30, terms[row] + between.MostMerged));
    }
}
