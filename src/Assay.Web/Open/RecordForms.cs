using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Evidence;
using Assay.Formats.LinkedData;
using Assay.Formats.Publications;
using Assay.Formats.Records;
using Assay.Formats.Rows;
using Assay.Storage;
using Assay.Storage.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>Entities, sources and packs of the record in the open formats, each with the findings that rest on it.</summary>
internal static class RecordForms
{
    private const int MostFound = 100;

    /// <summary>An entity of the record in force.</summary>
    private sealed record NamedEntity(EvidenceSnapshot Evidence, Entity Entity, IReadOnlyList<FindingLine> Findings);

    /// <summary>A source of the record in force.</summary>
    private sealed record NamedSource(EvidenceSnapshot Evidence, Source Source, OpenTable Findings);

    public static void Map(IEndpointRouteBuilder app)
    {
        OpenPages.Map(app, "/e/{entity}", "An entity of the record", EntityAsync,
            Representation<NamedEntity>.Of(OpenForm.Json, Json),
            Representation<NamedEntity>.Of(OpenForm.Csv, (named, _) => Encoding.UTF8.GetBytes(RowsCsv.OfEntity(named.Evidence, named.Entity.EntityId))),
            Representation<NamedEntity>.Of(OpenForm.JsonLd, (named, site) => RecordLinkedData.OfEntity(named.Evidence, named.Entity.EntityId, site)!));
        OpenPages.Map(app, "/s/{source}", "A source of the record and the findings that rest on it", SourceAsync,
            Representation<NamedSource>.Of(OpenForm.Json, (named, _) => named.Findings.Json()),
            Representation<NamedSource>.Of(OpenForm.Csv, (named, _) => named.Findings.Csv()),
            Representation<NamedSource>.Of(OpenForm.JsonLd, (named, site) => RecordLinkedData.OfSource(named.Evidence, named.Source.Id, site)!));
        OpenPages.Map(app, "/search", "What was found for q in articles and claims", SearchAsync, OpenTable.Forms);
        OpenPages.MapFile(app, "/packs.jsonld", OpenForm.JsonLd.Type, "The evidence packs that findings rest on.",
            context => Task.FromResult<ReadOnlyMemory<byte>?>(RecordLinkedData.OfPacks(Evidence(context).Packs, OpenPages.SiteOf(context))));
    }

    /// <summary>Findings as a list.</summary>
    internal static OpenTable Table(string title, string path, Site site, IEnumerable<FindingLine> findings) => new(title, path, "findings",
        ["article", "title", "claim", "quote", "verdict", "justification", "changed", "address"],
        [.. findings.Select(line => new[] { line.Article, line.Title, line.Claim, line.Quote, line.Verdict, line.Justification, ArticleForms.Moment(line.Changed), Address(site, line) })], NameColumn: 3);

    private static async Task<OpenTable?> SearchAsync(HttpContext context)
    {
        var (site, words) = (OpenPages.SiteOf(context), context.Request.Query["q"].ToString());
        var page = await StoreOf(context).SearchAsync(words, MostFound, ArticleForms.Skipped(context), context.RequestAborted);
        return new OpenTable($"Search for “{words}”", $"/search?q={Uri.EscapeDataString(words)}", "results", ["article", "title", "claim", "verdict", "snippet", "changed", "address"],
            [.. page.Hits.Select(hit => new[]
            {
                hit.Article, hit.Title, hit.Claim, hit.Verdict, string.Concat(hit.Snippet.Select(piece => piece.Text)), ArticleForms.Moment(hit.Changed),
                (hit.Claim.Length > 0 ? site.Claim(hit.Article, hit.Claim) : site.Article(hit.Article)).AbsoluteUri,
            })], NameColumn: 1) { Head = [("q", words), ("total", page.Total.ToString(CultureInfo.InvariantCulture))] };
    }

    private static string Address(Site site, FindingLine line) => (line.Claim.Length > 0 ? site.Claim(line.Article, line.Claim) : site.Article(line.Article)).AbsoluteUri;

    private static async Task<NamedEntity?> EntityAsync(HttpContext context)
    {
        var (evidence, id) = (Evidence(context), (string)context.Request.RouteValues["entity"]!);
        if (evidence.Entity(new EntityId(id)) is not { } entity) return null;
        return new NamedEntity(evidence, entity, await StoreOf(context).Published.OnEntityAsync(id, context.RequestAborted));
    }

    private static async Task<NamedSource?> SourceAsync(HttpContext context)
    {
        var (evidence, site, id) = (Evidence(context), OpenPages.SiteOf(context), (string)context.Request.RouteValues["source"]!);
        if (evidence.Source(new SourceId(id)) is not { } source) return null;
        var table = Table(source.Title, $"/s/{Uri.EscapeDataString(id)}", site, await StoreOf(context).Published.OnSourceAsync(id, context.RequestAborted));
        return new NamedSource(evidence, source, table with { Head = [("id", id), ("publisher", source.Publisher), ("date", source.Date?.ToString() ?? ""), ("url", source.Url)] });
    }

    private static ReadOnlyMemory<byte> Json(NamedEntity named, Site site)
    {
        var (evidence, entity) = (named.Evidence, named.Entity);
        var records = CsvRecords.Split(RowsCsv.OfEntity(evidence, entity.EntityId)).Select(CsvRecords.Cells).ToList();
        return OpenJson.Bytes(new JsonObject
        {
            ["id"] = entity.EntityId.ToString(), ["name"] = entity.Name, ["kind"] = entity.Kind.ToString().ToLowerInvariant(), ["address"] = site.Entity(entity.EntityId.ToString()).AbsoluteUri,
            ["country"] = Other(evidence, entity.Country), ["parent"] = Other(evidence, entity.Parent),
            ["aliases"] = new JsonArray([.. entity.Aliases.Select(alias => (JsonNode)alias.Text)]),
            ["identifiers"] = new JsonArray([.. entity.Identifiers.Select(identifier => (JsonNode)identifier)]),
            // The same cells as in the CSV, under the names of its columns.
            ["rows"] = new JsonArray([.. records.Skip(1).Select(cells => new JsonObject(records[0].Zip(cells).Where(pair => pair.Second.Length > 0).Select(pair => KeyValuePair.Create(pair.First, (JsonNode?)pair.Second))))]),
            ["findings"] = new JsonArray([.. named.Findings.Select(line => new JsonObject { ["address"] = Address(site, line), ["title"] = line.Title, ["quote"] = line.Quote, ["verdict"] = line.Verdict, ["justification"] = line.Justification })]),
        });
    }

    private static JsonObject? Other(EvidenceSnapshot evidence, EntityId? id) => id is { } known ? new JsonObject { ["id"] = known.ToString(), ["name"] = evidence.NameOf(known) } : null;

    private static EvidenceSnapshot Evidence(HttpContext context) => context.RequestServices.GetRequiredService<LiveRecord>().Current.Evidence;

    private static Store StoreOf(HttpContext context) => context.RequestServices.GetRequiredService<Store>();
}
