using System.Collections.Immutable;
using Assay.Findings;
using Assay.Formats.ClaimReview;
using Assay.Formats.Feeds;
using Assay.Formats.Publications;
using Assay.Storage;
using Assay.Storage.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>Feeds of published findings and of verdicts that changed.</summary>
internal static class FeedEndpoints
{
    private const int MostArticles = 30;
    private const int MostVersions = 20;
    private const int MostEntries = 100;
    private const int LongestQuote = 160;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (ending, type, write) in new (string, string, Func<Feed, byte[]>)[] { ("atom", FeedXml.AtomType, FeedXml.Atom), ("rss", FeedXml.RssType, FeedXml.Rss) })
        {
            OpenPages.MapFile(app, $"/feed.{ending}", type, "The findings published last.", async context => write(await FeedAsync(context, "Findings", "The findings published last, each with its verdict.", "", $"feed.{ending}", FindingsAsync)));
            OpenPages.MapFile(app, $"/changes.{ending}", type, "The verdicts that changed last.", async context => write(await FeedAsync(context, "Changed verdicts", "Verdicts that another version of an article gives, and why.", "#changes", $"changes.{ending}", ChangesAsync)));
        }
    }

    private static async Task<Feed> FeedAsync(HttpContext context, string title, string description, string page, string path, Func<Store, ArticleLine, Site, CancellationToken, Task<IEnumerable<FeedEntry>>> entriesOf)
    {
        var (site, store) = (OpenPages.SiteOf(context), context.RequestServices.GetRequiredService<Store>());
        context.Response.Headers.CacheControl = "public, max-age=300";
        var entries = new List<FeedEntry>();
        foreach (var article in await store.Published.ArticlesAsync(MostArticles, 0, context.RequestAborted)) entries.AddRange(await entriesOf(store, article, site, context.RequestAborted));
        return new Feed
        {
            Site = site, Title = $"{site.Publisher}: {title}", Description = description, Page = new Uri(site.Address, page), Address = site.At(path), Begun = DateTimeOffset.UnixEpoch,
            Entries = [.. entries.OrderByDescending(entry => entry.Updated).Take(MostEntries)],
        };
    }

    private static async Task<IEnumerable<FeedEntry>> FindingsAsync(Store store, ArticleLine article, Site site, CancellationToken cancellation)
    {
        if (await store.Published.FindAsync(article.Id, null, cancellation) is not { } version) return [];
        var days = (await store.Published.VersionsAsync(article.Id, cancellation)).ToDictionary(each => each.Number, each => each.Published);
        return version.Findings.Select(finding => Entry(site, version, finding, days.GetValueOrDefault(finding.Since, version.Published)));
    }

    // A finding is one entry for as long as its verdict stands: its address is that of the version which first had it.
    private static FeedEntry Entry(Site site, PublishedVersion version, PublishedFinding finding, DateTimeOffset since) => new()
    {
        Permalink = site.Claim(version.Article, checked((int)finding.Since), finding.Claim),
        Title = $"{ClaimReviewRating.Of(VerdictOf(finding)).Words}: “{Short(finding.Quote)}”",
        Summary = finding.SignedBy.Length > 0 ? finding.Justification : $"{finding.Justification} (Found by a machine; no editor has signed it.)",
        Published = since, Updated = finding.Signed is { } signed && signed > since ? signed : since, Author = finding.SignedBy, Categories = [finding.Verdict],
    };

    private static async Task<IEnumerable<FeedEntry>> ChangesAsync(Store store, ArticleLine article, Site site, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        var after = article.Latest > 1 ? await store.Published.FindAsync(article.Id, article.Latest, cancellation) : null;
        for (var number = article.Latest - 1; after is not null && number >= Math.Max(1, article.Latest - MostVersions); number--)
        {
            if (await store.Published.FindAsync(article.Id, number, cancellation) is not { } before) break;
            entries.AddRange(Changes(site, before, after));
            after = before;
        }
        return entries;
    }

    /// <summary>The claims whose words stand in both versions once and whose verdicts differ.</summary>
    private static IEnumerable<FeedEntry> Changes(Site site, PublishedVersion before, PublishedVersion after)
    {
        var old = before.Findings.GroupBy(finding => finding.Quote, StringComparer.Ordinal).Where(same => same.Count() == 1).ToImmutableDictionary(same => same.Key, same => same.Single(), StringComparer.Ordinal);
        return after.Findings.Where(finding => old.TryGetValue(finding.Quote, out var was) && was.Verdict != finding.Verdict).Select(finding => FeedEntry.OfChange(
            site.Claim(after.Article, checked((int)after.Number), finding.Claim), finding.Quote, VerdictOf(old[finding.Quote]), VerdictOf(finding), finding.Justification, after.Published));
    }

    private static Verdict VerdictOf(PublishedFinding finding) => Enum.Parse<Verdict>(finding.Verdict);

    private static string Short(string quote)
    {
        if (quote.Length <= LongestQuote) return quote;
        var cut = quote.LastIndexOf(' ', LongestQuote) is > 0 and var blank ? blank : LongestQuote;
        return quote[..cut] + "…";
    }
}
