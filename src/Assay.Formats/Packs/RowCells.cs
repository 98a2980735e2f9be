using Sylvan.Data.Csv;

namespace Assay.Formats.Packs;

/// <summary>The cells of the row that is being read, wherever they are kept.</summary>
internal abstract class RowCells
{
    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>The text of a cell, counted from 0.</summary>
    public abstract string this[int column] { get; }
}

/// <summary>The cells of the row at which a CSV reader stands.</summary>
internal sealed class CsvRowCells(CsvDataReader csv) : RowCells
{
    public override int Count => csv.RowFieldCount;

    public override string this[int column] => csv.GetString(column);
}

/// <summary>The cells of a row that is at hand.</summary>
internal sealed class GivenCells : RowCells
{
    /// <summary>The row; set anew for each.</summary>
    public IReadOnlyList<string> Cells { get; set; } = [];

    public override int Count => Cells.Count;

    public override string this[int column] => Cells[column];
}
