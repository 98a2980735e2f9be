using System.IO.Compression;
using System.Net;
using System.Text;
using Assay.Storage.Reactions;
using Assay.Tests.Publishing;
using Assay.Web.Articles;
using Xunit;

namespace Assay.Tests.Web.Site;

/// <summary>Pages that are kept: the same bytes for everybody, and never staler than promised.</summary>
public sealed class PageCacheTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_visitor_who_has_the_page_is_told_so_without_it()
    {
        using var first = await site.SendAsync($"/a/{site.Article}");
        var tag = first.Headers.ETag!.ToString();
        using var again = await site.SendAsync($"/a/{site.Article}", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        using var other = await site.SendAsync($"/a/{site.Article}", ("If-None-Match", "W/\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory, InlineData("gzip"), InlineData("br")]
    public async Task Packed_bytes_are_those_of_the_page(string coding)
    {
        using var plain = await site.SendAsync($"/a/{site.Article}");
        using var packed = await site.SendAsync($"/a/{site.Article}", ("Accept-Encoding", coding));
        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        await using var bytes = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await text.ReadToEndAsync());
    }

    [Fact]
    public async Task A_coding_that_is_refused_is_not_used()
    {
        using var answer = await site.SendAsync($"/a/{site.Article}", ("Accept-Encoding", "br;q=0, gzip;q=0.0"));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_language_is_the_visitors()
    {
        foreach (var (headers, expected) in new ((string, string)[], string)[]
        {
            ([], "en"), ([("Accept-Language", "ru")], "ru"), ([("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8")], "ru"), ([("Accept-Language", "de,en;q=0.5")], "en"),
            ([("Accept-Language", "en;q=0.3, ru;q=0.7")], "ru"), ([("Cookie", "lang=ru")], "ru"), ([("Cookie", "lang=en"), ("Accept-Language", "ru")], "en"), ([("Cookie", "lang=xx")], "en"),
        })
        {
            using var answer = await site.SendAsync($"/a/{site.Article}", headers);
            Assert.Contains($"<html lang=\"{expected}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
            Assert.Contains("Accept-Language", answer.Headers.Vary);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task What_another_process_published_is_seen_after_the_promised_pause()
    {
        await using var own = new SiteHost();
        await own.InitializeAsync();
        var before = await own.TextAsync($"/a/{own.Article}");
        await own.PublishAsync(SampleArticle.Checked with { Findings = [.. SampleArticle.Checked.Findings.Select(finding => finding with { Justification = "Said anew." })] });
        Assert.Equal(before, await own.TextAsync($"/a/{own.Article}"));
        own.Time.Pass(PageCache.Patience);
        Assert.Contains("Said anew.", await own.TextAsync($"/a/{own.Article}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reactions_are_counted_on_the_page_after_their_pause()
    {
        await using var own = new SiteHost();
        await own.InitializeAsync();
        Assert.DoesNotContain("1 found it useful", await own.TextAsync($"/a/{own.Article}"), StringComparison.Ordinal);
        await own.Store.Reactions.SetAsync(new Reaction(new ReactionTarget(own.Article, "c1", 1), "reader", true, ""));
        own.Time.Pass(PageCache.PatienceForReactions);
        Assert.Contains("1 found it useful", await own.TextAsync($"/a/{own.Article}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_answers_a_question_for_its_head_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/a/{site.Article}");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 1000);
    }
}
