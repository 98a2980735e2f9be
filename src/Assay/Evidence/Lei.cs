namespace Assay.Evidence;

/// <summary>
/// A legal entity identifier of ISO 17442: eighteen letters and digits and two check digits (ISO/IEC 7064, MOD 97-10), held as a
/// number, so that millions of them are 16 bytes each. <c>default</c> is twenty zeros, which is no valid identifier.
/// </summary>
public readonly record struct Lei
{
    /// <summary>How many characters one has: 20.</summary>
    public const int Length = 20;

    // In base 36, the first character the most significant: 36^20 is below 2^104.
    private readonly UInt128 _value;

    private Lei(UInt128 value) => _value = value;

    /// <summary>
    /// Reads one, in capitals or small letters, without anything around it. False where it has another length or other characters,
    /// or where its check digits do not fit the rest: with A = 10 to Z = 35 written out, the number leaves 1 when divided by 97.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Lei lei)
    {
        lei = default;
        if (!HasForm(text)) return false;
        UInt128 value = 0;
        var remainder = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            value = value * 36 + (uint)digit;
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
        }
        if (remainder != 1) return false;
        lei = new Lei(value);
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
        var remainder = 0;
        foreach (var character in eighteen)
        {
            if (!char.IsAsciiLetterOrDigit(character)) throw new ArgumentException($"'{character}' is neither a letter nor a digit.", nameof(eighteen));
            var digit = Digit(character);
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
        }
        var check = 98 - remainder * 100 % 97;
        return string.Create(2, check, static (two, check) => (two[0], two[1]) = ((char)('0' + check / 10), (char)('0' + check % 10)));
    }

    /// <summary>Its twenty characters, in capitals.</summary>
    public override string ToString() => string.Create(Length, _value, static (characters, value) =>
    {
        for (var i = Length - 1; i >= 0; i--)
        {
            var (rest, digit) = UInt128.DivRem(value, 36);
            characters[i] = (char)(digit < 10 ? '0' + (int)digit : 'A' + (int)digit - 10);
            value = rest;
        }
    });

    private static int Digit(char character) => char.IsAsciiDigit(character) ? character - '0' : (character | 0x20) - 'a' + 10;
}
