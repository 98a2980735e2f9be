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

    /// <summary>As <see cref="Transpose"/> for a few rows, whose partners are <paramref name="partnerCount"/> at most.</summary>
    public StakeRows Held(int partnerCount)
    {
        ReadOnlySpan<int> from = Start;
        ReadOnlySpan<int> partners = Partner;
        int[] start = new int[partnerCount + 1];
        foreach (int partner in partners)
            start[partner + 1]++;
        for (int partner = 0; partner < partnerCount; partner++)
            start[partner + 1] += start[partner];
        int[] next = start[..^1];
        int[] assets = new int[partners.Length];
        double[] low = new double[partners.Length];
        double[] high = new double[partners.Length];
        for (int row = 0; row < RowCount; row++)
        {
            for (int slot = from[row]; slot < from[row + 1]; slot++)
            {
                int to = next[partners[slot]]++;
                (assets[to], low[to], high[to]) = (row, Low[slot], High[slot]);
            }
        }

        return new StakeRows(start, assets, low, high);
    }

    /// <summary>As <see cref="Transpose"/> with the least shares alone, for rows whose neighbours have neighbouring partners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StakeRows TransposeLow()
    {
        ReadOnlySpan<int> from = Start;
        ReadOnlySpan<int> partners = Partner;
        ReadOnlySpan<double> least = Low;
        int[] end = LargeMemory.Zeros<int>(RowCount + 1);
        foreach (int owner in partners)
            end[owner + 1]++;
        for (int row = 0; row < RowCount; row++)
            end[row + 1] += end[row];

        // Row r begins where r - 1 ends, so counting up the beginnings leaves the starts shifted by one.
        int[] assets = LargeMemory.Uninitialized<int>(partners.Length);
        double[] shares = LargeMemory.Uninitialized<double>(partners.Length);
        for (int row = 0; row < RowCount; row++)
        {
            for (int slot = from[row]; slot < from[row + 1]; slot++)
            {
                int to = end[partners[slot]]++;
                assets[to] = row;
                shares[to] = least[slot];
            }
        }

        Array.Copy(end, 0, end, 1, RowCount);
        end[0] = 0;
        ReadOnlyMemory<double> low = shares;
        return new StakeRows(end, assets, low, low);
    }
}
