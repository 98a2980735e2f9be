using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assay.Findings;
using Assay.Publishing.Page;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>What holds of every page: read back with an HTML parser.</summary>
public sealed class PageStructureTests
{
    public static TheoryData<string> Pages => ["whole", "quotes", "undated", "empty"];

    [Theory, MemberData(nameof(Pages))]
    public void No_id_occurs_twice(string page)
    {
        var ids = Parse(page).QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_inside_the_page_leads_somewhere(string page)
    {
        var document = Parse(page);
        foreach (var link in document.QuerySelectorAll("[href^='#']"))
            Assert.NotNull(document.GetElementById(link.GetAttribute("href")![1..]));
        foreach (var element in document.QuerySelectorAll("[aria-labelledby]"))
            Assert.All(element.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(document.GetElementById(id)));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Nothing_runs_and_nothing_is_fetched(string page)
    {
        var document = Parse(page);
        Assert.Empty(document.QuerySelectorAll("script, iframe, object, embed, link, img, base, form, input, video, audio, use, image, foreignObject"));
        foreach (var element in document.All)
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name is "src" or "srcset" or "data" or "action" or "xlink:href");
        }
        var style = string.Concat(document.QuerySelectorAll("style").Select(element => element.TextContent));
        Assert.DoesNotContain("@import", style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", document.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Links_out_are_web_addresses_that_cannot_reach_back(string page)
    {
        foreach (var link in Parse(page).QuerySelectorAll("a:not([href^='#'])"))
        {
            Assert.Matches("^https?://", link.GetAttribute("href")!);
            Assert.Contains("noopener", link.GetAttribute("rel")!, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Headings_never_skip_a_level(string page)
    {
        var levels = Parse(page).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Page_has_its_landmarks_and_its_language(string page)
    {
        var document = Parse(page);
        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.Single(document.QuerySelectorAll("body > header"));
        Assert.Single(document.QuerySelectorAll("body > main"));
        Assert.Single(document.QuerySelectorAll("body > footer"));
        Assert.NotEmpty(document.Title!);
        Assert.All(document.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelectorAll("th[scope]")));
    }

    [Theory, InlineData("whole"), InlineData("quotes"), InlineData("undated")]
    public void Every_mark_has_its_card_and_every_card_its_mark(string page)
    {
        var document = Parse(page);
        var cards = document.QuerySelectorAll("article.card").Select(card => "#" + card.Id).ToHashSet();
        var marks = document.QuerySelectorAll(".words .ref a").Select(link => link.GetAttribute("href")!).ToHashSet();
        Assert.Equal(SampleArticle.Checked.Findings.Length, cards.Count);
        Assert.Equal(cards, marks);
    }

    [Theory, InlineData("whole"), InlineData("quotes")]
    public void Every_drawing_has_a_title_and_a_text_that_says_the_same(string page)
    {
        var drawings = Parse(page).QuerySelectorAll("svg");
        Assert.NotEmpty(drawings);
        foreach (var drawing in drawings)
        {
            Assert.Equal("img", drawing.GetAttribute("role"));
            Assert.NotEmpty(drawing.QuerySelector("title")!.TextContent);
            Assert.NotNull(drawing.Closest("figure")!.QuerySelector("details table, details ul"));
        }
    }

    [Fact]
    public void A_verdict_is_told_in_words_and_by_a_glyph_and_not_by_colour_alone()
    {
        var document = Parse("whole");
        Assert.All(document.QuerySelectorAll("article.card h3"), heading =>
            Assert.Matches("(✓ Supported|✗ Refuted|≠ Conflicting evidence|\\? Not enough evidence)$", heading.TextContent.Trim()));
        Assert.All(document.QuerySelectorAll(".words .ref a"), link =>
        {
            Assert.Matches("^\\d+[✓✗≠?]$", link.TextContent);
            Assert.Matches("^Claim \\d+: ", link.GetAttribute("aria-label")!);
        });
    }

    [Fact]
    public void Text_of_the_article_is_shown_word_for_word()
    {
        var shown = Parse("whole").QuerySelectorAll("p.words").Select(paragraph =>
        {
            foreach (var reference in paragraph.QuerySelectorAll("sup").ToArray()) reference.Remove();
            return paragraph.TextContent;
        });
        var lines = SampleArticle.Checked.Article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("\u202e", "[U+202E]", StringComparison.Ordinal).Replace("\u202c", "[U+202C]", StringComparison.Ordinal));
        Assert.Equal(lines, shown);
    }

    internal static IDocument Parse(string page) => new HtmlParser().ParseDocument(page switch
    {
        "whole" => ArticlePage.Render(SampleArticle.Checked),
        "quotes" => ArticlePage.Render(SampleArticle.Checked, new PageOptions { QuotesOnly = true }),
        "undated" => ArticlePage.Render(SampleArticle.Undated),
        "empty" => ArticlePage.Render(Empty()),
        _ => throw new ArgumentException(page),
    });

    private static CheckedArticle Empty() => new()
    {
        Article = new() { Text = "", Body = default }, Evidence = new([], [], []), AsOf = null, Findings = [], NotCheckable = [], Coverage = Assay.Claims.Coverage.None,
    };
}
