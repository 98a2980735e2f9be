using Assay.Formats.OEmbed;
using Assay.Publishing.Embed;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Open;

/// <summary>Cards that other sites show in a frame, and oEmbed, by which they find them.</summary>
internal static class EmbedEndpoints
{
    private const string XmlType = "text/xml";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/embed/a/{article}", (string article, HttpContext context, Store store, Frames frames) => CardAsync(article, null, context, store, frames)).ExcludeFromDescription();
        app.MapGet("/embed/a/{article}/{claim:regex(^c\\d+$)}", (string article, string claim, HttpContext context, Store store, Frames frames) => CardAsync(article, claim, context, store, frames)).ExcludeFromDescription();
        OpenPages.Described(app.MapGet("/oembed", OEmbedAsync), OpenForm.Json.Type, "The card of an article or claim by oEmbed 1.0.");
    }

    private static async Task<IResult> CardAsync(string article, string? claim, HttpContext context, Store store, Frames frames)
    {
        if (await FindAsync(article, claim, store, context.RequestAborted) is not var (version, finding)) return Failure.NotFound;
        var site = frames.SiteOf(context);
        SecurityHeaders.LetFrame(context);
        context.Response.Headers.CacheControl = "public, max-age=300";
        var address = (claim is null ? site.Article(article) : site.Claim(article, claim)).AbsoluteUri;
        return new HtmlPage(SitePages.Render<EmbedCard, EmbeddedFinding>(new EmbeddedFinding(version, finding, address), frames.Common(context)));
    }

    private static async Task<IResult> OEmbedAsync(string? url, string? format, int? maxwidth, int? maxheight, HttpContext context, Store store)
    {
        var site = OpenPages.SiteOf(context);
        if (format is not (null or "json" or "xml")) return new Failure(StatusCodes.Status501NotImplemented, "format", "That format is not offered", "The format is json or xml.");
        if (maxwidth is < 1 || maxheight is < 1) return new Failure(StatusCodes.Status400BadRequest, "size", "There is no room", "maxwidth and maxheight are at least 1.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || EmbeddedPage.AddressFor(page, site) is not { } embed) return NoCard;
        var parts = embed.AbsolutePath[(embed.AbsolutePath.IndexOf("/embed/a/", StringComparison.Ordinal) + "/embed/a/".Length)..].Split('/');
        if (await FindAsync(Uri.UnescapeDataString(parts[0]), parts.ElementAtOrDefault(1), store, context.RequestAborted) is not var (version, finding)) return NoCard;
        var shown = new EmbeddedPage { Site = site, Title = finding?.Quote ?? version.Title, Embed = embed, Author = finding is null ? version.Author : finding.SignedBy };
        return format == "xml" ? new OpenFile(OEmbedResponse.Xml(shown, maxwidth, maxheight), XmlType) : new OpenFile(OEmbedResponse.Json(shown, maxwidth, maxheight), OpenForm.Json.Type);
    }

    private static Failure NoCard { get; } = new(StatusCodes.Status404NotFound, "not-found", "There is no card for that", "The url is that of an article or claim published here.");

    private static async Task<(PublishedVersion Version, PublishedFinding? Finding)?> FindAsync(string article, string? claim, Store store, CancellationToken cancellation)
    {
        if (await store.Published.FindAsync(article, null, cancellation) is not { } version) return null;
        if (claim is null) return (version, null);
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim) is { } found ? (version, found) : null;
    }
}
