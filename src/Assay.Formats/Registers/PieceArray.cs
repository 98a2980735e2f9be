using System.Runtime.CompilerServices;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>Numbers of a register that stand in pieces; each piece is read, and its hash checked, when something of it is first asked for. Safe to share between threads.</summary>
internal sealed class PieceArray<T> where T : unmanaged
{
    private readonly Snapshot _snapshot;
    private readonly string _name;
    private readonly int _bits;
    // Boxed, so that another thread sees a piece whole or not at all.
    private readonly StrongBox<ReadOnlyMemory<T>>?[] _pieces;

    public PieceArray(Snapshot snapshot, string name, int bits, long count)
    {
        (_snapshot, _name, _bits, Count) = (snapshot, name, bits, count);
        _pieces = new StrongBox<ReadOnlyMemory<T>>?[(int)((count + (1L << bits) - 1) >> bits)];
    }

    public long Count { get; }

    public T this[long at] => Piece((int)(at >> _bits)).Span[(int)(at & ((1L << _bits) - 1))];

    private ReadOnlyMemory<T> Piece(int piece)
    {
        if (Volatile.Read(ref _pieces[piece]) is { } known) return known.Value;
        var name = RegisterFormat.Piece(_name, piece);
        var found = _snapshot.Get<T>(name);
        var wanted = piece < _pieces.Length - 1 ? 1L << _bits : Count - ((long)piece << _bits);
        if (found.Length != wanted) throw new SnapshotException($"The section holds {found.Length} numbers in place of {wanted}", name, _snapshot.OffsetOf(name));
        Volatile.Write(ref _pieces[piece], new StrongBox<ReadOnlyMemory<T>>(found));
        return found;
    }
}
