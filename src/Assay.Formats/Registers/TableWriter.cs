using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Snapshots;
using Assay.Records;

namespace Assay.Formats.Registers;

/// <summary>A table while a register is written.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly TableFormat _format;
    private readonly ColumnWriter[] _columns;
    private readonly Dictionary<RowKey, IndexWriter> _indexes = [];
    private readonly List<int> _unusual = [];
    private readonly List<int> _marks = [];
    private readonly WrittenIds _ids;
    private readonly PackContent _content;
    private readonly TableRow _row;
    private readonly GivenCells _cells = new();
    private readonly Func<RowKey, string> _path;
    private string _statement = "";
    private int _rows;

    public TableWriter(TableFormat format, PackContent content, WrittenIds ids, string folder)
    {
        (_format, _content, _ids) = (format, content, ids);
        _row = new TableRow(format, _cells, content, ids);
        _path = key => Path.Combine(folder, $"{format.Name}.{key}");
        _columns = [.. format.Columns.Append("@file").Append("@line").Select((name, at) => new ColumnWriter(name, at <= format.Columns.Length, Path.Combine(folder, $"{format.Name}.{at}")))];
    }

    public TableFormat Format => _format;

    /// <summary>How many rows it has.</summary>
    public int Rows => _rows;

    /// <summary>How many numbers will be written.</summary>
    public long Numbers => (long)_rows * _columns.Length + _indexes.Values.Sum(index => 2 * index.Count);

    /// <summary>Adds a row, if it can be read.</summary>
    /// <returns>What is wrong with it; empty: it was added.</returns>
    public IReadOnlyList<Problem> Add(string[] cells, string file, int line, TextPool pool)
    {
        foreach (var cell in cells)
            if (cell.Length > RegisterFormat.LongestText / 3) return [new Problem("long-cell", file, line, 0, $"a cell of {cell.Length} letters", $"at most {RegisterFormat.LongestText / 3}", "shorten it; the row is left out")];
        _content.Problems.Clear();
        _content.Statements.Clear();
        _content.Sources.Clear();
        (_cells.Cells, _row.File, _row.Line, _row.IsMuted) = (cells, file, line, false);
        _ids.Begin();
        _format.Read(_row, _content);
        if (_content.Problems.Count > 0) return [.. _content.Problems];
        if (_rows == int.MaxValue) throw new InvalidOperationException($"A table of a register has at most {int.MaxValue} rows.");
        for (var i = 0; i < cells.Length; i++) _columns[i].Add(cells[i], pool);
        _columns[^2].Add(file, pool);
        _columns[^1].Add((uint)Math.Max(0, line));
        if (_ids.Mark != 0)
        {
            _unusual.Add(_rows);
            _marks.Add(_ids.Mark);
        }
        if (_content.Statements is [var statement])
        {
            _statement = statement.GetType().Name;
            foreach (var key in RowKeys.Of(statement)) Index(statement, key);
            Index(statement, RowKey.ById);
            Index(statement, RowKey.Naming);
            if (statement is Entity entity)
                foreach (var key in NameKeys.All) Index(key, NameKeys.Of(entity, key));
        }
        else
        {
            Index(RowKey.ById, [$"{_format.Name}/{_content.Sources[0].Source.Id}"]);
        }
        _rows++;
        return [];
    }

    public CatalogTable WriteTo(SnapshotWriter writer, int table, int pieceBits, CancellationToken cancellation)
    {
        var columns = _columns.Select((column, at) => column.WriteTo(writer, pieceBits, RegisterFormat.Codes(table, at), RegisterFormat.Words(table, at), cancellation)).ToList();
        var indexes = _indexes.OrderBy(pair => pair.Key).Select((pair, at) => pair.Value.WriteTo(writer, pieceBits, RegisterFormat.Hashes(table, at), RegisterFormat.Rows(table, at), cancellation)).ToList();
        writer.Add<int>(RegisterFormat.Unusual(table), _unusual.ToArray(), cancellation);
        writer.Add<int>(RegisterFormat.Marks(table), _marks.ToArray(), cancellation);
        return new CatalogTable(_format.Name, _statement, _rows, _unusual.Count, columns, indexes);
    }

    public void Dispose()
    {
        foreach (var column in _columns) column.Dispose();
        foreach (var index in _indexes.Values) index.Dispose();
    }

    private void Index(Statement statement, RowKey key) => Index(key, RowKeys.Of(statement, key));

    private void Index(RowKey key, IEnumerable<string> texts)
    {
        if (!_indexes.TryGetValue(key, out var index)) _indexes[key] = index = new IndexWriter(key, _path(key));
        foreach (var text in texts) index.Add(text, _rows);
    }
}
