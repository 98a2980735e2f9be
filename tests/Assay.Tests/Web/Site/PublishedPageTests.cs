using System.Net;
using System.Text.RegularExpressions;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Tests.Publishing;
using Xunit;

namespace Assay.Tests.Web.Site;

/// <summary>Published articles and their claims, over HTTP.</summary>
public sealed partial class PublishedPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task An_article_shows_its_findings_each_with_a_link_to_all_of_it()
    {
        var html = await site.TextAsync($"/a/{site.Article}");
        foreach (var finding in SampleArticle.Checked.Findings) Assert.Contains($"href=\"/a/{site.Article}/{finding.Claim.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains("No editor has signed any of them", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--card", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permalink_stays_in_its_version()
    {
        var html = await site.TextAsync($"/a/{site.Article}/v1");
        Assert.Contains($"href=\"/a/{site.Article}/v1/c3\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/a/{site.Article}/c3\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_an_article_are_encoded_everywhere()
    {
        foreach (var path in new[] { "/", $"/a/{site.Article}", $"/a/{site.Article}/c4", $"/a/{site.Article}/correct", "/search?q=Norland" })
        {
            var html = await site.TextAsync(path);
            Assert.DoesNotContain("<really>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>own</i>", html, StringComparison.Ordinal);
        }
        Assert.Contains("Who &lt;really&gt; owns Norland?", await site.TextAsync($"/a/{site.Article}"), StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", await site.TextAsync("/search?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_shows_everything_and_leads_to_its_neighbours()
    {
        var html = await site.TextAsync($"/a/{site.Article}/c4");
        Assert.Contains("Boreal Oil owns 25 % of the venture", html, StringComparison.Ordinal);
        Assert.Contains($"rel=\"prev\" href=\"/a/{site.Article}/c3\"", html, StringComparison.Ordinal);
        Assert.Contains($"rel=\"next\" href=\"/a/{site.Article}/c5\"", html, StringComparison.Ordinal);
        Assert.Contains($"/embed/a/{site.Article}/c4", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_by_itself_has_its_question_its_proof_and_its_rows_with_their_sources()
    {
        var article = Article.FromText("Kazakhstan remains a member of the Collective Security Treaty Organization.") with { Date = PartialDate.Parse("2025-06-17") };
        var result = new Assayer(EvidencePack.Embedded(), RuleFiles.Default).Check(article);
        var html = ArticleParts.Claim(result, 1);
        Assert.Contains("Was Kazakhstan a member", html, StringComparison.Ordinal);
        Assert.Contains(PageWords.ProofHeading, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/s/", html, StringComparison.Ordinal);
        Assert.Contains("memberships.csv", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_as_kept()
    {
        foreach (var (path, name) in new[] { ("/a/*", "article.html"), ("/a/*/c3", "claim.html"), ("/a/*/c3?lang=ru", "claim-ru.html"), ("/method", "method.html") })
        {
            var html = (await site.TextAsync(path.Replace("*", site.Article, StringComparison.Ordinal))).Replace(site.Article, "ARTICLE", StringComparison.Ordinal)
                .Replace(site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), "http://site.example", StringComparison.Ordinal);
            Golden.Same(name, Block().Replace(Asset().Replace(html, "$1$2"), "\n<") + "\n", caller: Checkout.PathOf("tests", "Assay.Tests", "Web", "Site", "Golden.cs"));
        }
    }

    [Theory]
    [InlineData("/a/nothing")]
    [InlineData("/a/nothing/c1")]
    [InlineData("/a/nothing/correct")]
    [InlineData("/e/nothing-of-that-name")]
    [InlineData("/s/nothing-of-that-name")]
    [InlineData("/pictures/nothing")]
    [InlineData("/nothing")]
    public async Task An_address_of_nothing_says_so_and_offers_to_search(string path) =>
        Assert.Contains("action=\"/search\"", await site.TextAsync(path, HttpStatusCode.NotFound), StringComparison.Ordinal);

    [Theory]
    [InlineData("/v99")]
    [InlineData("/c99")]
    [InlineData("/v1/c99")]
    public async Task A_version_or_claim_that_is_not_there_is_not_found(string end) => await site.TextAsync($"/a/{site.Article}{end}", HttpStatusCode.NotFound);

    [Fact]
    public async Task What_a_version_says_stays_as_it_was_when_another_is_published()
    {
        await using var own = new SiteHost();
        await own.InitializeAsync();
        var before = SiteHost.Parts(SampleArticle.Checked).Where(part => part.Language == "en").ToDictionary(part => part.Name, part => part.Html);
        var changed = SampleArticle.Checked with { Findings = [.. SampleArticle.Checked.Findings.Select((finding, at) => at == 0 ? finding with { Verdict = Verdict.Refuted, Justification = "It left." } : finding)] };
        await own.PublishAsync(changed);
        own.Time.Pass(TimeSpan.FromMinutes(1));

        var first = await own.TextAsync($"/a/{own.Article}/v1");
        foreach (var piece in before[ArticleParts.BodyName].Split("<!--card ").Select((piece, at) => at == 0 ? piece : piece[(piece.IndexOf("-->", StringComparison.Ordinal) + 3)..]))
            Assert.Contains(piece, first, StringComparison.Ordinal);
        Assert.Contains("There is a later one", first, StringComparison.Ordinal);
        Assert.Contains(before["c1"], await own.TextAsync($"/a/{own.Article}/v1/c1"), StringComparison.Ordinal);

        var latest = await own.TextAsync($"/a/{own.Article}");
        Assert.Contains("It left.", latest, StringComparison.Ordinal);
        Assert.Contains($"/a/{own.Article}/v1", latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_is_shown_with_who_and_when()
    {
        await using var own = new SiteHost();
        await own.InitializeAsync();
        Assert.True(await own.Store.Published.SignAsync(own.Article, 1, "c1", "Vera Editor"));
        var html = await own.TextAsync($"/a/{own.Article}");
        Assert.Contains("Signed by Vera Editor on 23 November 2026", html, StringComparison.Ordinal);
        Assert.Contains("1 of 10 findings are signed", html, StringComparison.Ordinal);
        Assert.Contains("Vera Editor signed this finding", await own.TextAsync($"/a/{own.Article}/v1/c1"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(/assets/\w+)\.[0-9a-f]{16}(\.\w+)")]
    private static partial Regex Asset();

    [GeneratedRegex(@"\s*<(?=(head|meta|title|link|body|header|main|footer|section|article|nav|form|div|p|h\d|ul|ol|li|dl|dt|details|summary|table|tr|th|td|figure|svg|rect|path|text|sup|mark)\b)")]
    private static partial Regex Block();
}
