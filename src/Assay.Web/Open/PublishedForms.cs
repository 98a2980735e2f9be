using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Formats.Publications;
using Assay.Storage;
using Assay.Storage.Published;

namespace Assay.Web.Open;

/// <summary>A published version in the open formats: what was stored with it, with its address and the signatures that it has by now filled in.</summary>
internal sealed class PublishedForms(Store store, PublishedVersion version, Site site)
{
    private const string Placeholder = "https://unpublished.invalid/";

    private int Number => checked((int)version.Number);

    /// <summary>The whole result, byte for byte as published.</summary>
    public async Task<ReadOnlyMemory<byte>?> DocumentAsync(CancellationToken cancellation) => await store.Published.DocumentAsync(version.Article, version.Number, cancellation) is { } bytes ? bytes : null;

    /// <summary>One claim of it, with what it takes to read it by itself.</summary>
    public async Task<ReadOnlyMemory<byte>?> ClaimAsync(PublishedFinding finding, CancellationToken cancellation)
    {
        if (await store.Published.DocumentAsync(version.Article, version.Number, cancellation) is not { } bytes || JsonNode.Parse(bytes) is not JsonObject document) return null;
        if (document["claims"]?.AsArray().FirstOrDefault(claim => (string?)claim?["id"] == finding.Claim) is not { } found) return null;
        return OpenJson.Bytes(new JsonObject
        {
            ["address"] = site.Claim(version.Article, Number, finding.Claim).AbsoluteUri,
            ["version"] = version.Number,
            ["published"] = Moment(version.Published),
            ["signedBy"] = finding.SignedBy.Length > 0 ? finding.SignedBy : null,
            ["signed"] = finding.Signed is { } when ? Moment(when) : null,
            ["article"] = document["article"]?.DeepClone(),
            ["evidence"] = document["evidence"]?.DeepClone(),
            ["asOf"] = document["asOf"]?.DeepClone(),
            ["claim"] = found.DeepClone(),
        });
    }

