using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Assay.Formats.Scanning;

/// <summary>
/// Where the cells of some whole records of CSV end: each comma and each end of line outside quotes (RFC 4180), found 64 bytes at a time. Filled for one block
/// after the other. Not safe to use from several threads at once.
/// </summary>
internal sealed class CsvPlaces
{
    /// <summary>So many places are written at once, though fewer may count.</summary>
    private const int Spare = 2 * Masks.Width;

    /// <summary>The place before the first cell, then the one after each.</summary>
    private int[] _ends = [-1];

    /// <summary>How many cells end up to the end of each record.</summary>
    private int[] _rows = [];

    /// <summary>The last bytes of a block, filled up with zeros.</summary>
    private readonly byte[] _tail = new byte[Masks.Width];

    /// <summary>How many records there are.</summary>
    public int RowCount { get; private set; }

    /// <summary>How many ends of line there are, those within cells too.</summary>
    public int LineCount { get; private set; }

    /// <summary>Where a quote is out of place: amid a cell, or before text after its end; of one that is never closed, where its record begins. -1 where there is none.</summary>
    public int BadQuote { get; private set; }

    /// <summary>Where the first stretch of bytes that is not UTF-8 begins; -1 where all is.</summary>
    public int BadText { get; private set; }

    /// <summary>The places of the cells of a record: one before its first cell, then the end of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Row(int row)
    {
        var first = row == 0 ? 0 : _rows[row - 1];
        return _ends.AsSpan(first, _rows[row] - first + 1);
    }

    /// <summary>Finds the places in a block.</summary>
    public void Find(ReadOnlySpan<byte> bytes) => Find(bytes, Masks.AreFast);

