using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary>The process: how it begins, what it writes to its log, how it ends.</summary>
public sealed class ServeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asked_to_end_it_finishes_the_request_under_way_and_returns_0()
    {
        await using var serve = await ServeProcess.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, serve.Address.Port, Cancellation);
        await using var stream = socket.GetStream();
        const string Body = "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Kazakhstan%22%7D%7D";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /reconcile HTTP/1.1\r\nHost: {serve.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The server asks for the body: the request is under way, and waits.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(Cancellation));
        serve.Terminate();
        await RefusesAsync(serve.Address.Port);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body), Cancellation);
        var answer = await reader.ReadToEndAsync(Cancellation);
        Assert.Contains("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("\"kz\"", answer, StringComparison.Ordinal);
        var (exitCode, output, log) = await serve.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("Stopped", output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_can_be_JSON_an_object_a_line()
    {
        await using var serve = await ServeProcess.StartAsync("--log-json");
        using var client = new HttpClient { BaseAddress = serve.Address };
        using (await client.GetAsync("/index.json?secret=1", Cancellation)) { }
        serve.Terminate();
        var lines = (await serve.EndAsync()).Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var request = Assert.Single(lines, line => line.GetProperty("State").TryGetProperty("Path", out var path) && path.GetString() == "/index.json");
        Assert.Equal((200, "127.0.0.0"), (request.GetProperty("State").GetProperty("Status").GetInt32(), request.GetProperty("State").GetProperty("Client").GetString()));
        Assert.DoesNotContain(lines, line => line.GetRawText().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_port_that_is_taken_is_wrong_usage_and_says_so()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("serve", "--store", folder["assay.db"], "--local-packs", folder["packs"], "--urls", $"http://{taken.LocalEndpoint}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"can't listen at http://{taken.LocalEndpoint}", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nosuch/folder/assay.db")]
    [InlineData("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2")]
    public void A_store_that_cannot_be_reached_is_told_at_the_start(string store)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("serve", "--store", store, "--local-packs", folder["packs"], "--urls", "http://127.0.0.1:0");
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("can't be used", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_pack_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var pack = Directory.CreateDirectory(folder["pack"]);
        File.WriteAllText(Path.Combine(pack.FullName, "datapackage.json"), "{");
        var run = CommandRun.Of("serve", "--store", folder["assay.db"], "--local-packs", folder["packs"], "--urls", "http://127.0.0.1:0", "--evidence", pack.FullName);
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("datapackage.json", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no address to listen at", "--urls", "nowhere")]
    [InlineData("no address that readers can reach it at", "--base", "desk.example")]
    [InlineData("no proxy", "--proxy", "nginx")]
    public void An_option_that_makes_no_sense_is_told(string complaint, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of(["serve", "--store", folder["assay.db"], .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(complaint, Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["assay.db"]));
    }

    private static async Task RefusesAsync(int port)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            using var another = new TcpClient();
            try
            {
                await another.ConnectAsync(IPAddress.Loopback, port, Cancellation);
            }
            catch (SocketException)
            {
                return;
            }
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail("It still takes connections.");
    }
}
