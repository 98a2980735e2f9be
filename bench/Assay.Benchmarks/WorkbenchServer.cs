using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Benchmarks;

/// <summary>A running <c>assay serve</c> with one published article, or the bare page that it is measured beside.</summary>
internal sealed partial class WorkbenchServer : IDisposable
{
    private readonly Process _process;

    private WorkbenchServer(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where it is reached.</summary>
    public string Address { get; }

    /// <summary>The workbench over a store, with nobody held to a number of requests and no line in the log for each.</summary>
    public static WorkbenchServer Serve(string cli, string store, string folder) =>
        Start("open at ", [cli, "serve", "--store", store, "--local-packs", Path.Combine(folder, "packs"), "--urls", "http://127.0.0.1:0", "--no-limits", "--log-errors-only"]);

    /// <summary>The bare page: so many bytes of this program in another process.</summary>
    public static WorkbenchServer Bare(long size) => Start("open at ", [typeof(WorkbenchServer).Assembly.Location, "workbench", "bare", $"{size}"]);

    /// <summary>Publishes an article as an editor does: the path of its page.</summary>
    public async Task<string> PublishAsync(string file)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(2) };
        var desk = await http.GetStringAsync("/desk");
        using var form = new MultipartFormDataContent { { new StringContent(TokenOf(desk)), "__RequestVerificationToken" }, { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", Path.GetFileName(file) } };
        using var draft = await http.PostAsync("/desk/drafts", form);
        var path = draft.RequestMessage!.RequestUri!.AbsolutePath;
        var page = await draft.Content.ReadAsStringAsync();
        using var publish = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = TokenOf(page) });
        using var published = await http.PostAsync($"{path}/publish", publish);
        var article = published.RequestMessage!.RequestUri!.AbsolutePath;
        return Article().Match(article) is { Success: true } found ? found.Value : throw new InvalidOperationException($"publishing ends at {article} with {(int)published.StatusCode}");
    }

    /// <summary>Readers who may react: what each sends along with a reaction, as lines of a header.</summary>
    public async Task<(string Token, string Cookies)[]> ReadersAsync(string article, int count)
    {
        var readers = new (string, string)[count];
        for (var number = 0; number < count; number++)
        {
            var cookies = new CookieContainer();
            using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri(Address) };
            using var shown = JsonDocument.Parse(await http.GetStringAsync($"{article}/reactions.json?token"));
            var token = shown.RootElement.GetProperty("token").GetProperty("value").GetString()!;
            using var first = new HttpRequestMessage(HttpMethod.Post, $"{article}/reactions.json") { Content = new StringContent("{\"claim\":\"\",\"useful\":true}", null, "application/json") };
            first.Headers.Add("RequestVerificationToken", token);
            using var answer = await http.SendAsync(first);
            answer.EnsureSuccessStatusCode();
            readers[number] = (token, cookies.GetCookieHeader(new Uri(Address)));
        }
        return readers;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static WorkbenchServer Start(string said, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf(said, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new WorkbenchServer(process, line[(at + said.Length)..].TrimEnd('.'));
        }
        throw new InvalidOperationException("the server ended before it was open");
    }

    private static string TokenOf(string page) => Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("a page of the desk has no form");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("^/a/[^/]+")]
    private static partial Regex Article();
}
