using System.Buffers.Binary;
using System.IO.Hashing;

namespace Assay.Formats.FollowTheMoney;

/// <summary>What a line of a delta file does.</summary>
internal enum FtmOperation
{
    /// <summary>The line is no delta: what several lines say of one entity is put together.</summary>
    None,
    Add, Modify, Delete,
}

/// <summary>
/// One entity of a line as it is being read: its fields as UTF-8, each with a tag and its length before it. A tag is the number of a property, or one of
/// those below for what stands beside the properties.
/// </summary>
internal sealed class FtmDraft
{
    public const ushort Id = 0xFFFF, Caption = 0xFFFE, Dataset = 0xFFFD, Referent = 0xFFFC, Changed = 0xFFFB, Seen = 0xFFFA;
    private const int Header = sizeof(ushort) + sizeof(int);
    private byte[] _fields = new byte[512];
    private int _length, _idAt, _idLength;

    public FtmSchema? Schema { get; set; }

    /// <summary>The schema's name where the model does not have it.</summary>
    public string UnknownSchema { get; set; } = "";

    public FtmOperation Operation { get; set; }

    /// <summary>The entity that it is nested in, and under which of its properties; null where it is a line's own.</summary>
    public FtmDraft? Parent { get; set; }

    public FtmProperty? Via { get; set; }

    /// <summary>The properties that it has, each once.</summary>
    public List<FtmProperty> Properties { get; } = [];

    public ReadOnlySpan<byte> Fields => _fields.AsSpan(0, _length);

    public ReadOnlySpan<byte> IdText => _fields.AsSpan(_idAt, _idLength);

    public bool HasId => _idLength > 0;

    /// <summary>The hash of an id, by which entities are known while a file is read; never 0.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> id)
    {
        var hash = XxHash128.HashToUInt128(id);
        return hash == UInt128.Zero ? UInt128.One : hash;
    }

    public void Clear()
    {
        (Schema, UnknownSchema, Operation, Parent, Via, _length, _idAt, _idLength) = (null, "", FtmOperation.None, null, null, 0, 0, 0);
        Properties.Clear();
    }

    /// <summary>Room for a value of at most so many bytes; <see cref="Close"/> says how many there were.</summary>
    public Span<byte> Open(int most)
    {
        var needed = _length + Header + most;
        if (needed > _fields.Length) Array.Resize(ref _fields, Math.Max(needed, 2 * _fields.Length));
        return _fields.AsSpan(_length + Header, most);
    }

    public void Close(ushort tag, int length)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_fields.AsSpan(_length), tag);
        BinaryPrimitives.WriteInt32LittleEndian(_fields.AsSpan(_length + sizeof(ushort)), length);
        if (tag == Id) (_idAt, _idLength) = (_length + Header, length);
        _length += Header + length;
    }

    public void Add(ushort tag, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Open(value.Length));
        Close(tag, value.Length);
    }

    /// <summary>Whether a field of this tag has this value.</summary>
    public bool Has(ushort tag, ReadOnlySpan<byte> value)
    {
        for (var rest = Fields; TryNext(ref rest, out var found, out var text);)
            if (found == tag && text.SequenceEqual(value)) return true;
        return false;
    }

    /// <summary>The next of the fields; false at their end.</summary>
    public static bool TryNext(ref ReadOnlySpan<byte> fields, out ushort tag, out ReadOnlySpan<byte> value)
    {
        tag = 0;
        value = default;
        if (fields.IsEmpty) return false;
        tag = BinaryPrimitives.ReadUInt16LittleEndian(fields);
        var length = BinaryPrimitives.ReadInt32LittleEndian(fields[sizeof(ushort)..]);
        value = fields.Slice(Header, length);
        fields = fields[(Header + length)..];
        return true;
    }
}
