using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Formats.Mappings;

/// <summary>Texts of other people's files as parts of a YAML file.</summary>
internal static partial class MappingText
{
    /// <summary>A text as a scalar that is read as it is, quoted where YAML would take it for something else.</summary>
    public static string Quoted(string text)
    {
        if (PlainText().IsMatch(text) && !Reserved().IsMatch(text)) return text;
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(c) && !IsPaired(text, c)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A text within a comment: on one line, and not too long.</summary>
    public static string Comment(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= 60) return plain.Append('…').ToString();
            plain.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF ? " " : rune.ToString());
        }
        return plain.ToString();
    }

    private static bool IsPaired(string text, char half) => text.IndexOf(half, StringComparison.Ordinal) is var at
        && ((at + 1 < text.Length && char.IsSurrogatePair(half, text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], half)));

    [GeneratedRegex(@"^[\p{L}_][\p{L}0-9_./-]*( [\p{L}0-9_./-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainText();

    [GeneratedRegex("^(true|false|yes|no|on|off|null|y|n)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
