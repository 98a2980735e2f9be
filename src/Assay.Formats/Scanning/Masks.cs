using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Assay.Formats.Scanning;

/// <summary>
/// Sixty-four bytes of a text at a time, each question about them answered by 64 bits: bit i is of byte i. Where the processor has no vectors of 32 bytes
/// the scanners go byte by byte instead, with the same result.
/// </summary>
internal static class Masks
{
    /// <summary>How many bytes a mask is of.</summary>
    public const int Width = 64;

    /// <summary>Whether masks are made by the processor.</summary>
    public static bool AreFast => Avx2.IsSupported;

    /// <summary>Which bytes are this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(Vector256<byte> first, Vector256<byte> second, byte value)
    {
        var wanted = Vector256.Create(value);
        return Join(Vector256.Equals(first, wanted), Vector256.Equals(second, wanted));
    }

    /// <summary>
    /// Which bytes are <c>{ } [ ] : ,</c> (form feed and the character 1A are taken for two of them), by looking up each by its lower four bits
    /// (Langdale and Lemire, 2019).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong JsonMarks(Vector256<byte> first, Vector256<byte> second)
    {
        var marks = Vector256.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)':', (byte)'{', (byte)',', (byte)'}', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)':', (byte)'{', (byte)',', (byte)'}', 0, 0);
        var small = Vector256.Create((byte)0x20);
        return Join(Vector256.Equals(Avx2.Shuffle(marks, first), first | small), Vector256.Equals(Avx2.Shuffle(marks, second), second | small));
    }

    /// <summary>Which bytes are spaces, tabs or ends of line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong JsonSpaces(Vector256<byte> first, Vector256<byte> second)
    {
        // Places of the table that stand for no space hold a byte whose lower four bits are others.
        var spaces = Vector256.Create((byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\t', (byte)'\n', 0, 0, (byte)'\r', 0, 0, (byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\t', (byte)'\n', 0, 0, (byte)'\r', 0, 0);
        return Join(Vector256.Equals(Avx2.Shuffle(spaces, first), first), Vector256.Equals(Avx2.Shuffle(spaces, second), second));
    }

    /// <summary>Which bytes a backslash escapes: those after the first, third … of a row of them.</summary>
    /// <param name="backslashes">Which bytes are backslashes.</param>
    /// <param name="isFirstEscaped">1 if the first byte is escaped by the one before it, else 0; then the same of the byte after these.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Escaped(ulong backslashes, ref ulong isFirstEscaped)
    {
        unchecked
        {
            // A subtraction runs through each row of backslashes; whether it begins at an odd place tells where it ends (Keiser and Lemire).
            const ulong Odd = 0xAAAA_AAAA_AAAA_AAAA;
            var begins = backslashes & ~isFirstEscaped;
            var codes = (((begins << 1) | Odd) - begins) ^ Odd;
            var escaped = codes ^ (backslashes | isFirstEscaped);
            isFirstEscaped = (codes & backslashes) >> 63;
            return escaped;
        }
    }

    /// <summary>Which bytes are below a space, the control characters of ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Control(Vector256<byte> first, Vector256<byte> second)
    {
        var last = Vector256.Create((byte)0x1F);
        return Join(Vector256.Equals(Vector256.Min(first, last), first), Vector256.Equals(Vector256.Min(second, last), second));
    }

    /// <summary>The highest bit of each byte: of a comparison, or of bytes which it tells from ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(Vector256<byte> first, Vector256<byte> second) =>
        first.ExtractMostSignificantBits() | ((ulong)second.ExtractMostSignificantBits() << 32);

    /// <summary>
    /// For each bit whether the number of bits set up to and with it is odd: of quotes, which bytes lie within them, the opening one included.
    /// The product with all ones without carries (Langdale and Lemire, 2019), or six shifts where the processor lacks it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Parity(ulong bits)
    {
        if (Pclmulqdq.IsSupported) return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
