using AngleSharp.Html.Parser;
using Assay.Publishing.Page;
using Assay.Publishing.Text;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>Nothing that an article or a pack says can become part of the page's own markup, or hide itself in it.</summary>
public sealed class HostileTextTests
{
    private static readonly string Html = ArticlePage.Render(SampleArticle.Checked);

    [Theory]
    [InlineData("<script>alert('article')</script>")]
    [InlineData("<script>alert('publisher')</script>")]
    [InlineData("\" onmouseover=\"alert(1)\" x=\"")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<iframe src=//evil.example>")]
    [InlineData("Who <really> owns Norland?")]
    [InlineData("The author's <i>own</i> view.")]
    [InlineData("javascript:alert(document.domain)")]
    public void Markup_is_shown_as_text(string words) =>
        Assert.Contains(words, new HtmlParser().ParseDocument(Html).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void Characters_that_hide_are_made_visible()
    {
        Assert.DoesNotContain('\u202e', Html);
        Assert.DoesNotContain("&#x202E;", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("&#x7;", Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("signed by [U+202E]dnalmuS[U+202C] in Port Sud", new HtmlParser().ParseDocument(Html).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    [InlineData("/relative")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("http:")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_web_addresses_become_links(string? address) => Assert.False(WebLink.TryRead(address, out _));

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org")]
    public void Web_addresses_become_links(string address) => Assert.True(WebLink.TryRead(address, out _));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("line\n\ttab", "line\n\ttab")]
    [InlineData("a\u202eb", "a[U+202E]b")]
    [InlineData("a\u001b[31m", "a[U+001B][31m")]
    [InlineData("a\udb40\udc41b", "a[U+E0041]b")]
    [InlineData("سلام\u200cدنیا", "سلام\u200cدنیا")]
    public void Hidden_characters_become_code_points(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("unbreakable", 5, "unbr…")]
    [InlineData("abc😀😀", 5, "abc…")]
    public void Long_words_are_cut_at_a_word(string text, int length, string shown) => Assert.Equal(shown, VisibleText.Shortened(text, length));
}
