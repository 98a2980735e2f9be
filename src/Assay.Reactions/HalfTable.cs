namespace Assay.Reactions;

/// <summary>The ratings of one half of the findings by those readers who take part in its fit, both numbered anew.</summary>
/// <param name="Ratings">The ratings.</param>
/// <param name="Readers">The reader each number stands for, ascending.</param>
internal sealed record HalfTable(RatingTable Ratings, int[] Readers)
{
    /// <summary>The ratings of a half by readers with at least <see cref="ScoreRule.FewestReactions"/> in it.</summary>
    public static HalfTable Of(RatingTable whole, int half, int threads)
    {
        bool[] inHalf = new bool[whole.FindingCount];
        int[] counts = new int[whole.ReaderCount];
        for (int finding = 0; finding < whole.FindingCount; finding++)
        {
            inHalf[finding] = FindingHalf.Of(finding) == half;
            if (!inHalf[finding])
                continue;
            foreach (uint cell in whole.ByFinding.Row(finding))
                counts[RatingRows.Other(cell)]++;
        }

        bool[] takesPart = new bool[whole.ReaderCount];
        for (int reader = 0; reader < counts.Length; reader++)
            takesPart[reader] = counts[reader] >= ScoreRule.FewestReactions;
        (RatingTable ratings, int[] readers) = Keep(whole, inHalf, takesPart, threads);
        return new HalfTable(ratings, readers);
    }

    /// <summary>The same without some of the readers.</summary>
    public HalfTable Without(bool[] left, int threads)
    {
        bool[] all = new bool[Ratings.FindingCount];
        Array.Fill(all, true);
        bool[] stays = new bool[left.Length];
        for (int i = 0; i < left.Length; i++)
            stays[i] = !left[i];
        (RatingTable ratings, int[] kept) = Keep(Ratings, all, stays, threads);
        for (int i = 0; i < kept.Length; i++)
            kept[i] = Readers[kept[i]];
        return new HalfTable(ratings, kept);
    }

    private static (RatingTable Ratings, int[] Readers) Keep(RatingTable from, bool[] findings, bool[] readers, int threads)
    {
        int[] numbers = new int[readers.Length];
        int kept = 0;
        for (int reader = 0; reader < readers.Length; reader++)
            numbers[reader] = readers[reader] ? kept++ : -1;
        int[] of = new int[kept];
        for (int reader = 0; reader < readers.Length; reader++)
            if (numbers[reader] >= 0)
                of[numbers[reader]] = reader;

        // Findings that keep no rating are left out, for the fit's means are over those that have some.
        var starts = new List<int>(from.FindingCount + 1) { 0 };
        uint[] cells = LargeMemory.Uninitialized<uint>(from.Count);
        int end = 0;
        for (int finding = 0; finding < from.FindingCount; finding++)
        {
            if (!findings[finding])
                continue;
            int start = end;
            foreach (uint cell in from.ByFinding.Row(finding))
            {
                int number = numbers[RatingRows.Other(cell)];
                if (number >= 0)
                    cells[end++] = RatingRows.Cell(number, RatingRows.Halves(cell));
            }

            if (end > start)
                starts.Add(end);
        }

        var byFinding = new RatingRows([.. starts], end == cells.Length ? cells : cells.AsSpan(0, end).ToArray());
        return (RatingTable.Of(byFinding.Transpose(kept, threads), byFinding), of);
    }
}
