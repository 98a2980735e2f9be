using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Assay.Formats.Json;
using Assay.Formats.Publications;

namespace Assay.Formats.OEmbed;

/// <summary>Writes oEmbed 1.0 responses for pages that other sites show in a frame: <c>docs/formats/oembed.md</c>.</summary>
public static class OEmbedResponse
{
    /// <summary>The width of the frame in pixels where nothing narrower is asked for.</summary>
    public const int Width = 640;

    /// <summary>The height of the frame in pixels where nothing lower is asked for.</summary>
    public const int Height = 360;

    /// <summary>How many seconds a response may be kept: a day, so that corrections are seen.</summary>
    private const int CacheAge = 86_400;

    private static readonly OEmbedContext Shapes = new(PageSafeJson.Relaxed(OEmbedContext.Default.Options));

    /// <summary>The response as JSON in UTF-8.</summary>
    /// <param name="page">The page.</param>
    /// <param name="maxWidth">The most pixels across that the other site has room for; null: any.</param>
    /// <param name="maxHeight">The most pixels down; null: any.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room at all.</exception>
    public static byte[] Json(EmbeddedPage page, int? maxWidth = null, int? maxHeight = null) => PageSafeJson.Bytes(Document(page, maxWidth, maxHeight), Shapes.OEmbedDocument);

    /// <summary>The response as XML in UTF-8.</summary>
    /// <param name="page">The page.</param>
    /// <param name="maxWidth">The most pixels across that the other site has room for; null: any.</param>
    /// <param name="maxHeight">The most pixels down; null: any.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room at all.</exception>
    public static byte[] Xml(EmbeddedPage page, int? maxWidth = null, int? maxHeight = null)
    {
        var document = Document(page, maxWidth, maxHeight);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            Element("type", document.Type);
            Element("version", document.Version);
            Element("title", document.Title);
            Element("author_name", document.AuthorName);
            Element("provider_name", document.ProviderName);
            Element("provider_url", document.ProviderUrl);
            Element("cache_age", Number(document.CacheAge));
            Element("html", document.Html);
            Element("width", Number(document.Width));
            Element("height", Number(document.Height));
            xml.WriteEndElement();

            void Element(string name, string? text)
            {
                if (text is not null) xml.WriteElementString(name, PlainText.WithoutControls(text));
            }
        }
        return bytes.ToArray();
    }

    private static OEmbedDocument Document(EmbeddedPage page, int? maxWidth, int? maxHeight)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (maxWidth is { } across) ArgumentOutOfRangeException.ThrowIfLessThan(across, 1, nameof(maxWidth));
        if (maxHeight is { } down) ArgumentOutOfRangeException.ThrowIfLessThan(down, 1, nameof(maxHeight));
        var (width, height) = (Math.Min(Width, maxWidth ?? Width), Math.Min(Height, maxHeight ?? Height));
        return new OEmbedDocument
        {
            Title = page.Title,
            AuthorName = page.Author.Length == 0 ? null : page.Author,
            ProviderName = page.Site.Publisher,
            ProviderUrl = page.Site.Address.AbsoluteUri,
            CacheAge = CacheAge,
            Html = Frame(page, width, height),
            Width = width,
            Height = height,
        };
    }

    // The framed page runs nothing and may only open links: the other site need not trust it.
    private static string Frame(EmbeddedPage page, int width, int height) =>
        $"<iframe src=\"{Attribute(page.Embed.AbsoluteUri)}\" title=\"{Attribute(page.Title)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" style=\"border:0\"></iframe>";

    private static string Attribute(string text) => WebUtility.HtmlEncode(PlainText.WithoutControls(text));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
