using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Assay.Formats.Scanning;

/// <summary>
/// Where the tokens of some lines of JSON begin: brackets, colons, commas, opening quotes, first letters of numbers and words, and ends of lines; found 64
/// bytes at a time. Strings are checked on the way. Filled for one block after the other. Not safe to use from several threads at once.
/// </summary>
internal sealed class JsonPlaces
{
    /// <summary>So many places are written at once, though fewer may count.</summary>
    private const int Spare = 2 * Masks.Width;

    private readonly byte[] _tail = new byte[Masks.Width];
    private readonly List<int> _faults = [];
    private int[] _tokens = [];

    /// <summary>The place of each token; the last is an end of line.</summary>
    public ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>Places of what no string may hold: control characters, escapes that are none, an end of line. Ascending.</summary>
    public IReadOnlyList<int> Faults => _faults;

    /// <summary>Whether any letter may be written by its number, so that words cannot be compared as they stand.</summary>
    public bool HasNumberedLetters { get; private set; }

    /// <summary>Where the first stretch of bytes that is not UTF-8 begins; -1 where all is.</summary>
    public int BadText { get; private set; }

    /// <summary>Finds the places in some whole lines; the last one ends as well.</summary>
    public void Find(ReadOnlySpan<byte> bytes) => Find(bytes, Masks.AreFast);

    /// <summary>Finds the places, with vectors or byte by byte.</summary>
    internal void Find(ReadOnlySpan<byte> bytes, bool vectors)
    {
        // Most of it is never touched, and so takes no memory.
        if (_tokens.Length < bytes.Length + Spare) _tokens = GC.AllocateUninitializedArray<int>(bytes.Length + Spare);
        _faults.Clear();
        (HasNumberedLetters, BadText) = (false, -1);
        Count = vectors ? WithVectors(bytes) : ByteByByte(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WithVectors(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ref var start = ref MemoryMarshal.GetReference(bytes);
            ref var tokens = ref MemoryMarshal.GetArrayDataReference(_tokens);
            int count = 0, foreign = -1;
            // All ones while a string is open; whether the next byte is escaped; whether the byte before was of a number or word.
            ulong open = 0, escape = 0, wasWord = 0;
            for (var at = 0; at < bytes.Length;)
            {
                ref var from = ref Unsafe.Add(ref start, at);
                if (bytes.Length - at < Masks.Width)
                {
                    // Spaces end whatever stands before them.
                    Array.Fill(_tail, (byte)' ');
                    bytes[at..].CopyTo(_tail);
                    from = ref MemoryMarshal.GetArrayDataReference(_tail);
                }
                var first = Vector256.LoadUnsafe(ref from);
                var second = Vector256.LoadUnsafe(ref from, 32);
                var escaped = Masks.Escaped(Masks.Equal(first, second, (byte)'\\'), ref escape);
                var quotes = Masks.Equal(first, second, (byte)'"') & ~escaped;
                var within = Masks.Parity(quotes) ^ open;
                var newLines = Masks.Equal(first, second, (byte)'\n');
                var marks = Masks.JsonMarks(first, second);
                var words = ~(marks | Masks.JsonSpaces(first, second) | quotes | within);
                var found = ((marks | newLines) & ~within) | (quotes & within) | (words & ~((words << 1) | wasWord));
                var width = Masks.Width;

                // Of a string nothing is taken as it comes: controls are none of its letters, and a backslash stands before few.
                var faults = (Masks.Control(first, second) | escaped) & within;
                if (faults != 0 && CheckStrings(bytes, at, faults, escaped, newLines) is >= 0 and var lineEnd)
                {
                    // A string that its line does not end: the next line begins anew.
                    width = lineEnd + 1;
                    found = (found & ((1UL << lineEnd) - 1)) | (1UL << lineEnd);
                    (open, escape, wasWord) = (0, 0, 0);
                }
                else
                {
                    open = (ulong)((long)within >> 63);
                    wasWord = words >> 63;
                }

                if ((first | second).ExtractMostSignificantBits() != 0) foreign = foreign < 0 ? at : foreign;
                else if (foreign >= 0)
                {
                    CheckText(bytes, foreign, at);
                    foreign = -1;
                }

                ref var next = ref Unsafe.Add(ref tokens, count);
                count += BitOperations.PopCount(found);
                // Eight at a time without a branch for each.
                do
                {
                    next = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 1) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 2) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 3) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 4) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 5) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 6) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    Unsafe.Add(ref next, 7) = at + BitOperations.TrailingZeroCount(found);
                    found &= found - 1;
                    next = ref Unsafe.Add(ref next, 8);
                }
                while (found != 0);
                at += width;
            }
            if (foreign >= 0) CheckText(bytes, foreign, bytes.Length);
            return count;
        }
    }

    /// <summary>Looks at letters of strings that may be faults.</summary>
    /// <returns>The first end of line among them, from the beginning of the stretch; -1 where there is none.</returns>
    private int CheckStrings(ReadOnlySpan<byte> bytes, int from, ulong faults, ulong escaped, ulong newLines)
    {
        unchecked
        {
            for (; faults != 0; faults &= faults - 1)
            {
                var bit = BitOperations.TrailingZeroCount(faults);
                if ((newLines >> bit & 1) != 0)
                {
                    _faults.Add(from + bit);
                    return bit;
                }
                if ((escaped >> bit & 1) == 0 || !IsEscape(bytes, from + bit)) _faults.Add(from + bit);
            }
            return -1;
        }
    }

    /// <summary>Whether a letter may stand after a backslash.</summary>
    private bool IsEscape(ReadOnlySpan<byte> bytes, int at)
    {
        switch (bytes[at])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return true;
            case (byte)'u' when bytes.Length - at > 4:
                HasNumberedLetters = true;
                for (var i = 1; i <= 4; i++)
                    if (!char.IsAsciiHexDigit((char)bytes[at + i])) return false;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether bytes between two stretches of ASCII are UTF-8.</summary>
    private void CheckText(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (BadText < 0 && !Utf8.IsValid(bytes[from..to])) BadText = from;
    }

    private int ByteByByte(ReadOnlySpan<byte> bytes)
    {
        var (count, isWord) = (0, false);
        if (!Utf8.IsValid(bytes)) BadText = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            switch (bytes[at])
            {
                case (byte)'"':
                    _tokens[count++] = at;
                    at = EndOfString(bytes, at + 1);
                    if (bytes[at] == '\n') _tokens[count++] = at;
                    isWord = false;
                    break;
                case (byte)'{' or (byte)'}' or (byte)'[' or (byte)']' or (byte)':' or (byte)',' or (byte)'\n' or (byte)'\f' or 0x1A:
                    _tokens[count++] = at;
                    isWord = false;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    isWord = false;
                    break;
                default:
                    if (!isWord) _tokens[count++] = at;
                    isWord = true;
                    break;
            }
        }
        return count;
    }

    /// <summary>The place of the quote that ends a string, or of the end of line that cuts it off.</summary>
    private int EndOfString(ReadOnlySpan<byte> bytes, int at)
    {
        for (; bytes[at] != '"'; at++)
        {
            var isEscaped = bytes[at] == '\\';
            if (isEscaped) at++;
            if (bytes[at] >= ' ' && (!isEscaped || IsEscape(bytes, at))) continue;
            _faults.Add(at);
            if (bytes[at] == '\n') break;
        }
        return at;
    }
}
