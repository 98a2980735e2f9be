using System.Net;
using AngleSharp.Html.Parser;
using Assay.Tests.Web.Open;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary>No page asks anybody else for anything, runs what is not the site's own, or takes a form that no page of the site sent.</summary>
public sealed class SecurityTests
{
    /// <summary>Routes that take a POST without a token, and why they may.</summary>
    private static readonly Dictionary<string, string> WithoutToken = new()
    {
        ["/reconcile"] = "reads queries and changes nothing; read by no cookie",
        ["/mcp"] = "reads and changes nothing but the answer; refuses pages of other sites",
        ["/mcp/"] = "as /mcp",
        ["/a/{article}/reactions.json"] = "takes the token in a header and checks it by itself",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_loads_from_this_site_alone_and_has_no_script_or_style_in_it()
    {
        await using var sample = await PublishedSample.StartAsync();
        var draft = (await sample.Workbench.Store.Drafts.AllAsync(Cancellation)).Single().Id;
        var pages = sample.Workbench.Routes().Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false).Select(route => PathOf(route, sample, draft)).OfType<string>().Append("/nosuch").Distinct().ToList();
        var seen = 0;
        foreach (var path in pages)
        {
            using var answer = await sample.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path} answers {(int)answer.StatusCode}");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            seen++;
            var html = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Empty(html.QuerySelectorAll("style, [style], iframe, object, embed, base"));
            Assert.DoesNotContain(html.QuerySelectorAll("script"), script => !script.HasAttribute("src") && script.GetAttribute("type") is not ("application/json" or "application/ld+json"));
            Assert.DoesNotContain(html.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var loaded = html.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon], form").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("action") ?? "");
            Assert.All(loaded, address => Assert.True(address.Length == 0 || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith('?') || address.StartsWith('#'), $"{path} loads {address}"));
        }
        Assert.True(seen >= 8, $"only {seen} pages were seen");
    }

    [Fact]
    public async Task Every_form_is_refused_without_the_token_of_a_page_of_this_site()
    {
        await using var sample = await PublishedSample.StartAsync();
        var draft = (await sample.Workbench.Store.Drafts.AllAsync(Cancellation)).Single().Id;
        var routes = sample.Workbench.Routes().Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS")) == true).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes.Where(route => !WithoutToken.ContainsKey(route.RoutePattern.RawText!)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), PathOf(route, sample, draft) ?? throw new InvalidDataException($"The test does not know how to fill {route.RoutePattern.RawText}."))
            {
                Content = new FormUrlEncodedContent([new("useful", "yes")]),
            };
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await sample.Editor.SendAsync(request, Cancellation);
            Assert.Equal((route.RoutePattern.RawText, HttpStatusCode.BadRequest), (route.RoutePattern.RawText, answer.StatusCode));
            Assert.Contains("form-token", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_made_for_one_visitor_is_kept_by_no_cache_and_reading_sets_no_cookie()
    {
        await using var sample = await PublishedSample.StartAsync();
        foreach (var path in new[] { "/desk", $"{sample.Article}/c1/react" })
        {
            using var own = await sample.GetAsync(path);
            Assert.True(own.Headers.CacheControl!.NoStore, path);
        }
        using var stranger = PublishedSample.Client(sample.Workbench);
        foreach (var path in new[] { "/", sample.Article, $"{sample.Article}/c1", $"{sample.Article}.json", "/e/kz.json", "/nosuch" })
        {
            using var read = await stranger.GetAsync(path, Cancellation);
            Assert.False(read.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites_and_behind_https_of_plain_connections()
    {
        await using var workbench = await RunningWorkbench.StartAsync(options => options with { Proxies = ["127.0.0.1"] });
        using var client = PublishedSample.Client(workbench);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/sign-in", Cancellation);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        foreach (var cookie in cookies)
        {
            foreach (var flag in new[] { "httponly", "secure" }) Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        }
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        using var other = PublishedSample.Client(workbench);
        using var plain = await other.GetAsync("/", Cancellation);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>A path of the route with what the sample has; null: the route stands for any path.</summary>
    private static string? PathOf(RouteEndpoint route, PublishedSample sample, string draft)
    {
        if (route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)) return null;
        var path = "";
        foreach (var segment in route.RoutePattern.PathSegments)
        {
            path += "/" + string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.Name switch
                {
                    "article" => sample.Id, "claim" => "c1", "number" => "1", "entity" => "kz", "id" or "draft" => draft, "source" => "nosuch", _ => "1",
                },
                _ => "",
            }));
        }
        return path.Length == 0 ? "/" : path;
    }
}
