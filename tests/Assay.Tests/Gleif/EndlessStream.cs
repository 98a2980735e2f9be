namespace Assay.Tests.Gleif;

/// <summary>Some bytes, and then the same byte for ever.</summary>
internal sealed class EndlessStream(byte[] begin, byte rest) : Stream
{
    private const long Most = 1L << 32;

    /// <summary>How many bytes were asked for so far.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Given >= Most) return 0;
        for (var i = 0; i < count; i++) buffer[offset + i] = Given + i < begin.Length ? begin[Given + i] : rest;
        Given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
