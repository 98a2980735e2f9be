using System.Buffers;

namespace Assay.Formats.FollowTheMoney;

/// <summary>The lines of a file, one after the other, from pooled memory. A line that is longer than the most is passed over to its end.</summary>
internal sealed class JsonLines(Stream stream, int longest) : IDisposable
{
    private const int FirstBuffer = 1 << 18;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBuffer, longest));
    private int _start, _end, _lineStart, _lineEnd;
    private bool _isEnded;

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line is too long; it is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The line without its break; good until the next one is read.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineEnd - _lineStart);

    /// <summary>Goes to the next line; false at the end.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool Next()
    {
        IsTooLong = false;
        var seen = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (at >= 0) return Take(seen + at, 1);
            seen = _end - _start;
            if (_isEnded) return seen > 0 && Take(seen, 0);
            if (seen >= longest) return PassOver();
            Fill();
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool Take(int length, int lineBreak)
    {
        (_lineStart, _lineEnd) = (_start, _start + length);
        _start += length + lineBreak;
        if (_lineEnd > _lineStart && _buffer[_lineEnd - 1] == '\r') _lineEnd--;
        if (Number < int.MaxValue) Number++;
        return true;
    }

    private bool PassOver()
    {
        do
        {
            (_start, _end) = (0, stream.Read(_buffer));
            _isEnded = _end == 0;
            _start = _buffer.AsSpan(0, _end).IndexOf((byte)'\n') + 1;
        }
        while (_start == 0 && !_isEnded);
        Number++;
        (IsTooLong, _lineStart, _lineEnd) = (true, _start, _start);
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, Math.Max(longest, _buffer.Length + 1L)));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        (_isEnded, _end) = (read == 0, _end + read);
    }
}
