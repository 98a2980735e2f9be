namespace Assay.Ownership;

/// <summary>Puts one row in order of its partners; equal partners stay in the order they came.</summary>
internal static class RowOrder
{
    private const int LongestByInsertion = 24;

    /// <param name="partner">The partners.</param>
    /// <param name="low">What goes with them.</param>
    /// <param name="high">What goes with them too; may be empty.</param>
    /// <returns>Whether two partners are equal.</returns>
    public static bool Sort(Span<int> partner, Span<double> low, Span<double> high)
    {
        if (partner.Length > LongestByInsertion)
            SortLong(partner, low, high);
        else
            SortShort(partner, low, high);
        for (int i = 1; i < partner.Length; i++)
        {
            if (partner[i] == partner[i - 1])
                return true;
        }

        return false;
    }

    private static void SortShort(Span<int> partner, Span<double> low, Span<double> high)
    {
        for (int i = 1; i < partner.Length; i++)
        {
            int moving = partner[i];
            if (partner[i - 1] <= moving)
                continue;
            double least = low[i];
            double most = high.IsEmpty ? 0 : high[i];
            int at = i;
            for (; at > 0 && partner[at - 1] > moving; at--)
            {
                partner[at] = partner[at - 1];
                low[at] = low[at - 1];
                if (!high.IsEmpty)
                    high[at] = high[at - 1];
            }

            partner[at] = moving;
            low[at] = least;
            if (!high.IsEmpty)
                high[at] = most;
        }
    }

    private static void SortLong(Span<int> partner, Span<double> low, Span<double> high)
    {
        long[] keys = new long[partner.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = ((long)partner[i] << 32) | (uint)i;
        Array.Sort(keys);
        Permute(keys, low);
        if (!high.IsEmpty)
            Permute(keys, high);
        for (int i = 0; i < keys.Length; i++)
            partner[i] = (int)(keys[i] >> 32);
    }

    private static void Permute(long[] keys, Span<double> values)
    {
        double[] before = values.ToArray();
        for (int i = 0; i < keys.Length; i++)
            values[i] = before[(int)(keys[i] & uint.MaxValue)];
    }
}
