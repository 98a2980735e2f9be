using Assay.Publishing.Site;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Articles;

/// <summary>Readers ask for corrections.</summary>
internal static class CorrectionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var path in new[] { "/a/{article}/correct", "/a/{article}/{claim:regex(^c\\d+$)}/correct" })
        {
            app.MapGet(path, AskAsync);
            app.MapPost(path, AddAsync).AddEndpointFilter<FormCheck>();
        }
    }

    private static async Task<IResult> AskAsync(string article, string? claim, HttpContext context, SiteParts site) =>
        await FindAsync(article, claim, null, context, site) is { } asked ? Page(asked, context, site) : Missing.Page(context, site.Frames);

    private static async Task<IResult> AddAsync(string article, string? claim, HttpContext context, SiteParts site)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var number = long.TryParse(form["version"], out var seen) ? seen : (long?)null;
        if (await FindAsync(article, claim, number, context, site) is not { } found) return Missing.Page(context, site.Frames);
        var asked = found with { Text = form["text"].ToString().Trim(), Source = form["source"].ToString().Trim(), IsSent = true };
        if (!asked.IsWhole) return Page(asked, context, site, StatusCodes.Status422UnprocessableEntity);
        await site.Store.Requests.AddAsync(article, asked.Number, asked.Claim, asked.Text, asked.Source, context.RequestAborted);
        return Page(asked with { IsKept = true }, context, site);
    }

    private static HtmlPage Page(AskedCorrection asked, HttpContext context, SiteParts site, int status = StatusCodes.Status200OK) =>
        new(SitePages.Render<CorrectPage, AskedCorrection>(asked, site.Frames.Own(context)), status);

    private static async Task<AskedCorrection?> FindAsync(string article, string? claim, long? number, HttpContext context, SiteParts site)
    {
        var version = await site.Store.Published.FindAsync(article, number, context.RequestAborted);
        if (version is null) return null;
        var title = version.Title.Length > 0 ? version.Title : article;
        if (claim is null) return new AskedCorrection(article, title, version.Number, "", "");
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim) is { } found ? new AskedCorrection(article, title, version.Number, claim, found.Quote) : null;
    }
}
