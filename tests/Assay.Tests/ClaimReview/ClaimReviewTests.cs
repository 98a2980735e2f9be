using System.Text;
using System.Text.Json;
using Assay.Claims;
using Assay.Findings;
using Assay.Formats.ClaimReview;
using Assay.Formats.Publications;
using Assay.Tests.Json;
using Assay.Tests.LinkedData;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.ClaimReview;

public sealed class ClaimReviewTests
{
    private static readonly CheckedArticle Sample = Published.Sample;

    [Fact]
    public void No_review_is_issued_for_what_nobody_has_signed()
    {
        Assert.All(Sample.Findings, finding => Assert.Null(ClaimReviewJson.OfFinding(Sample, finding, Published.Unsigned)));
        Assert.Null(ClaimReviewJson.OfArticle(Sample, Published.Unsigned));
    }

    [Fact]
    public void A_signature_does_not_hold_for_another_verdict_than_the_one_signed()
    {
        var refuted = Sample.Findings.First(finding => finding.Verdict == Verdict.Refuted);
        var signed = Published.Signed(Sample);
        Assert.NotNull(ClaimReviewJson.OfFinding(Sample, refuted, signed));
        Assert.Null(ClaimReviewJson.OfFinding(Sample, refuted with { Verdict = Verdict.Supported }, signed));
    }

    [Fact]
    public void What_the_record_was_never_asked_has_no_review_whoever_signs()
    {
        var unasked = SampleResult.Create();
        Assert.Null(ClaimReviewJson.OfFinding(unasked, unasked.Findings[0], Published.Signed(unasked)));
        Assert.Null(ClaimReviewJson.OfArticle(unasked, Published.Signed(unasked)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Nobody_signs_without_a_name(string editor) => Assert.Throws<ArgumentException>(() => new Signature(editor, new DateOnly(2024, 6, 3), Verdict.Supported));

    [Fact]
    public void Every_review_has_what_schema_org_allows_and_readers_ask_for()
    {
        Assert.All(Sample.Findings, finding => SchemaOrg.Holds(ClaimReviewJson.OfFinding(Sample, finding, Published.Signed(Sample))!));
        SchemaOrg.Holds(ClaimReviewJson.OfArticle(Sample, Published.Signed(Sample))!);
    }

    [Fact]
    public void A_graph_holds_the_signed_findings_alone()
    {
        var signed = Published.Signed(Sample);
        var some = signed with { Signatures = signed.Signatures.Where(pair => pair.Key is "c2" or "c4").ToDictionary() };
        using var json = JsonDocument.Parse(ClaimReviewJson.OfArticle(Sample, some)!);
        Assert.Equal(["https://checks.example/desk/a/hills/c2", "https://checks.example/desk/a/hills/c4"], json.RootElement.GetProperty("@graph").EnumerateArray().Select(review => review.GetProperty("url").GetString()));
    }

    [Fact]
    public void Only_a_decided_verdict_has_a_number()
    {
        Assert.Equal(Enum.GetValues<Verdict>().Order(), ClaimReviewRating.All.Select(rating => rating.Verdict).Order());
        Assert.Equal(5, ClaimReviewRating.Of(Verdict.Supported).Value);
        Assert.Equal(1, ClaimReviewRating.Of(Verdict.Refuted).Value);
        Assert.Null(ClaimReviewRating.Of(Verdict.NotEnoughEvidence).Value);
        Assert.Null(ClaimReviewRating.Of(Verdict.ConflictingEvidence).Value);
        foreach (var finding in Sample.Findings)
        {
            var rating = Review(Sample, finding).GetProperty("reviewRating");
            var isDecided = finding.Verdict is Verdict.Supported or Verdict.Refuted;
            Assert.All((string[])["ratingValue", "bestRating", "worstRating"], name => Assert.Equal(isDecided, rating.TryGetProperty(name, out _)));
        }
    }

    [Fact]
    public void The_publisher_is_the_author_and_the_signer_the_editor()
    {
        var review = Review(Sample, Sample.Findings[0]);
        Assert.Equal("The Desk & Sons", review.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("Aигерім O'Neil", review.GetProperty("editor").GetProperty("name").GetString());
        Assert.Equal("2024-06-03", review.GetProperty("datePublished").GetString());
        Assert.Equal("2024-06-05", review.GetProperty("dateModified").GetString());
        Assert.Equal("https://example.org/?a=1&b=2", review.GetProperty("itemReviewed").GetProperty("appearance").GetProperty("url").GetString());
    }

    [Fact]
    public void What_somebody_is_said_to_have_said_is_not_laid_on_the_article()
    {
        var finding = Sample.Findings[0] with { Claim = Sample.Findings[0].Claim with { Stance = Stance.Attributed, Speaker = "northland" } };
        var article = Sample with { Article = Sample.Article with { Author = "A. Writer" } };
        Assert.Equal("Northland", Review(article, finding).GetProperty("itemReviewed").GetProperty("author").GetProperty("name").GetString());
        var stranger = finding with { Claim = finding.Claim with { Speaker = "Nobody Known" } };
        Assert.False(Review(article, stranger).GetProperty("itemReviewed").TryGetProperty("author", out _));
        Assert.Equal("A. Writer", Review(article, Sample.Findings[0]).GetProperty("itemReviewed").GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public void No_text_can_leave_the_element_that_the_review_stands_in()
    {
        foreach (var text in Published.HostileTexts)
        {
            var article = Published.With(text);
            var json = ClaimReviewJson.OfArticle(article, Published.Signed(article))!;
            SchemaOrg.Holds(json);
            Assert.Equal(-1, json.AsSpan().IndexOfAny("<>&"u8));
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(json));
        }
    }

    private static JsonElement Review(CheckedArticle article, Finding finding) => JsonDocument.Parse(ClaimReviewJson.OfFinding(article, finding, Published.Signed(Sample))!).RootElement;
}
