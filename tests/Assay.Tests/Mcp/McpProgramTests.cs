using System.Diagnostics;
using System.Text;
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
    public async Task Only_messages_stand_on_standard_output_and_the_end_of_the_input_ends_it()
    {
        using var program = Started();
        await Send(program, Initialize);
        var first = await Answer(program);
        await Send(program, """{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await Send(program, """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"no_such_tool"}}""");
        var second = await Answer(program);
        program.StandardInput.Close();
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Contains("no_such_tool", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 1, 2), (program.ExitCode, first.GetProperty("id").GetInt32(), second.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task After_a_line_that_is_no_message_the_next_is_answered()
    {
        using var program = Started();
        await Send(program, "not json");
        await Send(program, Initialize);
        var answer = await Answer(program);
        if (!answer.TryGetProperty("result", out _)) answer = await Answer(program);
        Assert.Equal("assay", answer.GetProperty("result").GetProperty("serverInfo").GetProperty("name").GetString());
        program.StandardInput.Close();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
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

    private static Process Started() => Process.Start(new ProcessStartInfo("dotnet", [CommandRun.Program, "mcp"])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false),
    })!;

    private static async Task Send(Process program, string message)
    {
        await program.StandardInput.WriteAsync(message + "\n");
        await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Answer(Process program)
    {
        var answer = JsonElement.Parse((await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
        Assert.Equal("2.0", answer.GetProperty("jsonrpc").GetString());
        return answer;
    }
}
