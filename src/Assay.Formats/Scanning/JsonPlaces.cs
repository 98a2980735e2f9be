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

    /// <summary>How many masks are made before their places are written; they stay in the first cache.</summary>
    private const int Together = 64;

    private readonly ulong[] _found = new ulong[Together];

    /// <summary>Groups of bytes with letters that may be faults of a string, which they are, and which a backslash stands before.</summary>
    private readonly int[] _oddGroups = new int[Together];
    private readonly ulong[] _faultMasks = new ulong[Together];
    private readonly ulong[] _escapes = new ulong[Together];

    /// <summary>Groups at which bytes that are not ASCII begin or end.</summary>
    private readonly int[] _turns = new int[Together];

    private readonly byte[] _tail = new byte[Masks.Width];
    private readonly List<int> _faults = [];
    private int[] _tokens = [];

    // Where the masks of one stretch end, those of the next go on.
    private ulong _open;
    private ulong _escape;
    private ulong _wasWord;
    private int _wasForeign;
    private int _oddCount;
    private int _turnCount;

    /// <summary>Where in the group after the last one a line cuts off a string, and what was found in it; -1 where none does.</summary>
    private int _cut;
    private ulong _cutFound;

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

    private int WithVectors(ReadOnlySpan<byte> bytes)
    {
        Begin();
        _wasForeign = 0;
        var (count, foreign, at) = (0, -1, 0);
        while (at < bytes.Length)
        {
            var groups = Math.Min(Together, (bytes.Length - at) / Masks.Width);
            int done;
            if (groups > 0) done = Look(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at), groups);
            else
            {
                // Spaces end whatever stands before them.
                Array.Fill(_tail, (byte)' ');
                bytes[at..].CopyTo(_tail);
                done = Look(ref MemoryMarshal.GetArrayDataReference(_tail), 1);
            }
            for (var odd = 0; odd < _oddCount; odd++) CheckStrings(bytes, at + _oddGroups[odd] * Masks.Width, _faultMasks[odd], _escapes[odd]);
            for (var turn = 0; turn < _turnCount; turn++)
            {
                var place = at + _turns[turn] * Masks.Width;
                if (foreign >= 0) CheckText(bytes, foreign, place);
                foreign = foreign < 0 ? place : -1;
            }
            count = Write(at, done, count);
            at += done * Masks.Width;
            if (_cut < 0) continue;

            // A string that its line does not end: the next line begins anew.
            _faults.Add(at + _cut);
            CutOff(at, ref count);
            at += _cut + 1;
            Begin();
        }
        if (foreign >= 0) CheckText(bytes, foreign, bytes.Length);
        return count;

        void Begin() => (_open, _escape, _wasWord) = (0, 0, 0);
    }

    /// <summary>
    /// Makes the masks of some groups of bytes, up to one in which a line cuts off a string. Without a call, so that all stays in registers; what is rare is
    /// noted for later.
    /// </summary>
    /// <returns>How many groups it made.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Look(ref byte text, int groups)
    {
        unchecked
        {
            var (quote, backslash, newLine) = (Vector256.Create((byte)'"'), Vector256.Create((byte)'\\'), Vector256.Create((byte)'\n'));
            ref var allFound = ref MemoryMarshal.GetArrayDataReference(_found);
            ref var oddGroups = ref MemoryMarshal.GetArrayDataReference(_oddGroups);
            ref var faultMasks = ref MemoryMarshal.GetArrayDataReference(_faultMasks);
            ref var escapes = ref MemoryMarshal.GetArrayDataReference(_escapes);
            ref var turns = ref MemoryMarshal.GetArrayDataReference(_turns);
            // All ones while a string is open; whether the next byte is escaped; whether the byte before was of a number or word.
            var (open, escape, wasWord, wasForeign) = (_open, _escape, _wasWord, _wasForeign);
            int odd = 0, turn = 0, group = 0;
            _cut = -1;
            for (; group < groups; group++)
            {
                var first = Vector256.LoadUnsafe(ref text);
                var second = Vector256.LoadUnsafe(ref text, 32);
                text = ref Unsafe.Add(ref text, Masks.Width);
                var escaped = Masks.Escaped(Masks.Equal(first, second, backslash), ref escape);
                var quotes = Masks.Equal(first, second, quote) & ~escaped;
                var within = Masks.Parity(quotes) ^ open;
                var newLines = Masks.Equal(first, second, newLine);
                var marks = Masks.JsonMarks(first, second);
                var words = ~(marks | Masks.JsonSpaces(first, second) | quotes | within);
                var found = ((marks | newLines) & ~within) | (quotes & within) | (words & ~((words << 1) | wasWord));
                Unsafe.Add(ref allFound, group) = found;

                // Of a string nothing is taken as it comes: controls are none of its letters, and a backslash stands before few.
                var faults = (Masks.Control(first, second) | escaped) & within;
                var cuts = newLines & within;
                faults &= cuts ^ (cuts - 1);
                Unsafe.Add(ref oddGroups, odd) = group;
                Unsafe.Add(ref faultMasks, odd) = faults & ~cuts;
                Unsafe.Add(ref escapes, odd) = escaped;
                odd += faults != 0 ? 1 : 0;
                if (cuts != 0)
                {
                    _cut = BitOperations.TrailingZeroCount(cuts);
                    _cutFound = found;
                    break;
                }
                open = (ulong)((long)within >> 63);
                wasWord = words >> 63;

                var foreign = (first | second).ExtractMostSignificantBits() != 0 ? 1 : 0;
                Unsafe.Add(ref turns, turn) = group;
                turn += foreign ^ wasForeign;
                wasForeign = foreign;
            }
            (_open, _escape, _wasWord, _wasForeign) = (open, escape, wasWord, wasForeign);
            (_oddCount, _turnCount) = (odd, turn);
            return group;
        }
    }

    /// <summary>Writes the places that the masks have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Write(int at, int groups, int count)
    {
        unchecked
        {
            ref var allFound = ref MemoryMarshal.GetArrayDataReference(_found);
            ref var tokens = ref MemoryMarshal.GetArrayDataReference(_tokens);
            for (var group = 0; group < groups; group++, at += Masks.Width)
            {
                var found = Unsafe.Add(ref allFound, group);
                Masks.Write(ref Unsafe.Add(ref tokens, count), found, at);
                count += BitOperations.PopCount(found);
            }
            return count;
        }
    }

    /// <summary>Writes the places of a group up to the end of line that cuts off a string in it.</summary>
    private void CutOff(int at, ref int count)
    {
        var end = 1UL << _cut;
        var found = (_cutFound & (end - 1)) | end;
        Masks.Write(ref _tokens[count], found, at);
        count += BitOperations.PopCount(found);
    }

    /// <summary>Looks at letters of strings that may be faults.</summary>
    private void CheckStrings(ReadOnlySpan<byte> bytes, int from, ulong faults, ulong escaped)
    {
        unchecked
        {
            for (; faults != 0; faults &= faults - 1)
            {
                var bit = BitOperations.TrailingZeroCount(faults);
                if ((escaped >> bit & 1) == 0 || !IsEscape(bytes, from + bit)) _faults.Add(from + bit);
            }
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
