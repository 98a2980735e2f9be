using System.Net;
using Assay.Tests.Web.Open;
using Assay.Web.Operations;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary>Nobody may do too much, and whom is counted is not for the client to choose.</summary>
public sealed class LimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_who_reacts_too_often_is_told_when_to_come_again()
    {
        await using var sample = await PublishedSample.StartAsync(options => options with { Limits = new LimitOptions { Reactions = 2 } });
        using var reader = PublishedSample.Client(sample.Workbench);
        Assert.Equal([302, 302, 302], await ReactAsync(sample, reader, 3));
        // The first gave the cookie and counted for the address alone.
        var token = await PublishedSample.TokenAsync(reader, $"{sample.Article}/c1/react");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sample.Article}/c1/react") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("useful", "yes")]) };
        request.Headers.Accept.ParseAdd("application/json");
        using var refused = await reader.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var another = PublishedSample.Client(sample.Workbench);
        Assert.Equal([302], await ReactAsync(sample, another, 1));
    }

    [Fact]
    public async Task Who_throws_the_cookie_away_is_held_by_the_address()
    {
        await using var sample = await PublishedSample.StartAsync(options => options with { Limits = new LimitOptions { Reactions = 1, ReadersPerAddress = 3 } });
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var reader = PublishedSample.Client(sample.Workbench);
            statuses.AddRange(await ReactAsync(sample, reader, 1));
        }
        Assert.Equal([302, 302, 302, 429], statuses);
    }

    [Fact]
    public async Task What_a_client_says_of_its_address_is_not_believed_unless_a_named_proxy_says_it()
    {
        foreach (var (proxies, expected) in new[] { (Array.Empty<string>(), 429), (["127.0.0.1"], 401) })
        {
            await using var workbench = await RunningWorkbench.StartAsync(options => options with { Proxies = proxies, Limits = new LimitOptions { SignIns = 2 } });
            using var client = PublishedSample.Client(workbench);
            // Signed in as the first visitor by a page of the desk, which has the token that the form needs.
            var token = await PublishedSample.TokenAsync(client, "/desk");
            var last = 0;
            for (var i = 1; i <= 3; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "x"), new("password", "y")]) };
                request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
                using var answer = await client.SendAsync(request, Cancellation);
                last = (int)answer.StatusCode;
            }
            Assert.Equal(expected, last);
        }
    }

    [Fact]
    public async Task Reconciliation_is_limited_too()
    {
        await using var workbench = await RunningWorkbench.StartAsync(options => options with { Limits = new LimitOptions { Reconciliations = 1 } });
        using var client = PublishedSample.Client(workbench);
        using var first = await client.GetAsync("/reconcile", Cancellation);
        using var second = await client.GetAsync("/reconcile/suggest/entity?prefix=a", Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    private static async Task<List<int>> ReactAsync(PublishedSample sample, HttpClient reader, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await PublishedSample.PostAsync(reader, $"{sample.Article}/c1/react", $"{sample.Article}/c1/react", ("useful", i % 2 == 0 ? "yes" : "no"));
            statuses.Add((int)answer.StatusCode);
        }
        return statuses;
    }
}
