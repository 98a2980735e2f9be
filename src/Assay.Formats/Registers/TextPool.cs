using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Text;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>
/// The texts of a register while it is written, each once. They go to a file piece by piece and are mapped from there to be compared; in memory stay
/// about twelve to thirty bytes for each text, however long it is. Not safe to use from several threads.
/// </summary>
internal sealed unsafe class TextPool(string path) : IDisposable
{
    private const int PieceSize = 1 << RegisterFormat.TextPieceBits;
    private const int UnitsBits = RegisterFormat.TextPieceBits - 3;

    private readonly List<(MemoryMappedFile File, MemoryMappedViewAccessor View, nint Start)> _full = [];
    private readonly byte[] _piece = new byte[PieceSize];
    private byte[] _bytes = new byte[1024];
    private ulong[] _slots = new ulong[1 << 12];
    private byte[]? _spare;
    private FileStream? _file;
    private int _count;
    // A text of no bytes stands at place 0, and no other text does.
    private int _used = RegisterFormat.TextUnit;

    /// <summary>How many pieces there are.</summary>
    public int Pieces => _full.Count + 1;

    /// <summary>The place of a text, which is written if it is new.</summary>
    /// <exception cref="ArgumentException">It is longer than a register takes.</exception>
    public uint PlaceOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (_bytes.Length < text.Length * 3) _bytes = new byte[text.Length * 3];
        var bytes = _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
        if (bytes.Length > RegisterFormat.LongestText) throw new ArgumentException($"A text of {bytes.Length} bytes is longer than the {RegisterFormat.LongestText} that a register takes.", nameof(text));
        if (_count >= _slots.Length / 10 * 7) Grow();
        var tag = (uint)(XxHash3.HashToUInt64(bytes) >> 32);
        var slot = Home(tag);
        for (; _slots[slot] != 0; slot = slot + 1 == _slots.Length ? 0 : slot + 1)
            if (unchecked((uint)(_slots[slot] >> 32)) == tag && At(unchecked((uint)_slots[slot])).SequenceEqual(bytes)) return unchecked((uint)_slots[slot]);
        var place = Write(bytes);
        _slots[slot] = (ulong)tag << 32 | place;
        _count++;
        return place;
    }

    /// <summary>Writes the pieces into a snapshot.</summary>
    public void WriteTo(SnapshotWriter writer, CancellationToken cancellation)
    {
        var piece = 0;
        foreach (var (_, _, start) in _full)
        {
            new ReadOnlySpan<byte>((byte*)start, PieceSize).CopyTo(_spare ??= new byte[PieceSize]);
            writer.Add<byte>(RegisterFormat.Piece(RegisterFormat.Texts, piece++), _spare, cancellation);
        }
        writer.Add<byte>(RegisterFormat.Piece(RegisterFormat.Texts, piece), _piece.AsMemory(0, _used), cancellation);
    }

    public void Dispose()
    {
        foreach (var (file, view, _) in _full)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        }
        _full.Clear();
        _file?.Dispose();
        File.Delete(path);
    }

    private ReadOnlySpan<byte> At(uint place)
    {
        var (piece, offset) = ((int)(place >> UnitsBits), (int)(place & ((1u << UnitsBits) - 1)) * RegisterFormat.TextUnit);
        var from = piece == _full.Count ? _piece.AsSpan(offset) : new ReadOnlySpan<byte>((byte*)_full[piece].Start + offset, PieceSize - offset);
        return TextRecord.Read(from, out var text) ? text : throw new InvalidOperationException("No text begins there.");
    }

    private uint Write(ReadOnlySpan<byte> text)
    {
        var size = TextRecord.SizeOf(text.Length);
        if (size > PieceSize - _used) NextPiece();
        if (_full.Count >= 1 << 32 - UnitsBits) throw new IOException("The texts of a register can't be more than 32 GiB.");
        var place = (uint)_full.Count << UnitsBits | (uint)(_used / RegisterFormat.TextUnit);
        TextRecord.Write(_piece.AsSpan(_used, size), text);
        _used += size;
        return place;
    }

    private void NextPiece()
    {
        _file ??= new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        _piece.AsSpan(_used).Clear();
        _file.Write(_piece);
        var file = MemoryMappedFile.CreateFromFile(_file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        var view = file.CreateViewAccessor((long)_full.Count * PieceSize, PieceSize, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _full.Add((file, view, (nint)(start + view.PointerOffset)));
        _used = 0;
    }

    private int Home(uint tag) => (int)((ulong)tag * (uint)_slots.Length >> 32);

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[checked(old.Length * 2)];
        foreach (var entry in old)
        {
            if (entry == 0) continue;
            var slot = Home(unchecked((uint)(entry >> 32)));
            while (_slots[slot] != 0) slot = slot + 1 == _slots.Length ? 0 : slot + 1;
            _slots[slot] = entry;
        }
    }
}
