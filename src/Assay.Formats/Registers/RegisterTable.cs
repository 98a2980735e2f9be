using System.Collections.Concurrent;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Tables;
using Assay.Formats.Snapshots;
using RowKey = Assay.Evidence.RowKey;

namespace Assay.Formats.Registers;

/// <summary>A table of a register: makes its rows of their cells, as the reader of CSV does. Safe to share between threads.</summary>
internal sealed class RegisterTable
{
    private readonly RegisterTexts _texts;
    private readonly RegisterColumn?[] _cells;
    private readonly RegisterColumn _file;
    private readonly RegisterColumn _line;
    private readonly CatalogTable _table;
    private readonly int _number;
    private readonly RegisterOwner _owner;
    private readonly ConcurrentBag<Making> _makings = [];
    private readonly RegisterIndex[] _indexes;
    private readonly Lazy<(ReadOnlyMemory<int> Rows, ReadOnlyMemory<int> Marks)> _unusual;

    public RegisterTable(Snapshot snapshot, RegisterTexts texts, CatalogTable table, TableFormat format, int number, int bits, RegisterOwner owner)
    {
        (_texts, _table, Format, _number, _owner) = (texts, table, format, number, owner);
        _unusual = new(() => (snapshot.Get<int>(RegisterFormat.Unusual(number)), snapshot.Get<int>(RegisterFormat.Marks(number))), LazyThreadSafetyMode.PublicationOnly);
        var columns = table.Columns.Select((column, at) => new RegisterColumn(snapshot, column, number, at, bits, table.Rows)).ToDictionary(column => column.Name);
        // A column that the format has got since is empty in all rows.
        _cells = [.. format.Columns.Select(name => columns.GetValueOrDefault(name))];
        (_file, _line) = (columns["@file"], columns["@line"]);
        _indexes = [.. table.Indexes.Select((index, at) => Enum.TryParse<RowKey>(index.Key, out var key) ? new RegisterIndex(snapshot, key, index, number, at, bits) : null).OfType<RegisterIndex>()];
    }

    public TableFormat Format { get; }

    public int Number => _number;

    public int Rows => _table.Rows;

    /// <summary>The name of the type of its rows; empty: sources.</summary>
    public string Statement => _table.Statement;

    public RegisterIndex? Index(RowKey key) => Array.Find(_indexes, index => index.Key == key);

    /// <summary>The rows that stand under any of some texts by any of some indexes, in order; more may be among them.</summary>
    public int[] Find(ReadOnlySpan<RowKey> keys, ReadOnlySpan<string> values)
    {
        List<int>? rows = null;
        var lists = 0;
        foreach (var key in keys)
        {
            if (Index(key) is not { } index) continue;
            foreach (var asked in values)
            {
                foreach (var value in WrittenKeys(key, asked)) Add(index, value);
            }
        }
        return rows is null ? [] : lists == 1 ? [.. rows] : [.. rows.Distinct().Order()];

        void Add(RegisterIndex index, string value)
        {
            var (from, to) = index.Find(value);
            if (from == to) return;
            lists++;
            rows ??= new List<int>((int)(to - from));
            for (; from < to; from++) rows.Add(Checked(index.Row(from)));
        }
    }

    /// <summary>Under which texts the rows were written that may stand under one now: a membership has its first day in its key only where packs before it have taken the key without.</summary>
    public string[] WrittenKeys(RowKey key, string value) => key == RowKey.ById && Format.Name == MembershipsTable.Name && value.LastIndexOf('/') is > 0 and var end ? [value, value[..end]] : [value];

    /// <summary>A row as it was written.</summary>
    public ImportedRow Written(int row)
    {
        var cells = new string[_cells.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = _cells[i] is { } column ? _texts[column[row]] : "";
        return new ImportedRow(Format, cells, _texts[_file[row]], unchecked((int)_line[row]));
    }

    /// <summary>Reads a row anew.</summary>
    public (Statement? Statement, Source? Source) Make(int row)
    {
        if (!_makings.TryTake(out var making)) making = new Making(this);
        var made = making.Make(row);
        _makings.Add(making);
        return made;
    }

    private int Checked(int row) => unchecked((uint)row < (uint)Rows) ? row : throw new SnapshotException($"An index of {_table.Name} leads to row {row} of {Rows}", null, 0);

    private int Mark(int row)
    {
        if (_table.Unusual == 0) return 0;
        var (rows, marks) = _unusual.Value;
        var at = rows.Span.BinarySearch(row);
        return at < 0 || at >= marks.Length ? 0 : marks.Span[at];
    }

    // What reading a row needs; one for each thread that reads at a time.
    private sealed class Making : RowCells
    {
        private readonly RegisterTable _table;
        private readonly PackContent _content;
        private readonly ReadIds _ids;
        private readonly TableRow _row;
        private int _at;

        public Making(RegisterTable table)
        {
            _table = table;
            _content = new PackContent(table._owner.Files, table._owner.Descriptor, []) { IsRenamedInRegister = table._owner.IsRenamed };
            _ids = new ReadIds(table._owner.Before);
            _row = new TableRow(table.Format, this, _content, _ids);
        }

        public override int Count => _table._cells.Length;

        public override string this[int column] => _table._cells[column] is { } cells ? _table._texts[cells[_at]] : "";

        public (Statement? Statement, Source? Source) Make(int row)
        {
            _content.Problems.Clear();
            _content.Statements.Clear();
            _content.Sources.Clear();
            _content.Renamed.Clear();
            _at = row;
            _ids.Mark = _table.Mark(row);
            _row.File = _table._texts[_table._file[row]];
            _row.Line = unchecked((int)_table._line[row]);
            _row.IsMuted = false;
            _table.Format.Read(_row, _content);
            if (_content.Problems is [var problem, ..])
                throw new SnapshotException($"Row {row} of {_table.Format.Name} ({_row.Place}) can't be read: {problem.Code}, {problem.Found}; build the register again", null, 0);
            return _content.Statements is [var statement, ..] ? (statement, null) : (null, _content.Sources[0].Source);
        }
    }
}

/// <summary>The pack that a register is of.</summary>
/// <param name="Files">Its files.</param>
/// <param name="Descriptor">Its descriptor.</param>
/// <param name="Before">The ids that packs loaded before it have taken.</param>
internal sealed record RegisterOwner(PackFiles Files, PackDescriptor Descriptor, StatementIds Before)
{
    /// <summary>Whether the register has a source of that id.</summary>
    public Func<string, bool> HasSource { get; set; } = _ => false;

    /// <summary>Whether a source of the register has an id which one of a pack before has too.</summary>
    public bool IsRenamed(string source) => Descriptor.Imported.Length > 0 && Before.CountOf($"sources/{source}") > 0 && HasSource(source);
}
