using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>A column of a register: a number for each row, which for a text is its place.</summary>
internal sealed class RegisterColumn
{
    private readonly Snapshot _snapshot;
    private readonly CatalogColumn _column;
    private readonly string _words;
    private readonly PieceArray<byte>? _bytes;
    private readonly PieceArray<ushort>? _shorts;
    private readonly PieceArray<uint>? _numbers;
    private readonly Lazy<ReadOnlyMemory<uint>> _places;

    public RegisterColumn(Snapshot snapshot, CatalogColumn column, int table, int at, int bits, int rows)
    {
        (_snapshot, _column, _words) = (snapshot, column, RegisterFormat.Words(table, at));
        _places = new(() => _snapshot.Get<uint>(_words), LazyThreadSafetyMode.PublicationOnly);
        var codes = RegisterFormat.Codes(table, at);
        if (column.Coding == ColumnCoding.Bytes) _bytes = new PieceArray<byte>(snapshot, codes, bits, rows);
        if (column.Coding == ColumnCoding.Shorts) _shorts = new PieceArray<ushort>(snapshot, codes, bits, rows);
        if (column.Coding is ColumnCoding.Places or ColumnCoding.Numbers) _numbers = new PieceArray<uint>(snapshot, codes, bits, rows);
    }

    public string Name => _column.Name;

    public uint this[int row] => _column.Coding switch
    {
        ColumnCoding.Same => unchecked((uint)_column.Value),
        ColumnCoding.Steps => unchecked((uint)(_column.Value + row)),
        ColumnCoding.Bytes => Word(_bytes![row]),
        ColumnCoding.Shorts => Word(_shorts![row]),
        _ => _numbers![row],
    };

    private uint Word(int code)
    {
        var places = _places.Value;
        if (code >= places.Length) throw new SnapshotException($"A cell has the code {code} of {places.Length}", _words, _snapshot.OffsetOf(_words));
        return places.Span[code];
    }
}
