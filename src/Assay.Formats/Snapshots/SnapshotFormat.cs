using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Assay.Formats.Snapshots;

/// <summary>What a snapshot is of: a word of up to eight ASCII letters, and the version of what its sections mean.</summary>
/// <param name="Name">The word, as <c>graph</c>.</param>
/// <param name="Version">The version; a reader takes its own and older ones.</param>
public readonly record struct SnapshotKind(string Name, int Version);

/// <summary>The layout of a snapshot, as <c>docs/formats/graph.md</c> tells it. All numbers are little-endian.</summary>
internal static class SnapshotFormat
{
    /// <summary>The version of the frame: header and table of sections.</summary>
    public const uint FrameVersion = 1;

    public const int HeaderSize = 64;

    public const int EntrySize = 64;

    /// <summary>Sections begin at multiples of this.</summary>
    public const int Alignment = 64;

    public const int LongestKind = 8;

    public const int LongestName = 24;

    /// <summary>More sections than any snapshot has; a table that claims more is damaged.</summary>
    public const int MostSections = 1 << 12;

    /// <summary>Bytes that are hashed, written or read at a time.</summary>
    public const int Piece = 1 << 24;

    /// <summary>Not text, and damaged by whatever takes the file for text.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'A', (byte)'S', (byte)'Y', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The number that stands for a type of elements in the table of sections.</summary>
    public static uint TypeOf<T>() where T : unmanaged =>
        typeof(T) == typeof(byte) ? 1
        : typeof(T) == typeof(bool) ? 2
        : typeof(T) == typeof(ushort) ? 3
        : typeof(T) == typeof(int) ? 4
        : typeof(T) == typeof(uint) ? 5
        : typeof(T) == typeof(long) ? 6
        : typeof(T) == typeof(ulong) ? 7
        : typeof(T) == typeof(double) ? 8u
        : throw new ArgumentException($"A snapshot has no sections of {typeof(T).Name}.");

    /// <summary>The bytes of an element of a type; 0 for one that is not known.</summary>
    public static int SizeOf(uint type) => type switch { 1 or 2 => 1, 3 => 2, 4 or 5 => 4, 6 or 7 or 8 => 8, _ => 0 };

    public static string TypeName(uint type) => type switch
    {
        1 => "bytes", 2 => "booleans", 3 => "16-bit words", 4 => "32-bit integers", 5 => "32-bit words", 6 => "64-bit integers", 7 => "64-bit words", 8 => "doubles", _ => $"elements of type {type}",
    };

    public static void WriteHeader(Span<byte> header, SnapshotKind kind, long fileLength, long tableOffset, int sections, ulong tableHash)
    {
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], FrameVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], kind.Version);
        Encoding.ASCII.GetBytes(kind.Name, header.Slice(16, LongestKind));
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], fileLength);
        BinaryPrimitives.WriteInt64LittleEndian(header[32..], tableOffset);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], sections);
        BinaryPrimitives.WriteUInt64LittleEndian(header[48..], tableHash);
        BinaryPrimitives.WriteUInt64LittleEndian(header[56..], XxHash3.HashToUInt64(header[..56]));
    }

    /// <summary>A word of ASCII that is filled up with zeros.</summary>
    public static string Word(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.ASCII.GetString(end < 0 ? bytes : bytes[..end]);
    }

    public static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Snapshots are read and written on little-endian processors only.");
    }

    /// <summary>Hands over the bytes of elements, of which there may be more than a span of bytes holds.</summary>
    public static IEnumerable<ReadOnlyMemory<T>> Pieces<T>(ReadOnlyMemory<T> elements) where T : unmanaged
    {
        var many = Piece / SizeOf(TypeOf<T>());
        for (var from = 0; from < elements.Length; from += many) yield return elements.Slice(from, Math.Min(many, elements.Length - from));
    }
}

/// <summary>One section in the table of a snapshot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, see <see cref="SnapshotFormat.TypeOf"/>.</param>
/// <param name="Count">How many elements it has.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Hash">The XxHash3 of its bytes.</param>
internal readonly record struct SnapshotEntry(string Name, uint Type, long Count, long Offset, long Length, ulong Hash)
{
    public void Write(Span<byte> to)
    {
        to.Clear();
        Encoding.ASCII.GetBytes(Name, to[..SnapshotFormat.LongestName]);
        BinaryPrimitives.WriteUInt32LittleEndian(to[24..], Type);
        BinaryPrimitives.WriteInt64LittleEndian(to[32..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(to[40..], Offset);
        BinaryPrimitives.WriteInt64LittleEndian(to[48..], Length);
        BinaryPrimitives.WriteUInt64LittleEndian(to[56..], Hash);
    }

    public static SnapshotEntry Read(ReadOnlySpan<byte> from) => new(
        SnapshotFormat.Word(from[..SnapshotFormat.LongestName]), BinaryPrimitives.ReadUInt32LittleEndian(from[24..]), BinaryPrimitives.ReadInt64LittleEndian(from[32..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[40..]), BinaryPrimitives.ReadInt64LittleEndian(from[48..]), BinaryPrimitives.ReadUInt64LittleEndian(from[56..]));
}
