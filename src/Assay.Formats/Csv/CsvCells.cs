using System.Buffers;
using System.Globalization;
using System.Text;
using Assay.Formats.Publications;

namespace Assay.Formats.Csv;

/// <summary>
/// Lines of CSV (RFC 4180, ended by <c>\n</c>) that spreadsheets take for what they are: a text that one would take for a formula is led by an apostrophe.
/// Numbers are never changed.
/// </summary>
internal static class CsvCells
{
    // Full-width forms count too: spreadsheets of some locales take them for the plain ones.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r＝＋－＠");
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\n\r");

    /// <summary>Appends cells as a line; all that is no number was made safe by <see cref="Words"/>.</summary>
    public static void Line(this StringBuilder text, params IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    /// <summary>A text as a cell.</summary>
    public static string Words(string text)
    {
        var plain = PlainText.WithoutControls(text);
        return plain.Length > 0 && Formula.Contains(plain[0]) ? "'" + plain : plain;
    }

    /// <summary>Texts as one cell, with <c>|</c> between them; where one has such a bar, it becomes a slash.</summary>
    public static string List(IEnumerable<string> texts) => Words(string.Join('|', texts.Select(text => text.Replace('|', '/'))));

    /// <summary>A number as a cell; empty: none.</summary>
    public static string Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
