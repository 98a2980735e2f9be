namespace Assay.Reactions;

/// <summary>
/// Which readers have a record: who reacted to a finding that both sides agree on, and agreed with them on such at least as often as not. Accounts
/// that only ever attack have none, whatever they attack: where both sides still agree, they disagree with them, and where the sides no
/// longer agree there is nothing to agree with. Whoever is of a mind of their own on what divides the sides loses nothing.
/// </summary>
internal static class Records
{
    /// <summary>
    /// Both sides agree on a finding that a reader at the median of either side, of median leniency, is foretold to like from 0.55 on, or up to 0.45: nearer
    /// to a half the sign may be noise.
    /// </summary>
    private const double AgreedFrom = 0.55;

    /// <summary>Whether each reader has a record.</summary>
    /// <param name="table">The ratings.</param>
    /// <param name="fit">Their fit. It tells a reader's leniency from a finding's worth, so that accounts which dislike all they touch take no finding's worth with them.</param>
    /// <param name="low">The median distance of the readers below zero.</param>
    /// <param name="high">That of those above.</param>
    public static bool[] Find(RatingTable table, ReactionFit fit, double low, double high)
    {
        sbyte[] agreed = new sbyte[table.FindingCount];
        double usual = fit.Mean + MedianLeniency(fit, table.ReaderCount);
        for (int finding = 0; finding < agreed.Length; finding++)
            agreed[finding] = Agreed(usual + fit.FindingIntercept(finding), fit.FindingFactor(finding), low, high);
        bool[] records = new bool[table.ReaderCount];
        for (int reader = 0; reader < records.Length; reader++)
            records[reader] = Has(table.ByReader.Row(reader), agreed);
        return records;
    }

    /// <summary>1 where both sides find a finding useful, −1 where neither does, 0 where they differ or it is close.</summary>
    private static sbyte Agreed(double middle, double factor, double low, double high)
    {
        double one = middle - low * factor;
        double other = middle + high * factor;
        return (sbyte)(Math.Min(one, other) >= AgreedFrom ? 1 : Math.Max(one, other) <= 1 - AgreedFrom ? -1 : 0);
    }

    private static double MedianLeniency(ReactionFit fit, int readers)
    {
        double[] intercepts = new double[readers];
        for (int reader = 0; reader < readers; reader++)
            intercepts[reader] = fit.ReaderIntercept(reader);
        Array.Sort(intercepts);
        return readers == 0 ? 0 : intercepts[readers / 2];
    }

    private static bool Has(ReadOnlySpan<uint> row, sbyte[] agreed)
    {
        (int all, int alike) = (0, 0);
        foreach (uint cell in row)
        {
            int of = agreed[RatingRows.Other(cell)];
            all += of * of;
            alike += of == RatingRows.Halves(cell) - 1 ? of * of : 0;
        }

        return all > 0 && 2 * alike >= all;
    }
}
