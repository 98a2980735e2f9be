using System.Text;

namespace Assay.Storage;

/// <summary>
/// Text that every database takes. PostgreSQL refuses the character 0, and half a surrogate pair has no form in UTF-8: either is kept as U+FFFD,
/// one for one, so that positions in the text still hold.
/// </summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        var at = FirstBad(text, 0);
        if (at < 0) return text;
        var kept = new StringBuilder(text);
        for (; at >= 0; at = FirstBad(text, at + 1)) kept[at] = '\uFFFD';
        return kept.ToString();
    }

    private static int FirstBad(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\0') return at;
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) at++;
            else return at;
        }
        return -1;
    }
}
