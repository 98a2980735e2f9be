using System.Text;

namespace Assay.Formats.Publications;

/// <summary>Makes any text fit for formats that refuse some characters or run long.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text with U+FFFD for what XML 1.0 cannot hold, not even escaped: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
    /// </summary>
    public static string WithoutControls(string text)
    {
        var at = 0;
        while (at < text.Length && IsPlain(text[at])) at++;
        if (at == text.Length) return text;
        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (IsPlain(text[at])) clean.Append(text[at]);
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) clean.Append(text[at]).Append(text[++at]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }

    /// <summary>The text on one line, cut between words with an ellipsis where it is longer than so many characters.</summary>
    public static string Short(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most) return line;
        var cut = line.LastIndexOf(' ', most - 1);
        if (cut < most / 2) cut = most - 1;
        if (char.IsHighSurrogate(line[cut - 1])) cut--;
        return line[..cut].TrimEnd() + "…";
    }

    /// <summary>An address of the web as it may stand in a link; null for any other text.</summary>
    public static string? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;

    private static bool IsPlain(char c) => c switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        _ => !char.IsSurrogate(c),
    };
}
