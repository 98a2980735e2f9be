using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Claims;
using Assay.Findings;

namespace Assay.Formats.Json;

/// <summary>What the articles of one run came to, as <c>docs/formats/output.md</c> sets it out.</summary>
internal sealed record RunDocument(
    IReadOnlyList<PackDocument> Evidence, string? Rules, int Checked, int CouldNotBeChecked, IReadOnlyList<KindDocument> Claims, IReadOnlyList<RepeatedDocument> Refuted, IReadOnlyList<OutcomeDocument> Articles, IReadOnlyList<FailedDocument> Failed);

/// <summary>How many claims of a kind there are with a verdict.</summary>
internal sealed record KindDocument(
    [property: JsonConverter(typeof(HyphenatedWord<ClaimKind>))] ClaimKind Kind, [property: JsonConverter(typeof(NameAsWritten<Verdict>))] Verdict Verdict, int Count);

/// <summary>A claim that the record excludes, and where it is made.</summary>
internal sealed record RepeatedDocument(string Claim, int Articles, IReadOnlyList<PlaceDocument> Places);

/// <summary>One place where a claim is made.</summary>
internal sealed record PlaceDocument(string Article, string Id, string Quote);

/// <summary>What one article came to.</summary>
internal sealed record OutcomeDocument(
    string Article, string Result, string? Title, string? AsOf, IReadOnlyList<KindDocument> Claims, int NotCheckable, IReadOnlyList<RefutedDocument> Refuted);

/// <summary>A claim of an article that the record excludes.</summary>
internal sealed record RefutedDocument(string Claim, string Id, string Quote);

/// <summary>An article that could not be checked, and why.</summary>
internal sealed record FailedDocument(string Article, string Why);

/// <summary>What is kept of an article so that a later run need not check it again.</summary>
/// <param name="Key">A hash over all that its result depends on.</param>
/// <param name="Outcome">What it came to.</param>
internal sealed record DoneDocument(string Key, OutcomeDocument Outcome);

/// <summary>Writes the summary of a run as JSON, and keeps what each of its articles came to.</summary>
public static class RunJson
{
    private static readonly DocumentContext Readable = new(new JsonSerializerOptions(DocumentContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The summary, with a line break at the end.</summary>
    public static byte[] Write(RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Bytes(JsonSerializer.SerializeToUtf8Bytes(new RunDocument(
            [.. run.Packs.Select(pack => new PackDocument(pack.Name, pack.Version, pack.Sha256))], run.RulesSha256.Length > 0 ? run.RulesSha256 : null, run.Articles.Length, run.Failed.Length, [.. run.Counts.Select(Kind)],
            [.. run.Refuted.Select(claim => new RepeatedDocument(claim.Places[0].Claim.Key, claim.Articles, [.. claim.Places.Select(place => new PlaceDocument(place.Article.Name, place.Claim.Id, place.Claim.Quote))]))],
            [.. run.Articles.Select(Outcome)], [.. run.Failed.Select(failed => new FailedDocument(failed.Name, failed.Why))]), Readable.RunDocument));
    }

    /// <summary>What an article came to, under the hash of all that it depends on.</summary>
    public static byte[] WriteDone(string key, ArticleOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Bytes(JsonSerializer.SerializeToUtf8Bytes(new DoneDocument(key, Outcome(outcome)), Readable.DoneDocument));
    }

    /// <summary>Reads what <see cref="WriteDone"/> wrote; null where it is not that, or stands under another hash.</summary>
    public static ArticleOutcome? ReadDone(byte[] json, string key)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Readable.DoneDocument) is { } done && done.Key == key ? Outcome(done.Outcome) : null;
        }
        catch (JsonException)
        {
            // Something else, or of another version: the article is checked again.
            return null;
        }
    }

    private static OutcomeDocument Outcome(ArticleOutcome article) => new(
        article.Name, article.Result, article.Title.Length > 0 ? article.Title : null, article.AsOf.Length > 0 ? article.AsOf : null, [.. article.Counts.Select(Kind)], article.NotCheckable,
        [.. article.Refuted.Select(claim => new RefutedDocument(claim.Key, claim.Id, claim.Quote))]);

    private static ArticleOutcome Outcome(OutcomeDocument article) => new()
    {
        Name = article.Article, Result = article.Result, Title = article.Title ?? "", AsOf = article.AsOf ?? "", NotCheckable = article.NotCheckable,
        Counts = [.. article.Claims.Select(count => new KindCount(count.Kind, count.Verdict, count.Count))],
        Refuted = [.. article.Refuted.Select(claim => new RefutedClaim(claim.Claim, claim.Id, claim.Quote))],
    };

    private static KindDocument Kind(KindCount count) => new(count.Kind, count.Verdict, count.Count);

    private static byte[] Bytes(byte[] json) => [.. CheckedArticleJson.SafeInPage(json), (byte)'\n'];
}
