using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Publishing.Page;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>The page of a run: it links its articles whatever their files are called, and nothing in their titles gets out of its place.</summary>
public sealed class RunPageTests
{
    private static readonly RunSummary Run = new(
        [
            Outcome("a b/ü?#.txt", "a b/ü?#.html", "Whose <script>alert(1)</script>\u202e harbour?", "Thule left"),
            Outcome("javascript:alert(1).txt", "javascript:alert(1).html", "", "Thule left the league"),
            Outcome("c.txt", "c.html", "Third", "Thule <b>owns</b> it", "other"),
        ],
        [new FailedArticle("d.txt", "d.txt: <i>broken</i>")])
    {
        Packs = [new PackVersion("world", "The world", "1", new string('a', 64))], RulesSha256 = new string('c', 64),
    };

    private static readonly IDocument Page = new HtmlParser().ParseDocument(RunPage.Render(Run));

    [Fact]
    public void Every_article_is_linked_by_a_path_below_the_page() =>
        Assert.Equal(["./a%20b/%C3%BC%3F%23.html", "./javascript%3Aalert%281%29.html", "./c.html"], Page.QuerySelectorAll(".run tbody a").Select(link => link.GetAttribute("href")));

    [Fact]
    public void A_claim_that_two_articles_make_stands_first_in_the_words_of_the_briefer() =>
        Assert.Equal("Thule left", Page.QuerySelector("section:nth-of-type(2) tbody th")!.TextContent.Trim());

    [Fact]
    public void Nothing_that_an_article_says_of_itself_is_markup()
    {
        Assert.Empty(Page.QuerySelectorAll("script, b, i"));
        Assert.DoesNotContain('\u202e', Page.Body!.TextContent);
        Assert.Contains("[U+202E]", Page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_id_occurs_twice_and_every_link_inside_the_page_leads_somewhere()
    {
        var ids = Page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Page.QuerySelectorAll("[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(Page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby")!, ids));
    }

    [Fact]
    public void The_record_and_the_rules_are_named_with_their_hashes()
    {
        var foot = Page.QuerySelector("footer")!.TextContent;
        Assert.Contains(new string('a', 64), foot, StringComparison.Ordinal);
        Assert.Contains(new string('c', 64), foot, StringComparison.Ordinal);
    }

    private static ArticleOutcome Outcome(string name, string result, string title, string quote, string key = "same") => new()
    {
        Name = name, Result = result, Title = title, AsOf = "2025-06-17", Counts = [new KindCount(ClaimKind.Membership, Verdict.Refuted, 1)], NotCheckable = 2, Refuted = [new RefutedClaim(key, "c1", quote)],
    };
}
