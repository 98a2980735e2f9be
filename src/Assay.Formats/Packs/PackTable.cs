using System.Collections.Immutable;

namespace Assay.Formats.Packs;

/// <summary>A table of the pack format as those who write packs see it: its name and its columns.</summary>
public sealed class PackTable
{
    private PackTable(TableFormat format)
    {
        Name = format.Name;
        Columns = format.Fields;
    }

    /// <summary>Every table of the format.</summary>
    public static ImmutableArray<PackTable> All { get; } = [.. TableFormat.All.Select(format => new PackTable(format))];

    /// <summary>Its name, as <c>stakes</c>.</summary>
    public string Name { get; }

    /// <summary>What one row of it is called, as <c>stake</c>.</summary>
    public string RowName => Name switch
    {
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        "completeness" => Name,
        [.. var stem, 's'] => stem,
        _ => Name,
    };

    /// <summary>Its columns, in the order of the file.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Where a column stands; -1 where the table has none of that name.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Length; i++)
            if (Columns[i].Name == column) return i;
        return -1;
    }

    /// <summary>A row as a line of the file.</summary>
    public static string Line(IEnumerable<string> cells) => Writing.CsvText.Line(cells);

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal TableFormat Format => TableFormat.Find(Name)!;
}
