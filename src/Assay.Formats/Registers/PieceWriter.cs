using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>Writes numbers into a snapshot in pieces of one length, the last as long as it gets.</summary>
internal sealed class PieceWriter<T>(SnapshotWriter writer, string name, int pieceBits) where T : unmanaged
{
    private T[] _piece = new T[Math.Min(1024, 1 << pieceBits)];
    private int _used;
    private int _pieces;

    public void Add(T number)
    {
        if (_used == _piece.Length)
        {
            if (_used == 1 << pieceBits) Write();
            else Array.Resize(ref _piece, _piece.Length * 2);
        }
        _piece[_used++] = number;
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        if (_used > 0) Write();
    }

    private void Write()
    {
        writer.Add<T>(RegisterFormat.Piece(name, _pieces++), _piece.AsMemory(0, _used));
        _used = 0;
    }
}