    /// <summary>Finds the places in a block, with vectors or byte by byte.</summary>
    internal void Find(ReadOnlySpan<byte> bytes, bool vectors)
    {
        if (_ends.Length < bytes.Length + 2 + Spare)
        {
            // Most of it is never touched, and so takes no memory.
            _ends = GC.AllocateUninitializedArray<int>(bytes.Length + 2 + Spare);
            _rows = GC.AllocateUninitializedArray<int>(bytes.Length + 1 + Spare);
        }
        _ends[0] = -1;
        (RowCount, LineCount, BadQuote, BadText) = (0, 0, -1, -1);
        var count = vectors ? WithVectors(bytes) : ByteByByte(bytes);
        // What a quote out of place does to the records around it nobody can tell.
        if (BadQuote == bytes.Length) BadQuote = RowCount == 0 ? 0 : _ends[_rows[RowCount - 1]] + 1;
        if (BadQuote >= 0) RowCount = 0;
        else if (bytes.IsEmpty || (RowCount > 0 && _rows[RowCount - 1] == count && _ends[count] == bytes.Length - 1)) return;
        else
        {
            // The last line has no end of its own.
            _ends[++count] = bytes.Length;
            _rows[RowCount++] = count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WithVectors(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ref var start = ref MemoryMarshal.GetReference(bytes);
            ref var ends = ref MemoryMarshal.GetArrayDataReference(_ends);
            ref var rowEnds = ref MemoryMarshal.GetArrayDataReference(_rows);
            int count = 0, rows = 0, lines = 0, foreign = -1;
            // All ones while a quote is open; whether the byte before was the end of a cell or of a quote, and whether of a quote.
            ulong open = 0, wasEnd = 1, wasClose = 0;
            for (var at = 0; at < bytes.Length; at += Masks.Width)
            {
                ref var from = ref Unsafe.Add(ref start, at);
                if (bytes.Length - at < Masks.Width)
                {
                    Array.Clear(_tail);
                    bytes[at..].CopyTo(_tail);
                    from = ref MemoryMarshal.GetArrayDataReference(_tail);
                }
                var first = Vector256.LoadUnsafe(ref from);
                var second = Vector256.LoadUnsafe(ref from, 32);
                var quotes = Masks.Equal(first, second, (byte)'"');
                var newLines = Masks.Equal(first, second, (byte)'\n');
                var within = Masks.Parity(quotes) ^ open;
                open = (ulong)((long)within >> 63);
                var separators = (Masks.Equal(first, second, (byte)',') | newLines) & ~within;

                // A quote opens after the end of a cell, or of a quote which it then doubles; after the end of one comes another or the end of the cell.
                var opening = quotes & within;
                var closing = quotes & ~within;
                var bad = (opening & ~(((separators | closing) << 1) | wasEnd)) | (((closing << 1) | wasClose) & ~(separators | opening));
                wasEnd = (separators | closing) >> 63;
                wasClose = closing >> 63;
                if (bad != 0 && FindBadQuote(bytes, at, bad)) break;

                if ((first | second).ExtractMostSignificantBits() != 0) foreign = foreign < 0 ? at : foreign;
                else if (foreign >= 0)
                {
                    CheckText(bytes, foreign, at);
                    foreign = -1;
                }

                lines += BitOperations.PopCount(newLines);
                var recordEnds = newLines & ~within;
                // The record that ends here ends with the cells up to it. Written whether or not there is one, and kept if there is.
                Unsafe.Add(ref rowEnds, rows) = count + BitOperations.PopCount(separators & (recordEnds ^ (recordEnds - 1)));
                rows += BitOperations.PopCount(recordEnds);
                if ((recordEnds & (recordEnds - 1)) != 0) SeveralRecords(ref Unsafe.Add(ref rowEnds, rows), separators, recordEnds, count);

                ref var next = ref Unsafe.Add(ref ends, count + 1);
                count += BitOperations.PopCount(separators);
                // Eight at a time without a branch for each: most stretches have no more.
                do
                {
                    next = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 1) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 2) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 3) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 4) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 5) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 6) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    Unsafe.Add(ref next, 7) = at + BitOperations.TrailingZeroCount(separators);
                    separators &= separators - 1;
                    next = ref Unsafe.Add(ref next, 8);
                }
                while (separators != 0);
            }
            if (foreign >= 0) CheckText(bytes, foreign, bytes.Length);
            if (open != 0 && BadQuote < 0) BadQuote = bytes.Length;
            RowCount = rows;
            LineCount = lines;
            return count;
        }
    }

    /// <summary>Writes the ends of several short records, before the place after them.</summary>
    private static void SeveralRecords(ref int after, ulong separators, ulong recordEnds, int count)
    {
        unchecked
        {
            for (var place = -BitOperations.PopCount(recordEnds); recordEnds != 0; place++, recordEnds &= recordEnds - 1)
                Unsafe.Add(ref after, place) = count + BitOperations.PopCount(separators & (recordEnds ^ (recordEnds - 1)));
        }
    }

    /// <summary>Of places after or at quotes those are sound where a line ends with a carriage return.</summary>
    private bool FindBadQuote(ReadOnlySpan<byte> bytes, int from, ulong bad)
    {
        for (; bad != 0; bad &= bad - 1)
        {
            var at = from + BitOperations.TrailingZeroCount(bad);
            if (at >= bytes.Length || (bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] == '\n'))) continue;
            BadQuote = at;
            return true;
        }
        return false;
    }

    /// <summary>Whether bytes between two stretches of ASCII are UTF-8.</summary>
    private void CheckText(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (BadText < 0 && !Utf8.IsValid(bytes[from..to])) BadText = from;
    }

    private int ByteByByte(ReadOnlySpan<byte> bytes)
    {
        var (count, isOpen) = (0, false);
        if (!Utf8.IsValid(bytes)) BadText = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            switch (bytes[at])
            {
                case (byte)'"' when !isOpen:
                    if (_ends[count] != at - 1) BadQuote = at;
                    isOpen = true;
                    break;
                case (byte)'"' when at + 1 < bytes.Length && bytes[at + 1] == '"':
                    at++;
                    break;
                case (byte)'"':
                    isOpen = false;
                    var rest = bytes[(at + 1)..];
                    if (!(rest.IsEmpty || rest[0] is (byte)',' or (byte)'\n' || rest is [(byte)'\r'] or [(byte)'\r', (byte)'\n', ..])) BadQuote = at + 1;
                    break;
                case (byte)',' when !isOpen:
                    _ends[++count] = at;
                    break;
                case (byte)'\n':
                    LineCount++;
                    if (isOpen) break;
                    _ends[++count] = at;
                    _rows[RowCount++] = count;
                    break;
            }
            if (BadQuote >= 0) return count;
        }
        if (isOpen) BadQuote = bytes.Length;
        return count;
    }
}
