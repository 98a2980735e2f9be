using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Publishing.Text;

/// <summary>
/// Characters that change how text around them is shown without being seen (direction overrides, control characters, tag characters)
/// are replaced by their code points in brackets, so that no text can disguise itself on a page or command a terminal.
/// </summary>
internal static partial class VisibleText
{
    /// <summary>The text with every hidden character made visible; line breaks and tabs stay.</summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(rune => IsHidden(rune.Value))) return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune.Value)) shown.Append(CodePoint(rune.Value));
            else shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    /// <summary>The text on one line, hidden characters made visible, white space joined.</summary>
    public static string OnOneLine(string text) => WhiteSpace().Replace(Of(text), " ").Trim();

    /// <summary>The text on one line, cut at a word so that it has no more than <paramref name="length"/> characters.</summary>
    public static string Shortened(string text, int length)
    {
        var line = OnOneLine(text);
        if (line.Length <= length) return line;
        var cut = line.LastIndexOf(' ', length - 1, length / 2);
        if (cut < 0) cut = char.IsLowSurrogate(line[length - 1]) ? length - 2 : length - 1;
        return line[..cut].TrimEnd() + "…";
    }

    /// <summary>The same for a finished page, where the encoder has written some characters as references.</summary>
    public static string InHtml(string html) => Of(Reference().Replace(html, match =>
    {
        var value = int.Parse(match.Groups["hex"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return IsHidden(value) ? CodePoint(value) : match.Value;
    }));

    private static bool IsHidden(int codePoint) => codePoint switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2066 and <= 0x206F => true,
        0xFEFF or (>= 0xFFF9 and <= 0xFFFB) => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => false,
    };

    private static string CodePoint(int value) => string.Create(CultureInfo.InvariantCulture, $"[U+{value:X4}]");

    [GeneratedRegex("&#x(?<hex>[0-9A-Fa-f]{1,6});", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
