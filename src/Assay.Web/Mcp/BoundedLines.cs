namespace Assay.Web.Mcp;

/// <summary>An input that is read line by line by somebody who keeps a line whole in memory: one that is too long ends it.</summary>
internal sealed class BoundedLines(Stream input) : Stream
{
    /// <summary>The longest line, in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private int _length;

    /// <summary>Whether a line was too long.</summary>
    public bool IsBroken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => IsBroken ? 0 : Counted(buffer.AsSpan(offset, input.Read(buffer, offset, count)));

    public override int Read(Span<byte> buffer) => IsBroken ? 0 : Counted(buffer[..input.Read(buffer)]);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsBroken) return 0;
        var read = await input.ReadAsync(buffer, cancellationToken);
        return Counted(buffer.Span[..read]);
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(ReadOnlySpan<byte> read)
    {
        var end = read.LastIndexOf((byte)'\n');
        _length = end < 0 ? _length + read.Length : read.Length - end - 1;
        if (_length <= MostBytes) return read.Length;
        IsBroken = true;
        return 0;
    }
}
