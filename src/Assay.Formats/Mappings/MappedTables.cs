using Assay.Formats.Imports;
using Assay.Formats.Packs;

namespace Assay.Formats.Mappings;

/// <summary>Tables of somebody's own as a format that can be imported.</summary>
internal static class MappedTables
{
    public const string Name = "table";

    public const string Title = "CSV, TSV, Parquet, SQLite or data packages, by a mapping";

    /// <summary>The format by a mapping; without one, tables of the pack format under their own names.</summary>
    public static ImportFormat By(Mapping? mapping) => new(Name, "a table", (file, sink) => MappingReader.Read(file, mapping ?? PackTables, sink)) { Settings = mapping?.Sha256 ?? "" };

    /// <summary>Every table of the pack format as it is, by the name of the file.</summary>
    private static Mapping PackTables { get; } = new("")
    {
        Inputs = [.. TableFormat.All.Select(table => new MappedInput(table.Name, default) { Table = table.Name })],
        Rows = [.. TableFormat.All.Select(table => new MappedRow(table, table.Name, default) { Cells = [.. table.Fields.Select(column => (column.Name, new MappedCell(default) { Columns = [column.Name], Separator = column.IsList ? "|" : "" }))] })],
    };
}
