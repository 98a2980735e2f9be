using System.Net;
using System.Text;
using System.Text.Json;
using Assay.Tests.Rows;
using Xunit;

namespace Assay.Tests.Web.Open;

/// <summary>Every page comes in the open formats under the same address.</summary>
public sealed class FormsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_names_its_formats_and_each_is_what_it_says()
    {
        await using var sample = await PublishedSample.StartAsync();
        foreach (var page in new[] { "/", sample.Article, $"{sample.Article}/v1", $"{sample.Article}/c1", $"{sample.Article}/v1/c1" })
        {
            using var answer = await sample.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var links = answer.Headers.GetValues("Link").SelectMany(header => header.Split(", <")).Select(link => link.TrimStart('<')).Select(link => (Path: link[..link.IndexOf('>')], Type: link.Split("type=\"")[1].TrimEnd('"'))).ToList();
            var path = page == "/" ? "/index" : page;
            Assert.Equal([($"{path}.json", "application/json"), ($"{path}.csv", "text/csv"), ($"{path}.jsonld", "application/ld+json")], links);
            foreach (var link in links) await IsAsync(sample, link.Path, link.Type);
        }
    }

    [Theory]
    [InlineData("/e/kz")]
    [InlineData("/search?q=member")]
    public async Task What_the_record_and_the_search_hold_comes_in_every_format(string page)
    {
        await using var sample = await PublishedSample.StartAsync();
        var (path, query) = page.Split('?') is [var one, var two] ? (one, "?" + two) : (page, "");
        await IsAsync(sample, $"{path}.json{query}", "application/json");
        await IsAsync(sample, $"{path}.csv{query}", "text/csv");
        await IsAsync(sample, $"{path}.jsonld{query}", "application/ld+json");
    }

    [Fact]
    public async Task A_source_tells_which_findings_rest_on_it()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var claim = JsonDocument.Parse(await sample.TextAsync($"{sample.Article}/c1.json"));
        var source = claim.RootElement.GetProperty("claim").GetProperty("sources")[0].GetProperty("id").GetString()!;
        var table = new CsvTable(await sample.TextAsync($"/s/{source}.csv"));
        Assert.Contains(table.Rows, row => row["address"] == $"{sample.Workbench.Address}{sample.Article}/c1");
    }

    [Fact]
    public async Task The_document_of_a_version_is_the_stored_one_byte_for_byte()
    {
        await using var sample = await PublishedSample.StartAsync();
        var stored = await sample.Workbench.Store.Published.DocumentAsync(sample.Id, 1, Cancellation);
        Assert.Equal(stored, await sample.Editor.GetByteArrayAsync($"{sample.Article}/v1.json", Cancellation));
        Assert.Equal(stored, await sample.Editor.GetByteArrayAsync($"{sample.Article}.json", Cancellation));
    }

    [Fact]
    public async Task Who_has_the_bytes_is_not_sent_them_again()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var first = await sample.GetAsync($"{sample.Article}.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{sample.Article}.json") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await sample.Editor.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync(Cancellation)).Length));
    }

    [Theory]
    [InlineData("application/json", ".json")]
    [InlineData("application/ld+json, application/json;q=0.5", ".jsonld")]
    [InlineData("text/csv", ".csv")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", null)]
    [InlineData("*/*", null)]
    [InlineData("image/png", null)]
    public async Task Who_accepts_no_page_is_sent_on_and_no_cache_keeps_that(string accepted, string? ending)
    {
        await using var sample = await PublishedSample.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{sample.Article}/c1");
        request.Headers.TryAddWithoutValidation("Accept", accepted);
        using var answer = await sample.Editor.SendAsync(request, Cancellation);
        if (ending is null) Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        else Assert.Equal((HttpStatusCode.SeeOther, $"{sample.Article}/c1{ending}", true), (answer.StatusCode, answer.Headers.Location!.OriginalString, answer.Headers.CacheControl!.NoStore));
    }

    [Fact]
    public async Task A_claim_becomes_a_ClaimReview_when_a_named_editor_signs_it_and_no_other_does()
    {
        await using var sample = await PublishedSample.StartAsync();
        Assert.DoesNotContain("ClaimReview", await sample.TextAsync($"{sample.Article}.jsonld"), StringComparison.Ordinal);
        Assert.True(await sample.Workbench.Store.Published.SignAsync(sample.Id, 1, "c1", "Ines Editor", Cancellation));
        using var document = JsonDocument.Parse(await sample.TextAsync($"{sample.Article}.jsonld"));
        var review = Assert.Single(document.RootElement.GetProperty("@graph").EnumerateArray(), node => node.GetProperty("@type").GetString() == "ClaimReview");
        Assert.Equal("Ines Editor", review.GetProperty("editor").GetProperty("name").GetString());
        Assert.Equal($"{sample.Workbench.Address}{sample.Article}/c1", review.GetProperty("url").GetString());
        Assert.Equal("Kazakhstan is a member of the CSTO", review.GetProperty("claimReviewed").GetString());
        Assert.Equal(5, review.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32());
        Assert.Equal("Assay", review.GetProperty("author").GetProperty("name").GetString());
        Assert.True(DateOnly.TryParse(review.GetProperty("datePublished").GetString(), out _));
        Assert.DoesNotContain("ClaimReview", await sample.TextAsync($"{sample.Article}/c2.jsonld"), StringComparison.Ordinal);
        Assert.DoesNotContain("unpublished.invalid", document.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annotation_marks_its_words_by_code_points()
    {
        await using var sample = await PublishedSample.StartAsync();
        var text = await sample.TextAsync($"{sample.Article}/annotations.jsonld");
        using var document = JsonDocument.Parse(text);
        var runes = PublishedSample.Text.EnumerateRunes().ToArray();
        var items = document.RootElement.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            var selectors = item.GetProperty("target").GetProperty("selector").EnumerateArray().ToList();
            var (exact, place) = (selectors[0].GetProperty("exact").GetString(), selectors[1]);
            Assert.Equal(exact, string.Concat(runes[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()].Select(rune => rune.ToString())));
            Assert.StartsWith($"{sample.Workbench.Address}{sample.Article}/v1/c", item.GetProperty("id").GetString());
        }
        Assert.Equal(document.RootElement.GetProperty("total").GetInt32(), items.Count);
        Assert.DoesNotContain("unpublished.invalid", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_a_claim_are_those_its_document_cites_and_stand_among_those_of_the_article()
    {
        await using var sample = await PublishedSample.StartAsync();
        var ofClaim = new CsvTable(await sample.TextAsync($"{sample.Article}/c1/rows.csv"));
        var ofArticle = new CsvTable(await sample.TextAsync($"{sample.Article}/rows.csv"));
        using var claim = JsonDocument.Parse(await sample.TextAsync($"{sample.Article}/c1.json"));
        Assert.NotEmpty(ofClaim.Rows);
        Assert.Equal(RowsOf(claim.RootElement.GetProperty("claim").GetProperty("proof")).Distinct().Order(), ofClaim.Rows.Select(row => row["row"]).Order());
        Assert.Equal(ofClaim.Rows.Select(row => row["row"]).Order(), ofArticle.Rows.Where(row => row["claims"].Split('|').Contains("c1")).Select(row => row["row"]).Order());
    }

    [Fact]
    public async Task What_is_not_there_is_told_in_the_format_that_was_asked_for()
    {
        await using var sample = await PublishedSample.StartAsync();
        foreach (var path in new[] { "/a/nosuch.json", "/a/nosuch.csv", $"{sample.Article}/v7.json", $"{sample.Article}/c99.jsonld", $"{sample.Article}/v99999999999999999999.json", "/e/nosuch.json", "/s/nosuch.csv", "/nosuch.json" })
        {
            using var answer = await sample.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound, "application/problem+json"), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    private static IEnumerable<string> RowsOf(JsonElement step) =>
        step.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).Concat(step.GetProperty("inputs").EnumerateArray().SelectMany(RowsOf));

    private static async Task IsAsync(PublishedSample sample, string path, string type)
    {
        using var answer = await sample.GetAsync(path);
        Assert.Equal((path, HttpStatusCode.OK, type), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        if (type == "text/csv") Assert.NotEmpty(new CsvTable(Encoding.UTF8.GetString(bytes)).Rows);
        else using (JsonDocument.Parse(bytes)) Assert.NotEmpty(bytes);
    }
}
