using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Reactions;
using Assay.Web.Accounts;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Reactions;

/// <summary>Useful, or not: one reaction a reader and finding, changeable.</summary>
internal static class ReactionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var path in new[] { "/a/{article}/react", "/a/{article}/{claim:regex(^c\\d+$)}/react" })
        {
            app.MapGet(path, AskAsync);
            app.MapPost(path, SetAsync).AddEndpointFilter<FormCheck>();
        }
    }

    private static async Task<IResult> AskAsync(string article, string? claim, HttpContext context, Store store, Frames frames, ReaderCookie readers)
    {
        if (await TargetAsync(article, claim, context, store) is not (_, var quote)) return Missing.Page(context, frames);
        bool? chosen = context.Request.Query["useful"].ToString() switch { "yes" => true, "no" => false, _ => null };
        if (chosen is null && readers.Find(context) is { } reader)
            chosen = (await store.Reactions.OfReaderAsync(article, reader, context.RequestAborted)).TryGetValue(claim ?? "", out var choice) ? choice.Useful : null;
        return new HtmlPage(SitePages.Render<ReactPage, AskedReaction>(new AskedReaction(claim ?? "", quote, chosen), frames.Own(context)));
    }

    private static async Task<IResult> SetAsync(string article, string? claim, HttpContext context, Store store, Frames frames, ReaderCookie readers)
    {
        if (await TargetAsync(article, claim, context, store) is not (var target, _)) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        bool? useful = form["useful"].ToString() switch { "yes" => true, "no" => false, _ => null };
        await store.Reactions.SetAsync(new Reaction(target, readers.FindOrGive(context), useful, ""), context.RequestAborted);
        return Results.LocalRedirect(claim is null ? $"/a/{article}" : $"/a/{article}/{claim}");
    }

    private static async Task<(ReactionTarget Target, string Quote)?> TargetAsync(string article, string? claim, HttpContext context, Store store)
    {
        if (await store.Published.FindAsync(article, null, context.RequestAborted) is not { } version) return null;
        if (claim is null) return (new ReactionTarget(article, "", 0), version.Title);
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim) is { } found ? (new ReactionTarget(article, claim, found.Since), found.Quote) : null;
    }
}
