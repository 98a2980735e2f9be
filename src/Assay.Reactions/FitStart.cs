namespace Assay.Reactions;

/// <summary>Where a fit begins: readers on either side of the finding that most of them dispute.</summary>
internal static class FitStart
{
    /// <summary>
    /// Puts readers of the finding with the most spread of ratings where they rated it, others at zero. A start from the ratings finds the axis
    /// in fewer sweeps than one from noise, and gives the same fit however readers are numbered.
    /// </summary>
    /// <returns>The global intercept to begin with.</returns>
    /// <param name="table">The ratings.</param>
    /// <param name="readers">The readers, all zero.</param>
    /// <param name="rank">Which of the findings with most spread, from 0.</param>
    public static double Set(RatingTable table, FitSide readers, int rank)
    {
        long sum = 0;
        double[] spreads = new double[table.FindingCount];
        int[] order = new int[table.FindingCount];
        for (int finding = 0; finding < table.FindingCount; finding++)
        {
            (long count, long halves, long squares) = (0, 0, 0);
            foreach (uint cell in table.ByFinding.Row(finding))
            {
                int rating = RatingRows.Halves(cell);
                count++;
                halves += rating;
                squares += rating * rating;
            }

            sum += halves;
            spreads[finding] = count == 0 ? 0 : halves * (double)halves / count - squares;
            order[finding] = finding;
        }

        Array.Sort(order, (one, other) => spreads[one] != spreads[other] ? spreads[one].CompareTo(spreads[other]) : one.CompareTo(other));
        int disputed = order[Math.Min(rank, order.Length - 1)];
        double mean = sum / 2.0 / table.Count;
        ReadOnlySpan<uint> row = table.ByFinding.Row(disputed);
        double of = 0;
        foreach (uint cell in row)
            of += RatingRows.Halves(cell) / 2.0;
        foreach (uint cell in row)
            readers.Values[2 * RatingRows.Other(cell) + 1] = (float)(RatingRows.Halves(cell) / 2.0 - of / row.Length);
        return mean;
    }
}
