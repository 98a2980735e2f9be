using System.Net;
using System.Text;
using Assay.Web;
using AngleSharp.Html.Parser;
using Xunit;

namespace Assay.Tests.Web.Open;

/// <summary>A workbench with one article published from the desk, and a client that is its editor.</summary>
internal sealed class PublishedSample : IAsyncDisposable
{
    /// <summary>An article with a character beyond the basic plane before its claims, so that code points and UTF-16 units differ.</summary>
    public const string Text = "Title: Clubs and 𝔘nions\nAuthor: A. Writer\nDate: 2020-05-01\n\nSome say 𝔘 and more. Kazakhstan is a member of the CSTO. Kazakhstan is a member of NATO. Everyone should be glad of that.\n";

    private PublishedSample(RunningWorkbench workbench, HttpClient editor, string article) => (Workbench, Editor, Article) = (workbench, editor, article);

    public RunningWorkbench Workbench { get; }

    /// <summary>Signed in as the first visitor; follows no redirects.</summary>
    public HttpClient Editor { get; }

    /// <summary>The path of the article, as <c>/a/k3fj</c>.</summary>
    public string Article { get; }

    public string Id => Article["/a/".Length..];

    public static async Task<PublishedSample> StartAsync(Func<WorkbenchOptions, WorkbenchOptions>? change = null)
    {
        var workbench = await RunningWorkbench.StartAsync(change);
        var editor = Client(workbench);
        var draft = await PostAsync(editor, "/desk", "/desk/drafts", ("text", Text));
        var path = draft.Headers.Location!.OriginalString;
        var published = await PostAsync(editor, path, $"{path}/publish");
        return new PublishedSample(workbench, editor, published.Headers.Location!.OriginalString);
    }

    /// <summary>A client with cookies of its own that follows no redirects.</summary>
    public static HttpClient Client(RunningWorkbench workbench) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(workbench.Address) };

    /// <summary>Sends a form with the token of a page, to which the client is led where it must sign in first.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(client, page);
        return await client.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]), Cancellation);
    }

    /// <summary>The token of the forms on a page.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string page)
    {
        for (var (path, steps) = (page, 0); steps < 5; steps++)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            if (answer.Headers.Location is { } next)
            {
                path = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString;
                continue;
            }
            var html = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
            return html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidDataException($"{path} has no form with a token; it answered {(int)answer.StatusCode}.");
        }
        throw new InvalidDataException($"{page} leads from one address to the next.");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Editor.GetAsync(path, Cancellation);

    public async Task<string> TextAsync(string path) => Encoding.UTF8.GetString(await Editor.GetByteArrayAsync(path, Cancellation));

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        await Workbench.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
