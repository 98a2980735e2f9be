namespace Assay.Ownership;

/// <summary>
/// Stakes in compressed sparse rows: row r is the slots <c>Start[r]</c> to <c>Start[r + 1]</c> of the other arrays.
/// Where every share is exact, <see cref="Low"/> and <see cref="High"/> are one array.
/// </summary>
internal sealed class StakeRows(int[] start, int[] partner, double[] low, double[] high)
{
    public int[] Start { get; } = start;

    /// <summary>The other side of each stake: the owner in rows by asset, the asset in rows by owner.</summary>
    public int[] Partner { get; } = partner;

    public double[] Low { get; } = low;

    public double[] High { get; } = high;

    public int RowCount => Start.Length - 1;

    public int StakeCount => Start[^1];

    /// <summary>Rows by owner, in the order given.</summary>
    public static StakeRows ByOwner(int entityCount, ReadOnlySpan<Stake> stakes)
    {
        int[] start = new int[entityCount + 1];
        bool exact = true;
        foreach (ref readonly Stake stake in stakes)
        {
            start[stake.Owner + 1]++;
            exact &= stake.Low == stake.High;
        }

        int[] next = Accumulate(start);
        int[] partner = new int[stakes.Length];
        double[] low = new double[stakes.Length];
        double[] high = exact ? low : new double[stakes.Length];
        foreach (ref readonly Stake stake in stakes)
        {
            int slot = next[stake.Owner]++;
            partner[slot] = stake.Asset;
            low[slot] = stake.Low;
            high[slot] = stake.High;
        }

        return new StakeRows(start, partner, low, high);
    }

    /// <summary>The same stakes with rows and partners exchanged; the partners within each row ascend.</summary>
    public StakeRows Transpose()
    {
        int[] start = new int[Start.Length];
        int count = StakeCount;
        for (int slot = 0; slot < count; slot++)
            start[Partner[slot] + 1]++;

        int[] next = Accumulate(start);
        int[] partner = new int[count];
        double[] low = new double[count];
        double[] high = ReferenceEquals(Low, High) ? low : new double[count];
        for (int row = 0; row < RowCount; row++)
        {
            for (int slot = Start[row]; slot < Start[row + 1]; slot++)
            {
                int target = next[Partner[slot]]++;
                partner[target] = row;
                low[target] = Low[slot];
                high[target] = High[slot];
            }
        }

        return new StakeRows(start, partner, low, high);
    }

    /// <summary>Adds up, in place, neighbouring slots of a row that have the same partner; returns the most that met in one.</summary>
    public int MergeParallel()
    {
        int write = 0;
        int most = 1;
        int from = 0;
        for (int row = 0; row < RowCount; row++)
        {
            int end = Start[row + 1];
            Start[row] = write;
            int together = 0;
            for (int slot = from; slot < end; slot++)
            {
                bool parallel = write > Start[row] && Partner[write - 1] == Partner[slot];
                together = parallel ? together + 1 : 1;
                most = Math.Max(most, together);
                double low = Low[slot];
                double high = High[slot];
                if (parallel)
                {
                    write--;
                    low += Low[write];
                    high += High[write];
                }

                Partner[write] = Partner[slot];
                Low[write] = low;
                High[write] = high;
                write++;
            }

            from = end;
        }

        Start[RowCount] = write;
        return most;
    }

    private static int[] Accumulate(int[] start)
    {
        for (int row = 1; row < start.Length; row++)
            start[row] += start[row - 1];
        return start.AsSpan(0, start.Length - 1).ToArray();
    }
}
