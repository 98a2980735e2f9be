using System.Globalization;
using System.Runtime.CompilerServices;

namespace Assay.Formats.Graphs;

/// <summary>Reads numbers with a decimal point. Each is the <see cref="double"/> nearest to what is written.</summary>
internal static class NumberText
{
    /// <summary>Powers of ten that a double holds exactly.</summary>
    private static readonly double[] s_tens = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Reads a number and divides it by a power of ten.</summary>
    /// <param name="text">Digits with a point, a sign or an exponent, without space or thousands sign.</param>
    /// <param name="shift">By which power of ten: 2 for percent, 0 for none.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is a number, and a finite one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, int shift, out double value)
    {
        value = 0;
        // Up to 15 digits are an integer that a double holds, and so is a power of ten up to 22: their quotient is rounded once.
        ulong digits = 0;
        var point = -1;
        if (text.Length is > 0 and <= 16)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var digit = unchecked((uint)text[i] - '0');
                if (digit <= 9) digits = digits * 10 + digit;
                else if (text[i] == '.' && point < 0) point = i;
                else return TrySlowly(text, shift, out value);
            }
            if (text.Length - (point < 0 ? 0 : 1) is >= 1 and <= 15)
            {
                value = digits / s_tens[(point < 0 ? 0 : text.Length - 1 - point) + shift];
                return true;
            }
        }
        return TrySlowly(text, shift, out value);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, int, out double)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, int shift, out double value)
    {
        const int Longest = 400;
        value = 0;
        // A point before its last digits, as most numbers have; whatever is written otherwise goes the longer way.
        ulong digits = 0;
        var point = -1;
        if (text.Length is > 0 and <= 15)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var digit = unchecked((uint)text[i] - '0');
                if (digit <= 9) digits = digits * 10 + digit;
                else if (text[i] == '.' && point < 0) point = i;
                else goto Otherwise;
            }
            if (text.Length > 1 || point < 0)
            {
                value = digits / s_tens[(point < 0 ? 0 : text.Length - 1 - point) + shift];
                return true;
            }
        }

    Otherwise:
        // No number that anybody writes has so many digits.
        if (text.Length > Longest) return false;
        Span<char> wide = stackalloc char[text.Length];
        ByteText.Widen(text, wide);
        return TryParse(wide, shift, out value);
    }

    private static bool TrySlowly(ReadOnlySpan<char> text, int shift, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value)) return false;
        // Written with an exponent, the shifted number is rounded once as well.
        if (shift > 0 && !text.ContainsAny('e', 'E')) return double.TryParse($"{text}e-{shift}", Style, CultureInfo.InvariantCulture, out value);
        value /= s_tens[shift];
        return true;
    }
}
