using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Assay.Tests.Web.Open;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary>What goes wrong is told once, in one shape, and never with what happened inside.</summary>
public sealed class FailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shape_of_an_error_in_JSON_is_pinned()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var client = PublishedSample.Client(workbench);
        Assert.Equal("""{"type":"about:blank","title":"There is nothing here","status":404,"detail":"Nothing has this address. Check it, or search for what you look for.","code":"not-found"}""",
            await (await client.GetAsync("/a/nosuch.json", Cancellation)).Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task People_get_a_page_and_who_asks_for_JSON_gets_problem_details()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var client = PublishedSample.Client(workbench);
        using var page = await client.GetAsync("/a/nosuch", Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nosuch") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        using var problem = await client.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_told()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var client = PublishedSample.Client(workbench);
        using var answer = await client.DeleteAsync("/index.json", Cancellation);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_head_of_an_address_is_that_of_its_content_without_it()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var head = await sample.Editor.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{sample.Article}.json"), Cancellation);
        using var get = await sample.GetAsync($"{sample.Article}.json");
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, get.Headers.ETag, 0), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag, (await head.Content.ReadAsByteArrayAsync(Cancellation)).Length));
    }

    [Theory]
    [InlineData("desk=forged")]
    [InlineData("reader=forged")]
    [InlineData("form=forged")]
    [InlineData("lang=%00%ff; desk=%E4")]
    public async Task A_forged_or_broken_cookie_is_as_none(string cookie)
    {
        await using var sample = await PublishedSample.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(sample.Workbench.Address) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookie);
        // There is an editor already, so whoever comes without a cookie of theirs is told why they can't be one.
        foreach (var (path, status) in new[] { (sample.Article, 200), ($"{sample.Article}/c1/react", 200), ("/sign-in", 403), ("/desk", 302) })
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal((path, status), (path, (int)answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_and_says_so()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var answer = await sample.Editor.PostAsync($"{sample.Article}/c1/react", new FormUrlEncodedContent([new("useful", "yes")]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await sample.Workbench.Store.Reactions.CountsAsync(sample.Id, Cancellation));
    }

    [Theory]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "")]
    public async Task What_is_no_form_is_refused(string type, string body)
    {
        await using var sample = await PublishedSample.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await sample.Editor.PostAsync("/desk/drafts", content, Cancellation);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("/sign-in", 2 * 1024 * 1024)]
    [InlineData("/desk/drafts", 12 * 1024 * 1024)]
    public async Task A_request_that_is_too_large_is_refused_with_413(string path, int bytes)
    {
        await using var sample = await PublishedSample.StartAsync();
        var token = await PublishedSample.TokenAsync(sample.Editor, "/desk");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[bytes]), "file", "long.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { ExpectContinue = true } };
        using var answer = await sample.Editor.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_fails_in_the_middle_is_503_with_an_id_that_is_in_the_log_and_no_trace()
    {
        await using var sample = await PublishedSample.StartAsync();
        var log = sample.Workbench.Log();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(sample.Workbench.Folder, "assay.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "alter table version rename to moved";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
        using var answer = await sample.GetAsync($"{sample.Article}.json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5), "store"), (answer.StatusCode, answer.Headers.RetryAfter!.Delta, problem.RootElement.GetProperty("code").GetString()));
        Assert.DoesNotContain("moved", problem.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", problem.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(log.All, line => line.Contains(problem.RootElement.GetProperty("errorId").GetString()!, StringComparison.Ordinal));
        using var page = await sample.GetAsync(sample.Article);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }
}
