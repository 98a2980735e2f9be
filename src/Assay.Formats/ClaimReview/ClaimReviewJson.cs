using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Records;
using Assay.Formats.Json;
using Assay.Formats.LinkedData;
using Assay.Formats.Publications;

namespace Assay.Formats.ClaimReview;

/// <summary>
/// Writes findings as schema.org <c>ClaimReview</c> in JSON-LD, for those alone that a named editor has signed. By the properties that schema.org
/// has and that readers of fact checks ask for: <c>docs/formats/claimreview.md</c>.
/// </summary>
public static class ClaimReviewJson
{
    private const string Vocabulary = "https://schema.org";
    private const int LongestSummary = 300;

    private static readonly ClaimReviewContext Shapes = new(PageSafeJson.Relaxed(ClaimReviewContext.Default.Options));

    /// <summary>The review of one finding as UTF-8.</summary>
    /// <param name="article">The article that it is of.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="publication">Where it stands, and who signed it.</param>
    /// <returns>The document; null where nobody has signed the finding with the verdict that it has, or the record was never asked.</returns>
    public static byte[]? OfFinding(CheckedArticle article, Finding finding, Publication publication)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(publication);
        return SignatureOf(finding, publication) is { } signature
            ? PageSafeJson.Bytes(Review(article, finding, publication, signature) with { Context = Vocabulary }, Shapes.ClaimReviewDocument)
            : null;
    }

    /// <summary>The reviews of all signed findings of an article as UTF-8, in one graph.</summary>
    /// <param name="article">The article.</param>
    /// <param name="publication">Where it stands, and who signed what.</param>
    /// <returns>The document; null where nobody has signed any.</returns>
    public static byte[]? OfArticle(CheckedArticle article, Publication publication)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(publication);
        var reviews = article.Findings
            .Select(finding => SignatureOf(finding, publication) is { } signature ? Review(article, finding, publication, signature) : null)
            .OfType<ClaimReviewDocument>().ToImmutableArray();
        return reviews.IsEmpty ? null : PageSafeJson.Bytes(new ClaimReviewGraph(Vocabulary, reviews), Shapes.ClaimReviewGraph);
    }

    /// <summary>A claim of which the record was never asked was not reviewed, whoever signs it.</summary>
    private static Signature? SignatureOf(Finding finding, Publication publication) => finding.IsAsked ? publication.SignatureOf(finding) : null;

    private static ClaimReviewDocument Review(CheckedArticle article, Finding finding, Publication publication, Signature signature)
    {
        // A machine's finding becomes a review on the day it is signed.
        var published = DateOnly.FromDateTime(publication.Published.UtcDateTime) is var day && day > signature.Day ? day : signature.Day;
        var modified = DateOnly.FromDateTime(publication.Modified.UtcDateTime);
        var rating = ClaimReviewRating.Of(finding.Verdict);
        var isNumber = rating.Value is not null;
        return new ClaimReviewDocument
        {
            Id = publication.Site.Claim(publication.ArticleId, publication.Version, finding.Claim.Id).AbsoluteUri,
            Url = publication.AddressOf(finding).AbsoluteUri,
            ClaimReviewed = PlainText.Short(finding.Claim.Quote, LongestSummary),
            ReviewRating = new RatingDocument(rating.Words, rating.Value, isNumber ? ClaimReviewRating.Best : null, isNumber ? ClaimReviewRating.Worst : null),
            ItemReviewed = Claimed(article, finding.Claim),
            ReviewBody = finding.Justification,
            Author = NamedThing.PublisherOf(publication.Site),
            Editor = new NamedThing { Type = "Person", Name = signature.Editor },
            DatePublished = Written(published),
            DateModified = modified > published ? Written(modified) : null,
            InLanguage = publication.Language,
            Version = publication.Version,
            IsBasedOn = Addresses(article.Evidence, finding),
            SdPublisher = NamedThing.PublisherOf(publication.Site),
        };
    }

    private static ReviewedClaim Claimed(CheckedArticle checkedArticle, Claim claim)
    {
        var article = checkedArticle.Article;
        var author = Known(article.Author) is { } name ? new NamedThing { Type = "Person", Name = name } : null;
        var publisher = Known(article.Publisher) is { } outlet ? new NamedThing { Type = "Organization", Name = outlet } : null;
        var language = Language(article);
        return new ReviewedClaim
        {
            Text = claim.Quote,
            Author = claim.Stance == Stance.Attributed ? Speaker(checkedArticle.Evidence, claim.Speaker) : author ?? publisher,
            DatePublished = article.Date?.ToString(),
            InLanguage = language,
            Appearance = new AppearanceDocument
            {
                Url = PlainText.WebAddress(article.Url), Headline = Known(article.Title), Author = author, Publisher = publisher, DatePublished = article.Date?.ToString(), InLanguage = language,
            },
        };
    }

    /// <summary>The speaker as the record knows one; null where it knows none or several of that name: whether it is a person must not be guessed.</summary>
    private static NamedThing? Speaker(EvidenceSnapshot evidence, string name)
    {
        if (name.Length == 0) return null;
        var named = evidence.WithStored(evidence.HeldEntities, RowKey.NameKey, NameKey.Of(name)).Where(entity => Is(entity.Name) || entity.Aliases.Any(alias => !alias.IsMetonym && Is(alias.Text))).Take(2).ToList();
        return named is [var one] ? new NamedThing { Type = one.Kind == EntityKind.Person ? "Person" : "Organization", Name = one.Name, SameAs = EntityIdentifiers.SameAs(one) } : null;

        bool Is(string other) => other.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static List<string>? Addresses(EvidenceSnapshot evidence, Finding finding)
    {
        var addresses = finding.Rows.SelectMany(row => row.Sources).Distinct().Select(id => evidence.Source(id)?.Url ?? "").Select(PlainText.WebAddress).OfType<string>().Distinct().ToList();
        return addresses.Count == 0 ? null : addresses;
    }

    private static string? Language(Article article) => article.Language is "und" or "" ? null : article.Language;

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
