using System.Diagnostics;
using System.Globalization;
using Assay.Formats.Tables;
using Spectre.Console;

namespace Assay.Cli;

/// <summary>Writes a table of results for people: facts, then rows. Numbers are rounded to the nearest thousandth; the forms for programs have every digit.</summary>
internal static class GraphText
{
    /// <summary>How many rows are worth reading.</summary>
    private const int MostRows = 40;

    public static void Write(IAnsiConsole console, ResultTable table, int rows)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn());
        foreach (var fact in table.Facts) facts.AddRow(Markup.Escape(fact.Words), Markup.Escape(fact is { IsShare: true, Value: double part } ? Percent(part) : Words(fact.Value)));
        if (table.Facts.Count > 0) console.Write(facts);
        var shown = Math.Min(rows, MostRows);
        if (table.Columns.Count == 0) return;
        if (table.Facts.Count > 0) console.WriteLine();
        var grid = new Table().Border(TableBorder.Simple);
        foreach (var column in table.Columns)
            grid.AddColumn(new TableColumn(Markup.Escape(column.Heading)) { Alignment = IsWords(column) ? Justify.Left : Justify.Right, NoWrap = !IsWords(column) });
        for (var row = 0; row < shown; row++) grid.AddRow([.. table.Columns.Select(column => Markup.Escape(Cell(column, row)))]);
        console.Write(grid);
        if (table.RowCount > shown) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {table.RowCount - shown:N0} more rows: --out FILE.csv writes all"));
    }

    private static bool IsWords(ResultColumn column) => column is ResultColumn.Text or ResultColumn.Entity;

    private static string Cell(ResultColumn column, int row) => column switch
    {
        ResultColumn.Text text => text.Cell(row),
        ResultColumn.Entity entity => entity.Cell(row) is >= 0 and var index ? entity.Ids.Text(index) : "–",
        ResultColumn.Number number => Number(number.Cell(row)),
        ResultColumn.Share share => Percent(share.Cell(row)),
        ResultColumn.Count count => count.Cell(row).ToString("N0", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException($"No cell of {column.GetType()}."),
    };

    private static string Words(object value) => value switch
    {
        double number => Number(number),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string Percent(double part) => double.IsNaN(part) ? "–" : (100 * part).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) =>
        double.IsNaN(value) ? "–" : value != 0 && Math.Abs(value) < 0.001 ? value.ToString("0.###e+0", CultureInfo.InvariantCulture) : value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
