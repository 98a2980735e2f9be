using System.Text;

namespace Assay.Formats.Articles;

/// <summary>In what form an article comes.</summary>
public enum ArticleFormat
{
    /// <summary>Plain text, with metadata lines at its head and foot.</summary>
    Text,
    /// <summary>Markdown, with or without YAML front matter.</summary>
    Markdown,
    /// <summary>A web page.</summary>
    Html,
    /// <summary>A word processor's document (Office Open XML, ISO/IEC 29500).</summary>
    Word,
    /// <summary>A PDF.</summary>
    Pdf,
}

/// <summary>Tells the format of an article from its first bytes, and Markdown from the file's name.</summary>
internal static class FormatOf
{
    /// <summary>The format of bytes that came under a name.</summary>
    public static ArticleFormat Bytes(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("%PDF-"u8)) return ArticleFormat.Pdf;
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return ArticleFormat.Word;
        if (IsPage(bytes)) return ArticleFormat.Html;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension is ".md" or ".markdown" ? ArticleFormat.Markdown : ArticleFormat.Text;
    }

    /// <summary>Whether the first thing that is no blank, comment or XML declaration is the root of a web page.</summary>
    private static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]).Replace("\0", "", StringComparison.Ordinal).AsSpan();
        head = head.TrimStart("\u00EF\u00BB\u00BF\u00FF\u00FE \t\r\n");
        while (head.StartsWith("<!--", StringComparison.Ordinal) || head.StartsWith("<?", StringComparison.Ordinal))
        {
            var end = head.IndexOf(head[1] == '?' ? "?>" : "-->", StringComparison.Ordinal);
            if (end < 0) return false;
            head = head[(end + (head[1] == '?' ? 2 : 3))..].TrimStart();
        }
        return Begins(head, "<!doctype html") || Begins(head, "<html") || Begins(head, "<head") || Begins(head, "<body") || Begins(head, "<meta");
    }

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
