using System.Buffers;

namespace Assay.Formats.Graphs;

/// <summary>
/// Some whole records of a CSV file, in a buffer that <see cref="Dispose"/> gives back.
/// </summary>
internal sealed class CsvBlock(int number, byte[] buffer, int start, int length, bool hasQuotes, long fileOffset) : IDisposable
{
    /// <summary>Which of the file's blocks it is, from 0.</summary>
    public int Number { get; } = number;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, length);

    public ReadOnlyMemory<byte> Content => buffer.AsMemory(start, length);

    /// <summary>Whether there is a quote in it; where there is none each line is a record.</summary>
    public bool HasQuotes { get; } = hasQuotes;

    /// <summary>The place in the file just after it.</summary>
    public long FileEnd { get; } = fileOffset + length;

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}

/// <summary>
/// Cuts a CSV file into blocks of whole records, so that several threads can read it: at ends of lines before which the number of quotes is even,
/// for a quoted cell has an even number of them (RFC 4180). Reads forward only, so a pipe will do. Not safe to use from several threads at once.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="blockSize">About how large blocks are.</param>
/// <param name="quoted">Whether an end of line within quotes ends no record. In JSON lines it always does; there the last line gets an end if it has none.</param>
/// <remarks>A quote out of place, within a cell that is not quoted, would make cuts wrong after it; it is the reader of the blocks who refuses it.</remarks>
internal sealed class CsvBlocks(Stream file, int blockSize = CsvBlocks.UsualSize, bool quoted = true) : IDisposable
{
    /// <summary>The usual size of a block; two of them stay in the nearest caches.</summary>
    public const int UsualSize = 1 << 20;

    /// <summary>No record may be longer.</summary>
    public const int LongestRecord = 1 << 24;

    private byte[] _rest = [];
    private int _restLength;
    private long _offset;
    private int _number;
    private bool _ended;

    /// <summary>The next block; null after the last.</summary>
    /// <exception cref="RecordTooLongException">A record is longer than <see cref="LongestRecord"/>, most likely because a quote is never closed.</exception>
    public CsvBlock? Next()
    {
        if (_ended) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(blockSize, _restLength + blockSize / 2));
        _rest.AsSpan(0, _restLength).CopyTo(buffer);
        var length = _restLength;
        while (true)
        {
            length += file.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            _ended = length < buffer.Length;
            if (_ended && !quoted && length > 0 && buffer[length - 1] != '\n') buffer[length++] = (byte)'\n';
            var quotes = quoted ? buffer.AsSpan(0, length).Count((byte)'"') : 0;
            var cut = _ended ? length : quoted ? Cut(buffer.AsSpan(0, length), quotes) : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (cut > 0 || _ended) return Take(buffer, length, cut, quotes > 0);
            if (length >= LongestRecord)
            {
                // What is left has no beginning: whoever asks on gets nothing.
                _ended = true;
                throw new RecordTooLongException(_number);
            }
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }

    public void Dispose() => file.Dispose();

    private CsvBlock? Take(byte[] buffer, int length, int cut, bool hasQuotes)
    {
        _restLength = length - cut;
        if (_rest.Length < _restLength) _rest = new byte[_restLength * 2];
        buffer.AsSpan(cut, _restLength).CopyTo(_rest);
        if (cut == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return null;
        }
        // The mark that some programs put before UTF-8.
        var start = _offset == 0 && buffer.AsSpan(0, cut).StartsWith("\uFEFF"u8) ? 3 : 0;
        var block = new CsvBlock(_number++, buffer, start, cut - start, hasQuotes, _offset + start);
        _offset += cut;
        return block;
    }

    /// <summary>The place after the last end of line with an even number of quotes before it; 0 where there is none.</summary>
    private static int Cut(ReadOnlySpan<byte> bytes, int quotes)
    {
        var end = bytes.Length;
        while (true)
        {
            var line = bytes[..end].LastIndexOf((byte)'\n');
            if (line < 0) return 0;
            quotes -= bytes[line..end].Count((byte)'"');
            if (quotes % 2 == 0) return line + 1;
            end = line;
        }
    }
}

/// <summary>A record of a CSV file is too long to be one.</summary>
internal sealed class RecordTooLongException(int block) : Exception("A record of the file is too long.")
{
    public int Block { get; } = block;
}
