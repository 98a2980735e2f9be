using System.Collections.Immutable;
using Assay.Formats.Imports;

namespace Assay.Formats.Packs.Writing;

/// <summary>Where a new row belongs in a table.</summary>
internal static class RowOrder
{
    /// <summary>
    /// The line before which a row is put: behind the rows of the same leading ids and before the first that sorts after them, where the file
    /// is sorted by these; else the end. Rivals of a row that is there thus come after it.
    /// </summary>
    public static int LineFor(PackTable table, string[] row, IReadOnlyList<RawRow> rows)
    {
        var keys = LeadingKeys(table.Columns);
        for (var i = 1; i < rows.Count; i++)
            if (Compare(rows[i - 1].Cells, rows[i].Cells, keys) > 0) return int.MaxValue;
        foreach (var other in rows)
            if (Compare(other.Cells, row, keys) > 0) return other.Line;
        return int.MaxValue;
    }

    /// <summary>Rows by the ids that their key begins with; rows alike in these keep their order.</summary>
    public static IComparer<ImportedRow> By(TableFormat table)
    {
        var keys = LeadingKeys(table.Fields);
        return Comparer<ImportedRow>.Create((left, right) => Compare(left.Cells, right.Cells, keys));
    }

    // The columns that begin the natural key: ids, slugs and periods up to the first of another kind.
    private static int LeadingKeys(ImmutableArray<Column> columns)
    {
        var count = 0;
        while (count < columns.Length && columns[count].Kind is ColumnKind.OwnId or ColumnKind.Slug or ColumnKind.Reference or ColumnKind.Period) count++;
        return count;
    }

    private static int Compare(string[] left, string[] right, int keys)
    {
        for (var i = 0; i < keys; i++)
            if (string.CompareOrdinal(left[i], right[i]) is not 0 and var order) return order;
        return 0;
    }
}
