using System.Runtime.CompilerServices;
using Assay.Formats.Graphs;
using Assay.Formats.Packs;

namespace Assay.Formats.Scanning;

/// <summary>Makes edges of the records of one block after the other.</summary>
internal sealed class RelationshipReader(RelationshipRun run) : BlockReader
{
    private readonly CsvPlaces _places = new();
    private readonly EdgeBlock _edges = new();
    private readonly LeftOut _leftOut = new();
    private readonly RelationshipPlaces _columns = run.Places;

    /// <inheritdoc/>
    public override void Take(int firstLine) => run.Take(_edges, RowCount, _leftOut);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Read(CsvBlock block)
    {
        _edges.Clear();
        _leftOut.Clear();
        var bytes = block.Bytes;
        _places.Find(bytes);
        if (_places.BadText >= 0) Problems.Add(FileProblems.Encoding(run.File, bytes, 0));
        if (_places.BadQuote >= 0) Problems.Add(FileProblems.Quote(run.File, bytes[.._places.BadQuote].Count((byte)'\n')));
        GoesOn = _places.BadText < 0 && _places.BadQuote < 0;
        LineCount = _places.LineCount;
        for (var row = block.Number == 0 ? 1 : 0; row < _places.RowCount; row++)
        {
            RowCount++;
            var cells = new CsvRow(bytes, _places.Row(row));
            if (cells.CellCount == _columns.CellCount) Read(cells, bytes);
            else ReportCount(cells, bytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(CsvRow row, ReadOnlySpan<byte> block)
    {
        foreach (var filter in _columns.Where)
        {
            if (filter.Passes(row)) continue;
            LeaveOut(row, filter.Cell);
            return;
        }
        var kind = 0;
        if (_columns.Kind >= 0 && (kind = _columns.Kinds.Find(row.Bare(_columns.Kind))) < 0)
        {
            LeaveOut(row, _columns.Kind);
            return;
        }
        var owner = row[_columns.Owner];
        var asset = row[_columns.Asset];
        if (!IsId(owner, row, _columns.Owner, block) | !IsId(asset, row, _columns.Asset, block)) return;
        if (!TryShare(row, block, out var low, out var high)) return;
        var place = _edges.Ids.Count;
        _edges.Ids.Add(owner);
        _edges.Ids.Add(asset);
        _edges.Add(place, place + 1, low, high, unchecked((byte)kind));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryShare(CsvRow row, ReadOnlySpan<byte> block, out double low, out double high)
    {
        (low, high) = (0, 1);
        foreach (var share in _columns.Shares)
        {
            var cell = row.Bare(share.Cell);
            if (cell.IsEmpty || !AllPass(share, row)) continue;
            if (!NumberText.TryParse(cell, 2, out low))
            {
                Report(row, share.Cell, block, "bad-number", ByteText.Quote(cell), "a number with a decimal point", "write it without unit, space, percent or thousands sign");
                return false;
            }
            high = low;
            if (low is >= 0 and <= 1) return true;
            Report(row, share.Cell, block, "share-range", ByteText.Quote(cell), "a percentage from 0 to 100", "correct the figure");
            return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllPass(SharePlace share, CsvRow row)
    {
        foreach (var filter in share.Where)
            if (!filter.Passes(row)) return false;
        return true;
    }

    private void LeaveOut(CsvRow row, int cell) => _leftOut.Add(_columns[cell], row[cell]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsId(ReadOnlySpan<byte> id, CsvRow row, int cell, ReadOnlySpan<byte> block)
    {
        if (id.Length is > 0 and <= EntityIds.LongestId && id[0] != ' ' && id[^1] != ' ') return true;
        if (id.IsEmpty) Report(row, cell, block, "empty-cell", "nothing", $"a value for {_columns[cell]}", "fill it in");
        else if (id.Length > EntityIds.LongestId) Report(row, cell, block, "long-id", $"an id of {id.Length} bytes", $"at most {EntityIds.LongestId}", "look for a quote that is never closed");
        else Report(row, cell, block, "stray-space", "a space at the edge of the cell", "none", "delete it");
        return false;
    }

    private void ReportCount(CsvRow row, ReadOnlySpan<byte> block)
    {
        if (row.IsEmptyLine) Report(row, -1, block, "field-count", "an empty line", $"{_columns.CellCount} fields", "delete it");
        else Report(row, -1, block, "field-count", $"{row.CellCount} fields", $"{_columns.CellCount} fields", "look for a comma too many or too few, or quote the cell that holds one");
    }

    private void Report(CsvRow row, int cell, ReadOnlySpan<byte> block, string code, string found, string expected, string mend)
    {
        // Whoever looks for the place needs time; only the first ones are shown.
        var line = Problems.IsFull ? 0 : block[..row.Start].Count((byte)'\n');
        var column = cell < 0 || Problems.IsFull ? 0 : TextPlaces.OfField(row.Whole.ToArray(), 1, cell);
        Problems.Add(new Problem(code, run.File, line, column, found, expected, mend));
    }
}
