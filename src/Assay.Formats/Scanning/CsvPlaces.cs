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

    /// <summary>How many masks are made before their places are written; they stay in the first cache.</summary>
    private const int Together = 64;

    private readonly ulong[] _separators = new ulong[Together];
    private readonly ulong[] _recordEnds = new ulong[Together];

    /// <summary>Groups of bytes with quotes that seem out of place, and which they are.</summary>
    private readonly int[] _oddGroups = new int[Together];
    private readonly ulong[] _oddQuotes = new ulong[Together];

    /// <summary>Groups at which bytes that are not ASCII begin or end.</summary>
    private readonly int[] _turns = new int[Together];

    /// <summary>The place before the first cell, then the one after each.</summary>
    private int[] _ends = [-1];

    /// <summary>How many cells end up to the end of each record.</summary>
    private int[] _rows = [];

    // Where the masks of one stretch end, those of the next go on.
    private ulong _open;
    private ulong _wasEnd;
    private ulong _wasClose;
    private int _wasForeign;
    private int _oddCount;
    private int _turnCount;

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

    private int WithVectors(ReadOnlySpan<byte> bytes)
    {
        (_open, _wasEnd, _wasClose, _wasForeign) = (0, 1, 0, 0);
        var (count, foreign, groups) = (0, -1, 0);
        for (var at = 0; at < bytes.Length; at += groups * Masks.Width)
        {
            groups = Math.Min(Together, (bytes.Length - at) / Masks.Width);
            if (groups > 0) Look(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at), groups);
            else
            {
                groups = 1;
                Array.Clear(_tail);
                bytes[at..].CopyTo(_tail);
                Look(ref MemoryMarshal.GetArrayDataReference(_tail), 1);
            }
            for (var odd = 0; odd < _oddCount && BadQuote < 0; odd++) FindBadQuote(bytes, at + _oddGroups[odd] * Masks.Width, _oddQuotes[odd]);
            if (BadQuote >= 0) return 0;
            for (var turn = 0; turn < _turnCount; turn++)
            {
                var place = at + _turns[turn] * Masks.Width;
                if (foreign >= 0) CheckText(bytes, foreign, place);
                foreign = foreign < 0 ? place : -1;
            }
            count = Write(at, groups, count);
        }
        if (foreign >= 0) CheckText(bytes, foreign, bytes.Length);
        if (_open != 0) BadQuote = bytes.Length;
        return count;
    }

    /// <summary>Makes the masks of some groups of bytes. Without a call, so that all stays in registers; what is rare is noted for later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Look(ref byte text, int groups)
    {
        unchecked
        {
            var (quote, comma, newLine) = (Vector256.Create((byte)'"'), Vector256.Create((byte)','), Vector256.Create((byte)'\n'));
            ref var allSeparators = ref MemoryMarshal.GetArrayDataReference(_separators);
            ref var allRecordEnds = ref MemoryMarshal.GetArrayDataReference(_recordEnds);
            ref var oddGroups = ref MemoryMarshal.GetArrayDataReference(_oddGroups);
            ref var oddQuotes = ref MemoryMarshal.GetArrayDataReference(_oddQuotes);
            ref var turns = ref MemoryMarshal.GetArrayDataReference(_turns);
            // All ones while a quote is open; whether the byte before was the end of a cell or of a quote, and whether of a quote.
            var (open, wasEnd, wasClose, wasForeign) = (_open, _wasEnd, _wasClose, _wasForeign);
            int lines = 0, odd = 0, turn = 0;
            for (var group = 0; group < groups; group++)
            {
                var first = Vector256.LoadUnsafe(ref text);
                var second = Vector256.LoadUnsafe(ref text, 32);
                text = ref Unsafe.Add(ref text, Masks.Width);
                var quotes = Masks.Equal(first, second, quote);
                var newLines = Masks.Equal(first, second, newLine);
                var within = Masks.Parity(quotes) ^ open;
                open = (ulong)((long)within >> 63);
                var separators = (Masks.Equal(first, second, comma) | newLines) & ~within;
                Unsafe.Add(ref allSeparators, group) = separators;
                Unsafe.Add(ref allRecordEnds, group) = newLines & ~within;
                lines += BitOperations.PopCount(newLines);

                // A quote opens after the end of a cell, or of a quote which it then doubles; after the end of one comes another or the end of the cell.
                var opening = quotes & within;
                var closing = quotes & ~within;
                var bad = (opening & ~(((separators | closing) << 1) | wasEnd)) | (((closing << 1) | wasClose) & ~(separators | opening));
                wasEnd = (separators | closing) >> 63;
                wasClose = closing >> 63;
                Unsafe.Add(ref oddGroups, odd) = group;
                Unsafe.Add(ref oddQuotes, odd) = bad;
                odd += bad != 0 ? 1 : 0;

                var foreign = (first | second).ExtractMostSignificantBits() != 0 ? 1 : 0;
                Unsafe.Add(ref turns, turn) = group;
                turn += foreign ^ wasForeign;
                wasForeign = foreign;
            }
            (_open, _wasEnd, _wasClose, _wasForeign) = (open, wasEnd, wasClose, wasForeign);
            (_oddCount, _turnCount) = (odd, turn);
            LineCount += lines;
        }
    }

    /// <summary>Writes the places that the masks have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Write(int at, int groups, int count)
    {
        unchecked
        {
            ref var allSeparators = ref MemoryMarshal.GetArrayDataReference(_separators);
            ref var allRecordEnds = ref MemoryMarshal.GetArrayDataReference(_recordEnds);
            ref var ends = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), 1);
            ref var rowEnds = ref MemoryMarshal.GetArrayDataReference(_rows);
            var rows = RowCount;
            for (var group = 0; group < groups; group++, at += Masks.Width)
            {
                var separators = Unsafe.Add(ref allSeparators, group);
                var recordEnds = Unsafe.Add(ref allRecordEnds, group);
                // The record that ends here ends with the cells up to it. Written whether or not there is one, and kept if there is.
                Unsafe.Add(ref rowEnds, rows) = count + BitOperations.PopCount(separators & (recordEnds ^ (recordEnds - 1)));
                rows += BitOperations.PopCount(recordEnds);
                if ((recordEnds & (recordEnds - 1)) != 0) SeveralRecords(ref Unsafe.Add(ref rowEnds, rows), separators, recordEnds, count);
                Masks.Write(ref Unsafe.Add(ref ends, count), separators, at);
                count += BitOperations.PopCount(separators);
            }
            RowCount = rows;
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

    /// <summary>Looks at places where a quote seems out of place: those are sound where a line ends with a carriage return, and after the last byte.</summary>
    private void FindBadQuote(ReadOnlySpan<byte> bytes, int from, ulong odd)
    {
        unchecked
        {
            for (; odd != 0 && BadQuote < 0; odd &= odd - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(odd);
                if (at < bytes.Length && (bytes[at] != '\r' || (at + 1 < bytes.Length && bytes[at + 1] != '\n'))) BadQuote = at;
            }
        }
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
