using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Assay.Evidence;
using Assay.Formats.Packs;

namespace Assay.Formats.Imports;

/// <summary>
/// Rows of several files as one pack: one fact, one row. Rows of one key are merged, all others pass. The rows are gone through twice, so that only
/// those that are merged are held in memory, and eight bytes for each of the others.
/// </summary>
internal sealed class RowMerge(Func<IEnumerable<ImportedRow>> rows, Action<Problem> report, CancellationToken cancellation)
{
    private readonly Dictionary<string, string[]> _undefined = new(StringComparer.Ordinal);
    private readonly StakeOverlaps _overlaps = new();
    private readonly EntityEnds _ends = new();

    /// <summary>The entities that rows name and none defines, each with the first row's sources. Known once all rows were taken.</summary>
    public IReadOnlyDictionary<string, string[]> Undefined => _undefined;

    /// <summary>The merged rows.</summary>
    /// <param name="isKnown">Whether an entity is defined by a pack that this one builds on.</param>
    public IEnumerable<ImportedRow> Rows(Func<string, bool> isKnown)
    {
        var (repeated, defined) = Survey();
        var held = new Dictionary<string, List<ImportedRow>>(StringComparer.Ordinal);
        foreach (var told in rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (told.Table == EntityEnds.Format) continue;
            if (_ends.Ended(told) is not { } row)
            {
                report(_ends.After(told));
                continue;
            }
            Look(row, defined, isKnown);
            var key = FactKey.Of(row);
            if (!repeated.Contains(HashOf(key)))
            {
                _overlaps.Add(row);
                yield return row;
                continue;
            }
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(held, key, out _);
            (list ??= []).Add(row);
        }
        foreach (var same in held.Values)
        {
            var one = same.Count == 1 ? same[0] : Merged(same);
            _overlaps.Add(one);
            yield return one;
        }
        if (_overlaps.Tell() is { } overlap) report(overlap);
    }

