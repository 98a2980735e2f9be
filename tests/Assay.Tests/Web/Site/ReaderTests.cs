using System.Net;
using System.Text.RegularExpressions;
using Assay.Publishing.Site;
using Assay.Web.Articles;
using Xunit;

namespace Assay.Tests.Web.Site;

/// <summary>What readers do: look up, search, choose a language, ask for a correction.</summary>
public sealed partial class ReaderTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_correction_is_asked_for_with_a_source_and_shown_when_it_is_answered()
    {
        await using var own = new SiteHost();
        await own.InitializeAsync();
        var path = $"/a/{own.Article}/c1/correct";
        using (var refused = await PostAsync(own, path, ("text", "The date is wrong."), ("source", " "), ("version", "1"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(await own.Store.Requests.OfArticleAsync(own.Article));
        using (var kept = await PostAsync(own, path, ("text", "The date is <b>wrong</b>."), ("source", "https://league.example/acts"), ("version", "1"))) Assert.Equal(HttpStatusCode.OK, kept.StatusCode);

        var request = Assert.Single(await own.Store.Requests.OfArticleAsync(own.Article));
        Assert.Equal(("c1", 1, "https://league.example/acts"), (request.Claim, request.Number, request.Source));
        var open = await own.TextAsync($"/a/{own.Article}");
        Assert.Contains("1 request is waiting", open, StringComparison.Ordinal);
        Assert.DoesNotContain("The date is", open, StringComparison.Ordinal);

        Assert.True(await own.Store.Requests.AnswerAsync(request.Id, accepts: true, "Mended in version 2.", "Vera Editor"));
        own.Time.Pass(PageCache.Patience);
        foreach (var page in new[] { $"/a/{own.Article}", $"/a/{own.Article}/c1", "/corrections" })
        {
            var html = await own.TextAsync(page);
            Assert.Contains("Mended in version 2.", html, StringComparison.Ordinal);
            Assert.Contains("The date is &lt;b&gt;wrong&lt;/b&gt;.", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_that_was_not_sent_from_the_site_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("text", "The date is wrong."), new("source", "x")]);
        using var answer = await site.Client.PostAsync(new Uri($"/a/{site.Article}/correct", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_entity_is_shown_as_of_a_date()
    {
        var now = await site.TextAsync("/e/kashagan");
        Assert.Contains("As of", now, StringComparison.Ordinal);
        var then = await site.TextAsync("/e/kashagan?at=2009-06-30");
        Assert.Contains("2009-06-30", then, StringComparison.Ordinal);
        Assert.Contains("is no date", await site.TextAsync("/e/kashagan?at=yesterday"), StringComparison.Ordinal);
        await site.TextAsync("/e/kashagan?table=nothing", HttpStatusCode.NotFound);
        Assert.Contains("href=\"/s/", await site.TextAsync("/e/kashagan?table=owners"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_findings_that_name_an_entity_stand_on_its_page() =>
        Assert.Contains($"href=\"/a/{site.Article}/c1\"", await site.TextAsync("/e/kazakhstan"), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_searched_for_is_found_and_marked()
    {
        var html = await site.TextAsync("/search?q=norland");
        Assert.Contains("<mark class=\"hit\">Norland</mark>", html, StringComparison.Ordinal);
        Assert.Contains("/e/kashagan", await site.TextAsync("/search?q=kashag"), StringComparison.Ordinal);
        Assert.Contains("Nothing was found", await site.TextAsync("/search?q=qqqqzzzz"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/x", "/a/x")]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task A_language_is_chosen_and_the_visitor_goes_back_inside_the_site(string back, string expected)
    {
        using var answer = await site.SendAsync($"/language/ru?back={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains("lang=ru", string.Join(' ', answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_method_says_what_the_desk_says_of_itself()
    {
        var html = await site.TextAsync("/method");
        Assert.Contains("Paid by nobody.", html, StringComparison.Ordinal);
        Assert.Contains("Not enough evidence", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_the_desk_is_read_in_headings_lists_and_paragraphs()
    {
        var text = AboutText.Read("# Who\nWe are\nthree.\n\n- one\n- two\n\n\nEnd <b>.");
        Assert.Equal([AboutKind.Heading, AboutKind.Paragraph, AboutKind.List, AboutKind.Paragraph], text.Blocks.Select(block => block.Kind));
        Assert.Equal(["Who", "We are three.", "one", "two", "End <b>."], text.Blocks.SelectMany(block => block.Lines));
    }

    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        new[] { "/", "/method", "/corrections", "/search", "/search?q=Norland", "/a/*", "/a/*/v1", "/a/*/c3", "/a/*/c4", "/a/*/correct", "/a/*/react", "/a/*/c1/react", "/e/kashagan", "/e/kazakhstan", "/nothing" }
            .SelectMany(path => new[] { path, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=ru" }).Select(path => new TheoryDataRow<string>(path));

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_is_well_made(string path)
    {
        using var answer = await site.SendAsync(path.Replace("*", site.Article, StringComparison.Ordinal));
        var html = await answer.Content.ReadAsStringAsync();
        var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Single(Regex.Matches(html, "<h1[ >]"));
        Assert.Single(Regex.Matches(html, "<main[ >]"));
        var levels = Heading().Matches(html[..html.IndexOf("<footer class=\"site-foot\"", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value[0] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
        Assert.DoesNotMatch(@"<[^>]*\s(style|on\w+)=", html);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=""/)", html);
        Assert.All(Field().Matches(html).Select(match => match.Value), field => Assert.True(IsLabelled(field, html), field));
        Assert.DoesNotMatch(@"(src|action)=""(https?:)?//", html);
    }

    private static bool IsLabelled(string field, string html) => field.Contains("type=\"hidden\"", StringComparison.Ordinal) || field.Contains("aria-label=", StringComparison.Ordinal) || field.Contains("type=\"radio\"", StringComparison.Ordinal)
        || Id().Match(field) is { Success: true } id && html.Contains($"for=\"{id.Groups[1].Value}\"", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> PostAsync(SiteHost host, string path, params (string Name, string Value)[] fields)
    {
        using var page = await host.SendAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        var token = Token().Match(html);
        using var form = new FormUrlEncodedContent(fields.Append((token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value))).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        var answer = await host.Client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<(input|textarea|select)[^>]*>")]
    private static partial Regex Field();
}
