using System.Net;
using System.Net.Http.Json;
using System.Text;
using Assay.Storage;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>Reactions over HTTP: what is refused, and that it says why and changes nothing.</summary>
public sealed class ReactionJsonTests
{
    [Fact]
    public async Task A_reaction_is_sent_changed_and_taken_back_and_what_is_none_is_refused_as_problem_details()
    {
        await using var place = await StorePlace.NewAsync(Dialect.Sqlite);
        string article;
        await using (var store = await Store.OpenAsync(place.Where, TimeProvider.System)) article = (await Sample.PublishAsync(store, Sample.Version(Sample.Finding("c1")))).Article;
        using var serve = await ServeRun.StartAsync(place.Where);
        var cookies = new CookieContainer();

        using (var plain = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = serve.Address })
        {
            // Reading gives no cookie and no token; without a token nothing is taken.
            Assert.DoesNotContain("token", await plain.GetStringAsync($"/a/{article}/reactions.json"), StringComparison.Ordinal);
            Assert.Equal(0, cookies.Count);
            await Refused(await plain.PostAsJsonAsync($"/a/{article}/reactions.json", new { claim = "c1", useful = true }), HttpStatusCode.BadRequest);
            Assert.Equal(HttpStatusCode.NotFound, (await plain.GetAsync("/a/none/reactions.json")).StatusCode);
        }

        using var reader = new ReactingClient(serve.Address, cookies);
        await reader.BeginAsync(article);
        await Refused(await reader.SendAsync(article, new { claim = "c9", useful = true }), HttpStatusCode.NotFound);
        await Refused(await reader.SendAsync(article, new { claim = "c1", useful = true, reason = "misread" }), HttpStatusCode.UnprocessableEntity);
        await Refused(await reader.SendAsync(article, new { claim = "c1", useful = "perhaps" }), HttpStatusCode.BadRequest);
        await Refused(await reader.SendAsync(article, new { claim = "c1", useful = true, more = new string('x', 10_000) }), HttpStatusCode.BadRequest);
        Assert.Empty(await reader.OwnAsync(article));

        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(article, new { claim = "c1", useful = true, reason = "clear" })).StatusCode);
        Assert.Equal(new Dictionary<string, bool> { ["c1"] = true }, await reader.OwnAsync(article));
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(article, new { claim = "c1", useful = false, reason = "misread" })).StatusCode);
        Assert.Equal(new Dictionary<string, bool> { ["c1"] = false }, await reader.OwnAsync(article));
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(article, new { claim = "c1", useful = (bool?)null })).StatusCode);
        Assert.Empty(await reader.OwnAsync(article));
    }

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("detail", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
    }
}
