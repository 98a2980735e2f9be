using System.Buffers;

namespace Assay.Formats.Articles;

/// <summary>Tells, before a web page is parsed, whether it opens far more elements inside each other than any page for people does.</summary>
internal static class PageDepth
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>Elements that have no end tag or may leave it out, so that they say nothing about depth (HTML Living Standard, 13.1.2).</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "frame",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "html", "head", "body", "path",
    };

    /// <summary>Whether start tags outnumber end tags by more than <paramref name="most"/> anywhere in the page.</summary>
    public static bool Exceeds(ReadOnlySpan<byte> page, int most)
    {
        var depth = 0;
        Span<char> name = stackalloc char[16];
        var unclosed = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at; (at = page.IndexOf((byte)'<')) >= 0;)
        {
            page = page[(at + 1)..];
            var isEnd = page is [(byte)'/', ..];
            if (isEnd) page = page[1..];
            if (page.IsEmpty || !char.IsAsciiLetter((char)page[0])) continue;
            var length = page[..Math.Min(page.Length, name.Length)].IndexOfAny(NameEnds);
            if (length < 0) length = Math.Min(page.Length, name.Length);
            for (var i = 0; i < length; i++) name[i] = (char)page[i];
            if (unclosed.Contains(name[..length])) continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > most) return true;
        }
        return false;
    }
}
