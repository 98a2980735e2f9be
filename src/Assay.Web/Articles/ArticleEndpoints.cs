using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Articles;

/// <summary>What readers read.</summary>
internal static class ArticleEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", async (HttpContext context, Store store, Frames frames) =>
            new HtmlPage(SitePages.Render<HomePage, IReadOnlyList<ArticleLine>>(await store.Published.ArticlesAsync(50, 0, context.RequestAborted), frames.Common(context))));
        var articles = app.MapGroup("/a/{article}");
        articles.MapGet("/", (string article, HttpContext context, Store store, Frames frames) => ArticleAsync(article, null, context, store, frames));
        articles.MapGet("/v{number:long}", (string article, long number, HttpContext context, Store store, Frames frames) => ArticleAsync(article, number, context, store, frames));
        articles.MapGet("/{claim:regex(^c\\d+$)}", (string article, string claim, HttpContext context, Store store, Frames frames) => ClaimAsync(article, null, claim, context, store, frames));
        articles.MapGet("/v{number:long}/{claim:regex(^c\\d+$)}", (string article, long number, string claim, HttpContext context, Store store, Frames frames) => ClaimAsync(article, number, claim, context, store, frames));
    }

    private static async Task<IResult> ArticleAsync(string article, long? number, HttpContext context, Store store, Frames frames)
    {
        if (await FindAsync(article, number, "body", context, store) is not { } published) return Missing.Page(context, frames);
        return new HtmlPage(SitePages.Render<PublishedArticlePage, PublishedArticle>(published, frames.Common(context)));
    }

    private static async Task<IResult> ClaimAsync(string article, long? number, string claim, HttpContext context, Store store, Frames frames)
    {
        if (await FindAsync(article, number, claim, context, store) is not { } published) return Missing.Page(context, frames);
        var finding = published.Version.Findings.First(finding => finding.Claim == claim);
        return new HtmlPage(SitePages.Render<PublishedClaimPage, PublishedClaim>(new PublishedClaim(published, finding), frames.Common(context)));
    }

    private static async Task<PublishedArticle?> FindAsync(string article, long? number, string part, HttpContext context, Store store)
    {
        if (await store.Published.FindAsync(article, number, context.RequestAborted) is not { } version) return null;
        if (await store.Published.PartAsync(article, version.Number, part, Frames.Language(context), context.RequestAborted) is not { } html) return null;
        var latest = number is null ? version : await store.Published.FindAsync(article, null, context.RequestAborted);
        return new PublishedArticle(version, latest!.Number, html, await store.Reactions.CountsAsync(article, context.RequestAborted));
    }
}
