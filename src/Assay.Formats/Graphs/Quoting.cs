namespace Assay.Formats.Graphs;

/// <summary>Where RFC 4180 lets a quote stand.</summary>
internal static class Quoting
{
    /// <summary>
    /// Whether each quote of a record opens a cell, closes one, or is doubled within one. The reader of CSV takes a quote amid a cell for a letter,
    /// but then ends of lines could not be told from those within cells by counting quotes.
    /// </summary>
    public static bool IsSound(ReadOnlySpan<char> record)
    {
        record = record.TrimEnd("\r\n");
        var isOpen = false;
        for (var i = 0; i < record.Length; i++)
        {
            if (record[i] != '"') continue;
            if (!isOpen)
            {
                if (i > 0 && record[i - 1] != ',') return false;
                isOpen = true;
            }
            else if (i + 1 < record.Length && record[i + 1] == '"') i++;
            else
            {
                if (i + 1 < record.Length && record[i + 1] != ',') return false;
                isOpen = false;
            }
        }
        return !isOpen;
    }
}
