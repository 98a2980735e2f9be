using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>What <c>docs/record.md</c> shows is what the commands print; <c>ASSAY_UPDATE_GOLDEN=1</c> writes it anew.</summary>
public sealed partial class RecordDocsTests
{
    private static readonly string Page = Checkout.PathOf("docs", "record.md");

    [Fact]
    public void The_output_on_the_page_is_the_output_of_the_commands()
    {
        var text = File.ReadAllText(Page);
        var commands = Block().Matches(text);
        Assert.True(commands.Count >= 4);
        var shown = Block().Replace(text, match => $"```text\n$ assay {match.Groups["line"].Value}\n{Printed(match.Groups["line"].Value)}```\n");
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(Page, shown, new UTF8Encoding(false));
        Assert.Equal(shown, File.ReadAllText(Page));
    }

    // The list of sources is long; the page says so and leaves it out.
    private static string Printed(string line)
    {
        var run = InProcess.Run(InProcess.Split(line));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var end = run.Output.IndexOf("\nSources\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"{line} names no sources");
        return run.Output[..(end + 1)].TrimEnd('\n') + "\n";
    }

    [GeneratedRegex(@"```text\n\$ assay (?<line>[^\n]+)\n(?:(?!```).*\n)*?```\n")]
    private static partial Regex Block();
}
