using System.IO.Hashing;
using System.Text;
using Assay.Formats.Imports;
using Assay.Formats.Mappings.Tables;

namespace Assay.Formats.Mappings;

/// <summary>Holds the tables of a data package to its foreign keys. A key that leads out of the package is told of and not followed.</summary>
internal static class ReferenceCheck
{
    public static void Run(IReadOnlyList<InputTable> tables, ImportSink sink)
    {
        foreach (var table in tables)
        {
            foreach (var reference in table.References)
            {
                var other = reference.Table.Length == 0 ? table : tables.FirstOrDefault(known => known.Name == reference.Table);
                if (reference.Elsewhere.Length > 0) sink.Skip($"foreign keys into another package, which are not checked ({table.Name})", 0);
                else if (other is null || reference.Columns.Length == 0 || reference.Columns.Length != reference.OtherColumns.Length)
                    sink.Report(new Problem("foreign-key", table.File, 0, 0, $"a foreign key of {table.Name} to '{reference.Table}'", "a table of the package with as many columns", "correct the descriptor"));
                else Check(table, reference, other, sink);
            }
        }
    }

    private static void Check(InputTable table, TableReference reference, InputTable other, ImportSink sink)
    {
        var known = new HashSet<UInt128>();
        foreach (var (_, key, _) in Keys(other, reference.OtherColumns, sink)) known.Add(key);
        foreach (var (line, key, text) in Keys(table, reference.Columns, sink))
            if (text.Length > 0 && !known.Contains(key))
                sink.Report(new Problem("foreign-key", table.File, line, 0, $"{string.Join(", ", reference.Columns)} '{text}'", $"a row of {other.Name} that has it", "add the row there, or correct the value"));
    }

    private static IEnumerable<(int Line, UInt128 Key, string Text)> Keys(InputTable table, IReadOnlyList<string> columns, ImportSink sink)
    {
        // What is wrong in the table itself was reported when it was read.
        using var cursor = table.Open(new TextDialect(), _ => { });
        int[] places = [.. columns.Select(column => cursor.Columns.ToList().IndexOf(column))];
        if (places.Contains(-1))
        {
            sink.Report(new Problem("foreign-key", table.File, 1, 0, $"no column {string.Join(" or ", columns)}", "the columns of the foreign key", "correct the descriptor"));
            yield break;
        }
        var cells = new string[cursor.Columns.Count];
        while (cursor.TryNext(cells))
        {
            var text = places.All(place => cells[place].Length == 0 || table.Missing.Contains(cells[place])) ? "" : string.Join(" / ", places.Select(place => cells[place]));
            yield return (cursor.Line, XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(string.Join('\u001F', places.Select(place => cells[place])))), text);
        }
    }
}
