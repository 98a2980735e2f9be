using System.Globalization;
using Assay.Formats.Imports;
using Assay.Formats.Mappings.Tables;
using Assay.Formats.Packs;

namespace Assay.Formats.Mappings;

/// <summary>Tables of somebody's own as a format that can be imported.</summary>
internal static class MappedTables
{
    public const string Name = "table";

    public const string Title = "CSV, TSV, Parquet, SQLite or data packages, by a mapping";

    /// <summary>The format by a mapping; without one, tables of the pack format under their own names.</summary>
    public static ImportFormat By(Mapping? mapping, IReadOnlyList<ImportFile> files) => new(Name, "a table", (file, sink) => MappingReader.Read(file, mapping ?? PackTables, sink))
    {
        Settings = string.Join('\n', files.SelectMany(Beside).Prepend(mapping?.Sha256 ?? "")),
    };

    // The rows of a data package depend on the tables beside its descriptor, which may change while that stays.
    private static IReadOnlyList<string> Beside(ImportFile file)
    {
        if (file.Path is not { } path || Path.GetFileName(path) != "datapackage.json") return [];
        using var tables = InputTables.Of(file, _ => { }, _ => { });
        return [.. tables.All.Select(table => new FileInfo(table.File)).Where(beside => beside.Exists).Select(beside => string.Create(CultureInfo.InvariantCulture, $"{beside.FullName} {beside.Length} {beside.LastWriteTimeUtc.Ticks}"))];
    }

    /// <summary>Every table of the pack format as it is, by the name of the file.</summary>
    private static Mapping PackTables { get; } = new("")
    {
        Inputs = [.. TableFormat.All.Select(table => new MappedInput(table.Name, default) { Table = table.Name })],
        Rows = [.. TableFormat.All.Select(table => new MappedRow(table, table.Name, default) { Cells = [.. table.Fields.Select(column => (column.Name, new MappedCell(default) { Columns = [column.Name], Separator = column.IsList ? "|" : "" }))] })],
    };
}
