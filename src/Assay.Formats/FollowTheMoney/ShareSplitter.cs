using System.Globalization;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Splits a text about a share into words, numbers and signs, in lower case and in the digits 0 to 9.</summary>
internal static class ShareSplitter
{
    /// <summary>The pieces in order. A number keeps its separators: <c>12,5</c>.</summary>
    public static List<string> Split(string text)
    {
        var pieces = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsGap(c)) at++;
            else if (StartsNumber(text, at)) pieces.Add(NumberAt(text, ref at));
            else if (char.IsLetter(c)) pieces.Add(WordAt(text, ref at));
            else SignAt(text, ref at, pieces);
        }
        return pieces;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\ufeff' or '"' or '\'' or '«' or '»' or '“' or '”';

    private static bool IsDigit(char c) => CharUnicodeInfo.GetDecimalDigitValue(c) >= 0;

    private static bool StartsNumber(string text, int at) =>
        IsDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at + 1]) && (at == 0 || !IsDigit(text[at - 1])));

    private static string NumberAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (IsDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at + 1])))) at++;
        return string.Create(at - start, (text, start), static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = source.text[source.start + i];
                span[i] = IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;
            }
        });
    }

    private static string WordAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark)) at++;
        return text[start..at].ToLowerInvariant();
    }

    private static void SignAt(string text, ref int at, List<string> pieces)
    {
        var c = text[at++];
        if (Fraction(c) is { } fraction)
        {
            pieces.AddRange(fraction.Split(' '));
            return;
        }
        var sign = c switch
        {
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '…' or '‑' => "-",
            '％' or '٪' => "%",
            '\u2044' or '\u2215' => "/",
            '＞' => ">",
            '＜' => "<",
            '＋' => "+",
            _ => c.ToString(),
        };
        if (at < text.Length && ((sign is ">" or "<" && text[at] == '=') || (sign == "=" && text[at] is '>' or '<'))) sign += text[at++];
        pieces.Add(sign);
    }

    private static string? Fraction(char c) => c switch
    {
        '½' => "1 / 2",
        '⅓' => "1 / 3",
        '⅔' => "2 / 3",
        '¼' => "1 / 4",
        '¾' => "3 / 4",
        '⅕' => "1 / 5",
        '⅛' => "1 / 8",
        _ => null,
    };
}
