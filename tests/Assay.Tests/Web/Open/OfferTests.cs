using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Routing;
using Assay.Storage.Published;
using Assay.Web.Operations;
using Xunit;

namespace Assay.Tests.Web.Open;

/// <summary>Feeds, cards, indexes, reconciliation and the description of it all.</summary>
public sealed class OfferTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_is_one_entry_of_the_feed_at_its_permalink_and_says_that_no_editor_signed_it()
    {
        await using var sample = await PublishedSample.StartAsync();
        var feed = XDocument.Parse(await sample.TextAsync("/feed.atom"));
        var entry = Assert.Single(feed.Descendants(Atom + "entry"), entry => entry.Element(Atom + "id")!.Value == $"{sample.Workbench.Address}{sample.Article}/v1/c1");
        Assert.Contains("no editor has signed it", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal($"{sample.Workbench.Address}{sample.Article}/v1/c1", XDocument.Parse(await sample.TextAsync("/feed.rss")).Descendants("item").Select(item => item.Element("guid")!.Value).First());
    }

    [Fact]
    public async Task A_verdict_that_another_version_changes_is_an_entry_of_the_changes()
    {
        await using var sample = await PublishedSample.StartAsync();
        Assert.Empty(XDocument.Parse(await sample.TextAsync("/changes.atom")).Descendants(Atom + "entry"));
        var store = sample.Workbench.Store;
        var draft = (await store.Drafts.AllAsync(Cancellation)).Single().Id;
        var first = (await store.Published.FindAsync(sample.Id, 1, Cancellation))!;
        var changed = first with { Number = 0, Changes = [new VerdictChange("c1", first.Findings[0].Quote, "Supported", "Refuted", "left in 2019")], Findings = [first.Findings[0] with { Verdict = "Refuted" }] };
        await store.Published.AddAsync(draft, changed, "{}\n"u8.ToArray(), [], "", Cancellation);
        var entry = Assert.Single(XDocument.Parse(await sample.TextAsync("/changes.atom")).Descendants(Atom + "entry"));
        Assert.StartsWith("Supported → Refuted: Kazakhstan is a member of the CSTO", entry.Element(Atom + "title")!.Value);
        Assert.Equal(("left in 2019", $"{sample.Workbench.Address}{sample.Article}/v2/c1"), (entry.Element(Atom + "summary")!.Value, entry.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task Only_cards_may_be_framed_and_they_run_nothing_and_set_no_cookie()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var stranger = PublishedSample.Client(sample.Workbench);
        foreach (var path in new[] { $"/embed{sample.Article}", $"/embed{sample.Article}/c1", "/reconcile/preview?id=kz" })
        {
            using var answer = await stranger.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
        }
        using var page = await stranger.GetAsync($"{sample.Article}/c1", Cancellation);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_a_claim_becomes_its_card_by_oEmbed()
    {
        await using var sample = await PublishedSample.StartAsync();
        var url = Uri.EscapeDataString($"{sample.Workbench.Address}{sample.Article}/c1");
        using var card = JsonDocument.Parse(await sample.TextAsync($"/oembed?url={url}&maxwidth=300"));
        Assert.Equal(("rich", "1.0", 300), (card.RootElement.GetProperty("type").GetString(), card.RootElement.GetProperty("version").GetString(), card.RootElement.GetProperty("width").GetInt32()));
        Assert.Contains($"src=\"{sample.Workbench.Address}/embed{sample.Article}/c1\"", card.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("oembed", XDocument.Parse(await sample.TextAsync($"/oembed?url={url}&format=xml")).Root!.Name.LocalName);
        foreach (var (query, status) in new[] { ("url=https://elsewhere.example/a/x", 404), ("", 404), ($"url={url}&format=yaml", 501), ($"url={url}&maxwidth=0", 400) })
        {
            using var refused = await sample.GetAsync($"/oembed?{query}");
            Assert.Equal((query, status, "application/problem+json"), (query, (int)refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Search_engines_find_the_sitemap_and_in_it_articles_and_entities()
    {
        await using var sample = await PublishedSample.StartAsync();
        Assert.Contains($"Sitemap: {sample.Workbench.Address}/sitemap.xml", await sample.TextAsync("/robots.txt"), StringComparison.Ordinal);
        var places = XDocument.Parse(await sample.TextAsync("/sitemap.xml")).Descendants(Map + "loc").Select(place => place.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(places, new HashSet<string> { $"{sample.Workbench.Address}{sample.Article}", $"{sample.Workbench.Address}/e/kz", $"{sample.Workbench.Address}/" });
    }

    [Fact]
    public async Task A_table_of_names_is_reconciled_from_any_site()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var manifest = await sample.GetAsync("/reconcile");
        Assert.Equal("*", Assert.Single(manifest.Headers.GetValues("Access-Control-Allow-Origin")));
        using var answer = await sample.Editor.PostAsync("/reconcile", new FormUrlEncodedContent([new("queries", "{\"q0\":{\"query\":\"Kazakhstan\"}}")]), Cancellation);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var best = document.RootElement.GetProperty("q0").GetProperty("result")[0];
        Assert.Equal(("kz", true), (best.GetProperty("id").GetString(), best.GetProperty("match").GetBoolean()));
        using var broken = await sample.Editor.PostAsync("/reconcile", new FormUrlEncodedContent([new("queries", "{\"q0\":")]), Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json", "*"), (broken.StatusCode, broken.Content.Headers.ContentType!.MediaType, Assert.Single(broken.Headers.GetValues("Access-Control-Allow-Origin"))));
        using var preflight = await sample.Editor.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/reconcile"), Cancellation);
        Assert.Equal((HttpStatusCode.NoContent, "*"), (preflight.StatusCode, Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin"))));
    }

    [Fact]
    public async Task The_description_holds_every_route_for_programs_and_no_other()
    {
        await using var sample = await PublishedSample.StartAsync();
        using var document = JsonDocument.Parse(await sample.TextAsync("/openapi.json"));
        var described = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}")).Order().ToList();
        var mapped = sample.Workbench.Routes().Where(route => route.Metadata.GetMetadata<ForPrograms>() is not null && route.RoutePattern.RawText != "/openapi.json")
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(verb => $"{verb} {Plain(route.RoutePattern.RawText!)}")).Order().ToList();
        Assert.Equal(mapped, described);
        // Whatever says that it answers with something else than a page is for programs, so that no route is forgotten above.
        Assert.Empty(sample.Workbench.Routes().Where(route => route.Metadata.GetMetadata<ForPrograms>() is null)
            .Where(route => route.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Http.Metadata.IProducesResponseTypeMetadata>().Any(answer => answer.ContentTypes.Any(type => type.Contains("json", StringComparison.Ordinal) || type.Contains("csv", StringComparison.Ordinal))) && !route.RoutePattern.RawText!.StartsWith("/mcp", StringComparison.Ordinal))
            .Select(route => route.RoutePattern.RawText));
    }

    /// <summary>A pattern without the kinds of its parameters, as descriptions write it.</summary>
    private static string Plain(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{\*{0,2}(\w+)(?::(?:[^{}]|\{[^}]*\})*)?\}", "{$1}");
}