    /// <summary>The findings as CSV, each with its address and who signed it; of one claim, or of all.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindingsAsync(PublishedFinding? only, CancellationToken cancellation)
    {
        if (await PartAsync(PublishedFiles.Findings, cancellation) is not { } text) return null;
        var records = CsvRecords.Split(text);
        var lines = new StringBuilder(records[0]).Append(",address,signed_by,signed_on\n");
        foreach (var (record, finding) in records.Skip(1).Zip(version.Findings).Where(pair => only is null || pair.Second == only))
        {
            lines.Append(record).Append(',').Append(CsvRecords.Line(
                site.Claim(version.Article, Number, finding.Claim).AbsoluteUri, finding.SignedBy, finding.Signed is { } when ? Day(when) : ""));
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>The rows of the record that it rests on, or one claim of it.</summary>
    public async Task<ReadOnlyMemory<byte>?> RowsAsync(string? claim, CancellationToken cancellation) =>
        await PartAsync(claim is null ? PublishedFiles.Rows : PublishedFiles.RowsOf(claim), cancellation) is { } text ? Encoding.UTF8.GetBytes(text) : null;

    /// <summary>The W3C annotations.</summary>
    public async Task<ReadOnlyMemory<byte>?> AnnotationsAsync(CancellationToken cancellation)
    {
        if (await PartAsync(PublishedFiles.Annotations, cancellation) is not { } text || JsonNode.Parse(text) is not JsonObject document) return null;
        var id = site.Annotations(version.Article, Number).AbsoluteUri;
        var modified = version.Findings.Select(finding => finding.Signed).OfType<DateTimeOffset>().Append(version.Published).Max();
        (document["id"], document["modified"]) = (id, Moment(modified));
        var page = document["first"]!.AsObject();
        (page["id"], page["partOf"]) = (id + "#page", id);
        foreach (var item in page["items"]!.AsArray().OfType<JsonObject>())
            if (FindingOf(item["id"]) is { } finding) Fill(item, finding);
        return OpenJson.Bytes(document);
    }

    /// <summary>The version as linked data: the page, and a ClaimReview of each finding that a named editor signed; of one claim, or of all.</summary>
    public async Task<ReadOnlyMemory<byte>?> LinkedDataAsync(PublishedFinding? only, CancellationToken cancellation)
    {
        var graph = new JsonArray(Page(only));
        if (version.Findings.Any(finding => finding.SignedBy.Length > 0) && await PartAsync(PublishedFiles.Reviews, cancellation) is { } text)
        {
            foreach (var review in JsonNode.Parse(text)!["@graph"]!.AsArray().OfType<JsonObject>())
                if (FindingOf(review["@id"]) is { SignedBy.Length: > 0 } finding && (only is null || finding == only)) graph.Add(Signed(review.DeepClone().AsObject(), finding));
        }
        return OpenJson.Bytes(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph });
    }

    private Task<string?> PartAsync(string name, CancellationToken cancellation) => store.Published.PartAsync(version.Article, version.Number, name, PublishedFiles.NoLanguage, cancellation);

    private void Fill(JsonObject item, PublishedFinding finding)
    {
        item["id"] = site.Claim(version.Article, Number, finding.Claim).AbsoluteUri + "#annotation";
        item["created"] = Moment(version.Published);
        if (finding.SignedBy.Length > 0) item["creator"] = new JsonObject { ["type"] = "Person", ["name"] = finding.SignedBy };
        if (finding.Signed is { } signed && signed > version.Published) item["modified"] = Moment(signed);
        else item.Remove("modified");
        foreach (var body in item["body"]!.AsArray().OfType<JsonObject>().Where(body => IsPlaceholder(body["source"]))) body["source"] = site.Claim(version.Article, finding.Claim).AbsoluteUri;
        var target = item["target"]!.AsObject();
        var permalink = site.Version(version.Article, Number).AbsoluteUri;
        if (IsPlaceholder(target["source"])) target["source"] = permalink;
        if (target["state"] is JsonObject state && IsPlaceholder(state["cached"])) state["cached"] = permalink;
    }

    private JsonObject Signed(JsonObject review, PublishedFinding finding)
    {
        review.Remove("@context");
        var signed = finding.Signed is { } when && when > version.Published ? when : version.Published;
        (review["@id"], review["url"]) = (site.Claim(version.Article, Number, finding.Claim).AbsoluteUri, site.Claim(version.Article, finding.Claim).AbsoluteUri);
        (review["author"], review["sdPublisher"]) = (Publisher(), Publisher());
        review["editor"] = new JsonObject { ["@type"] = "Person", ["name"] = finding.SignedBy };
        (review["datePublished"], review["version"]) = (Day(signed), version.Number);
        review.Remove("dateModified");
        return review;
    }

    private JsonObject Page(PublishedFinding? only)
    {
        var address = only is null ? site.Version(version.Article, Number) : site.Claim(version.Article, Number, only.Claim);
        return new JsonObject
        {
            ["@type"] = "WebPage", ["@id"] = address.AbsoluteUri, ["url"] = (only is null ? site.Article(version.Article) : site.Claim(version.Article, only.Claim)).AbsoluteUri,
            ["name"] = only?.Quote ?? (version.Title.Length > 0 ? version.Title : null), ["datePublished"] = Moment(version.Published), ["version"] = version.Number, ["publisher"] = Publisher(),
            ["publishingPrinciples"] = site.Method.AbsoluteUri, ["about"] = Original(),
        };
    }

    private JsonObject Original()
    {
        var article = new JsonObject { ["@type"] = "Article" };
        if (version.Title.Length > 0) article["headline"] = version.Title;
        if (version.Author.Length > 0) article["author"] = new JsonObject { ["@type"] = "Person", ["name"] = version.Author };
        if (version.Publisher.Length > 0) article["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = version.Publisher };
        if (version.Date.Length > 0) article["datePublished"] = version.Date;
        if (version.Language is not ("" or "und")) article["inLanguage"] = version.Language;
        if (Uri.TryCreate(version.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") article["url"] = url.AbsoluteUri;
        return article;
    }

    private JsonObject Publisher() => new() { ["@type"] = "Organization", ["name"] = site.Publisher, ["url"] = site.PublisherAddress.AbsoluteUri };

    /// <summary>The finding that something stored stands for: its address ends in the claim.</summary>
    private PublishedFinding? FindingOf(JsonNode? address)
    {
        var claim = new Uri((string)address!).Segments[^1];
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim);
    }

    private static bool IsPlaceholder(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().StartsWith(Placeholder, StringComparison.Ordinal);

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime).ToString("O", CultureInfo.InvariantCulture);
}
