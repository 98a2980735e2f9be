using Assay.Formats.Records;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;

namespace Assay.Web.Mcp;

/// <summary>The server of the model context protocol over a pair of streams, as standard input and output: for a client that starts it as a program of its own.</summary>
public static class McpOverStreams
{
    /// <summary>Serves until the input ends. Tools are listed at once, while the record is still being loaded; calls wait for it.</summary>
    /// <param name="load">Loads the record.</param>
    /// <param name="input">Where requests come from.</param>
    /// <param name="output">Where answers go; nothing else is written there.</param>
    /// <param name="complaints">Where what goes wrong is told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancelled">Ends it.</param>
    /// <exception cref="BrokenRecordException">The record cannot be loaded.</exception>
    public static async Task RunAsync(Func<LiveRecord> load, Stream input, Stream output, TextWriter complaints, TimeProvider time, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(complaints);
        ArgumentNullException.ThrowIfNull(time);
        var loading = Task.Run(load, CancellationToken.None);
        using var logs = new ComplaintLogs(complaints);
        using var desk = new ToolDesk(() => Current(loading.GetAwaiter().GetResult(), complaints), time);
        var options = new McpServerOptions { ScopeRequests = false, ToolCollection = [.. AssayTools.Over(desk, logs.CreateLogger(AssayTools.ServerName))] };
        McpIdentity.Describe(options);
        await using var lines = new BoundedLines(input);
        await using var transport = new StreamServerTransport(lines, output, AssayTools.ServerName, logs);
        await using var server = McpServer.Create(transport, options, logs);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var serving = server.RunAsync(end.Token);
        if (await Task.WhenAny(serving, loading) == loading && !loading.IsCompletedSuccessfully)
        {
            await end.CancelAsync();
            await loading;
        }
        await serving;
        await loading;
        if (lines.IsBroken) throw new InvalidDataException($"a message is longer than {BoundedLines.MostBytes} bytes; the server ends");
    }

    private static LoadedRecord Current(LiveRecord live, TextWriter complaints)
    {
        var before = live.Broken;
        var record = live.Current;
        if (live.Broken is { } broken && broken != before)
            foreach (var line in broken.Lines) complaints.WriteLine($"assay: {line}; the record as it was is used on");
        return record;
    }
}
