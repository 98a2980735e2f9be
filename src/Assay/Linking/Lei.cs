namespace Assay.Linking;

/// <summary>Legal entity identifiers: 18 letters and digits and two check digits (ISO 17442, which takes them from ISO 7064, MOD 97-10).</summary>
public static class Lei
{
    private const int Length = 20;
    private const int Modulus = 97;

    /// <summary>Whether a text is one whose check digits are right. Small letters are taken for capitals.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || !char.IsAsciiDigit(text[^1]) || !char.IsAsciiDigit(text[^2])) return false;
        var remainder = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) remainder = (remainder * 10 + (c - '0')) % Modulus;
            else if (char.IsAsciiLetter(c)) remainder = (remainder * 100 + (char.ToUpperInvariant(c) - 'A' + 10)) % Modulus;
            else return false;
        }
        return remainder == 1;
    }
}
