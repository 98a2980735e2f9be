using System.Buffers;
using System.Buffers.Binary;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// The records of a file, put aside while it is read: what a link's ends are, and which version of an entity is the last, is known at the end
/// only, and standard input can be read but once. In memory as long as they are few, else in a temporary file that is gone when it is closed.
/// </summary>
internal sealed class FtmSpool : IDisposable
{
    // Length, line, number, schema, and the hash of the id.
    private const int Header = 32;
    private const int MostInMemory = 16 << 20;
    private Stream _stream = new MemoryStream();
    private bool _isFile;

    /// <summary>Puts a record aside.</summary>
    public void Add(int line, uint record, FtmSchema schema, UInt128 id, ReadOnlySpan<byte> fields)
    {
        Span<byte> header = stackalloc byte[Header];
        BinaryPrimitives.WriteInt32LittleEndian(header, fields.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], line);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], record);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], schema.Number);
        BinaryPrimitives.WriteUInt128LittleEndian(header[16..], id);
        if (!_isFile && _stream.Length + fields.Length > MostInMemory) ToFile();
        _stream.Write(header);
        _stream.Write(fields);
    }

    /// <summary>Goes back to the first record.</summary>
    public void Rewind() => _stream.Position = 0;

    /// <summary>The next record; false at the end.</summary>
    /// <param name="record">Takes the record.</param>
    /// <param name="isWanted">Whether records of a schema are wanted; of others nothing but the schema is read.</param>
    public bool Next(FtmSpooled record, Func<int, bool>? isWanted = null)
    {
        Span<byte> header = stackalloc byte[Header];
        while (_stream.ReadAtLeast(header, Header, throwOnEndOfStream: false) == Header)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            record.Line = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
            record.Number = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
            record.Schema = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
            record.Id = BinaryPrimitives.ReadUInt128LittleEndian(header[16..]);
            if (isWanted is not null && !isWanted(record.Schema))
            {
                _stream.Seek(length, SeekOrigin.Current);
                continue;
            }
            _stream.ReadExactly(record.Room(length));
            return true;
        }
        return false;
    }

    public void Dispose() => _stream.Dispose();

    private void ToFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 18, FileOptions.DeleteOnClose);
        ((MemoryStream)_stream).WriteTo(file);
        _stream.Dispose();
        (_stream, _isFile) = (file, true);
    }
}

/// <summary>A record as it lies in the spool.</summary>
internal sealed class FtmSpooled
{
    private byte[] _fields = new byte[1 << 12];
    private int _length;

    public int Line { get; set; }

    public uint Number { get; set; }

    public int Schema { get; set; }

    public UInt128 Id { get; set; }

    public ReadOnlySpan<byte> Fields => _fields.AsSpan(0, _length);

    public Span<byte> Room(int length)
    {
        if (length > _fields.Length) _fields = new byte[Math.Max(length, 2 * _fields.Length)];
        _length = length;
        return _fields.AsSpan(0, length);
    }
}
