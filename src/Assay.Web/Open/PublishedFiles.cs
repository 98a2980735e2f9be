using System.Collections.Immutable;
using System.Text;
using Assay.Findings;
using Assay.Formats.Annotations;
using Assay.Formats.ClaimReview;
using Assay.Formats.Publications;
using Assay.Formats.Rows;
using Assay.Storage.Published;

namespace Assay.Web.Open;

/// <summary>
/// What a published version offers beside its pages, written once when it is published, from what was checked. What becomes known only then or later (its
/// address, its number, who signed) is filled in when it is read: <see cref="PublishedForms"/>.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>The part with the findings as CSV.</summary>
    public const string Findings = "findings.csv";

    /// <summary>The part with the rows of the record as CSV.</summary>
    public const string Rows = "rows.csv";

    /// <summary>The part with the W3C annotations.</summary>
    public const string Annotations = "annotations";

    /// <summary>The part with a ClaimReview of every finding, as if each were signed.</summary>
    public const string Reviews = "reviews";

    /// <summary>The language that parts without one have.</summary>
    public const string NoLanguage = "";

    private static readonly Site Nowhere = new(new Uri("https://unpublished.invalid/"), "-");

    /// <summary>The part with the rows that one claim rests on.</summary>
    public static string RowsOf(string claim) => $"{claim}.rows.csv";

    /// <summary>The parts of a version that is about to be published.</summary>
    /// <param name="article">What was checked.</param>
    /// <param name="quotesOnly">Whether nothing of its text may be shown but the quotes of its claims.</param>
    public static IEnumerable<PublishedPart> Of(CheckedArticle article, bool quotesOnly)
    {
        ArgumentNullException.ThrowIfNull(article);
        var signed = new Publication
        {
            Site = Nowhere, ArticleId = "-", Version = 1, Published = DateTimeOffset.UnixEpoch, Modified = DateTimeOffset.UnixEpoch, QuotesOnly = quotesOnly,
            Signatures = article.Findings.ToImmutableDictionary(finding => finding.Claim.Id, finding => new Signature("-", DateOnly.MinValue, finding.Verdict)),
        };
        yield return Part(Findings, FindingsCsv.Text(article));
        yield return Part(Rows, RowsCsv.OfArticle(article));
        foreach (var finding in article.Findings) yield return Part(RowsOf(finding.Claim.Id), RowsCsv.OfFinding(article, finding));
        yield return Part(Annotations, Encoding.UTF8.GetString(AnnotationsJson.Write(article, signed with { Signatures = ImmutableDictionary<string, Signature>.Empty })));
        if (ClaimReviewJson.OfArticle(article, signed) is { } reviews) yield return Part(Reviews, Encoding.UTF8.GetString(reviews));
    }

    private static PublishedPart Part(string name, string text) => new(name, NoLanguage, text);
}
