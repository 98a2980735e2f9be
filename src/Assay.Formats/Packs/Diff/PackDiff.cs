using System.Collections.Immutable;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Packs.Diff;

/// <summary>What is not the same in two versions of a pack, row by row. The order of rows counts for nothing, but for rivals of one figure.</summary>
public static class PackDiff
{
    /// <summary>The rows added, removed and changed from one folder to the other, by table and then by id.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">A pack cannot be read.</exception>
    public static ImmutableArray<RowChange> Between(string before, string after)
    {
        var (old, now) = (Read(before), Read(after));
        return [.. PackTable.All.SelectMany(table => Of(table, RowsOf(table, old), RowsOf(table, now)))];
    }

    private static PackContent Read(string folder)
    {
        var packs = new PackSet();
        if (packs.AddFolder(folder) is not [var files]) throw new InvalidDataFileException($"{folder} holds several packs; name one of them");
        packs.Read();
        if (packs.Packs.SelectMany(p => p.Problems).ToList() is [var first, ..] problems)
            throw new InvalidDataFileException($"The pack cannot be read: {first}", problems);
        return packs.Packs.Single(p => p.Files == files);
    }

    private static List<Row> RowsOf(PackTable table, PackContent pack)
    {
        if (pack.Files[table.Format.File] is not { } bytes) return [];
        var ids = pack.Statements.Where(s => s.Place.File == table.Format.File).ToDictionary(s => s.Place.Line, s => s.Id.Value);
        return [.. CsvText.Rows(bytes).Select(r => new Row(ids.GetValueOrDefault(r.Line) ?? r.Cells[0], [.. r.Cells]))];
    }

    private static IEnumerable<RowChange> Of(PackTable table, List<Row> before, List<Row> after)
    {
        var changes = new List<RowChange>();
        DropSame(before, after);
        Pair(before, after, r => r.Id);
        // A row whose date was corrected has another id; it is the same row where nothing else of its subject changed.
        Pair(before, after, r => string.Join('\n', r.Cells.Take(KeyLength(table))));
        changes.AddRange(before.Select(r => Change(r, null)));
        changes.AddRange(after.Select(r => Change(null, r)));
        return changes.OrderBy(c => c.Id, StringComparer.Ordinal);

        void Pair(List<Row> left, List<Row> right, Func<Row, string> key)
        {
            var lone = right.GroupBy(key).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single());
            foreach (var group in left.GroupBy(key).Where(g => g.Count() == 1).ToArray())
            {
                if (!lone.TryGetValue(group.Key, out var other)) continue;
                changes.Add(Change(group.Single(), other));
                left.Remove(group.Single());
                right.Remove(other);
            }
        }

        RowChange Change(Row? old, Row? now) => new()
        {
            Table = table, Id = (now ?? old)!.Id, IdBefore = old?.Id, Before = old?.Cells ?? [], After = now?.Cells ?? [],
        };
    }

    private static void DropSame(List<Row> before, List<Row> after)
    {
        var same = after.GroupBy(Text).ToDictionary(g => g.Key, g => new Queue<Row>(g));
        foreach (var row in before.ToArray())
        {
            if (!same.TryGetValue(Text(row), out var twins) || twins.Count == 0) continue;
            before.Remove(row);
            after.Remove(twins.Dequeue());
        }
    }

    private static int KeyLength(PackTable table) => table.Columns.TakeWhile(c => c.Kind is ColumnKind.OwnId or ColumnKind.Slug or ColumnKind.Reference or ColumnKind.Period).Count();

    private static string Text(Row row) => $"{row.Id}\n{string.Join('\0', row.Cells)}";

    private sealed record Row(string Id, ImmutableArray<string> Cells);
}
