using System.Net;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Records;
using Assay.Tests.Web.Open;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary>Whether it lives and can work, and what the log says of it.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lives_and_is_ready_when_store_and_record_are_there()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        using var client = PublishedSample.Client(workbench);
        Assert.Equal("""{"status":"live"}""", await client.GetStringAsync("/healthz", Cancellation));
        Assert.Equal("""{"status":"ready","store":"reachable","record":"current"}""", await client.GetStringAsync("/readyz", Cancellation));
    }

    [Fact]
    public async Task A_record_that_broke_while_it_ran_is_told()
    {
        var pack = Directory.CreateTempSubdirectory("assay-pack-");
        try
        {
            foreach (var (name, bytes) in NewPack.Begin(pack.FullName, "other", "Other", []).Files) await File.WriteAllBytesAsync(Path.Combine(pack.FullName, name), bytes, Cancellation);
            await using var workbench = await RunningWorkbench.StartAsync(options => options with { Packs = [pack.FullName] });
            using var client = PublishedSample.Client(workbench);
            await File.WriteAllTextAsync(Path.Combine(pack.FullName, "datapackage.json"), "{", Cancellation);
            // Longer than the record may be older than its folders.
            await Task.Delay(LiveRecord.Patience + TimeSpan.FromMilliseconds(200), Cancellation);
            using var answer = await client.GetAsync("/readyz", Cancellation);
            Assert.Equal((HttpStatusCode.OK, """{"status":"degraded","store":"reachable","record":"broken"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        }
        finally
        {
            pack.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_log_has_a_line_a_request_and_nothing_about_a_person()
    {
        await using var workbench = await RunningWorkbench.StartAsync();
        var log = workbench.Log();
        using var client = PublishedSample.Client(workbench);
        client.DefaultRequestHeaders.Add("Cookie", "reader=secret-of-a-reader");
        using (await client.GetAsync("/search.json?q=what-somebody-looks-for", Cancellation)) { }
        using (await client.GetAsync("/a/x%0Aforged", Cancellation)) { }
        var lines = log.All;
        Assert.Single(lines, line => line.Contains("GET /search.json 200 ", StringComparison.Ordinal) && line.EndsWith(" 127.0.0.0", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("looks-for", StringComparison.Ordinal) || line.Contains("127.0.0.1", StringComparison.Ordinal) || line.Contains('\n'));
    }
}
