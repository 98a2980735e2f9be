using System.Globalization;

namespace Assay.Formats.Mappings.Tables;

/// <summary>Numbers that a file keeps in binary, as the text that people would have written.</summary>
internal static class FigureText
{
    /// <summary>The shortest digits that mean the number, without an exponent where a record's figure has room for it.</summary>
    public static string Of(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (Math.Abs(number) is < 1e15 and (0 or > 1e-12) && text.Contains('E', StringComparison.Ordinal)) return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return text;
    }

    /// <summary>The same of a number of less precision.</summary>
    public static string Of(float number) => Of(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
