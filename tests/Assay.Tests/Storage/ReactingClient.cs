using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Assay.Tests.Storage;

/// <summary>A reader's browser, as far as it reacts.</summary>
internal sealed class ReactingClient(Uri server, CookieContainer cookies) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = cookies, ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = server };

    /// <summary>Asks for the token that reactions are sent with.</summary>
    public async Task BeginAsync(string article)
    {
        var shown = await _http.GetFromJsonAsync<JsonElement>($"/a/{article}/reactions.json?token");
        var token = shown.GetProperty("token");
        _http.DefaultRequestHeaders.Add(token.GetProperty("header").GetString()!, token.GetProperty("value").GetString());
    }

    /// <summary>Sends a reaction; the server's answer.</summary>
    public Task<HttpResponseMessage> SendAsync(string article, object reaction) => _http.PostAsJsonAsync($"/a/{article}/reactions.json", reaction);

    /// <summary>What this reader chose, by claim.</summary>
    public async Task<Dictionary<string, bool>> OwnAsync(string article)
    {
        var shown = await _http.GetFromJsonAsync<JsonElement>($"/a/{article}/reactions.json");
        return shown.GetProperty("targets").EnumerateArray().Where(target => target.TryGetProperty("own", out _))
            .ToDictionary(target => target.GetProperty("claim").GetString()!, target => target.GetProperty("own").GetProperty("useful").GetBoolean());
    }

    public void Dispose() => _http.Dispose();
}
