using System.Text.Json;
using AngleSharp.Dom;

namespace Assay.Formats.Articles;

/// <summary>
/// What a web page says of itself: Open Graph and article properties, Dublin Core, schema.org in JSON-LD, and the page's own elements.
/// The first that is given counts.
/// </summary>
internal sealed class PageMetadata
{
    private readonly IDocument _page;
    private readonly Dictionary<string, string> _linked = [];

    public PageMetadata(IDocument page)
    {
        _page = page;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(20)) ReadLinked(script.TextContent);
    }

    public string Title => First(Meta("og:title"), Linked("headline"), _page.QuerySelector("h1")?.TextContent, _page.Title);

    public string Author => First(Linked("author"), Meta("author", "article:author", "dc.creator", "parsely-author") is { } author && !author.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? author : null);

    public string Publisher => First(Meta("og:site_name"), Linked("publisher"), Meta("dc.publisher", "application-name"));

    public string Date => First(Meta("article:published_time", "og:published_time"), Linked("datePublished"),
        Meta("date", "pubdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date"),
        _page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content"), _page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("datetime"),
        _page.QuerySelector("article time[datetime], time[pubdate], header time[datetime]")?.GetAttribute("datetime"));

    public string Url => First(Address(_page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")), Address(Meta("og:url")));

    public string Language => First(_page.DocumentElement.GetAttribute("lang"), Meta("og:locale", "content-language"));

    private static string First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value)) return value.Trim();
        return "";
    }

    private static string? Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var meta in _page.Head?.QuerySelectorAll("meta") ?? Enumerable.Empty<IElement>())
                if (name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("http-equiv"), StringComparison.OrdinalIgnoreCase)
                    && !string.IsNullOrWhiteSpace(meta.GetAttribute("content"))) return meta.GetAttribute("content");
        return null;
    }

    private string? Linked(string property) => _linked.GetValueOrDefault(property);

    private void ReadLinked(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            foreach (var thing in Things(document.RootElement)) Take(thing);
        }
        catch (JsonException)
        {
            // What a page says of itself in broken JSON is not said.
        }
    }

    private static IEnumerable<JsonElement> Things(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray().SelectMany(Things),
        JsonValueKind.Object when root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array => graph.EnumerateArray(),
        JsonValueKind.Object => [root],
        _ => [],
    };

    private void Take(JsonElement thing)
    {
        if (thing.ValueKind != JsonValueKind.Object || !IsArticle(thing)) return;
        foreach (var property in (string[])["headline", "datePublished", "author", "publisher"])
            if (thing.TryGetProperty(property, out var value) && Words(value) is { Length: > 0 } words) _linked.TryAdd(property, words);
    }

    private static bool IsArticle(JsonElement thing) => thing.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToList() : [type]).Exists(name => name.ValueKind == JsonValueKind.String
            && name.GetString() is { } word && (word.EndsWith("Article", StringComparison.Ordinal) || word is "BlogPosting" or "Report" or "WebPage"));

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words).Where(word => word.Length > 0)),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Words(name),
        _ => "",
    };
}
