using Assay.Formats.Packs;

namespace Assay.Formats.Imports;

/// <summary>Entities that rows name and no file describes: they get a row that says so, for without one the rows could not be read.</summary>
internal static class Undefined
{
    /// <summary>The row of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="sources">The sources of the first row that names it.</param>
    public static ImportedRow Row(string id, string[] sources)
    {
        var table = TableFormat.Find("entities")!;
        var territory = Territories.NameOf(id);
        string[] cells = [id, territory is null ? "organization" : "place", territory ?? Name(id), "", "", "", Identifier(id), string.Join('|', sources), territory is null ? "Named by a row, described by no file that was imported." : "A territory with a code of its own in ISO 3166-1."];
        return new ImportedRow(table, cells, "", 0);
    }

    private static string Name(string id) => id.StartsWith("lei-", StringComparison.Ordinal) ? $"LEI {id[4..].ToUpperInvariant()}" : $"[{id}]";

    private static string Identifier(string id) => id.StartsWith("lei-", StringComparison.Ordinal) ? $"lei:{id[4..].ToUpperInvariant()}" : "";
}
