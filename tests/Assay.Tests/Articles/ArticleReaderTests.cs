using Assay.Articles;
using Assay.Evidence;
using Xunit;

namespace Assay.Tests.Articles;

public sealed class ArticleReaderTests
{
    private const string Full = """
        Title: Who Owns the Hill?
        Author: A. Writer
        Publisher: The Daily, online
        Date: 2024-06-01
        Original article: https://example.org/hill
        Text: restated in other words

        The hill belongs to Northland. Its neighbour owns a third.

        A second paragraph.

        Disclaimer: Only an opinion.
        """;

    [Fact]
    public void Metadata_lines_lie_outside_the_body()
    {
        var article = Article.FromText(Full);
        Assert.Equal("Who Owns the Hill?", article.Title);
        Assert.Equal("A. Writer", article.Author);
        Assert.Equal("The Daily, online", article.Publisher);
        Assert.Equal(PartialDate.Parse("2024-06-01"), article.Date);
        Assert.Equal("https://example.org/hill", article.Url);
        Assert.Equal("Only an opinion.", article.Disclaimer);
        Assert.StartsWith("The hill", Body(article), StringComparison.Ordinal);
        Assert.EndsWith("A second paragraph.", Body(article), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_stays_as_read() => Assert.Equal(Full, Article.FromText(Full).Text);

    [Fact]
    public void Windows_line_ends_give_the_same_metadata()
    {
        var article = Article.FromText(Full.ReplaceLineEndings("\r\n"));
        Assert.Equal("Who Owns the Hill?", article.Title);
        Assert.EndsWith("A second paragraph.", Body(article), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_hides_no_metadata() => Assert.Equal("Who Owns the Hill?", Article.FromText('\uFEFF' + Full).Title);

    [Fact]
    public void A_short_line_without_full_stop_below_metadata_is_the_title()
    {
        var article = Article.FromText("Author: A. Writer\nThe Setback: A Blow Unknown to Many\nNorthland is a member of the League.\nIt left no union.");
        Assert.Equal("The Setback: A Blow Unknown to Many", article.Title);
        Assert.StartsWith("Northland", Body(article), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_sentence_below_metadata_is_no_title()
    {
        var article = Article.FromText("Author: A. Writer\nNorthland is a member of the League.\nIt left no union.");
        Assert.Equal("", article.Title);
        Assert.StartsWith("Northland", Body(article), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_lost_its_full_stop_stays_in_the_body() =>
        Assert.Equal("Northland is a member of the League", Body(Article.FromText("Northland is a member of the League")));

    [Fact]
    public void A_line_set_off_by_a_blank_line_is_the_title()
    {
        var article = Article.FromText("Whose hill\n\nThe hill belongs to Northland.");
        Assert.Equal("Whose hill", article.Title);
        Assert.Equal("The hill belongs to Northland.", Body(article));
    }

    [Fact]
    public void A_question_without_metadata_above_is_no_title() =>
        Assert.StartsWith("Who", Body(Article.FromText("Who owns the hill?\n\nNorthland does.")), StringComparison.Ordinal);

    [Fact]
    public void A_marked_heading_is_the_title() => Assert.Equal("Whose hill?", Article.FromText("# Whose hill?\nNorthland's.").Title);

    [Fact]
    public void A_title_said_twice_is_passed_over_once() =>
        Assert.Equal("It is ours.", Body(Article.FromText("Title: Whose hill\n\nWhose hill\n\nIt is ours.")));

    [Fact]
    public void A_colon_in_the_first_sentence_makes_it_no_metadata() =>
        Assert.StartsWith("Northland:", Body(Article.FromText("Northland: a land of oil.\n\nIt owns a hill.")), StringComparison.Ordinal);

    [Fact]
    public void Unknown_keys_among_known_ones_are_metadata() =>
        Assert.Equal("It is ours.", Body(Article.FromText("Section: World\nDate: 2024\nWord count: 3\n\nIt is ours.")));

    [Fact]
    public void An_unknown_key_right_above_the_text_is_text() =>
        Assert.StartsWith("Northland:", Body(Article.FromText("Date: 2024\nNorthland: it owns a hill.\nAnd a mountain.")), StringComparison.Ordinal);

    [Fact]
    public void A_value_in_brackets_is_not_known() => Assert.Equal("", Article.FromText("Title: (not given)\nDate: 2024\n\nIt is ours, and so is the rest.").Title);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,hello")]
    [InlineData("http://")]
    public void Only_web_addresses_become_the_url(string address) => Assert.Equal("", Article.FromText($"URL: {address}\n\nIt is ours.").Url);

    [Fact]
    public void A_source_that_is_no_address_is_the_publisher() => Assert.Equal("The Daily", Article.FromText("It is ours.\n\nSource: The Daily").Publisher);

    [Fact]
    public void Source_and_disclaimer_close_an_article_without_blank_lines()
    {
        var article = Article.FromText("It is ours.\nOriginal article: https://example.org/a\nDisclaimer: An opinion.\nPress a button below.");
        Assert.Equal("It is ours.", Body(article));
        Assert.Equal("https://example.org/a", article.Url);
        Assert.Equal("An opinion. Press a button below.", article.Disclaimer);
    }

    [Fact]
    public void A_source_line_inside_the_text_stays_there() =>
        Assert.Contains("Source: ", Body(Article.FromText("It is ours.\nSource: the archive\nAnd the rest is theirs.")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n")]
    [InlineData("Date: 2024-01-01")]
    [InlineData("Source: https://example.org")]
    public void A_text_without_a_body_has_an_empty_one(string text) => Assert.Equal(0, Article.FromText(text).Body.Length);

    [Fact]
    public void The_language_line_is_read() => Assert.Equal("kk", Article.FromText("Language: KK\n\nIt is ours.").Language);

    [Fact]
    public void Every_development_article_has_a_body_without_metadata()
    {
        foreach (var file in Checkout.DevelopmentArticles())
        {
            var article = Article.FromText(File.ReadAllText(file));
            Assert.True(article.Body.Length > 900, file);
            Assert.StartsWith("https://", article.Url, StringComparison.Ordinal);
            foreach (var key in (string[])["Title:", "Text:", "Original article:", "Disclaimer:"]) Assert.DoesNotContain(key, Body(article), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_example_says_who_wrote_it_and_when()
    {
        foreach (var file in Directory.GetFiles(Checkout.PathOf("examples"), "*.txt"))
        {
            var article = Article.FromText(File.ReadAllText(file));
            Assert.True(article is { Title.Length: > 0, Author.Length: > 0, Date: not null }, file);
        }
    }

    private static string Body(Article article) => article.Quote(article.Body);
}
