using System.Text;
using System.Text.RegularExpressions;
using Assay.Formats.Scanning;
using CsCheck;
using Xunit;

namespace Assay.Tests.Scanning;

/// <summary>The cells of CSV as RFC 4180 defines them, found with vectors and byte by byte.</summary>
public sealed partial class CsvPlacesTests
{
    /// <summary>Letters that mean something to CSV, and others of one to four bytes.</summary>
    private static readonly Gen<string> Cell = Gen.OneOf(Gen.String[Gen.Char["ab,\"\n\ré中"], 0, 12], Gen.String[Gen.Char["xy"], 0, 90], Gen.Const("\U0001F3E6"));

    /// <summary>Of each cell its text, and whether it is quoted without need.</summary>
    private static readonly Gen<(string Text, bool Quoted)[][]> Rows = Gen.Select(Cell, Gen.Bool).Array[1, 5].Array[1, 12];

    [Fact]
    public void Cells_come_out_as_they_were_written() => Gen.Select(Rows, Gen.Bool, Gen.Bool, Gen.Bool).Sample((rows, carriageReturns, isEnded, vectors) =>
    {
        var (text, places) = (new StringBuilder(), new CsvPlaces());
        for (var row = 0; row < rows.Length; row++)
        {
            text.AppendJoin(',', rows[row].Select(cell => Written(cell.Text, cell.Quoted)));
            if (isEnded || row + 1 < rows.Length) text.Append(carriageReturns ? "\r\n" : "\n");
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        places.Find(bytes, vectors && Masks.AreFast);
        Assert.Equal((-1, -1), (places.BadQuote, places.BadText));
        // A last line with nothing on it is none.
        var expected = !isEnded && rows[^1] is [("", false)] ? rows[..^1] : rows;
        Assert.Equal(expected.Select(row => row.Select(cell => cell.Text)), Cells(bytes, places));
        Assert.Equal(text.ToString().Count(letter => letter == '\n'), places.LineCount);
    }, iter: 3000);

    [Fact]
    public void Quotes_are_refused_where_the_grammar_has_no_place_for_them() => Gen.Select(Gen.String[Gen.Char["a,\"\n\r"], 0, 100], Gen.Bool).Sample((text, vectors) =>
    {
        var places = new CsvPlaces();
        places.Find(Encoding.UTF8.GetBytes(text), vectors && Masks.AreFast);
        Assert.Equal(Grammar().IsMatch(text), places.BadQuote < 0);
    }, iter: 5000);

    [Fact]
    public void Vectors_and_single_bytes_find_the_same() => Gen.Byte.Array[0, 400].Select(Gen.Int[0, 9], (noise, kind) => kind == 0 ? noise : Array.ConvertAll(noise, each => (byte)"ab,,\"\"\n\r"[each % 8])).Sample(bytes =>
    {
        var (vectors, single) = (new CsvPlaces(), new CsvPlaces());
        vectors.Find(bytes, Masks.AreFast);
        single.Find(bytes, false);
        Assert.Equal(single.BadQuote, vectors.BadQuote);
        Assert.Equal(single.RowCount, vectors.RowCount);
        if (single.BadQuote >= 0) return;
        Assert.Equal(single.BadText < 0, vectors.BadText < 0);
        Assert.Equal(single.LineCount, vectors.LineCount);
        for (var row = 0; row < single.RowCount; row++) Assert.Equal(single.Row(row), vectors.Row(row));
    }, iter: 5000);

    [Fact]
    public void One_reader_serves_blocks_of_any_size_in_turn()
    {
        var places = new CsvPlaces();
        foreach (var count in (int[])[500, 3, 0, 70])
        {
            places.Find(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", count))));
            Assert.Equal((count, count), (places.RowCount, places.LineCount));
        }
    }

    private static IEnumerable<string[]> Cells(byte[] bytes, CsvPlaces places)
    {
        for (var row = 0; row < places.RowCount; row++)
        {
            var cells = new CsvRow(bytes, places.Row(row));
            var texts = new string[cells.CellCount];
            for (var i = 0; i < texts.Length; i++) texts[i] = Encoding.UTF8.GetString(cells[i]);
            yield return texts;
        }
    }

    private static string Written(string cell, bool quoted) =>
        quoted || cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Records of cells, quoted or without quotes, as RFC 4180 has them; a line may end without a carriage return.</summary>
    [GeneratedRegex("""\A(?:(?:"(?:[^"]|"")*"|[^",\n]*)(?:,|\r?\n))*(?:"(?:[^"]|"")*"|[^",\n]*)\r?\z""")]
    private static partial Regex Grammar();
}
