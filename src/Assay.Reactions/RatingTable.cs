namespace Assay.Reactions;

/// <summary>
/// Who rated what: ratings of findings by readers, each 0 (not useful), ½ or 1 (useful), laid out by reader and by
/// finding. Immutable; serves any number of threads.
/// </summary>
public sealed class RatingTable
{
    /// <summary>How many readers or findings a table can have.</summary>
    public const int MostIndices = RatingRows.MostIndices;

    private RatingTable(RatingRows byReader, RatingRows byFinding)
    {
        ByReader = byReader;
        ByFinding = byFinding;
    }

    /// <summary>How many readers there are, with or without ratings.</summary>
    public int ReaderCount => ByReader.Count;

    /// <summary>How many findings there are, with or without ratings.</summary>
    public int FindingCount => ByFinding.Count;

    /// <summary>How many ratings there are, one for each pair of a reader and a finding at most.</summary>
    public int Count => ByReader.Cells.Length;

    internal RatingRows ByReader { get; }

    internal RatingRows ByFinding { get; }

    /// <summary>Lays out ratings. Of several by one reader of one finding the last counts.</summary>
    /// <param name="readers">The reader of each rating.</param>
    /// <param name="findings">The finding of each rating.</param>
    /// <param name="halves">Each rating in halves: 0, 1 or 2.</param>
    /// <param name="readerCount">How many readers there are, at most <see cref="MostIndices"/>.</param>
    /// <param name="findingCount">How many findings there are, likewise.</param>
    /// <param name="threads">How many threads may work; 0 is one for each processor. The result is the same on any number.</param>
    /// <exception cref="ArgumentException">The columns are not equally long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or too large, or an index or rating out of range; the message says which.</exception>
    public static RatingTable Build(
        ReadOnlySpan<int> readers, ReadOnlySpan<int> findings, ReadOnlySpan<byte> halves, int readerCount, int findingCount, int threads = 0)
    {
        if (readers.Length != findings.Length || readers.Length != halves.Length)
            throw new ArgumentException("The columns of readers, findings and ratings must be equally long.");
        CheckCounts(readerCount, findingCount);
        unsafe
        {
            fixed (int* reader = readers, finding = findings)
            fixed (byte* half = halves)
                return Of(RatingSorter.ByReader(new RatingColumns(reader, finding, half, readers.Length), readerCount, findingCount, threads), findingCount, threads);
        }
    }

    /// <summary>Lays out reactions: not useful is 0 and useful 1. Of several by one reader to one finding the last counts.</summary>
    /// <param name="reactions">The reactions.</param>
    /// <param name="readerCount">How many readers there are, at most <see cref="MostIndices"/>.</param>
    /// <param name="findingCount">How many findings there are, likewise.</param>
    /// <param name="threads">How many threads may work; 0 is one for each processor. The result is the same on any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or too large, or an index out of range; the message says which.</exception>
    public static RatingTable Build(ReadOnlySpan<Reaction> reactions, int readerCount, int findingCount, int threads = 0)
    {
        CheckCounts(readerCount, findingCount);
        unsafe
        {
            fixed (Reaction* reaction = reactions)
                return Of(RatingSorter.ByReader(new ReactionList(reaction, reactions.Length), readerCount, findingCount, threads), findingCount, threads);
        }
    }

    internal static RatingTable Of(RatingRows byReader, RatingRows byFinding) => new(byReader, byFinding);

    private static RatingTable Of(RatingRows byReader, int findingCount, int threads)
    {
        RatingRows byFinding = byReader.Transpose(findingCount, threads);
        if (!HasRepeats(byFinding))
            return new RatingTable(byReader, byFinding);
        byFinding = WithoutRepeats(byFinding);
        return new RatingTable(byFinding.Transpose(byReader.Count, threads), byFinding);
    }

    /// <summary>Whether a reader is twice in one row: rows are in order of readers, so then one stands beside the other.</summary>
    private static bool HasRepeats(RatingRows byFinding)
    {
        for (int finding = 0; finding < byFinding.Count; finding++)
        {
            ReadOnlySpan<uint> row = byFinding.Row(finding);
            for (int i = 1; i < row.Length; i++)
                if (row[i] >> 2 == row[i - 1] >> 2)
                    return true;
        }

        return false;
    }

    private static RatingRows WithoutRepeats(RatingRows byFinding)
    {
        int[] starts = new int[byFinding.Count + 1];
        var cells = new List<uint>(byFinding.Cells.Length);
        for (int finding = 0; finding < byFinding.Count; finding++)
        {
            ReadOnlySpan<uint> row = byFinding.Row(finding);
            for (int i = 0; i < row.Length; i++)
                if (i + 1 == row.Length || row[i] >> 2 != row[i + 1] >> 2)
                    cells.Add(row[i]);
            starts[finding + 1] = cells.Count;
        }

        return new RatingRows(starts, [.. cells]);
    }

    private static void CheckCounts(int readerCount, int findingCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(readerCount);
        ArgumentOutOfRangeException.ThrowIfNegative(findingCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(readerCount, MostIndices);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(findingCount, MostIndices);
    }
}
