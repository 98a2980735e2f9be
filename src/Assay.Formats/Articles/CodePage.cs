using System.Text;

namespace Assay.Formats.Articles;

/// <summary>
/// Says which encoding the bytes of a text are likely to be in, for a message that tells how to convert it. Nothing is ever read by it:
/// a guess is wrong in names, and a name misread is a claim that goes missing.
/// </summary>
internal static class CodePage
{
    /// <summary>The single-byte encoding, as <c>iconv</c> names it: Cyrillic words are runs of high bytes, accents in Latin ones stand apart.</summary>
    public static string Likely(ReadOnlySpan<byte> bytes)
    {
        var (high, inRuns) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0xC0) continue;
            high++;
            if (i > 0 && bytes[i - 1] >= 0xC0 || i + 1 < bytes.Length && bytes[i + 1] >= 0xC0) inRuns++;
        }
        return inRuns * 2 > high ? "WINDOWS-1251" : "WINDOWS-1252";
    }

    /// <summary>The kind of UTF-16 that a text without a byte order mark seems to be in; null: none.</summary>
    public static string? LikelyUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        if (IsText(bytes, Encoding.Unicode)) return "UTF-16LE";
        return IsText(bytes, Encoding.BigEndianUnicode) ? "UTF-16BE" : null;
    }

    /// <summary>Whether most of the first characters are letters, blanks and marks of Latin or Cyrillic script.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return text.Count(c => c is '\t' or '\n' or '\r' or (>= ' ' and < '\u0530') or (>= '\u2010' and < '\u2050')) * 10L >= text.Length * 9L;
    }
}
