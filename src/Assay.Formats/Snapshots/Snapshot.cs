using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;

namespace Assay.Formats.Snapshots;

/// <summary>
/// An opened snapshot. The file is mapped, not read: a section is read when it is first asked for, and its hash is checked then. Sections that
/// nobody asks for, of a newer version perhaps, cost nothing. Safe to use from several threads at once, <see cref="Dispose"/> apart.
/// </summary>
/// <remarks>
/// <para>
/// What <see cref="Get"/> gives is the mapped file itself. It must not be used after <see cref="Dispose"/>: taking a span of it then throws, but
/// a span taken before leads into the void. A snapshot that is never disposed stays mapped until the process ends.
/// </para>
/// <para>The hashes find damage. They don't protect against one who wants to deceive: what sections mean is checked by who asks for them.</para>
/// </remarks>
public sealed unsafe class Snapshot : IDisposable
{
    private readonly Dictionary<string, SnapshotEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<bool>> _checked = new(StringComparer.Ordinal);
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly long _length;
    private bool _disposed;

    private Snapshot(MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        _file = file;
        _view = view;
        _length = length;
        // The pointer is given back by Dispose alone: the collector can't see spans into the mapping, and so must not end it.
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>The version of what the sections mean.</summary>
    public int Version { get; private set; }

    /// <summary>The names of the sections, in the order of the file.</summary>
    public IReadOnlyCollection<string> Sections => _entries.Keys;

    /// <summary>Whether a file begins as snapshots do. Says nothing of its being whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsSnapshot(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Span<byte> begin = stackalloc byte[SnapshotFormat.Magic.Length];
        return file.CanSeek && file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual(SnapshotFormat.Magic);
    }

