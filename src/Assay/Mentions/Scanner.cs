using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Mentions;

/// <summary>
/// Cuts a text into words, numbers and marks and hashes them on the way. A possessive ending and a hyphen are tokens of their own, so that
/// "Kazakhstan's" and "Western-planned" begin with the name; "don't" and "U.S." stay whole.
/// </summary>
/// <remarks>
/// Words of up to fifteen ASCII letters, nearly all of an English text, are measured, classed and hashed in one vector of sixteen; the
/// others letter by letter, with the same result.
/// </remarks>
internal static class Scanner
{
    private enum Class : byte
    {
        Mark, Space, LineEnd, Letter, Digit, Apostrophe, Stop,
    }

    private static readonly Class[] Classes = MakeClasses();
    private static readonly ulong[] MarkHashes = [.. Enumerable.Range(0, 128).Select(c => WordHash.Of([(char)c]))];

    /// <summary>The hash of a possessive ending.</summary>
    public static readonly ulong Possessive = WordHash.Of("'s");

    /// <summary>The hash of the mark of an omission.</summary>
    public static readonly ulong Ellipsis = WordHash.Of("...");

    /// <summary>Adds the tokens of a part of a text, offsets into the whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scan(ReadOnlySpan<char> text, int from, int to, TokenList tokens)
    {
        unchecked
        {
            ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            var numbers = Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
            var room = tokens.Room(64);
            var count = 0;
            var at = from;
            var glued = -1;
            // Before this a vector of sixteen fits.
            var fits = Math.Min(to, text.Length - 16);
            while (at < to)
            {
                var c = text[at];
                var kind = c < 128 ? Classes[c] : Class.Mark;
                if (kind == Class.Space)
                {
                    at++;
                    continue;
                }
                if (count == room.Length)
                {
                    tokens.Take(count);
                    room = tokens.Room(64);
                    count = 0;
                }
                var marks = at == glued ? Token.Glued : 0;
                if (kind == Class.Letter && at <= fits)
                {
                    var letters = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref start, (nuint)at), Vector128.LoadUnsafe(ref start, (nuint)at + 8));
                    var small = letters | Vector128.Create((byte)0x20);
                    var isLetter = Vector128.LessThanOrEqual(small - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
                    var isDigit = Vector128.LessThanOrEqual(letters - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
                    var inWord = (isLetter | isDigit | Vector128.Equals(letters, Vector128.Create((byte)'_'))).ExtractMostSignificantBits();
                    var length = BitOperations.TrailingZeroCount(~inWord);
                    var end = at + length;
                    var next = length < 16 && end < to ? text[end] : ' ';
                    if (length < 16 && end <= to && next < 128 && next != '\'' && (next != '.' || length > 1))
                    {
                        var kept = small & Vector128.LessThan(numbers, Vector128.Create((byte)length));
                        var hash = WordHash.Of(kept.AsUInt64().ToScalar(), kept.AsUInt64().GetElement(1));
                        var within = (1u << length) - 1;
                        var all = isLetter.ExtractMostSignificantBits() & within;
                        var capitals = all & ~Vector128.Equals(letters, small).ExtractMostSignificantBits();
                        if (capitals != 0)
                        {
                            marks |= (capitals & 1) * Token.Capitalised;
                            if (capitals == all) marks |= BitOperations.PopCount(all) > 1 ? Token.AllCapitals : 0;
                            else if (capitals > 1) marks |= Token.InnerCapital;
                        }
                        room[count++] = new Token(hash, at, marks | (uint)length);
                        glued = at = end;
                        continue;
                    }
                }
                var token = kind switch
                {
                    Class.LineEnd => new Token(MarkHashes['\n'], at, 1 | (uint)TokenKind.LineEnd << Token.KindShift),
                    Class.Mark or Class.Stop when c < 128 && (c != '.' || at + 1 >= to || text[at + 1] != '.') => new Token(MarkHashes[c], at, marks | 1 | (uint)TokenKind.Mark << Token.KindShift),
                    _ => SlowScanner.Next(text, at, to, marks),
                };
                if (token.Length == 0)
                {
                    at++;
                    continue;
                }
                room[count++] = token;
                glued = at = token.End;
            }
            tokens.Take(count);
        }
    }

    private static Class[] MakeClasses()
    {
        var classes = new Class[128];
        for (var c = '\0'; c < 128; c++)
            classes[c] = c switch
            {
                '\n' => Class.LineEnd,
                '\'' => Class.Apostrophe,
                '.' => Class.Stop,
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => Class.Space,
                _ when char.IsAsciiDigit(c) => Class.Digit,
                _ when Letters.IsLetter(c) => Class.Letter,
                _ => Class.Mark,
            };
        return classes;
    }
}
