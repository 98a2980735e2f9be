using System.Text;
using Sylvan.Data.Csv;

namespace Assay.Formats.Packs.Writing;

/// <summary>Tables as text: cells of rows that are there, lines of rows that are new.</summary>
internal static class CsvText
{
    /// <summary>The most characters that a row may have as a line, quoted.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>How tables are read.</summary>
    public static CsvDataReaderOptions Options { get; } = new() { Delimiter = ',', Quote = '"', Escape = '"', Comment = '\0', HasHeaders = false, BufferSize = 0x8000, MaxBufferSize = LongestRow + 0x1000 };

    /// <summary>A row as a line without its end, quoted where RFC 4180 asks for it.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    /// <summary>Every row below the header with the line it begins on and its cells. The file must have been read without problems.</summary>
    public static List<RawRow> Rows(byte[] file)
    {
        var rows = new List<RawRow>();
        using var csv = CsvDataReader.Create(new StreamReader(new MemoryStream(file), Encoding.UTF8), Options);
        var line = 1;
        while (csv.Read())
        {
            var cells = new string[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i);
            if (line > 1) rows.Add(new RawRow(line, cells));
            line += Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
        }
        return rows;
    }

    /// <summary>The file with lines put before a line of it (from 1), or at its end; lines end as those of the file do.</summary>
    public static byte[] Insert(byte[] file, int before, IEnumerable<string> lines)
    {
        var text = Encoding.UTF8.GetString(file);
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (!text.EndsWith('\n')) text += end;
        var at = 0;
        for (var line = 1; line < before && at < text.Length; line++) at = text.IndexOf('\n', at) + 1;
        return Encoding.UTF8.GetBytes(text.Insert(at, string.Concat(lines.Select(line => line + end))));
    }

    /// <summary>Whether a row is no longer, as a line, than one that is read.</summary>
    public static bool Fits(ReadOnlySpan<string> cells)
    {
        var length = 0L;
        foreach (var cell in cells) length += cell.Length + cell.AsSpan().Count('"') + 3;
        return length <= LongestRow;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A row of a table as it stands in the file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record RawRow(int Line, string[] Cells);
