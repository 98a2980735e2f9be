using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assay.Findings;
using Assay.Publishing.Page;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Tests.Publishing;
using Assay.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Assay.Tests.Web.Site;

/// <summary>A workbench on a free port over a store of its own, with the sample article published once. Time goes on only when told to.</summary>
public sealed class SiteHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-site").FullName;
    private WebApplication? _app;
    private string _draft = "";

    internal StillTime Time { get; } = new();

    internal Store Store { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>The id of the article that is published from the start.</summary>
    internal string Article { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Store = await Store.OpenAsync(Path.Combine(_folder, "site.db"), Time);
        _app = Workbench.Build(new WorkbenchOptions { Listen = ["http://127.0.0.1:0"], Store = "", About = AboutText.Read("# The desk\n\nPaid by nobody.") }, Store, Time);
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
        _draft = await Store.Drafts.AddAsync(SampleArticle.Checked.Article, quotesOnly: false, "Editor");
        Article = (await PublishAsync(SampleArticle.Checked)).Article;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Publishes a version straight into the store, as another process would.</summary>
    internal Task<PublishedVersion> PublishAsync(CheckedArticle article)
    {
        var document = Encoding.UTF8.GetBytes($"{{\"claims\":{article.Findings.Length}}}");
        var version = new PublishedVersion
        {
            Article = "", Number = 0, Published = default, PublishedBy = "Editor", AsOf = "2025-06-17", Title = article.Article.Title, Author = article.Article.Author, Publisher = article.Article.Publisher,
            Date = "2025-06-17", Url = article.Article.Url, Language = "en", QuotesOnly = false, Packs = "sample 1 abc", RulesSha256 = new string('c', 64), Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)),
            Findings = [.. article.Findings.Select(finding => new PublishedFinding(finding.Claim.Id, 0, finding.Claim.Quote, finding.Claim.Kind.ToString(), finding.Verdict.ToString(), finding.Justification, "machine") { Entities = ["kazakhstan"] })],
        };
        return Store.Published.AddAsync(_draft, version, document, Parts(article), article.Article.Text);
    }

    /// <summary>The parts of an article in every language.</summary>
    internal static List<PublishedPart> Parts(CheckedArticle article) =>
    [
        .. InterfaceLanguage.All.SelectMany(language => article.Findings.Select((finding, at) => new PublishedPart(finding.Claim.Id, language, ArticleParts.Claim(article, at + 1, language)))
            .Prepend(new PublishedPart(ArticleParts.BodyName, language, ArticleParts.Body(article, new PageOptions { Language = language })))),
    ];

    internal async Task<string> TextAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    internal Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request);
    }
}

/// <summary>A clock that goes on when it is told to.</summary>
internal sealed class StillTime : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);
}
