using System.Collections.Immutable;
using System.Security.Cryptography;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Publishing.Page;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Storage.Pictures;
using Assay.Storage.Published;
using Assay.Web.Open;

namespace Assay.Web.Desk;

/// <summary>Turns a checked draft into a published version: the document, its rendered parts, its findings for lists and searches, and what changed since the version before.</summary>
internal sealed class Publisher(Store store)
{
    // What would change the verdicts belongs to the version; who publishes waits so long for it.
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(30);

    /// <summary>How the draft would be published now.</summary>
    public async Task<PublishPreview> PreviewAsync(OpenDraft open, string language, CancellationToken cancellation)
    {
        var before = await BeforeAsync(open.Draft, cancellation);
        var changes = await ChangesAsync(open, before, cancellation);
        var options = new PageOptions { QuotesOnly = open.Draft.QuotesOnly, RulesSha256 = open.Check.Record.Rules.Sha256, Language = language };
        return new PublishPreview(open.In, ArticleParts.Body(open.Article, options, await store.Pictures.OfDraftAsync(open.Draft.Id, cancellation)), (before?.Number ?? 0) + 1, changes, before is not null && changes.IsEmpty && IsSame(before, open)) { State = StateOf(open) };
    }

    /// <summary>A hash over all that a version of the draft would be made of: its edits, what is known of the article, the evidence, the rules.</summary>
    public static string StateOf(OpenDraft open)
    {
        var (draft, article) = (open.Draft, open.Draft.Article);
        string[] parts =
        [
            draft.Id, $"{draft.Revision} {draft.QuotesOnly}", article.Title, article.Author, article.Publisher, $"{article.Date}", article.Url, article.Disclaimer, article.Language,
            Packs(open.Article), open.Check.Record.Rules.Sha256,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => $"{part.Length} {part}")))));
    }

    /// <summary>Publishes what the draft is now.</summary>
    /// <param name="open">The draft.</param>
    /// <param name="number">The number that the version is to have; 0: the next one.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="cancellation">To stop waiting.</param>
    /// <exception cref="StaleException">Another version was published meanwhile.</exception>
    public async Task<PublishedVersion> PublishAsync(OpenDraft open, long number, string by, CancellationToken cancellation)
    {
        await Task.WhenAny(open.Check.Searched, Task.Delay(MostWait, cancellation));
        var article = open.Check.Best!;
        var before = await BeforeAsync(open.Draft, cancellation);
        var changes = await ChangesAsync(open, before, cancellation);
        using var document = new MemoryStream();
        CheckedArticleJson.Write(document, open.Draft.QuotesOnly ? WithoutOtherWords(article) : article);
        var bytes = document.ToArray();
        var version = Version(open.Draft, article, open.Check.Record, bytes, by) with { Number = number, Changes = [.. changes.Select(change => new VerdictChange(change.Claim, change.Quote, change.Old, change.New, change.Why))] };
        return await store.Published.AddAsync(open.Draft.Id, version, bytes, Parts(open.Draft, article, open.Check.Record, await store.Pictures.OfDraftAsync(open.Draft.Id, cancellation)), Searched(open.Draft, article), cancellation);
    }

    /// <summary>The verdicts that differ from the version published last.</summary>
    public async Task<ImmutableArray<ChangedClaim>> ChangesAsync(OpenDraft open, PublishedVersion? before, CancellationToken cancellation)
    {
        if (before is null) return [];
        var document = await store.Published.DocumentAsync(before.Article, before.Number, cancellation);
        return VersionComparison.Changes(before, document, open);
    }

    private async Task<PublishedVersion?> BeforeAsync(Draft draft, CancellationToken cancellation) => draft.PublishedAs is { } article ? await store.Published.FindAsync(article, null, cancellation) : null;

    private static bool IsSame(PublishedVersion before, OpenDraft open) =>
        before.Findings.Length == open.Article.Findings.Length && before.Packs == Packs(open.Article) && before.RulesSha256 == open.Check.Record.Rules.Sha256
        && before.Findings.Zip(open.Article.Findings).All(pair => pair.First.Quote == pair.Second.Claim.Quote && pair.First.Justification == pair.Second.Justification);

    // Of an article that may not be republished, no words but those of its claims.
    private static CheckedArticle WithoutOtherWords(CheckedArticle article) =>
        article with { NotCheckable = [.. article.NotCheckable.Select(passage => passage with { Quote = "" })], Dropped = [], SetAside = [] };

    private static string Packs(CheckedArticle article) => string.Join('\n', article.Evidence.Packs.Select(pack => $"{pack.Name} {pack.Version} {pack.Sha256}"));

    private static PublishedVersion Version(Draft draft, CheckedArticle article, LoadedRecord record, byte[] document, string by) => new()
    {
        Article = "", Number = 0, Published = default, PublishedBy = by, AsOf = article.AsOf?.ToString() ?? "", Title = article.Article.Title, Author = article.Article.Author, Publisher = article.Article.Publisher,
        Date = article.Article.Date?.ToString() ?? "", Url = article.Article.Url, Language = article.Article.Language, QuotesOnly = draft.QuotesOnly,
        Packs = Packs(article), RulesSha256 = record.Rules.Sha256,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)), Findings = [.. article.Findings.Select(finding => Finding(finding, article.Evidence))],
    };

    private static PublishedFinding Finding(Finding finding, EvidenceSnapshot evidence) => new(finding.Claim.Id, 0, finding.Claim.Quote, finding.Claim.Kind.ToString(), finding.Verdict.ToString(), finding.Justification,
        finding.Claim.Correction?.How switch { null => "machine", CorrectionKind.Added => "added", _ => "corrected" })
    {
        Entities = [.. FindingEntities.Of(finding, evidence)],
        Sources = [.. finding.Readings.SelectMany(reading => reading.Answer.Proof.AllRows()).SelectMany(row => row.Sources).Select(source => source.Value).Distinct()],
    };

    private static List<PublishedPart> Parts(Draft draft, CheckedArticle article, LoadedRecord record, IReadOnlyList<Picture> pictures) =>
    [
        .. InterfaceLanguage.All.SelectMany(language => article.Findings
            .Select((finding, at) => new PublishedPart(finding.Claim.Id, language, ArticleParts.Claim(article, at + 1, language)))
            .Prepend(new PublishedPart(ArticleParts.BodyName, language, ArticleParts.Body(article, new PageOptions { QuotesOnly = draft.QuotesOnly, RulesSha256 = record.Rules.Sha256, Language = language }, pictures)))),
        .. PublishedFiles.Of(article, draft.QuotesOnly),
    ];

    private static string Searched(Draft draft, CheckedArticle article) =>
        draft.QuotesOnly ? string.Join(' ', article.Findings.Select(finding => finding.Claim.Quote)) : article.Article.Quote(article.Article.Body);
}
