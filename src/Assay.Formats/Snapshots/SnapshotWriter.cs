using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Formats.Snapshots;

/// <summary>
/// Writes a snapshot: sections one after the other, then <see cref="Finish"/>. Until then the file has no header, and nobody takes it for a snapshot.
/// Not safe to use from several threads at once.
/// </summary>
public sealed class SnapshotWriter
{
    private readonly Stream _stream;
    private readonly SnapshotKind _kind;
    private readonly List<SnapshotEntry> _entries = [];

    /// <summary>Begins a snapshot.</summary>
    /// <param name="stream">Where it is written; empty, and one that can seek. It is left open.</param>
    /// <param name="kind">What it is of.</param>
    /// <exception cref="ArgumentException">The stream cannot seek or is not empty, or the kind's name is too long or no ASCII.</exception>
    public SnapshotWriter(Stream stream, SnapshotKind kind)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SnapshotFormat.RequireLittleEndian();
        CheckWord(kind.Name, SnapshotFormat.LongestKind);
        if (!stream.CanSeek || stream.Length > 0) throw new ArgumentException("A snapshot is written into an empty file.", nameof(stream));
        _stream = stream;
        _kind = kind;
        stream.Write(new byte[SnapshotFormat.HeaderSize]);
    }

    /// <summary>Writes a section.</summary>
    /// <typeparam name="T">byte, bool, ushort, int, uint, long, ulong or double.</typeparam>
    /// <param name="name">Its name: up to 24 ASCII letters, unlike any other of the file.</param>
    /// <param name="elements">What it holds.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public void Add<T>(string name, ReadOnlyMemory<T> elements, CancellationToken cancellation = default) where T : unmanaged
    {
        CheckWord(name, SnapshotFormat.LongestName);
        if (_entries.Exists(entry => entry.Name == name)) throw new ArgumentException($"There is a section {name} already.", nameof(name));
        if (_entries.Count == SnapshotFormat.MostSections) throw new InvalidOperationException($"A snapshot has at most {SnapshotFormat.MostSections} sections.");
        var type = SnapshotFormat.TypeOf<T>();
        Pad();
        var offset = _stream.Position;
        var hash = new XxHash3();
        foreach (var piece in SnapshotFormat.Pieces(elements))
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = MemoryMarshal.AsBytes(piece.Span);
            hash.Append(bytes);
            _stream.Write(bytes);
        }
        _entries.Add(new SnapshotEntry(name, type, elements.Length, offset, (long)elements.Length * SnapshotFormat.SizeOf(type), hash.GetCurrentHashAsUInt64()));
    }

    /// <summary>Writes the table of sections and the header, and hands all to the system.</summary>
    public void Finish()
    {
        Pad();
        var offset = _stream.Position;
        var table = new byte[_entries.Count * SnapshotFormat.EntrySize];
        for (var i = 0; i < _entries.Count; i++) _entries[i].Write(table.AsSpan(i * SnapshotFormat.EntrySize, SnapshotFormat.EntrySize));
        _stream.Write(table);
        var header = new byte[SnapshotFormat.HeaderSize];
        SnapshotFormat.WriteHeader(header, _kind, _stream.Length, offset, _entries.Count, XxHash3.HashToUInt64(table));
        _stream.Position = 0;
        _stream.Write(header);
        _stream.Flush();
    }

    private void Pad()
    {
        var over = (int)(_stream.Position % SnapshotFormat.Alignment);
        if (over > 0) _stream.Write(new byte[SnapshotFormat.Alignment - over]);
    }

    private static void CheckWord(string word, int longest)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length == 0 || word.Length > longest || !Ascii.IsValid(word) || word.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"'{word}' is not a word of 1 to {longest} ASCII letters.", nameof(word));
    }
}
