namespace Assay.Evidence;

/// <summary>
/// A legal entity identifier of ISO 17442: eighteen letters and digits and two check digits (ISO/IEC 7064, MOD 97-10), held as a
/// number, so that millions of them are 16 bytes each. <c>default</c> is twenty zeros, which is no valid identifier.
/// </summary>
public readonly record struct Lei
{
    /// <summary>How many characters one has: 20.</summary>
    public const int Length = 20;

    private const int Half = Length / 2;

    // Ten characters each in base 36, the first the most significant: 36^10 is below 2^52.
    private readonly ulong _first, _last;

    private Lei(ulong first, ulong last) => (_first, _last) = (first, last);

    /// <summary>
    /// Reads one, in capitals or small letters, without anything around it. False where it has another length or other characters,
    /// or where its check digits do not fit the rest: with A = 10 to Z = 35 written out, the number leaves 1 when divided by 97.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Lei lei)
    {
        lei = default;
        if (!HasForm(text)) return false;
        if (Remainder(text) != 1) return false;
        lei = new Lei(Pack(text[..Half]), Pack(text[Half..]));
        return true;
    }

    /// <summary>Reads one as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is none, or its check digits are wrong.</exception>
    public static Lei Parse(ReadOnlySpan<char> text) => TryParse(text, out var lei)
        ? lei
        : throw new FormatException(HasForm(text)
            ? $"'{text}' is no legal entity identifier: its check digits should be {CheckDigits(text[..18])}."
            : $"'{text}' is no legal entity identifier: expected 18 letters and digits, then 2 check digits.");

    /// <summary>Whether the text looks like one (twenty letters and digits, the last two digits), whatever its check digits.</summary>
    public static bool HasForm(ReadOnlySpan<char> text)
    {
        if (text.Length != Length) return false;
        foreach (var character in text)
            if (!char.IsAsciiLetterOrDigit(character)) return false;
        return char.IsAsciiDigit(text[18]) && char.IsAsciiDigit(text[19]);
    }

    /// <summary>The two check digits that belong to these eighteen letters and digits: 98 less the remainder by 97 of the number followed by two zeros.</summary>
    /// <exception cref="ArgumentException">They are not eighteen letters and digits.</exception>
    public static string CheckDigits(ReadOnlySpan<char> eighteen)
    {
        if (eighteen.Length != 18) throw new ArgumentException("Check digits belong to eighteen characters.", nameof(eighteen));
        foreach (var character in eighteen)
            if (!char.IsAsciiLetterOrDigit(character)) throw new ArgumentException($"'{character}' is neither a letter nor a digit.", nameof(eighteen));
        var check = 98 - Remainder(eighteen) * 100 % 97;
        return string.Create(2, check, static (two, check) => (two[0], two[1]) = ((char)('0' + check / 10), (char)('0' + check % 10)));
    }

    /// <summary>Its twenty characters, in capitals.</summary>
    public override string ToString() => string.Create(Length, this, static (characters, lei) =>
    {
        Unpack(lei._first, characters[..Half]);
        Unpack(lei._last, characters[Half..]);
    });

    // The characters written out in digits, as one number, modulo 97.
    private static int Remainder(ReadOnlySpan<char> characters)
    {
        ulong remainder = 0;
        foreach (var character in characters)
        {
            var digit = (uint)Digit(character);
            remainder = remainder * (digit < 10 ? 10u : 100u) + digit;
            // Divided only where the next character might not fit any more.
            if (remainder > ulong.MaxValue / 1000) remainder %= 97;
        }
        return (int)(remainder % 97);
    }

    private static ulong Pack(ReadOnlySpan<char> characters)
    {
        ulong packed = 0;
        foreach (var character in characters) packed = packed * 36 + (uint)Digit(character);
        return packed;
    }

    private static void Unpack(ulong packed, Span<char> characters)
    {
        for (var i = characters.Length - 1; i >= 0; i--)
        {
            var digit = (int)(packed % 36);
            characters[i] = (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
            packed /= 36;
        }
    }

    private static int Digit(char character) => char.IsAsciiDigit(character) ? character - '0' : (character | 0x20) - 'a' + 10;
}
