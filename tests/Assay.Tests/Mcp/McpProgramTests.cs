using System.Text.Json;
using Assay.Tests.Cli;
using Assay.Tests.Packs;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary><c>assay mcp</c> as a program: what it writes where, and how it ends.</summary>
public sealed class McpProgramTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    [Fact]
    public void Only_messages_stand_on_standard_output_and_the_end_of_the_input_ends_it()
    {
        var run = CommandRun.With($"{Initialize}\n" + """{"jsonrpc":"2.0","method":"notifications/initialized"}""" + "\n" + """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"no_such_tool"}}""" + "\n", "mcp");
        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("2.0", JsonElement.Parse(line).GetProperty("jsonrpc").GetString()));
        Assert.Contains("no_such_tool", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_message_is_told_on_standard_error_and_the_next_is_answered()
    {
        var run = CommandRun.With($"not json\n{Initialize}\n", "mcp");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"serverInfo\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_is_broken_ends_it_with_the_problems()
    {
        using var pack = new SmallPack();
        pack.Append("entities.csv", "salt-two,kingdom,Second Salt,,aa,,,s1,").Write();
        var run = CommandRun.With($"{Initialize}\n", "mcp", "--evidence", pack.Folder);
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("entities.csv:13", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_end_ends_it()
    {
        var run = CommandRun.With(new string('x', 6 * 1024 * 1024), "mcp");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("a message is longer than", run.Error, StringComparison.Ordinal);
    }
}
