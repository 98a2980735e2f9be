using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Assay.Tests.Web.Desk;

/// <summary>A page as it was answered.</summary>
internal sealed record Answered(HttpStatusCode Status, string Html, Uri Address)
{
    public IDocument Page => new HtmlParser().ParseDocument(Html);

    /// <summary>The words of the part that a selector names, white space joined; empty where there is none.</summary>
    public string Words(string selector = "main") => Regex.Replace(Page.QuerySelector(selector)?.TextContent ?? "", @"\s+", " ").Trim();
}

/// <summary>Somebody with a browser without script: keeps cookies, follows redirects, sends the forms of pages as they stand with fields changed.</summary>
internal sealed class DeskVisitor(RunningWorkbench workbench) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = new Uri(workbench.Address), Timeout = TimeSpan.FromMinutes(3) };

    public HttpClient Client => _client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<Answered> OpenAsync(string path)
    {
        using var answer = await _client.GetAsync(path, Stop);
        return await AnsweredAsync(answer);
    }

    /// <summary>Sends a form of a page: its fields as they stand, but for those that are given. A field given as null is left out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="action">What the form's action ends with.</param>
    /// <param name="fields">The fields that are filled in, and the button that is pressed, if it has a name.</param>
    public async Task<Answered> SendAsync(Answered page, string action, params (string Name, string? Value)[] fields)
    {
        var form = page.Page.QuerySelectorAll("form[method=post]").First(one => (one.GetAttribute("action") ?? page.Address.AbsolutePath).EndsWith(action, StringComparison.Ordinal));
        var sent = FieldsOf(form).Where(field => fields.All(given => given.Name != field.Key)).Concat(fields.Where(given => given.Value is not null).Select(given => KeyValuePair.Create(given.Name, given.Value!)));
        return await PostAsync(form.GetAttribute("action") ?? page.Address.AbsolutePath, sent);
    }

    public async Task<Answered> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(path, content, Stop);
        return await AnsweredAsync(answer);
    }

    /// <summary>Pastes an article at the desk; gives its checked page.</summary>
    public async Task<Answered> PasteAsync(string text) => await SendAsync(await OpenAsync("/desk?lang=en"), "/desk/drafts", ("text", text));

    public void Dispose() => _client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            if (field.GetAttribute("type") is "file" || field.GetAttribute("type") is "checkbox" or "radio" && !field.HasAttribute("checked")) continue;
            var value = field.LocalName switch
            {
                "select" => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))?.GetAttribute("value") ?? "",
                "textarea" => field.TextContent,
                _ => field.GetAttribute("value") ?? "",
            };
            yield return KeyValuePair.Create(field.GetAttribute("name")!, value);
        }
    }

    private static async Task<Answered> AnsweredAsync(HttpResponseMessage answer) => new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), answer.RequestMessage!.RequestUri!);
}
