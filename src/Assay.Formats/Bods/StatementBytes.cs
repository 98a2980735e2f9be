namespace Assay.Formats.Bods;

/// <summary>The bytes of the statement at hand, up to a limit; of a longer one only that it is longer.</summary>
internal sealed class StatementBytes(int limit)
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>Whether more was added than is kept.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>What was added; good until the next <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Begins anew.</summary>
    public void Clear() => (_length, IsTooLong) = (0, false);

    /// <summary>Adds bytes, unless the statement is too long already.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsTooLong) return;
        if (_length + (long)bytes.Length > limit) { IsTooLong = true; return; }
        if (_length + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Min(limit, Math.Max(_bytes.Length * 2, _length + bytes.Length)));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
