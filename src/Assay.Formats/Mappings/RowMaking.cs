using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Assay.Formats.Imports;
using Assay.Formats.Packs;

namespace Assay.Formats.Mappings;

/// <summary>Makes the rows of one pack table of those of an input.</summary>
internal sealed class RowMaking
{
    private readonly MappedRow _row;
    private readonly CellMaking _cells;
    private readonly Func<string, string> _valueOf;
    private readonly string _file;
    private readonly ImportSink _sink;
    private readonly Column?[] _targets;
    private readonly List<(string Column, string Value)> _made = [];
    private readonly HashSet<UInt128> _taken = [];
    private readonly bool _isOwn;
    private readonly bool _hasSources;
    private readonly bool _hasSeen;
    private readonly string _sources;
    private readonly string _date;

    public RowMaking(MappedRow row, CellMaking cells, Func<string, string> valueOf, Mapping mapping, string file, ImportSink sink)
    {
        (_row, _cells, _valueOf, _file, _sink) = (row, cells, valueOf, file, sink);
        _targets = [.. row.Cells.Select(cell => row.Table.Fields.FirstOrDefault(column => column.Name == cell.Column))];
        _isOwn = row.Table.Fields[0].Kind == ColumnKind.OwnId;
        _hasSources = row.Table.Columns.Contains("sources") && !row.Cells.Any(cell => cell.Column == "sources");
        _hasSeen = row.Table.Columns.Contains("seen");
        _sources = mapping.Sources is [var first, ..] ? first.Id : sink.FileSource;
        _date = mapping.Sources is [var dated, ..] ? dated.Date : "";
    }

    /// <summary>Makes the row, if the conditions let it through; false where it was not for this table at all.</summary>
    public bool Make(int line)
    {
        foreach (var condition in _row.Where)
            if (!condition.Passes(_valueOf(condition.Column))) return false;
        _made.Clear();
        for (var i = 0; i < _targets.Length; i++)
        {
            var (name, cell) = _row.Cells[i];
            var fault = name == MappedRow.ShareCell && _targets[i] is null ? Share(cell) : Cell(name, cell, _targets[i]!);
            if (fault is null) continue;
            _sink.Report(new Problem(fault.Code, _file, line, 0, $"{fault.Found} for {name} of {_row.Table.Name}", fault.Expected, $"{fault.Mend}; the row is left out"));
            return true;
        }
        if (IsEmptyKey()) return false;
        if (_hasSources) _made.Add(("sources", _sources));
        // Without a first day a row counts from the day that its source speaks of.
        if (_hasSeen && _date.Length > 0 && !_made.Exists(cell => cell.Column is "from" or "seen" && cell.Value.Length > 0))
        {
            _made.RemoveAll(cell => cell.Column == "seen");
            _made.Add(("seen", _date));
        }
        // What an owner is stands once, however many things it owns.
        if (_isOwn && !_taken.Add(HashOf())) return true;
        _sink.Add(line, _row.Table.Name, CollectionsMarshal.AsSpan(_made));
        return true;
    }

    private CellFault? Cell(string name, MappedCell cell, Column target)
    {
        var fault = _cells.TryMake(cell, target, out var value);
        if (fault is null) _made.Add((name, value));
        return fault;
    }

    private CellFault? Share(MappedCell cell)
    {
        var fault = _cells.TryShare(cell, out var least, out var most, out var exact);
        if (fault is null) _made.AddRange([("share_pct", exact), ("share_min", least), ("share_max", most)]);
        return fault;
    }

    // A row of a wide table that names nobody in the columns for a second owner has no second owner: that is no fault.
    private bool IsEmptyKey()
    {
        foreach (var (column, value) in _made)
            if (value.Length == 0 && _row.Table.Fields.First(field => field.Name == column) is { IsRequired: true, Kind: ColumnKind.OwnId or ColumnKind.Reference }) return true;
        return false;
    }

    private UInt128 HashOf()
    {
        var hash = new XxHash128();
        hash.Append(Encoding.UTF8.GetBytes(_row.Table.Name));
        foreach (var (column, value) in _made) hash.Append(Encoding.UTF8.GetBytes($"\u001F{column}\u001F{value}"));
        return hash.GetCurrentHashAsUInt128();
    }
}
