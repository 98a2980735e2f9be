using System.Text;
using Assay.Formats.Csv;

namespace Assay.Web.Open;

/// <summary>CSV as the writers of this program make it, taken apart into records.</summary>
internal static class CsvRecords
{
    /// <summary>The records without the line breaks that end them; those inside quotes stay.</summary>
    public static List<string> Split(string text)
    {
        var records = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            else if (text[at] == '\n' && !isQuoted)
            {
                records.Add(text[start..at]);
                start = at + 1;
            }
        }
        if (start < text.Length) records.Add(text[start..]);
        return records;
    }

    /// <summary>The cells of a record.</summary>
    public static List<string> Cells(string record)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < record.Length; at++)
        {
            var isDoubled = isQuoted && record[at] == '"' && at + 1 < record.Length && record[at + 1] == '"';
            if (isDoubled) cell.Append(record[at++]);
            else if (record[at] == '"') isQuoted = !isQuoted;
            else if (record[at] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(record[at]);
        }
        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>Words as one record, with the line break that ends it.</summary>
    public static string Line(params IEnumerable<string> words) => new StringBuilder().Also(words).ToString();

    private static StringBuilder Also(this StringBuilder text, IEnumerable<string> words)
    {
        text.Line(words.Select(CsvCells.Words));
        return text;
    }
}
