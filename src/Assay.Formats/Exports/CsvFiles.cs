namespace Assay.Formats.Exports;

/// <summary>Writes the tables of the pack format as CSV files by themselves, for spreadsheets and data frames. Cells are exactly what the record has.</summary>
internal static class CsvFiles
{
    public static IReadOnlyList<ExportFile> Of(ExportScope scope, ExportReport report)
    {
        var tables = PackTables.Of(scope);
        foreach (var table in tables.Tables) report.Wrote(table.Name, tables.Rows(table).Count);
        return [.. tables.Tables.Select(table => new ExportFile(table.File, stream => tables.WriteCsv(table, stream)))];
    }
}
