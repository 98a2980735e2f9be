using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Publishing.Site;
using Assay.Records;
using Assay.Storage.Search;
using Assay.Web.Articles;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Entities;

/// <summary>Search over articles and claims that are published, and names and sources of the record.</summary>
internal static class SearchEndpoints
{
    private const int MostWords = 200;
    private const int MostNames = 12;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/search", async (HttpContext context, SiteParts site) =>
    {
        var words = context.Request.Query["q"].ToString().Trim();
        if (words.Length > MostWords) words = words[..MostWords];
        var page = int.TryParse(context.Request.Query["page"], out var asked) && asked is > 0 and < 10_000 ? asked : 1;
        var found = words.Length == 0 ? new SearchPage([], 0) : await site.Store.SearchAsync(words, SearchResults.PageSize, (page - 1) * SearchResults.PageSize, context.RequestAborted);
        var evidence = site.Record.Current.Evidence;
        var results = new SearchResults(words, found.Hits, found.Total, page == 1 ? Entities(evidence, words) : [], page == 1 ? Sources(evidence, words) : [], page);
        context.Response.Headers.CacheControl = "no-cache";
        return new HtmlPage(SitePages.Render<SearchResultsPage, SearchResults>(results, site.Frames.Common(context)));
    });

    // Whole names before names that begin so, before names that hold it; then in the order of the alphabet.
    private static ImmutableArray<Entity> Entities(EvidenceSnapshot evidence, string words) => words.Length < 2 ? [] :
    [
        .. evidence.HeldEntities.Concat(evidence.StoredLike(words)).Select(entity => (Entity: entity, Rank: entity.Aliases.Select(alias => alias.Text).Prepend(entity.Name).Append(entity.EntityId.Value).Min(name => Rank(name, words))))
            .Where(pair => pair.Rank < int.MaxValue).OrderBy(pair => pair.Rank).ThenBy(pair => pair.Entity.Name, StringComparer.Ordinal).Take(MostNames).Select(pair => pair.Entity),
    ];

    private static ImmutableArray<Source> Sources(EvidenceSnapshot evidence, string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? [] :
        [
            .. evidence.HeldSources.Where(source => Array.TrueForAll(parts, part => source.Title.Contains(part, StringComparison.OrdinalIgnoreCase) || source.Publisher.Contains(part, StringComparison.OrdinalIgnoreCase) || source.Url.Contains(part, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(source => source.Date).Take(MostNames),
        ];
    }

    private static int Rank(string name, string words)
    {
        if (name.Equals(words, StringComparison.OrdinalIgnoreCase)) return 0;
        if (name.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return 1;
        return name.Contains(words, StringComparison.OrdinalIgnoreCase) ? 2 : int.MaxValue;
    }
}
