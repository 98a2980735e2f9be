namespace Assay.Formats.Graphs;

/// <summary>Finds the lines of rows by their numbers, where something is to be said of them after the file is read.</summary>
internal static class RowPlaces
{
    /// <summary>The line of each of these rows (from 0, the header left out), in a file that was read without a problem.</summary>
    public static Dictionary<int, int> Of(string file, HashSet<int> rows)
    {
        var found = new Dictionary<int, int>();
        using var blocks = new CsvBlocks(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));
        using var records = new BlockRows();
        var (row, line) = (-1, 1);
        while (found.Count < rows.Count && blocks.Next() is { } block)
        {
            using (block)
            {
                records.Begin(block);
                for (; records.Read(); row++)
                    if (rows.Contains(row)) found[row] = line + records.Line;
                line += records.Line;
            }
        }
        return found;
    }
}
