using System.Security.Cryptography;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Publishing.Page;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Storage.Published;
using Assay.Web.Open;

namespace Assay.Web.Desk;

/// <summary>Turns a checked draft into a published version: the document, its rendered parts, its findings for lists and searches.</summary>
internal sealed class Publisher(Store store, DraftChecks checks)
{
    private static readonly string[] Languages = ["en", "ru"];

    /// <summary>Publishes what the draft is now.</summary>
    public Task<PublishedVersion> PublishAsync(Draft draft, string by, CancellationToken cancellation)
    {
        var (article, record) = checks.Check(draft);
        using var document = new MemoryStream();
        CheckedArticleJson.Write(document, article);
        var bytes = document.ToArray();
        return store.Published.AddAsync(draft.Id, Version(draft, article, record, bytes, by), bytes, Parts(draft, article, record), Searched(draft, article), cancellation);
    }

    private static PublishedVersion Version(Draft draft, CheckedArticle article, LoadedRecord record, byte[] document, string by) => new()
    {
        Article = "", Number = 0, Published = default, PublishedBy = by, AsOf = article.AsOf?.ToString() ?? "", Title = article.Article.Title, Author = article.Article.Author, Publisher = article.Article.Publisher,
        Date = article.Article.Date?.ToString() ?? "", Url = article.Article.Url, Language = article.Article.Language, QuotesOnly = draft.QuotesOnly,
        Packs = string.Join('\n', article.Evidence.Packs.Select(pack => $"{pack.Name} {pack.Version} {pack.Sha256}")), RulesSha256 = record.Rules.Sha256,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)), Findings = [.. article.Findings.Select(Finding)],
    };

    private static PublishedFinding Finding(Finding finding) => new(finding.Claim.Id, 0, finding.Claim.Quote, finding.Claim.Kind.ToString(), finding.Verdict.ToString(), finding.Justification, "machine")
    {
        Sources = [.. finding.Rows.SelectMany(row => row.Sources).Select(source => source.Value).Distinct()],
    };

    private static List<PublishedPart> Parts(Draft draft, CheckedArticle article, LoadedRecord record)
    {
        var options = new PageOptions { QuotesOnly = draft.QuotesOnly, RulesSha256 = record.Rules.Sha256 };
        return [.. Languages.SelectMany(language => article.Findings
            .Select((finding, at) => new PublishedPart(finding.Claim.Id, language, ArticleParts.Claim(article, at + 1, language)))
            .Prepend(new PublishedPart("body", language, ArticleParts.Body(article, options with { Language = language })))), .. PublishedFiles.Of(article, draft.QuotesOnly)];
    }

    private static string Searched(Draft draft, CheckedArticle article) =>
        draft.QuotesOnly ? string.Join(' ', article.Findings.Select(finding => finding.Claim.Quote)) : article.Article.Quote(article.Article.Body);
}
