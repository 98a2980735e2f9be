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
        ReactionJsonEndpoints.Map(app);
    }

    private static async Task<IResult> AskAsync(string article, string? claim, HttpContext context, Store store, ReactionTargets targets, Frames frames, ReaderCookie readers)
    {
        if (await TargetAsync(article, claim, context, targets) is not (_, var quote)) return Missing.Page(context, frames);
        bool? useful = context.Request.Query["useful"].ToString() switch { "yes" => true, "no" => false, _ => null };
        var before = readers.Find(context) is { } reader && (await store.Reactions.OfReaderAsync(article, reader, context.RequestAborted)).TryGetValue(claim ?? "", out var choice) ? choice : (ReaderChoice?)null;
        return Page(context, frames, article, claim, quote, useful ?? before?.Useful, before?.Reason ?? "", "");
    }

    private static async Task<IResult> SetAsync(string article, string? claim, HttpContext context, Store store, ReactionTargets targets, ReactionRanking ranking, Frames frames, ReaderCookie readers)
    {
        if (await TargetAsync(article, claim, context, targets) is not (var target, var quote)) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        bool? useful = form["useful"].ToString() switch { "yes" => true, "no" => false, _ => null };
        var reason = useful is null ? "" : form["reason"].ToString();
        if (useful is null && form["useful"] != "none" || !ReactionReasons.Has(useful, reason))
            return Page(context, frames, article, claim, quote, useful, reason, "Choose one of the answers, and no reason or one that goes with it.");
        var reaction = new Reaction(target, readers.FindOrGive(context), useful, reason);
        await store.Reactions.SetAsync(reaction, context.RequestAborted);
        await ranking.NoteAsync(reaction, context.RequestAborted);
        return Results.LocalRedirect(claim is null ? $"/a/{article}" : $"/a/{article}/{claim}");
    }

    private static HtmlPage Page(HttpContext context, Frames frames, string article, string? claim, string quote, bool? useful, string reason, string problem)
    {
        var frame = frames.Own(context);
        var asked = new AskedReaction(claim ?? "", quote, useful) { Reason = reason, Problem = problem, Back = claim is null ? $"/a/{article}" : $"/a/{article}/{claim}" };
        return new HtmlPage(SitePages.Render<ReactPage, AskedReaction>(asked, frame), problem.Length > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<(ReactionTarget Target, string Quote)?> TargetAsync(string article, string? claim, HttpContext context, ReactionTargets targets)
    {
        if (await targets.FindAsync(article, context.RequestAborted) is not { } version || ReactionTargets.Of(version, claim ?? "") is not { } target) return null;
        return (target, claim is null ? version.Title : version.Findings.First(finding => finding.Claim == claim).Quote);
    }
}
