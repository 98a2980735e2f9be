using System.Collections.Immutable;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Assay.Web.Pages;
using Assay.Web.Reactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Articles;

/// <summary>What readers read: lists, published articles, their claims and pictures.</summary>
internal static class ArticleEndpoints
{
    private const int HomeSize = 30;
    private const int HomeChanges = 8;
    private const int HomeAgreed = 5;
    private const int MostCorrections = 500;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app)
    {
        Page(app, "/", HomeAsync);
        Page(app, "/corrections", CorrectionsAsync);
        var articles = app.MapGroup("/a/{article}");
        Page(articles, "/", (context, site) => ArticleAsync(context, site, null));
        Page(articles, "/v{number:long:min(1)}", (context, site) => ArticleAsync(context, site, Number(context)));
        Page(articles, "/{claim:regex(^c\\d+$)}", (context, site) => ClaimAsync(context, site, null));
        Page(articles, "/v{number:long:min(1)}/{claim:regex(^c\\d+$)}", (context, site) => ClaimAsync(context, site, Number(context)));
        app.MapMethods("/pictures/{id}", Reading, PictureAsync);
    }

    /// <summary>A page that is the same for everybody, kept once it is made; where there is nothing, a page that says so.</summary>
    internal static void Page(IEndpointRouteBuilder app, string pattern, Func<HttpContext, SiteParts, Task<string?>> make) =>
        app.MapMethods(pattern, Reading, async (HttpContext context, PageCache pages, SiteParts site) => await pages.GetAsync(context, () => make(context, site)) is { } page
            ? new KeptPage(page) : Missing.Page(context, site.Frames));

    private static async Task<string?> HomeAsync(HttpContext context, SiteParts site)
    {
        var page = int.TryParse(context.Request.Query["page"], out var asked) && asked is > 0 and < 100_000 ? asked : 1;
        var articles = await site.Store.Published.ArticlesAsync(HomeSize + 1, (page - 1) * HomeSize, context.RequestAborted);
        if (articles.Count == 0 && page > 1) return null;
        var changes = page > 1 ? [] : await site.Store.Published.ChangedVerdictsAsync(null, HomeChanges, 0, context.RequestAborted);
        return SitePages.Render<HomePage, HomeList>(new HomeList([.. articles.Take(HomeSize)], changes, page > 1 ? [] : await AgreedAsync(context, site), page, articles.Count > HomeSize), site.Frames.Common(context));
    }

    // More are asked for than are shown: a finding whose verdict is another by now is no longer the one that was agreed on.
    private static async Task<ImmutableArray<FindingLine>> AgreedAsync(HttpContext context, SiteParts site)
    {
        var lines = ImmutableArray.CreateBuilder<FindingLine>();
        foreach (var target in site.Ranking.Agreed(4 * HomeAgreed))
        {
            if (lines.Count == HomeAgreed) break;
            if (await site.Store.Published.FindAsync(target.Article, null, context.RequestAborted) is not { } version) continue;
            if (version.Findings.FirstOrDefault(finding => finding.Claim == target.Claim && finding.Since == target.Since) is { } finding)
                lines.Add(new FindingLine(target.Article, version.Title, finding.Claim, finding.Quote, finding.Verdict, finding.Justification, version.Published));
        }
        return lines.ToImmutable();
    }

    private static async Task<string?> CorrectionsAsync(HttpContext context, SiteParts site)
    {
        var requests = (await site.Store.Requests.AllAsync(MostCorrections, context.RequestAborted)).Where(request => request.State != "open").OrderByDescending(request => request.Answered).ToList();
        var lines = new List<AnsweredRequest>(requests.Count);
        var titles = new Dictionary<string, string>();
        foreach (var request in requests)
        {
            if (!titles.TryGetValue(request.Article, out var title))
                titles[request.Article] = title = (await site.Store.Published.VersionsAsync(request.Article, context.RequestAborted)) is [var latest, ..] ? latest.Title : "";
            lines.Add(new AnsweredRequest(request, title));
        }
        return SitePages.Render<CorrectionsPage, IReadOnlyList<AnsweredRequest>>(lines, site.Frames.Common(context));
    }

    private static async Task<string?> ArticleAsync(HttpContext context, SiteParts site, long? number)
    {
        if (await FindAsync(context, site, number, ArticleParts.BodyName) is not { } published) return null;
        return SitePages.Render<PublishedArticlePage, PublishedArticle>(published, site.Frames.Common(context));
    }

    private static async Task<string?> ClaimAsync(HttpContext context, SiteParts site, long? number)
    {
        var claim = (string)context.GetRouteValue("claim")!;
        if (await FindAsync(context, site, number, claim) is not { } published) return null;
        if (published.Version.Findings.FirstOrDefault(finding => finding.Claim == claim) is not { } finding) return null;
        return SitePages.Render<PublishedClaimPage, PublishedClaim>(new PublishedClaim(published, finding), site.Frames.Common(context));
    }

    private static async Task<PublishedArticle?> FindAsync(HttpContext context, SiteParts site, long? number, string part)
    {
        var (article, cancellation) = ((string)context.GetRouteValue("article")!, context.RequestAborted);
        if (await site.Store.Published.FindAsync(article, number, cancellation) is not { } version) return null;
        if (await site.Store.Published.PartAsync(article, version.Number, part, Frames.Language(context), cancellation) is not { } html) return null;
        var versions = await site.Store.Published.VersionsAsync(article, cancellation);
        return new PublishedArticle(version, versions[0].Number, html, await site.Store.Reactions.CountsAsync(article, cancellation))
        {
            Versions = versions, Requests = await site.Store.Requests.OfArticleAsync(article, cancellation), IsPermalink = number is not null,
            Agreed = [.. site.Ranking.Order(article, version.Findings).Where(finding => site.Ranking.Of(article, finding).Score >= ReactionRanking.AgreedFrom).Select(finding => finding.Claim)],
            Scores = version.Findings.Select(finding => (finding.Claim, site.Ranking.Of(article, finding).Score)).Append(("", site.Ranking.Of(new ReactionTarget(article, "", 0)).Score))
                .Where(pair => pair.Score is not null).ToDictionary(pair => pair.Item1, pair => pair.Score!.Value),
        };
    }

    private static async Task<IResult> PictureAsync(string id, HttpContext context, SiteParts site)
    {
        // A picture of a draft is the desk's alone.
        if (await site.Store.Pictures.FindAsync(id, context.RequestAborted) is not { Article: not null } picture) return Missing.Page(context, site.Frames);
        if (await site.Store.Pictures.BytesAsync(id, context.RequestAborted) is not { } bytes) return Missing.Page(context, site.Frames);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(bytes, picture.Type);
    }

    // The constraint lets a sign and blanks pass; each version has one address.
    private static long Number(HttpContext context)
    {
        var told = (string)context.GetRouteValue("number")!;
        return told is not ['0', ..] && long.TryParse(told, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