    // Hashes of keys that come twice, and of the entities that are defined.
    private (HashSet<ulong> Repeated, HashSet<ulong> Defined) Survey()
    {
        var keys = new List<ulong>();
        var defined = new HashSet<ulong>();
        foreach (var row in rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Table == EntityEnds.Format)
            {
                _ends.Add(row);
                continue;
            }
            keys.Add(HashOf(FactKey.Of(row)));
            _overlaps.Expect(row);
            if (row.Table.Name == "entities") defined.Add(HashOf(row.Cells[0]));
        }
        return (Repeated(keys), defined);
    }

    /// <summary>Those that come more than once. The list is sorted.</summary>
    internal static HashSet<ulong> Repeated(List<ulong> hashes)
    {
        hashes.Sort();
        var repeated = new HashSet<ulong>();
        for (var i = 1; i < hashes.Count; i++)
            if (hashes[i] == hashes[i - 1]) repeated.Add(hashes[i]);
        return repeated;
    }

    private void Look(ImportedRow row, HashSet<ulong> defined, Func<string, bool> isKnown)
    {
        var columns = row.Table.Fields;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Refers != Referent.Entity || row.Cells[i].Length == 0) continue;
            foreach (var id in columns[i].IsList ? row.Cells[i].Split('|') : [row.Cells[i]])
                if (!_undefined.ContainsKey(id) && !defined.Contains(HashOf(id)) && !isKnown(id)) _undefined[id] = SourcesOf(row);
        }
    }

    private static string[] SourcesOf(ImportedRow row) => row.Table.Columns.IndexOf("sources") is >= 0 and var at ? row.Cells[at].Split('|') : [];

    private ImportedRow Merged(List<ImportedRow> same)
    {
        var first = same[0];
        var cells = (string[])first.Cells.Clone();
        var columns = first.Table.Fields;
        for (var i = 0; i < columns.Length; i++)
        {
            var values = same.Select(row => row.Cells[i]).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
            if (values.Length == 0) continue;
            if (columns[i].Name == "to")
            {
                cells[i] = EndOf(same, i, values);
                continue;
            }
            cells[i] = columns[i] switch
            {
                { IsList: true } => string.Join('|', values.SelectMany(value => value.Split('|')).Distinct(StringComparer.Ordinal)),
                { Name: "note" } => string.Join("; ", values),
                { Name: "seen" } => values.Max(StringComparer.Ordinal)!,
                _ => values[0],
            };
            if (values.Length > 1 && columns[i] is { IsList: false, Name: not ("note" or "seen") } && columns[i].OneOf != "share") Differs(same, columns[i].Name, values);
        }
        if (first.Table.Name == "stakes") ShareOf(same, cells);
        // The name by which another file knows it is a name too.
        if (first.Table.Name == "entities") cells[3] = ImportSink.List(same.Select(row => row.Cells[2]).Concat(cells[3].Split('|')).Where(name => name != cells[2]));
        return first with { Cells = cells };
    }

    // What one file tells to have ended and to go on goes on, or ends with the last of it. What an earlier file has as going on has ended where another tells when.
    private string EndOf(List<ImportedRow> same, int column, string[] values)
    {
        var files = same.GroupBy(row => row.File, row => row.Cells[column]).Select(file => file.Distinct(StringComparer.Ordinal).ToArray()).ToList();
        var ends = files.Select(file => file.Contains("") ? "" : file.MaxBy(end => PartialDate.TryParse(end, out var date) ? date.Last : DateOnly.MinValue)!).ToList();
        if (values.Length > 1 || files.Exists(file => file.Length > 1)) Differs(same, "to", values.Length > 1 ? values : [values[0], ""]);
        return ends.Find(end => end.Length > 0) ?? "";
    }

    // Shares that one file tells twice may add up, be told twice, or the one that is told anew may be all there is; shares of several files are several tellings of one: the range holds whatever is true.
    private void ShareOf(List<ImportedRow> same, string[] cells)
    {
        const int Share = 2, Least = 3, Most = 4;
        if (same.All(row => row.Cells.AsSpan(Share, 3).SequenceEqual(same[0].Cells.AsSpan(Share, 3))) && same.Select(row => row.File).Distinct().Count() == same.Count) return;
        var limits = same.Select(row => (row.File, Low: Limit(row.Cells[Least], row.Cells[Share], 0), High: Limit(row.Cells[Most], row.Cells[Share], 100))).ToList();
        var files = limits.GroupBy(limit => limit.File).Select(file => (Low: file.Min(limit => limit.Low), High: Math.Min(100, file.Sum(limit => limit.High)))).ToList();
        var (low, high) = (files.Min(file => file.Low), files.Max(file => file.High));
        (cells[Share], cells[Least], cells[Most]) = low == high ? (Text(low), "", "") : ("", Text(low), Text(high));
        Differs(same, "share", [.. limits.Select(limit => limit.Low == limit.High ? Text(limit.Low) : $"{Text(limit.Low)} to {Text(limit.High)}")]);
    }

    private void Differs(List<ImportedRow> same, string column, string[] values)
    {
        var other = same.FirstOrDefault(row => row.File != same[0].File || row.Line != same[0].Line, same[^1]);
        if (Array.TrueForAll(values, value => value == values[0]))
        {
            report(new Problem("rows-differ", other.File, other.Line, 0, $"{column} '{values[0]}' of {string.Join(' ', same[0].Cells.Take(2))} again, as {same[0].File}:{same[0].Line} has it", "each stake once",
                "take out what is told twice; as it may be another part, the row of the pack holds from the share to the sum"));
            return;
        }
        report(new Problem("rows-differ", other.File, other.Line, 0, $"{column} '{values[^1]}' of {string.Join(' ', same[0].Cells.Take(2))}", $"'{values[0]}', as {same[0].File}:{same[0].Line} has it",
            column switch
            {
                "share" => "the row of the pack holds the range of both; correct the file that is wrong",
                "to" => "the row of the pack goes on as long as one of the file's does; correct the file that is wrong",
                _ => "the first is kept; correct the file that is wrong",
            }));
    }

    private static decimal Limit(string limit, string share, decimal open) =>
        decimal.TryParse(limit.AsSpan().TrimStart("<>"), NumberStyles.Number, CultureInfo.InvariantCulture, out var stated) ? stated
        : decimal.TryParse(share, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) ? exact : open;

    private static string Text(decimal figure) => (figure / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    internal static ulong HashOf(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}

/// <summary>By what two rows are told to be of one fact.</summary>
internal static class FactKey
{
    /// <summary>The key: the row's own id; of a stake who holds what since when; else everything but its end, sources and note.</summary>
    public static string Of(ImportedRow row)
    {
        var columns = row.Table.Fields;
        if (columns[0].Kind == ColumnKind.OwnId) return $"{row.Table.Name}/{row.Cells[0]}";
        // Beside a first day, when a source saw it makes no other fact.
        var hasFrom = row.Table.Columns.IndexOf("from") is >= 0 and var from && row.Cells[from].Length > 0;
        var parts = columns.Select((column, i) => (Column: column, Cell: row.Cells[i]))
            .Where(part => part.Column.Kind != ColumnKind.Sources && part.Column.Name is not ("note" or "to") && part.Column.OneOf != "share" && !(hasFrom && part.Column.Name == "seen")).Select(part => part.Cell);
        return $"{row.Table.Name}/{string.Join('\u001F', parts)}";
    }
}
