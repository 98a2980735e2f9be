using System.Collections.Concurrent;
using System.Text;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Tests.Packs;
using Sylvan.Data.Csv;

namespace Assay.Tests.Cases;

/// <summary>
/// The evidence of a case: the packs that come with the program, or rows written as in a pack's tables with only the columns that matter:
/// a line <c>[table] column,column</c>, then its rows.
/// </summary>
internal static class CaseRecord
{
    private const string Packs = "packs";
    private static readonly ConcurrentDictionary<string, EvidenceSnapshot> Known = new();

    /// <summary>The evidence named in a case's <c>evidence:</c>, with the rows that stand under it.</summary>
    public static EvidenceSnapshot Of(string evidence) => Known.GetOrAdd(evidence, Load);

    private static EvidenceSnapshot Load(string evidence)
    {
        var (name, rows) = evidence.Split('\n', 2) is [var first, var rest] ? (first, rest) : (evidence, "");
        if (name == Packs && rows.Length == 0) return EvidencePack.Embedded();
        if (name.StartsWith('[')) (name, rows) = ("", evidence);
        if (name.Length > 0 && name != Packs) rows = $"{File.ReadAllText(Checkout.PathOf("tests", "Assay.Tests", "Cases", "records", name + ".rows"))}\n{rows}";
        var set = new PackSet();
        if (name == Packs) set.AddEmbedded();
        set.Add(FilesOf(rows));
        var problems = set.Read().Packs.SelectMany(pack => pack.Problems).ToList();
        return problems.Count == 0 ? set.ToSnapshot() : throw new FormatException(string.Join('\n', problems));
    }

    /// <summary>Each table with all its columns: those not written are empty, and every row has the one source.</summary>
    private static PackFiles FilesOf(string rows)
    {
        var tables = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal)
        {
            ["sources"] = new("id,publisher,title,date,url,kind\nrecord,The Tidal Gazette,The record,2025,https://example.org/record,primary\n"),
        };
        TableFormat? table = null;
        string[] columns = [];
        foreach (var line in rows.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith('['))
            {
                var close = line.IndexOf(']', StringComparison.Ordinal);
                table = TableFormat.Find(line[1..close]) ?? throw new FormatException($"There is no table '{line[1..close]}'.");
                columns = line[(close + 1)..].Trim().Split(',');
                if (columns.Except(table.Columns).ToList() is [var unknown, ..]) throw new FormatException($"'{table.Name}' has no column '{unknown}'.");
                if (!tables.ContainsKey(table.Name)) tables[table.Name] = new StringBuilder($"{string.Join(',', table.Columns)}\n");
                continue;
            }
            if (table is null) throw new FormatException($"'{line}' stands before the first [table].");
            var cells = Cells(line);
            if (cells.Length > columns.Length) throw new FormatException($"'{line}' has {cells.Length} cells: expected at most {columns.Length}.");
            tables[table.Name].AppendJoin(',', table.Columns.Select(column => column == "sources" ? "record"
                : Array.IndexOf(columns, column) is >= 0 and var at && at < cells.Length ? Quoted(cells[at]) : "")).Append('\n');
        }
        var files = tables.ToDictionary(pair => pair.Key + ".csv", pair => Encoding.UTF8.GetBytes(pair.Value.ToString()));
        files[PackFiles.DescriptorName] = Encoding.UTF8.GetBytes(SmallPack.Descriptor("record", [], tables.Keys.Select(name => name + ".csv")));
        return new PackFiles("record", files);
    }

    private static string[] Cells(string line)
    {
        using var reader = CsvDataReader.Create(new StringReader(line), new CsvDataReaderOptions { HasHeaders = false });
        return reader.Read() ? [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)] : [];
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
