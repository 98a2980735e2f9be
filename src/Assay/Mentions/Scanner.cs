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
/// Words of up to fifteen ASCII letters, nearly all of an English text, are measured, classed and hashed in one vector of sixteen; what else
/// there is letter by letter, with the same result.
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
    public static void Scan(ReadOnlySpan<char> text, int from, int to, TokenList tokens)
    {
        unchecked
        {
            ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            var places = Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
            var room = tokens.Room(64);
            var count = 0;
            var at = from;
            var glued = -1;
            // Up to here a vector of sixteen fits, and what it holds is of this part.
            var fits = Math.Min(to, text.Length) - 16;
            while (at < to)
            {
                if ((uint)count >= (uint)room.Length)
                {
                    tokens.Take(count);
                    room = tokens.Room(64);
                    count = 0;
                }
                if (at <= fits)
                {
                    var letters = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref start, (nuint)at), Vector128.LoadUnsafe(ref start, (nuint)at + 8));
                    var small = letters | Vector128.Create((byte)0x20);
                    var isLetter = Vector128.LessThanOrEqual(small - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
                    var all = isLetter.ExtractMostSignificantBits();
                    if ((all & 1) != 0)
                    {
                        var isDigit = Vector128.LessThanOrEqual(letters - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
                        var length = BitOperations.TrailingZeroCount(~(isLetter | isDigit | Vector128.Equals(letters, Vector128.Create((byte)'_'))).ExtractMostSignificantBits());
                        // A letter beyond ASCII or an apostrophe may go on with the word, and so may a stop after one letter.
                        var goesOn = (letters | Vector128.Equals(letters, Vector128.Create((byte)'\''))).ExtractMostSignificantBits() >> length & 1
                            | (length == 1 ? Vector128.Equals(letters, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & 2 : 0);
                        if (length < 16 && goesOn == 0)
                        {
                            var kept = small & Vector128.LessThan(places, Vector128.Create((byte)length));
                            var hash = WordHash.Of(kept.AsUInt64().ToScalar(), kept.AsUInt64().GetElement(1));
                            all &= (1u << length) - 1;
                            var capitals = all & ~Vector128.Equals(letters, small).ExtractMostSignificantBits();
                            var marks = (at == glued ? Token.Glued : 0)
                                | (capitals & 1) * Token.Capitalised
                                | (capitals == all & (all & all - 1) != 0 ? Token.AllCapitals : 0)
                                | (capitals != all & capitals > 1 ? Token.InnerCapital : 0);
                            room[count++] = new Token(hash, at, marks | (uint)length);
                            glued = at += length;
                            // Most words are followed by one space.
                            at += at < to && text[at] == ' ' ? 1 : 0;
                            continue;
                        }
                    }
                }
                if (text[at] == ' ')
                {
                    at++;
                    continue;
                }
                var token = Other(text, at, to, at == glued ? Token.Glued : 0);
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

    /// <summary>What is no short word of ASCII letters.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Token Other(ReadOnlySpan<char> text, int at, int to, uint marks)
    {
        var c = text[at];
        if (c >= 128) return SlowScanner.Next(text, at, to, marks);
        return Classes[c] switch
        {
            Class.Space => default,
            Class.LineEnd => new Token(MarkHashes['\n'], at, 1 | (uint)TokenKind.LineEnd << Token.KindShift),
            Class.Mark => new Token(MarkHashes[c], at, marks | 1 | (uint)TokenKind.Mark << Token.KindShift),
            Class.Stop when at + 1 >= to || text[at + 1] != '.' => new Token(MarkHashes[c], at, marks | 1 | (uint)TokenKind.Mark << Token.KindShift),
            Class.Digit => Number(text, at, to, marks),
            _ => SlowScanner.Next(text, at, to, marks),
        };
    }

    /// <summary>A number of up to sixteen ASCII digits and separators.</summary>
    private static Token Number(ReadOnlySpan<char> text, int at, int to, uint marks)
    {
        unchecked
        {
            var (low, high) = (0UL, 0UL);
            var last = Math.Min(to, at + 16);
            var end = at;
            for (; end < last; end++)
            {
                var c = text[end];
                if (c >= 128) return SlowScanner.Next(text, at, to, marks);
                if (!char.IsAsciiDigit(c) && !(c is '.' or ',' && end + 1 < to && char.IsDigit(text[end + 1]))) break;
                var place = end - at;
                if (place < 8) low |= (ulong)c << place * 8;
                else high |= (ulong)c << (place - 8) * 8;
            }
            return end - at == 16 ? SlowScanner.Next(text, at, to, marks)
                : new Token(WordHash.Of(low, high), at, marks | (uint)(end - at) | (uint)TokenKind.Number << Token.KindShift);
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
