using System.Globalization;
using System.Text;

namespace Assay.Formats.Mappings;

/// <summary>How numbers are written: the sign before decimals, and what stands between thousands.</summary>
/// <param name="Decimal">The decimal sign, <c>.</c> or <c>,</c>.</param>
/// <param name="Thousands">What stands between groups of three digits; a blank means any kind of it; null: nothing does.</param>
internal sealed record NumberForm(char Decimal, char? Thousands)
{
    /// <summary>A decimal point and nothing between thousands.</summary>
    public static NumberForm Plain { get; } = new('.', null);

    /// <summary>
    /// Reads a number, with a percent sign or not. What might mean two things is not read: groups that the form does not have, or that are not of three digits.
    /// </summary>
    public bool TryRead(string text, out decimal number)
    {
        number = 0;
        var span = text.AsSpan().Trim();
        if (span.EndsWith("%")) span = span[..^1].TrimEnd();
        var plain = new StringBuilder(span.Length);
        var group = -1;
        var isDecimal = false;
        foreach (var raw in span)
        {
            var c = raw is '\u00A0' or '\u202F' or '\u2009' ? ' ' : raw == '\u2019' ? '\'' : raw == '\u2212' ? '-' : raw;
            if (char.IsAsciiDigit(c))
            {
                plain.Append(c);
                if (group >= 0) group++;
            }
            else if (c == Decimal && !isDecimal)
            {
                if (group is >= 0 and not 3) return false;
                (isDecimal, group) = (true, -1);
                plain.Append('.');
            }
            else if (c == Thousands && !isDecimal)
            {
                var digits = plain.Length - (plain.Length > 0 && plain[0] == '-' ? 1 : 0);
                if (group >= 0 ? group != 3 : digits is < 1 or > 3) return false;
                group = 0;
            }
            else if (c is '-' or '+' && plain.Length == 0) plain.Append(c);
            else return false;
        }
        if (group is >= 0 and not 3) return false;
        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
