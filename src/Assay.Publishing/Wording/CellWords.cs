using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Publishing.Wording;

/// <summary>The cells of a table of the record in words, and the warnings of its rows.</summary>
internal static class CellWords
{
    /// <summary>A cell on one line; empty where nothing is known.</summary>
    public static string Of(Cell cell) => cell switch
    {
        Cell.Empty => "",
        Cell.Words words => words.Text,
        Cell.Named named => named.Name,
        Cell.Figure figure => Figure(figure.Value, figure.Unit),
        Cell.Date date => DateWords.Of(date.Value),
        Cell.Holds { Text: { Length: > 0 } words } => words,
        Cell.Holds { Value: Truth.Unknown } => RecordPageWords.Perhaps,
        Cell.Holds holds => Terms.Truth(holds.Value),
        _ => throw new UnreachableException($"No words for {cell.GetType().Name}."),
    };

    /// <summary>Whether a cell is set to the right.</summary>
    public static bool IsNumber(Cell cell) => cell is Cell.Figure;

    /// <summary>The columns of a table that say anything.</summary>
    public static ImmutableArray<int> Telling(RecordTable table) =>
        [.. Enumerable.Range(0, table.Columns.Length).Where(at => table.Rows.Any(row => row.Cells[at] is not Cell.Empty))];

    /// <summary>What a reader of a row is warned of: that it is unsure, weak, contradicted.</summary>
    public static IEnumerable<string> Warnings(RecordRow row)
    {
        if (row.Holds == Truth.Unknown && !row.Cells.Any(cell => cell is Cell.Holds)) yield return RecordPageWords.Perhaps;
        foreach (var remark in row.Remarks) yield return remark;
        var weak = row.Weak.ToList();
        if (weak.Count == 0 || row.Cells.Any(cell => cell is Cell.Words words && weak.All(one => one.Status.ToString().Equals(words.Text, StringComparison.OrdinalIgnoreCase)))) yield break;
        foreach (var status in weak.GroupBy(one => one.Status))
            yield return row.Proof is null ? Terms.Status(status.Key) : $"{Words.Count("rows", status.Count())} {Terms.Status(status.Key)}";
    }

    /// <summary>The warnings that every computed row of a table shares, to be said once; none where there are fewer than three rows.</summary>
    public static ImmutableArray<string> Shared(RecordTable table)
    {
        var computed = table.Rows.Where(row => row.Cited.Any()).Select(row => Warnings(row).ToList()).ToList();
        return computed.Count < 2 ? [] : [.. computed[0].Where(warning => warning != RecordPageWords.Perhaps && computed.TrueForAll(row => row.Contains(warning)))];
    }

    private static string Figure(Bounds value, string unit)
    {
        var digits = unit == "%" ? 1 : 2;
        var rounded = value.RoundOutward(digits);
        var words = value.IsExact ? Grouped(value.Low) : $"{Grouped(rounded.Low)}–{Grouped(rounded.High)}";
        // A currency stands before its amount: "USD 28 bn".
        if (unit.Length >= 3 && unit[..3].All(char.IsAsciiLetterUpper) && (unit.Length == 3 || !char.IsLetter(unit[3]))) return $"{unit[..3]}\u00A0{words}{unit[3..].Replace(' ', '\u00A0')}";
        return unit.Length == 0 ? words : $"{words}\u00A0{unit}";
    }

    private static string Grouped(decimal value) => value.ToString(Math.Abs(value) >= 10000 ? "#,0.####" : "0.####", CultureInfo.InvariantCulture);
}
