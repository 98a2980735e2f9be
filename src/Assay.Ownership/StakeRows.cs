using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Stakes in compressed sparse rows: row r is the slots <c>Start[r]</c> to <c>Start[r + 1]</c> of the other columns.
/// Where every share is exact, <see cref="Low"/> and <see cref="High"/> are one memory. Loops keep the spans in locals.
/// </summary>
internal sealed class StakeRows(
    ReadOnlyMemory<int> start, ReadOnlyMemory<int> partner, ReadOnlyMemory<double> low, ReadOnlyMemory<double> high)
{
    public ReadOnlySpan<int> Start => start.Span;

    /// <summary>The other side of each stake: the owner in rows by asset, the asset in rows by owner.</summary>
    public ReadOnlySpan<int> Partner => partner.Span;

    public ReadOnlySpan<double> Low => low.Span;

    public ReadOnlySpan<double> High => high.Span;

    /// <summary>Whether least and greatest shares are one column.</summary>
    public bool IsExact => low.Equals(high);

    public int RowCount { get; } = start.Length - 1;

    public int StakeCount { get; } = partner.Length;

    public OwnershipColumns ToColumns(ReadOnlyMemory<bool> complete, int mostParallel) => new(start, partner, low, high, complete, mostParallel);

    /// <summary>The same stakes with rows and partners exchanged; the partners within each row ascend.</summary>
    public StakeRows Transpose(int threads)
    {
        ReadOnlySpan<int> from = Start;
        ReadOnlySpan<int> partners = Partner;
        ReadOnlySpan<double> least = Low;
        ReadOnlySpan<double> most = High;
        var sorter = new RowSorter();
        for (int row = 0; row < RowCount; row++)
        {
            for (int slot = from[row]; slot < from[row + 1]; slot++)
                sorter.Add(partners[slot], row, least[slot], most[slot]);
        }

        return sorter.ToRows(RowCount, threads, null, default).Rows;
    }

    /// <summary>
    /// As <see cref="Transpose"/> by counting alone, in memory of <paramref name="partnerCount"/> rows: for few rows, or
    /// rows whose neighbours have neighbouring partners.
    /// </summary>
    /// <param name="partnerCount">More than the greatest partner.</param>
    /// <param name="leastAlone">Whether to leave the greatest shares out: the rows then say that the least are exact.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StakeRows TransposeByCounting(int partnerCount, bool leastAlone)
    {
        ReadOnlySpan<int> from = Start;
        ReadOnlySpan<int> partners = Partner;
        ReadOnlySpan<double> least = Low;
        ReadOnlySpan<double> most = High;
        bool exact = leastAlone || IsExact;
        int[] end = LargeMemory.Zeros<int>(partnerCount + 1);
        foreach (int partner in partners)
            end[partner + 1]++;
        for (int partner = 0; partner < partnerCount; partner++)
            end[partner + 1] += end[partner];

        // Row r begins where r - 1 ends, so counting up the beginnings leaves the starts shifted by one.
        int[] assets = LargeMemory.Uninitialized<int>(partners.Length);
        double[] low = LargeMemory.Uninitialized<double>(partners.Length);
        double[] high = exact ? low : LargeMemory.Uninitialized<double>(partners.Length);
        for (int row = 0; row < RowCount; row++)
        {
            for (int slot = from[row]; slot < from[row + 1]; slot++)
            {
                int to = end[partners[slot]]++;
                assets[to] = row;
                low[to] = least[slot];
                if (!exact)
                    high[to] = most[slot];
            }
        }

        Array.Copy(end, 0, end, 1, partnerCount);
        end[0] = 0;
        ReadOnlyMemory<double> lows = low;
        return new StakeRows(end, assets, lows, exact ? lows : high);
    }
}
