using System.Globalization;
using System.Text;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Tests.Exports;

/// <summary>A pack with rows of every table, their cells made at random by what the columns say of themselves.</summary>
internal sealed class RandomPack
{
    private static readonly string[] s_texts = ["Plain", "two words", "say \"so\"", "a, b", "a|b", "ünïcödé", "=1+1", "-x", "<b>&amp;</b>", "\\n", "{a}", "Кириллица", "日本", "🜂", "'", "100 %"];
    private readonly Random _random;
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal);

    private RandomPack(int seed) => _random = new Random(seed);

    /// <summary>Writes the pack of a seed into a folder that is made.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="isSorted">Whether rows are in the order of the format, or any.</param>
    public static void Write(int seed, string folder, bool isSorted = false)
    {
        var pack = new RandomPack(seed);
        pack.Fill();
        if (isSorted) pack.Sort();
        Directory.CreateDirectory(folder);
        foreach (var (table, rows) in pack._rows)
            File.WriteAllText(Path.Combine(folder, table + ".csv"), string.Concat(rows.Prepend([.. TableFormat.Find(table)!.Columns]).Select(row => CsvText.Line(row) + "\n")));
        File.WriteAllBytes(Path.Combine(folder, "datapackage.json"), DescriptorText.Of("random", "A \"random\" pack", "1.0.0", [], TableFormat.All.Where(table => pack._rows.ContainsKey(table.Name))));
    }

    private void Fill()
    {
        foreach (var table in TableFormat.All)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < 6; i++)
            {
                string[] row = [.. table.Fields.Select(column => Cell(table, column, i))];
                Settle(table, row);
                if (!keys.Add(FactKey.Of(new ImportedRow(table, row, "", 0)))) continue;
                if (!_rows.TryGetValue(table.Name, out var rows)) _rows[table.Name] = rows = [];
                rows.Add(row);
            }
        }
    }

    private void Sort()
    {
        foreach (var (name, rows) in _rows)
        {
            var table = TableFormat.Find(name)!;
            string[][] sorted = [.. rows.Select(row => new ImportedRow(table, row, "", 0)).Order(RowOrder.By(table)).Select(row => row.Cells)];
            rows.Clear();
            rows.AddRange(sorted);
        }
    }

    // What several cells must be together.
    private void Settle(TableFormat table, string[] row)
    {
        string Low() => _random.Next(0, 40).ToString(CultureInfo.InvariantCulture);
        string High() => _random.Next(60, 101).ToString(CultureInfo.InvariantCulture);
        switch (table.Name)
        {
            case "stakes":
                (row[2], row[3], row[4]) = _random.Next(5) switch { 0 => ("12.50", "", ""), 1 => ("50", Low(), High()), 2 => ("", Low(), High()), 3 => ("", ">" + Low(), High()), _ => ("", Low(), "<" + High()) };
                break;
            case "measures":
                (row[3], row[4], row[5]) = _random.Next(3) switch { 0 => ("-1.250", "", ""), 1 => ("50", Low(), High()), _ => ("", Low(), High()) };
                break;
            case "completeness":
                (row[6], row[7]) = _random.Next(2) == 0 ? ("", "") : (Low(), High());
                break;
            case "routes":
                if (row[5].Length == 0 && row[7].Length == 0) row[5] = "7";
                break;
            case "links":
                if (row[0] == row[1]) row[1] = row[0] == "e0" ? "e1" : "e0";
                break;
        }
    }

    private string Cell(TableFormat table, Column column, int row)
    {
        if (!column.IsRequired && _random.Next(2) == 0) return "";
        if (column.IsList && column.Kind != ColumnKind.Sources)
            return string.Join('|', Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => column.Kind == ColumnKind.Text ? Text().Replace('|', '/') : Value(table, column, row)).Distinct());
        return Value(table, column, row);
    }

    private string Value(TableFormat table, Column column, int row) => column.Kind switch
    {
        ColumnKind.Text => Text(),
        ColumnKind.OwnId => $"{table.Name[0]}{row}",
        ColumnKind.Slug => $"word-{_random.Next(3)}",
        ColumnKind.Reference => column.Refers switch { Referent.Agreement => "a", Referent.Proposition => "p", Referent.List => "word-", _ => "e" } + _random.Next(6),
        ColumnKind.Sources => string.Join('|', Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => $"s{_random.Next(6)}").Distinct()),
        ColumnKind.Word => column.Words[_random.Next(column.Words.Length)],
        ColumnKind.Date => _random.Next(3) switch { 0 => Year(), 1 => Year() + "-02", _ => Year() + "-02-28" },
        ColumnKind.Period => Year() + (string[])["", "-Q3", "-H1", "-05", "-9M", "-01-01"] switch { var forms => forms[_random.Next(forms.Length)] },
        ColumnKind.Number => _random.Next(1000).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Percent => _random.Next(101).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Rank => (1 + _random.Next(9)).ToString(CultureInfo.InvariantCulture),
        _ => "https://example.org/?a=1&b=%20",
    };

    private string Year() => (1990 + _random.Next(30)).ToString(CultureInfo.InvariantCulture);

    private string Text() => new StringBuilder(s_texts[_random.Next(s_texts.Length)]).Append(' ').Append(s_texts[_random.Next(s_texts.Length)]).ToString();
}
