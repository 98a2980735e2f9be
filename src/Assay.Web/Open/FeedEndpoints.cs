using Assay.Findings;
using Assay.Formats.ClaimReview;
using Assay.Formats.Feeds;
using Assay.Formats.Publications;
using Assay.Publishing.Embed;
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

    private static async Task<Feed> FeedAsync(HttpContext context, string title, string description, string page, string path, Func<Store, Site, CancellationToken, Task<List<FeedEntry>>> entriesOf)
    {
        var site = OpenPages.SiteOf(context);
        context.Response.Headers.CacheControl = "public, max-age=300";
        var entries = await entriesOf(context.RequestServices.GetRequiredService<Store>(), site, context.RequestAborted);
        return new Feed
        {
            Site = site, Title = $"{site.Publisher}: {title}", Description = description, Page = new Uri(site.Address, page), Address = site.At(path), Begun = DateTimeOffset.UnixEpoch,
            Entries = [.. entries.OrderByDescending(entry => entry.Updated).Take(MostEntries)],
        };
    }

    private static async Task<List<FeedEntry>> FindingsAsync(Store store, Site site, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        foreach (var article in await store.Published.ArticlesAsync(MostArticles, 0, cancellation))
        {
            if (await store.Published.FindAsync(article.Id, null, cancellation) is not { } version) continue;
            var days = (await store.Published.VersionsAsync(article.Id, cancellation)).ToDictionary(each => each.Number, each => each.Published);
            entries.AddRange(version.Findings.Select(finding => Entry(site, version, finding, days.GetValueOrDefault(finding.Since, version.Published))));
        }
        return entries;
    }

    // A claim that is new or gone has no verdict to change from or to.
    private static async Task<List<FeedEntry>> ChangesAsync(Store store, Site site, CancellationToken cancellation) =>
    [
        .. (await store.Published.ChangedVerdictsAsync(null, MostEntries, 0, cancellation)).Where(line => line.Change is { Old.Length: > 0, New.Length: > 0 }).Select(line => FeedEntry.OfChange(
            site.Claim(line.Article, checked((int)line.Number), line.Change.Claim), line.Change.Quote, Enum.Parse<Verdict>(line.Change.Old), Enum.Parse<Verdict>(line.Change.New), line.Change.Why, line.Published))
            .DistinctBy(entry => entry.Permalink),
    ];

    // A finding is one entry for as long as its verdict stands: its address is that of the version which first had it.
    private static FeedEntry Entry(Site site, PublishedVersion version, PublishedFinding finding, DateTimeOffset since) => new()
    {
        Permalink = site.Claim(version.Article, checked((int)finding.Since), finding.Claim),
        Title = $"{ClaimReviewRating.Of(Enum.Parse<Verdict>(finding.Verdict)).Words}: “{Short(finding.Quote)}”",
        Summary = finding.SignedBy.Length > 0 ? finding.Justification : $"{finding.Justification} ({UnsignedFinding.Words(finding)})",
        Published = since, Updated = finding.Signed is { } signed && signed > since ? signed : since, Author = finding.SignedBy, Categories = [finding.Verdict],
    };

    private static string Short(string quote)
    {
        if (quote.Length <= LongestQuote) return quote;
        var cut = quote.LastIndexOf(' ', LongestQuote) is > 0 and var blank ? blank : LongestQuote;
        return quote[..cut] + "…";
    }
}
