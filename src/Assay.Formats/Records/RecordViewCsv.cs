using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Formats.Records;

/// <summary>
/// Writes a view of the record as one CSV table (RFC 4180, UTF-8, <c>\n</c>): with several tables, the first column names the table. An entity
/// takes two columns (name and id), a figure three (low, high, unit).
/// </summary>
public static class RecordViewCsv
{
    /// <summary>The view as CSV.</summary>
    public static string Text(RecordView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var cells = view.Tables.SelectMany(table => table.Rows.SelectMany(row => table.Columns.Zip(row.Cells).SelectMany(pair => Fields(pair.First.Key, pair.Second)))).ToList();
        var keys = view.Tables.SelectMany(table => table.Columns).Select(column => column.Key).Distinct();
        var fields = cells.Select(field => field.Name).Distinct().ToHashSet();
        List<string> columns = [.. keys.SelectMany(key => new[] { key, $"{key}_id", $"{key}_low", $"{key}_high", $"{key}_unit" }).Where(fields.Contains)];
        var text = new StringBuilder();
        Line(text, [.. view.Tables.Length > 1 ? ["table"] : Array.Empty<string>(), .. columns, "held", "remarks", "rows", "sources", "source_urls"]);
        foreach (var table in view.Tables)
        {
            foreach (var row in table.Rows)
            {
                var values = table.Columns.Zip(row.Cells).SelectMany(pair => Fields(pair.First.Key, pair.Second)).ToDictionary();
                var sources = row.Cited.SelectMany(cited => cited.Sources).Distinct().ToList();
                Line(text,
                [
                    .. view.Tables.Length > 1 ? [table.Id] : Array.Empty<string>(), .. columns.Select(column => values.GetValueOrDefault(column, "")),
                    Held(row.Holds), string.Join('|', row.Remarks), string.Join('|', row.Cited.Select(cited => cited.Id.ToString())), string.Join('|', sources.Select(id => id.ToString())),
                    string.Join(' ', sources.Select(id => view.Evidence.Source(id)?.Url ?? "").Where(url => url.Length > 0)),
                ]);
            }
        }
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Fields(string key, Cell cell) => cell switch
    {
        Cell.Empty => [],
        Cell.Words words => [(key, words.Text)],
        Cell.Named named => [(key, named.Name), ($"{key}_id", named.Id.ToString())],
        Cell.Figure figure => [($"{key}_low", Number(figure.Value.Low)), ($"{key}_high", Number(figure.Value.High)), ($"{key}_unit", figure.Unit)],
        Cell.Date date => [(key, date.Value.ToString())],
        Cell.Holds holds => [(key, holds.Text.Length > 0 ? holds.Text : Held(holds.Value))],
        _ => throw new UnreachableException($"No CSV field for {cell.GetType()}."),
    };

    private static string Held(Truth truth) => truth switch { Truth.True => "true", Truth.False => "false", _ => "unknown" };

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
