namespace Assay.Publishing.Terminal;

/// <summary>How wide the columns of a table are: as wide as their words, and where that is too much, the widest give way first.</summary>
internal static class ColumnWidths
{
    // No column is made narrower than this, nor than its longest word up to this.
    private const int LongestWord = 15;

    /// <summary>The widths; null where the table can't be read at that width.</summary>
    /// <param name="columns">The words of each column, its heading among them.</param>
    /// <param name="width">What there is for all of them.</param>
    public static int[]? Fit(IReadOnlyList<IReadOnlyList<string>> columns, int width)
    {
        var widths = columns.Select(words => words.Max(one => one.Length)).ToArray();
        var least = columns.Select(words => words.SelectMany(one => one.Split(' ')).Max(word => Math.Min(word.Length, LongestWord))).ToArray();
        while (widths.Sum() > width)
        {
            var widest = -1;
            for (var at = 0; at < widths.Length; at++)
                if (widths[at] > least[at] && (widest < 0 || widths[at] > widths[widest])) widest = at;
            if (widest < 0) return null;
            widths[widest]--;
        }
        return widths;
    }
}
