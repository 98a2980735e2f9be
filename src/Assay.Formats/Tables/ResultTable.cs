using Assay.Formats.Graphs;

namespace Assay.Formats.Tables;

/// <summary>
/// A table of results that may have millions of rows: a cell is made when it is written. Beside the rows stand facts that hold for all of them.
/// </summary>
/// <param name="Columns">The columns.</param>
/// <param name="RowCount">How many rows there are.</param>
/// <param name="Facts">What holds for the whole table, as a total: names in the form of columns', each once.</param>
public sealed record ResultTable(IReadOnlyList<ResultColumn> Columns, int RowCount, IReadOnlyList<ResultFact> Facts);

/// <summary>Something that holds for a whole table.</summary>
/// <param name="Name">Its name in JSON and Parquet, as <c>total</c>.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="long"/> or <see cref="double"/>.</param>
/// <param name="IsShare">Whether the value is a part of a whole, 0 to 1, which people read as percent.</param>
public sealed record ResultFact(string Name, string Words, object Value, bool IsShare = false);

/// <summary>A column of a table.</summary>
public abstract record ResultColumn
{
    private protected ResultColumn(string name, string heading) => (Name, Heading) = (name, heading);

    /// <summary>Its name in CSV, JSON and Parquet, as <c>least_share</c>.</summary>
    public string Name { get; }

    /// <summary>Its heading for people.</summary>
    public string Heading { get; }

    /// <summary>A word in each row.</summary>
    /// <param name="Name">As of every column.</param>
    /// <param name="Heading">As of every column.</param>
    /// <param name="Cell">The cell of a row.</param>
    public sealed record Text(string Name, string Heading, Func<int, string> Cell) : ResultColumn(Name, Heading);

    /// <summary>An entity in each row, written as its id.</summary>
    /// <param name="Name">As of every column.</param>
    /// <param name="Heading">As of every column.</param>
    /// <param name="Ids">The ids.</param>
    /// <param name="Cell">The index of a row's entity; -1 for none.</param>
    public sealed record Entity(string Name, string Heading, EntityIds Ids, Func<int, int> Cell) : ResultColumn(Name, Heading);

    /// <summary>A number in each row; not a number for none.</summary>
    /// <param name="Name">As of every column.</param>
    /// <param name="Heading">As of every column.</param>
    /// <param name="Cell">The cell of a row.</param>
    public sealed record Number(string Name, string Heading, Func<int, double> Cell) : ResultColumn(Name, Heading);

    /// <summary>A part of a whole in each row, 0 to 1, which people read as percent.</summary>
    /// <param name="Name">As of every column.</param>
    /// <param name="Heading">As of every column.</param>
    /// <param name="Cell">The cell of a row.</param>
    public sealed record Share(string Name, string Heading, Func<int, double> Cell) : ResultColumn(Name, Heading);

    /// <summary>A whole number in each row.</summary>
    /// <param name="Name">As of every column.</param>
    /// <param name="Heading">As of every column.</param>
    /// <param name="Cell">The cell of a row.</param>
    public sealed record Count(string Name, string Heading, Func<int, long> Cell) : ResultColumn(Name, Heading);

    /// <summary>The cell of a row as text for programs: every digit of numbers, nothing for none.</summary>
    internal string CellText(int row) => this switch
    {
        Text text => text.Cell(row),
        Entity entity => entity.Cell(row) is >= 0 and var index ? entity.Ids.Text(index) : "",
        Number number => Digits(number.Cell(row)),
        Share share => Digits(share.Cell(row)),
        Count count => count.Cell(row).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new System.Diagnostics.UnreachableException($"No cell of {GetType()}."),
    };

    private static string Digits(double value) => double.IsNaN(value) ? "" : value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
