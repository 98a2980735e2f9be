using Assay.Formats.Publications;

namespace Assay.Formats.OEmbed;

/// <summary>A page of ours that another site shows in a frame.</summary>
public sealed record EmbeddedPage
{
    /// <summary>The site.</summary>
    public required Site Site { get; init; }

    /// <summary>The title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The address that the frame shows.</summary>
    public required Uri Embed { get; init; }

    /// <summary>The editor who signed the finding, or the author of the article; empty: not said.</summary>
    public string Author { get; init; } = "";

    /// <summary>
    /// The address to show in a frame for a page of a site; null where the page is none of the site's articles and claims. Versions are shown as they are
    /// now, for a reader of another site should see corrections.
    /// </summary>
    public static Uri? AddressFor(Uri page, Site site)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(site);
        if (!page.IsAbsoluteUri || !site.Address.IsBaseOf(page)) return null;
        var parts = site.Address.MakeRelativeUri(new Uri(page.GetLeftPart(UriPartial.Path))).OriginalString.TrimEnd('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts switch
        {
            ["a", { Length: > 0 } article] => site.Embed(article),
            ["a", { Length: > 0 } article, ['v', >= '1' and <= '9', ..]] => site.Embed(article),
            ["a", { Length: > 0 } article, ['c', >= '1' and <= '9', ..] claim] => site.Embed(article, claim),
            ["a", { Length: > 0 } article, ['v', >= '1' and <= '9', ..], ['c', >= '1' and <= '9', ..] claim] => site.Embed(article, claim),
            _ => null,
        };
    }
}
