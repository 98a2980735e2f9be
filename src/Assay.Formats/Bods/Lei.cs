namespace Assay.Formats.Bods;

/// <summary>A legal entity identifier in few bytes.</summary>
internal static class Lei
{
    private const int Length = 20;

    /// <summary>The identifier packed, with a right check number by ISO 17442 (ISO 7064, MOD 97-10); 0: the text is none.</summary>
    public static UInt128 Pack(ReadOnlySpan<char> text)
    {
        if (text.Length != Length) return 0;
        UInt128 packed = 0;
        var rest = 0;
        foreach (var c in text)
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterUpper(c) ? c - 'A' + 10 : -1;
            if (value < 0) return 0;
            packed = (packed * 36) + (UInt128)value;
            rest = value < 10 ? ((rest * 10) + value) % 97 : ((rest * 100) + value) % 97;
        }
        return rest == 1 ? packed : 0;
    }

    /// <summary>The identifier itself.</summary>
    public static string Unpack(UInt128 packed) => string.Create(Length, packed, static (text, left) =>
    {
        for (var at = Length - 1; at >= 0; at--)
        {
            var value = (int)(left % 36);
            left /= 36;
            text[at] = (char)(value < 10 ? '0' + value : 'A' + value - 10);
        }
    });
}
