using System.Net;
using System.Net.Sockets;
using System.Text;
using Assay.Formats;
using Assay.Formats.Articles;
using Xunit;

namespace Assay.Tests.Articles;

/// <summary>Articles from the web, against servers on this machine that behave and misbehave.</summary>
public sealed class ArticleAddressTests
{
    private static readonly FetchOptions Here = new() { AllowPrivate = true, MostTime = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task A_page_is_read_and_keeps_its_address()
    {
        using var server = Server.Answering(_ => Page("text/html; charset=utf-8", "<!doctype html><html><body><p>Thule owns 40 percent of the harbour.</p></body></html>"));
        var article = await ArticleAddress.FetchAsync(server.At("/a"), Here, TestContext.Current.CancellationToken);
        Assert.Contains("Thule owns 40 percent of the harbour.", article.Text, StringComparison.Ordinal);
        Assert.Equal(server.At("/a").ToString(), article.Url);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_a_circle_of_them_ends()
    {
        using var server = Server.Answering(path => path == "/once" ? Moved("/there") : path == "/there" ? Page("text/plain", "Thule owns it.") : Moved("/round"));
        Assert.Equal("Thule owns it.", (await ArticleAddress.FetchAsync(server.At("/once"), Here, TestContext.Current.CancellationToken)).Text.Trim());
        await Fails(server.At("/round"), Here, "redirects more than 5 times");
    }

    [Fact]
    public async Task A_redirect_to_a_file_is_not_followed()
    {
        using var server = Server.Answering(_ => Moved("file:///etc/passwd"));
        await Fails(server.At("/"), Here, "file:");
    }

    [Fact]
    public async Task An_address_that_never_answers_is_given_up()
    {
        using var silent = Server.Answering(_ => null);
        await Fails(silent.At("/"), Here with { MostTime = TimeSpan.FromSeconds(1) }, "within 1 s");
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up()
    {
        using var slow = Server.Answering(_ => "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nThule ", drips: true);
        await Fails(slow.At("/"), Here with { MostTime = TimeSpan.FromSeconds(2) }, "within 2 s");
    }

    [Fact]
    public async Task What_the_bytes_are_counts_where_the_type_lies()
    {
        using var server = Server.Answering(path => Page(path == "/text" ? "text/plain" : "text/html", path == "/text" ? "<!doctype html><html><body><p>Thule owns it.</p></body></html>" : path == "/pdf" ? "%PDF-1.4 not really" : "PK\u0003\u0004 not really"));
        Assert.Equal("Thule owns it.", (await ArticleAddress.FetchAsync(server.At("/text"), Here, TestContext.Current.CancellationToken)).Text.Trim().Split('\n')[^1]);
        foreach (var (path, code) in ((string, string)[])[("/pdf", "pdf"), ("/zip", "not-document")])
        {
            var error = await Assert.ThrowsAsync<InvalidDataFileException>(() => ArticleAddress.FetchAsync(server.At(path), Here, TestContext.Current.CancellationToken));
            Assert.Equal(code, Assert.Single(error.Problems).Code);
        }
    }

    [Fact]
    public async Task This_machine_is_refused_unless_it_is_meant()
    {
        using var server = Server.Answering(_ => Page("text/plain", "Thule owns it."));
        await Fails(server.At("/"), new FetchOptions(), "--allow-private");
    }

    [Fact]
    public async Task A_page_that_is_missing_is_told_so()
    {
        using var server = Server.Answering(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        await Fails(server.At("/"), Here, "404");
    }

    [Fact]
    public async Task A_picture_is_no_article()
    {
        using var server = Server.Answering(_ => Page("image/png", "not really"));
        var error = await Assert.ThrowsAsync<InvalidDataFileException>(() => ArticleAddress.FetchAsync(server.At("/"), Here, TestContext.Current.CancellationToken));
        Assert.Equal("content-type", Assert.Single(error.Problems).Code);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_by_what_it_says_or_by_what_comes()
    {
        using var server = Server.Answering(path => path == "/said" ? "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99999999\r\n\r\nx"
            : "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n" + new string('x', ArticleFile.MostBytes + 70_000));
        foreach (var path in (string[])["/said", "/comes"])
        {
            var error = await Assert.ThrowsAsync<InvalidDataFileException>(() => ArticleAddress.FetchAsync(server.At(path), Here, TestContext.Current.CancellationToken));
            Assert.Equal("too-large", Assert.Single(error.Problems).Code);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("::")]
    public void Special_purpose_addresses_are_private(string address) => Assert.True(ArticleAddress.IsPrivate(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Others_are_not(string address) => Assert.False(ArticleAddress.IsPrivate(IPAddress.Parse(address)));

    private static async Task Fails(Uri address, FetchOptions options, string because)
    {
        var error = await Assert.ThrowsAnyAsync<IOException>(() => ArticleAddress.FetchAsync(address, options, TestContext.Current.CancellationToken));
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
    }

    private static string Page(string type, string body) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    private static string Moved(string to) => $"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    /// <summary>A server of one page a connection; an answer of null keeps the connection open without a word.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _clients = [];

        public static Server Answering(Func<string, string?> answer, bool drips = false)
        {
            var server = new Server { Drips = drips };
            server._listener.Start();
            _ = server.Run(answer);
            return server;
        }

        /// <summary>Whether a blank a moment follows the answer, without end.</summary>
        private bool Drips { get; init; }

        public Uri At(string path) => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

        public void Dispose()
        {
            _listener.Stop();
            lock (_clients) _clients.ForEach(client => client.Dispose());
        }

        private async Task Run(Func<string, string?> answer)
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    lock (_clients) _clients.Add(client);
                    _ = Serve(client, answer, Drips);
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task Serve(TcpClient client, Func<string, string?> answer, bool drips)
        {
            try
            {
                var stream = client.GetStream();
                var request = new byte[8192];
                var length = await stream.ReadAsync(request);
                var path = Encoding.ASCII.GetString(request, 0, length).Split(' ')[1];
                if (answer(path) is not { } text) return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
                while (drips)
                {
                    await Task.Delay(50);
                    await stream.WriteAsync(" "u8.ToArray());
                }
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The client had enough, or the test is over.
            }
        }
    }
}
