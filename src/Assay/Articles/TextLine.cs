namespace Assay.Articles;

/// <summary>One line of a text, blanks and the line break at its ends set aside.</summary>
/// <param name="Content">The line without the blanks around it.</param>
/// <param name="ContentSpan">Where that stands in the text.</param>
internal readonly record struct TextLine(string Content, TextSpan ContentSpan)
{
    public bool IsBlank => Content.Length == 0;

    /// <summary>All lines; <c>\n</c>, <c>\r\n</c> and <c>\r</c> end one, and a byte order mark at the very start counts as a blank.</summary>
    public static IReadOnlyList<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Trimmed(text, start, end));
            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
        return lines;
    }

    /// <summary>
    /// The line as <c>Key: value</c>; false where it has no colon or what stands before it is no key: one to three words of letters.
    /// </summary>
    public bool TryKeyAndValue(out string key, out string value)
    {
        (key, value) = ("", "");
        var colon = Content.AsSpan().IndexOfAny(':', '：');
        if (colon is < 1 or > 40) return false;
        var words = Content[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 3 || !words.All(word => word.All(c => char.IsLetter(c) || c is '-' or '\''))) return false;
        if (Content.AsSpan(colon + 1).StartsWith("//")) return false;
        key = string.Join(' ', words).ToLowerInvariant();
        value = Content[(colon + 1)..].Trim();
        return true;
    }

    private static TextLine Trimmed(string text, int start, int end)
    {
        while (start < end && IsBlankAt(text, start)) start++;
        while (end > start && IsBlankAt(text, end - 1)) end--;
        return new TextLine(text[start..end], new TextSpan(start, end));
    }

    private static bool IsBlankAt(string text, int at) => char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF';
}
