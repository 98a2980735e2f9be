using Assay.Formats.Packs;

namespace Assay.Formats.Imports;

/// <summary>Entities that rows name and no file describes: they get a row that says so, for without one the rows could not be read.</summary>
internal static class Undefined
{
    private const string Note = "Named by a row, described by no file that was imported.";
    private const string TerritoryNote = "A territory with a code of its own in ISO 3166-1.";

    /// <summary>Whether a row is one that was made here.</summary>
    public static bool Is(ImportedRow row) => row.Table.Name == "entities" && row.Cells[^1] is Note or TerritoryNote && row.Cells[2] == (Territories.NameOf(row.Cells[0]) ?? Name(row.Cells[0]));

    /// <summary>The row of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="sources">The sources of the first row that names it.</param>
    public static ImportedRow Row(string id, string[] sources)
    {
        var table = TableFormat.Find("entities")!;
        var territory = Territories.NameOf(id);
        string[] cells = [id, territory is null ? "organization" : "place", territory ?? Name(id), "", "", "", Identifier(id), string.Join('|', sources), territory is null ? Note : TerritoryNote];
        return new ImportedRow(table, cells, "", 0);
    }

    private static string Name(string id) => id.StartsWith("lei-", StringComparison.Ordinal) ? $"LEI {id[4..].ToUpperInvariant()}" : $"[{id}]";

    private static string Identifier(string id) => id.StartsWith("lei-", StringComparison.Ordinal) ? $"lei:{id[4..].ToUpperInvariant()}" : "";
}
