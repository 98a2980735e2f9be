using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Packs;

namespace Assay.Formats.Imports;

/// <summary>
/// On which days entities ceased to be: persons died, firms were dissolved. What they held, and what was held in them, ended by then, whatever the rows about
/// it say: no row of the pack is made of an end itself, but the ends of the others are. What is imported later knows nothing of it.
/// </summary>
internal sealed class EntityEnds
{
    /// <summary>As what an end is handed over among the rows of a file.</summary>
    public static readonly TableFormat Format = new("ends", [Column.Entity("entity", "who ended"), Column.Date("day", "the first day without it")], (_, _) => { });

    private static readonly ImmutableHashSet<string> s_ended = ["stakes", "interests", "positions", "memberships", "operations"];

    private readonly Dictionary<ulong, PartialDate> _ends = [];

    /// <summary>Takes notice of an end; of several of one entity the last counts.</summary>
    public void Add(ImportedRow end)
    {
        var (key, day) = (RowMerge.HashOf(end.Cells[0]), PartialDate.Parse(end.Cells[1]));
        _ends[key] = _ends.TryGetValue(key, out var known) && known > day ? known : day;
    }

    /// <summary>The row, ended with whom it names; null: it begins after that.</summary>
    public ImportedRow? Ended(ImportedRow row)
    {
        if (_ends.Count == 0 || !s_ended.Contains(row.Table.Name) || EndOf(row) is not { } end) return row;
        var (from, to, seen) = (row.Table.Columns.IndexOf("from"), row.Table.Columns.IndexOf("to"), row.Table.Columns.IndexOf("seen"));
        if (PartialDate.TryParse(row.Cells[from], out var begin) && begin.Last >= end.First) return null;
        if (PartialDate.TryParse(row.Cells[to], out var known) && known.First <= end.First) return row;
        var cells = (string[])row.Cells.Clone();
        cells[to] = end.ToString();
        // When a source saw it tells nothing of what had ended by then.
        if (seen >= 0 && PartialDate.TryParse(cells[seen], out var day) && day.Last >= end.First) cells[seen] = "";
        return row with { Cells = cells };
    }

    /// <summary>What there is to tell of a row that begins after the end.</summary>
    public Problem After(ImportedRow row) => new("after-end", row.File, row.Line, 0,
        string.Create(CultureInfo.InvariantCulture, $"a row of {row.Table.Name} of {string.Join(" and ", row.Cells.Take(2))} from {row.Cells[row.Table.Columns.IndexOf("from")]}, when one of them had ended ({EndOf(row)})"),
        "a first day before the end", "correct one of the days; the row is left out");

    private PartialDate? EndOf(ImportedRow row)
    {
        PartialDate? end = null;
        var columns = row.Table.Fields;
        for (var i = 0; i < columns.Length; i++)
            if (columns[i].Refers == Referent.Entity && row.Cells[i].Length > 0 && _ends.TryGetValue(RowMerge.HashOf(row.Cells[i]), out var day) && (end is null || day < end)) end = day;
        return end;
    }
}
