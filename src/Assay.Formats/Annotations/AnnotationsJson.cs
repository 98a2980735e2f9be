using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Publications;

namespace Assay.Formats.Annotations;

/// <summary>
/// Writes the findings of an article by the W3C Web Annotation Data Model, one annotation a finding, so that a reader's own tools can lay them over
/// the original: <c>docs/formats/annotations.md</c>.
/// </summary>
public static class AnnotationsJson
{
    private const int ContextLength = 32;
    private const string Program = "Assay";

    private static readonly AnnotationContext Shapes = new(PageSafeJson.Relaxed(AnnotationContext.Default.Options));

    /// <summary>The annotations of a published article as UTF-8.</summary>
    public static byte[] Write(CheckedArticle article, Publication publication)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(publication);
        return PageSafeJson.Bytes(new Writer(article, publication, publication.QuotesOnly).Collection(), Shapes.AnnotationCollectionDocument);
    }

    /// <summary>The annotations of an article that is not published as UTF-8: their ids are made from its text, and they say nothing of dates and editors.</summary>
    /// <param name="article">The article.</param>
    /// <param name="quotesOnly">Whether nothing of its text is written but the quotes of its claims.</param>
    public static byte[] Write(CheckedArticle article, bool quotesOnly = false)
    {
        ArgumentNullException.ThrowIfNull(article);
        return PageSafeJson.Bytes(new Writer(article, null, quotesOnly).Collection(), Shapes.AnnotationCollectionDocument);
    }

    private sealed class Writer(CheckedArticle article, Publication? publication, bool quotesOnly)
    {
        private static readonly AgentDocument Software = new("Software", Program);

        private readonly CodePoints _places = new(article.Article.Text);
        private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(article.Article.Text));

        public AnnotationCollectionDocument Collection()
        {
            var id = publication?.Site.Annotations(publication.ArticleId, publication.Version).AbsoluteUri ?? NameOf("annotations");
            return new AnnotationCollectionDocument
            {
                Id = id,
                Label = article.Article.Title.Length > 0 ? $"Findings on “{article.Article.Title}”" : "Findings on an article",
                Total = article.Findings.Length,
                Modified = publication is null ? null : Written(publication.Modified),
                Generator = Software,
                First = new AnnotationPageDocument(publication is null ? NameOf("annotations/page") : id + "#page", id, 0, [.. article.Findings.Select(Annotation)]),
            };
        }

        private AnnotationDocument Annotation(Finding finding) => new()
        {
            Id = publication is null ? NameOf(finding.Claim.Id) : publication.Site.Claim(publication.ArticleId, publication.Version, finding.Claim.Id).AbsoluteUri + "#annotation",
            Creator = publication?.SignatureOf(finding) is { } signature ? new AgentDocument("Person", signature.Editor) : Software,
            Created = publication is null ? null : Written(publication.Published),
            Modified = publication is null || publication.Modified == publication.Published ? null : Written(publication.Modified),
            Generator = Software,
            Body = [.. Body(finding)],
            Target = new TargetDocument(Source, [.. Selectors(finding)], publication is { QuotesOnly: false } && Source != publication.Permalink.AbsoluteUri ? new StateDocument(publication.Permalink.AbsoluteUri) : null),
        };

        private IEnumerable<BodyDocument> Body(Finding finding)
        {
            var language = publication?.Language ?? "en";
            // The labels are those of a data set and stay English.
            yield return new BodyDocument { Type = "TextualBody", Purpose = "assessing", Value = VerdictLabel.Of(finding.Verdict), Format = "text/plain", Language = "en" };
            yield return new BodyDocument { Type = "TextualBody", Purpose = "commenting", Value = finding.Justification, Format = "text/plain", Language = language };
            if (publication is not null) yield return new BodyDocument { Type = "SpecificResource", Purpose = "linking", Source = publication.AddressOf(finding).AbsoluteUri };
        }

        private IEnumerable<SelectorDocument> Selectors(Finding finding)
        {
            var span = finding.Claim.Span;
            yield return new SelectorDocument
            {
                Type = "TextQuoteSelector", Exact = finding.Claim.Quote,
                Prefix = quotesOnly || span.Start == 0 ? null : _places.Leading(span, ContextLength),
                Suffix = quotesOnly || span.End >= article.Article.Text.Length ? null : _places.Following(span, ContextLength),
            };
            yield return new SelectorDocument { Type = "TextPositionSelector", Start = _places.Before(span.Start), End = _places.Before(span.End) };
        }

        /// <summary>The original where its address is known, else our own page of it; unpublished, the text by its hash (RFC 6920).</summary>
        private string Source => PlainText.WebAddress(article.Article.Url) ?? publication?.Permalink.AbsoluteUri ?? $"ni:///sha-256;{Base64Url.EncodeToString(_hash)}";

        /// <summary>A name that is the same whenever the same text is checked: a UUID of version 8 (RFC 9562) from the hashes of the text and of what is named.</summary>
        private string NameOf(string part)
        {
            Span<byte> hash = SHA256.HashData([.. _hash, .. Encoding.UTF8.GetBytes(part)]);
            hash[6] = (byte)(hash[6] & 0x0F | 0x80);
            hash[8] = (byte)(hash[8] & 0x3F | 0x80);
            return $"urn:uuid:{new Guid(hash[..16], bigEndian: true):D}";
        }

        private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
