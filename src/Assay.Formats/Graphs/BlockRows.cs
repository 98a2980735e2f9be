using Sylvan.Data.Csv;

namespace Assay.Formats.Graphs;

/// <summary>The records of one block, one after the other. Cells are given as <see cref="ByteText"/>. One for each thread, used for one block after the other.</summary>
internal sealed class BlockRows : IDisposable
{
    private readonly char[] _buffer = new char[1 << 16];
    private CsvDataReader? _csv;
    private CsvBlock? _block;
    private int _nextLine;

    /// <summary>How many cells the record has.</summary>
    public int CellCount => _csv!.RowFieldCount;

    /// <summary>The line of the block on which the record begins, from 0.</summary>
    public int Line { get; private set; }

    /// <summary>A cell without the quotes around it; stays as it is until the next record.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            var text = _csv!.GetFieldSpan(cell);
            // Cells with doubled quotes are put together in one place, where the next such cell would take its stead.
            return _block!.HasQuotes && text.Contains('"') ? text.ToString() : text;
        }
    }

    /// <summary>Whether there is nothing at all on the line.</summary>
    public bool IsEmptyLine => CellCount == 1 && _csv!.GetFieldSpan(0).IsEmpty;

    /// <summary>The record as it stands in the file.</summary>
    public ReadOnlySpan<char> Raw => _csv!.GetRawRecordSpan();

    /// <summary>Begins a block.</summary>
    public void Begin(CsvBlock block)
    {
        _csv?.Dispose();
        _block = block;
        Line = -1;
        _nextLine = 0;
        _csv = CsvDataReader.Create(new WideningReader(block.Content), _buffer, new CsvDataReaderOptions
        {
            Delimiter = ',', Quote = '"', Escape = '"', Comment = '\0', HasHeaders = false, MaxBufferSize = 2 * CsvBlocks.LongestRecord,
        });
    }

    /// <summary>Goes on to the next record.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="BadQuoteException">A quote is never closed, has text after its end, or stands within a cell that is not quoted.</exception>
    public bool Read()
    {
        Line = _nextLine;
        try
        {
            if (!_csv!.Read()) return false;
        }
        catch (CsvFormatException)
        {
            throw new BadQuoteException();
        }
        if (!_block!.HasQuotes) _nextLine++;
        else
        {
            var raw = _csv.GetRawRecordSpan();
            _nextLine += Math.Max(1, raw.Count('\n'));
            if (raw.Contains('"') && !Quoting.IsSound(raw)) throw new BadQuoteException();
        }
        return true;
    }

    public void Dispose() => _csv?.Dispose();

    /// <summary>Gives out bytes as characters of the same value.</summary>
    private sealed class WideningReader(ReadOnlyMemory<byte> bytes) : TextReader
    {
        private int _at;

        public override int Peek() => _at < bytes.Length ? bytes.Span[_at] : -1;

        public override int Read() => _at < bytes.Length ? bytes.Span[_at++] : -1;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            var many = Math.Min(buffer.Length, bytes.Length - _at);
            ByteText.Widen(bytes.Span.Slice(_at, many), buffer);
            _at += many;
            return many;
        }
    }
}

/// <summary>A quote is never closed, has text after its end, or stands within a cell that is not quoted.</summary>
internal sealed class BadQuoteException() : Exception("A quote is out of place.");
