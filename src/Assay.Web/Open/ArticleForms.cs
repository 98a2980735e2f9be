using System.Collections.Immutable;
using System.Globalization;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Web.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>Articles, their versions and their claims in the open formats.</summary>
internal static class ArticleForms
{
    private const string Article = "/a/{article}";
    private const string Version = "/a/{article}/v{number:long:min(1)}";
    private const string Claim = "/{claim:regex(^c\\d+$)}";
    private const string AnnotationType = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    /// <summary>What the path names: a version, and one finding of it or none.</summary>
    private sealed record Named(PublishedForms Forms, PublishedFinding? Finding);

    private static readonly ImmutableArray<Representation<Named>> Forms =
    [
        new(OpenForm.Json, (named, context) => named.Finding is null ? named.Forms.DocumentAsync(context.RequestAborted) : named.Forms.ClaimAsync(named.Finding, context.RequestAborted)),
        new(OpenForm.Csv, (named, context) => named.Forms.FindingsAsync(named.Finding, context.RequestAborted)),
        new(OpenForm.JsonLd, (named, context) => named.Forms.LinkedDataAsync(named.Finding, context.RequestAborted)),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        OpenPages.Map(app, "/", "The articles, the most recently changed first,", HomeAsync, OpenTable.Forms);
        foreach (var (pattern, name) in new[] { (Article, "The latest version of an article"), (Version, "A version of an article") })
        {
            OpenPages.Map(app, pattern, name, FindAsync, Forms);
            OpenPages.Map(app, pattern + Claim, $"{name}: one claim", FindAsync, Forms);
            MapPart(app, $"{pattern}/rows.csv", OpenForm.Csv.Type, $"{name}: the rows of the record that it rests on.", (named, cancellation) => named.Forms.RowsAsync(null, cancellation));
            MapPart(app, $"{pattern}{Claim}/rows.csv", OpenForm.Csv.Type, $"{name}: the rows of the record that one claim rests on.", (named, cancellation) => named.Forms.RowsAsync(named.Finding!.Claim, cancellation));
            foreach (var ending in new[] { ".jsonld", "" })
                MapPart(app, $"{pattern}/annotations{ending}", AnnotationType, $"{name}: W3C Web Annotations.", (named, cancellation) => named.Forms.AnnotationsAsync(cancellation));
        }
    }

    private static void MapPart(IEndpointRouteBuilder app, string pattern, string type, string summary, Func<Named, CancellationToken, Task<ReadOnlyMemory<byte>?>> read) =>
        OpenPages.MapFile(app, pattern, type, summary, async context => await FindAsync(context) is { } named ? await read(named, context.RequestAborted) : null);

    private static async Task<Named?> FindAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var store = context.RequestServices.GetRequiredService<Store>();
        long? number = values["number"] is not string text ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > 0 ? told : -1;
        if (number is > int.MaxValue || await store.Published.FindAsync((string)values["article"]!, number, context.RequestAborted) is not { } version) return null;
        var forms = new PublishedForms(store, version, OpenPages.SiteOf(context));
        if (values["claim"] is not string claim) return new Named(forms, null);
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim) is { } found ? new Named(forms, found) : null;
    }

    private static async Task<OpenTable?> HomeAsync(HttpContext context)
    {
        var (site, store) = (OpenPages.SiteOf(context), context.RequestServices.GetRequiredService<Store>());
        var articles = await store.Published.ArticlesAsync(Most, Skipped(context), context.RequestAborted);
        return new OpenTable($"Articles of {site.Publisher}", "/", "articles", ["id", "title", "publisher", "language", "version", "published", "changed", "address"],
            [.. articles.Select(line => new[] { line.Id, line.Title, line.Publisher, line.Language, line.Latest.ToString(CultureInfo.InvariantCulture), Moment(line.Published), Moment(line.Changed), site.Article(line.Id).AbsoluteUri })], NameColumn: 1);
    }

    private const int Most = 500;

    /// <summary>How many entries of a list to pass over, by <c>skip</c>.</summary>
    internal static int Skipped(HttpContext context) => int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;

    internal static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