    /// <summary>The header and the table of sections: they hold the hashes of all sections, and so tell one snapshot from another.</summary>
    /// <exception cref="SnapshotException">There is no room for them in the file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static byte[] FrameOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var header = new byte[SnapshotFormat.HeaderSize];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw new SnapshotException($"The file has {file.Length} bytes, fewer than a snapshot's header", null, file.Length);
        var (offset, sections) = (BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32)), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(40)));
        if (sections is < 0 or > SnapshotFormat.MostSections || offset < header.Length || offset > file.Length - (long)sections * SnapshotFormat.EntrySize)
            throw new SnapshotException($"A table of {sections} sections at byte {offset} is not within the file", null, 32);
        var frame = new byte[header.Length + sections * SnapshotFormat.EntrySize];
        header.CopyTo(frame, 0);
        file.Position = offset;
        file.ReadExactly(frame, header.Length, frame.Length - header.Length);
        return frame;
    }

    /// <summary>Opens a snapshot and checks its header and the table of its sections.</summary>
    /// <param name="path">The file. It must not be changed in place while it is open; to be replaced by renaming another over it is no harm.</param>
    /// <param name="kind">What it must be of, and the newest version that is understood.</param>
    /// <exception cref="SnapshotException">It is damaged, cut short, of another kind, or newer.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Snapshot Open(string path, SnapshotKind kind)
    {
        SnapshotFormat.RequireLittleEndian();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var length = stream.Length;
        if (length < SnapshotFormat.HeaderSize) throw new SnapshotException($"The file has {length} bytes, fewer than a snapshot's header", null, length);
        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var snapshot = new Snapshot(file, file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
        try
        {
            snapshot.ReadFrame(kind);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
        return snapshot;
    }

    /// <summary>Whether there is a section of this name.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A section. The first call reads it whole to check its hash.</summary>
    /// <typeparam name="T">The type of its elements, as it was written.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>Its elements, in the mapped file; see <see cref="Snapshot"/> for how long they may be used.</returns>
    /// <exception cref="SnapshotException">There is no such section, it is of another type, or it is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is closed.</exception>
    public ReadOnlyMemory<T> Get<T>(string name) where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_entries.TryGetValue(name, out var entry)) throw new SnapshotException($"There is no section {name}", name, SnapshotFormat.HeaderSize);
        if (entry.Type != SnapshotFormat.TypeOf<T>())
            throw new SnapshotException($"The section holds {SnapshotFormat.TypeName(entry.Type)} in place of {SnapshotFormat.TypeName(SnapshotFormat.TypeOf<T>())}", name, entry.Offset);
        if (!_checked[name].Value) throw new SnapshotException("The section is damaged: its hash is another than that in the table", name, entry.Offset);
        return new MappedMemory<T>(this, entry.Offset, (int)entry.Count).Memory;
    }

    /// <summary>Reads a section whole to check its hash, where there is such a section and that was not done; <see cref="Get"/> tells what came of it.</summary>
    internal void Check(string name)
    {
        if (_checked.TryGetValue(name, out var hash)) _ = hash.Value;
    }

    /// <summary>Closes the file. Nothing of it may be used after.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (_start is not null) _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>Where a place of the file is mapped.</summary>
    internal byte* At(long offset)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _start + offset;
    }

    /// <summary>Where something that stands in a section stands in the file.</summary>
    internal long OffsetOf(string section) => _entries.TryGetValue(section, out var entry) ? entry.Offset : 0;

    private void ReadFrame(SnapshotKind kind)
    {
        var header = new ReadOnlySpan<byte>(_start, SnapshotFormat.HeaderSize);
        if (!header.StartsWith(SnapshotFormat.Magic)) throw new SnapshotException("The file is not a snapshot", null, 0);
        if (BinaryPrimitives.ReadUInt64LittleEndian(header[56..]) != XxHash3.HashToUInt64(header[..56])) throw new SnapshotException("The header is damaged: its hash is another", null, 56);
        var frame = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        if (frame != SnapshotFormat.FrameVersion) throw new SnapshotException($"The snapshot is of form {frame}, and this program reads form {SnapshotFormat.FrameVersion}; use a newer program, or build the snapshot again", null, 8);
        Version = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        var name = SnapshotFormat.Word(header.Slice(16, SnapshotFormat.LongestKind));
        if (name != kind.Name) throw new SnapshotException($"The snapshot is of '{name}' and not of '{kind.Name}'", null, 16);
        if (Version < 1 || Version > kind.Version) throw new SnapshotException($"The snapshot is of version {Version}, and this program reads versions 1 to {kind.Version}; use a newer program, or build the snapshot again", null, 12);
        var length = BinaryPrimitives.ReadInt64LittleEndian(header[24..]);
        if (length != _length) throw new SnapshotException($"The file has {_length} bytes in place of {length}; it is cut short, or something was added", null, 24);
        ReadTable(BinaryPrimitives.ReadInt64LittleEndian(header[32..]), BinaryPrimitives.ReadInt32LittleEndian(header[40..]), BinaryPrimitives.ReadUInt64LittleEndian(header[48..]));
    }

    private void ReadTable(long offset, int sections, ulong hash)
    {
        if (sections is < 0 or > SnapshotFormat.MostSections || offset < SnapshotFormat.HeaderSize || offset > _length - (long)sections * SnapshotFormat.EntrySize)
            throw new SnapshotException($"A table of {sections} sections at byte {offset} is not within the file", null, 32);
        var table = new ReadOnlySpan<byte>(_start + offset, sections * SnapshotFormat.EntrySize);
        if (XxHash3.HashToUInt64(table) != hash) throw new SnapshotException("The table of sections is damaged: its hash is another than that in the header", null, offset);
        for (var i = 0; i < sections; i++)
        {
            var at = offset + i * SnapshotFormat.EntrySize;
            var entry = SnapshotEntry.Read(table.Slice(i * SnapshotFormat.EntrySize, SnapshotFormat.EntrySize));
            var size = SnapshotFormat.SizeOf(entry.Type);
            // A type that is not known is of a newer version: the section is left alone.
            var isWhole = entry.Offset >= SnapshotFormat.HeaderSize && entry.Offset % SnapshotFormat.Alignment == 0 && entry.Length >= 0 && entry.Length <= _length - entry.Offset
                && (size == 0 || (entry.Count >= 0 && entry.Count <= Array.MaxLength && entry.Count * size == entry.Length));
            if (!isWhole) throw new SnapshotException($"The section at byte {entry.Offset}, {entry.Count} {SnapshotFormat.TypeName(entry.Type)} in {entry.Length} bytes, is not within the file", entry.Name, at);
            if (!_entries.TryAdd(entry.Name, entry)) throw new SnapshotException("There are two sections of one name", entry.Name, at);
            _checked[entry.Name] = new Lazy<bool>(() => HashOf(entry) == entry.Hash);
        }
    }

    private ulong HashOf(SnapshotEntry entry)
    {
        var hash = new XxHash3();
        for (long done = 0; done < entry.Length; done += SnapshotFormat.Piece)
            hash.Append(new ReadOnlySpan<byte>(At(entry.Offset + done), (int)Math.Min(SnapshotFormat.Piece, entry.Length - done)));
        return hash.GetCurrentHashAsUInt64();
    }
}
