using System.Runtime.CompilerServices;

namespace Assay.Mentions;

/// <summary>
/// Hashes of words, the same for all ways to write one: over a byte a letter, sixteen at a time, in the manner of wyhash.
/// A hash only finds candidates; what is found is compared letter by letter.
/// </summary>
internal static class WordHash
{
    private const ulong First = 0xa0761d6478bd642f;
    private const ulong Second = 0xe7037ed1a0b428db;

    /// <summary>The byte by which a plain letter is hashed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ByteOf(char plain) => unchecked(plain < 128 ? (byte)(plain | 0x20) : (byte)(plain ^ plain >> 5 ^ 0x80));

    /// <summary>The hash of up to sixteen letters, the rest of the bytes zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong low, ulong high) => Multiply(low ^ First, high ^ Second);

    /// <summary>The hash of a longer word from that of what comes before and sixteen letters more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong before, ulong low, ulong high) => Multiply(low ^ before, high ^ Second) ^ before;

    /// <summary>The hash of a row of words from that of the words before and the next; 0 stands for none before, and never comes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong before, ulong word) => unchecked((((before << 5 | before >> 59) ^ word) * 0x9E3779B97F4A7C15) is var mixed ? mixed ^ mixed >> 32 : 0) | 1;

    /// <summary>The hash of a text, folded letter by letter.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Block(text, 0) is var (low, high) ? Of(low, high) : 0;
        for (var at = 16; at < text.Length; at += 16)
        {
            (low, high) = Block(text, at);
            hash = Add(hash, low, high);
        }
        return hash;
    }

    private static (ulong Low, ulong High) Block(ReadOnlySpan<char> text, int at)
    {
        var (low, high) = (0UL, 0UL);
        var count = Math.Min(16, text.Length - at);
        for (var i = 0; i < count; i++)
        {
            var letter = (ulong)ByteOf(Letters.Plain(text[at + i])) << (i & 7) * 8;
            if (i < 8) low |= letter;
            else high |= letter;
        }
        return (low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
