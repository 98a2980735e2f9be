using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;
using Article = Assay.Articles.Article;

namespace Assay.Formats.Articles;

/// <summary>
/// Takes the article out of a web page: its body by SmartReader (the port of Mozilla's Readability), title, author, date, address and
/// publisher from what the page says of itself. Where no body can be told from the rest, the whole page's text is taken.
/// </summary>
internal static class HtmlArticle
{
    // SmartReader walks by recursion; no page that people read is nested so deep or so large.
    private const int MostDepth = 400;
    private const int MostElements = 100_000;
    // A parser looks through the open elements at every tag: it takes quadratic time in them.
    private const int MostOpen = 3_000;

    static HtmlArticle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="bytes">The page; its encoding is that of its byte order mark, <paramref name="charset"/> or its own declaration.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="address">Where it came from; null for a file.</param>
    /// <param name="charset">The encoding that its server named; null: none.</param>
    public static Article Read(byte[] bytes, string name, Uri? address = null, string? charset = null)
    {
        if (PageDepth.Exceeds(bytes, MostOpen))
            throw ArticleFile.Refused(new Problem("too-deep", name, 0, 0, $"more than {MostOpen} elements inside each other", "a page that people read", "save the article's text as .txt"));
        var page = Parse(bytes, charset, name);
        var said = new PageMetadata(page);
        var parts = new ArticleParts("") { Title = said.Title, Author = said.Author, Publisher = said.Publisher, Date = said.Date, Url = said.Url.Length > 0 ? said.Url : address?.ToString() ?? "", Language = said.Language };
        return (parts with { Body = BodyOf(page, address) }).Compose(name);
    }

    /// <summary>The text of a fragment of HTML.</summary>
    public static string Text(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        return page.Body is { } body ? FlowText.Of(body) : "";
    }

    private static IHtmlDocument Parse(byte[] bytes, string? charset, string name)
    {
        var parser = new HtmlParser();
        if (charset is not null && bytes is not [0xEF, 0xBB, 0xBF, ..] and not [0xFF, 0xFE, ..] and not [0xFE, 0xFF, ..] && EncodingOf(charset) is { } encoding)
            return parser.ParseDocument(encoding.GetString(bytes));
        if (!Declares(bytes)) return parser.ParseDocument(ArticleText.Decode(bytes, name));
        using var stream = new MemoryStream(bytes);
        return parser.ParseDocument(stream);
    }

    /// <summary>Whether the page says its encoding, where a parser looks for that: in its first bytes.</summary>
    private static bool Declares(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096)) is var head && (head.Contains("charset", StringComparison.OrdinalIgnoreCase) || head.Contains("encoding", StringComparison.OrdinalIgnoreCase));

    private static Encoding? EncodingOf(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset.Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string BodyOf(IHtmlDocument page, Uri? address)
    {
        if (page.Body is not { } body) return "";
        var whole = FlowText.Of(page.QuerySelector("article") ?? page.QuerySelector("main") ?? body);
        if (!IsOrdinary(body)) return whole;
        using var reader = new Reader((address ?? new Uri("https://localhost/")).ToString(), page) { ContinueIfNotReadable = false, CharThreshold = 250 };
        var found = reader.GetArticle();
        return found is { Completed: true, IsReadable: true, Content.Length: > 0 } && Text(found.Content) is { Length: > 0 } text ? text : whole;
    }

    private static bool IsOrdinary(INode root)
    {
        var (depth, count) = (0, 0);
        for (INode? node = root, next; node is not null; node = next)
        {
            if (++count > MostElements || depth > MostDepth) return false;
            next = node.FirstChild;
            if (next is not null) depth++;
            while (next is null && node != root)
            {
                next = node.NextSibling;
                if (next is not null) break;
                node = node.Parent!;
                depth--;
            }
        }
        return true;
    }
}
