using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Packs;
using Parquet;
using Parquet.Schema;

namespace Assay.Formats.Exports;

/// <summary>
/// Writes each table of the pack format as Apache Parquet, in a folder of its own: <c>stakes/part-0.parquet</c>, or partitioned as other engines know it,
/// <c>stakes/part_country=kz/part_year=2024/part-0.parquet</c>. <c>docs/scale.md</c> sets out the layout.
/// </summary>
internal static class ParquetFiles
{
    /// <summary>Rows of a group: enough to be read fast, few enough to be held.</summary>
    private const int GroupRows = 1 << 18;

    /// <summary>Days from which and before which a row surely holds, and those from which and before which it perhaps does; and whether its pack was imported.</summary>
    private static readonly string[] s_span = ["sure_from", "sure_to", "perhaps_from", "perhaps_to", "imported"];

    public static IReadOnlyList<ExportFile> Of(ExportScope scope, IReadOnlyList<PartitionKey> keys, ExportReport report)
    {
        var tables = PackTables.Of(scope);
        var files = new List<ExportFile>();
        foreach (var table in tables.Tables)
        {
            var rows = tables.Rows(table);
            report.Wrote(table.Name, rows.Count);
            foreach (var (row, cells) in rows) ReportDigits(table, row, cells, report);
            foreach (var part in rows.GroupBy(row => PathOf(table, row.Row, keys, scope)).OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                (Statement? Row, string[] Cells)[] its = [.. part];
                files.Add(new ExportFile($"{part.Key}/part-0.parquet", stream => Write(table, its, stream)));
            }
        }
        return files;
    }

    private static string PathOf(TableFormat table, Statement? row, IReadOnlyList<PartitionKey> keys, ExportScope scope)
    {
        // What no row of the record stands for, as a source, belongs to no part.
        if (row is null || keys.Count == 0) return table.Name;
        return string.Join('/', keys.Select(key => $"part_{key.Name}={key.FolderOf(row, scope)}").Prepend(table.Name));
    }

    private static void ReportDigits(TableFormat table, Statement? row, string[] cells, ExportReport report)
    {
        for (var i = 0; i < cells.Length; i++)
            if (IsNumber(table.Fields[i]) && cells[i].Length > 0 && decimal.Parse(cells[i].TrimStart('>', '<'), CultureInfo.InvariantCulture) is var figure && (decimal)(double)figure != figure)
                report.Lost("digits of figures, beyond the fifteen that a double has", row?.Id);
    }

    private static void Write(TableFormat table, (Statement? Row, string[] Cells)[] rows, Stream output)
    {
        if (output.CanSeek)
        {
            WriteAsync(table, rows, output).GetAwaiter().GetResult();
            return;
        }
        using var whole = new MemoryStream();
        WriteAsync(table, rows, whole).GetAwaiter().GetResult();
        whole.Position = 0;
        whole.CopyTo(output);
    }

    private static async Task WriteAsync(TableFormat table, (Statement? Row, string[] Cells)[] rows, Stream output)
    {
        var idField = new DataField("row", typeof(string), isNullable: true);
        DataField[] fields = [.. table.Fields.Select(column => new DataField(column.Name, IsNumber(column) ? typeof(double) : typeof(string), isNullable: true))];
        DataField[] spanFields = table.Columns.Contains("from") && rows.Any(row => SpanOf(row.Row) is not null) ? [.. s_span.Select(name => new DataField(name, typeof(string), isNullable: true))] : [];
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema([idField, .. fields, .. spanFields]), output).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            for (var from = 0; from < rows.Length; from += GroupRows)
            {
                var group = rows[from..Math.Min(rows.Length, from + GroupRows)];
                using var into = writer.CreateRowGroup();
                await into.WriteAsync(idField, [.. group.Select(row => row.Row?.Id.Value!)]).ConfigureAwait(false);
                for (var i = 0; i < fields.Length; i++)
                {
                    var column = i;
                    if (IsNumber(table.Fields[i])) await into.WriteAsync<double>(fields[i], group.Select(row => Number(row.Cells[column])).ToArray(), null, null).ConfigureAwait(false);
                    else await into.WriteAsync(fields[i], [.. group.Select(row => row.Cells[column] is { Length: > 0 } text ? text : null!)]).ConfigureAwait(false);
                }
                for (var i = 0; i < spanFields.Length; i++)
                {
                    var place = i;
                    await into.WriteAsync(spanFields[i], [.. group.Select(row => SpanCell(row.Row!, place)!)]).ConfigureAwait(false);
                }
            }
        }
    }

    private static Validity? SpanOf(Statement? row) => row switch
    {
        Stake { Validity: var span } => span,
        OtherInterest { Validity: var span } => span,
        DisclosureException { Validity: var span } => span,
        Operation { Validity: var span } => span,
        Domicile { Validity: var span } => span,
        Regime { Validity: var span } => span,
        Membership { Validity: var span } => span,
        Position { Validity: var span } => span,
        _ => null,
    };

    private static string? SpanCell(Statement row, int place) => place < s_span.Length - 1 ? DayOf(SpanOf(row)!.Value, place) : row.Place.IsImported ? "true" : null;

    // Dates are as precise as their source; other engines compare days.
    private static string? DayOf(Validity span, int place) => (place switch
    {
        0 => span.From?.Last ?? span.Seen?.Last,
        1 => span.Lapsed is { } lapsed && !(span.To?.First <= lapsed.First) ? lapsed.First.DaysLater(1) : span.To?.First,
        2 => span.From?.First,
        _ => span.To?.Last,
    })?.ToString("O", CultureInfo.InvariantCulture);

    private static bool IsNumber(Column column) => column.Kind is ColumnKind.Number or ColumnKind.Percent or ColumnKind.Rank;

    // A limit that is itself left out is moved by the least difference that the record knows, as it is wherever sums are made.
    private static double? Number(string cell) => cell switch
    {
        "" => null,
        ['>', .. var limit] => (double)(decimal.Parse(limit, CultureInfo.InvariantCulture) + RangeCells.Resolution),
        ['<', .. var limit] => (double)(decimal.Parse(limit, CultureInfo.InvariantCulture) - RangeCells.Resolution),
        _ => double.Parse(cell, CultureInfo.InvariantCulture),
    };
}
