using Xunit;

namespace Assay.Tests.Cli;

/// <summary>Wrong usage gives exit code 2 and one line with the nearest word that would have been right.</summary>
public sealed class UsageTests
{
    private const string Example = "examples/oil-in-whose-hands.txt";

    [Theory]
    [InlineData("a verb is missing: check, explain, gaps, mentions, claims, own, members, agreements, rank, routes, ties, ask, mcp, graph, reactions, serve, users, backup, restore, import, pack, export, link, rules")]
    [InlineData("did you mean check?", "chekc", Example)]
    [InlineData("did you mean: assay check", Example)]
    [InlineData("did you mean list?", "pack", "lsit")]
    [InlineData("a verb is missing: lint, list", "pack")]
    [InlineData("'FILE' missing", "check")]
    [InlineData("'CLAIM' missing", "explain", Example)]
    [InlineData("did you mean --format?", "check", Example, "--fromat", "json")]
    [InlineData("did you mean --date?", "explain", Example, "--dat")]
    [InlineData("did you mean json?", "check", Example, "--format", "jsno")]
    [InlineData("'soon' is not a date", "check", Example, "--date", "soon")]
    [InlineData("or today", "check", Example, "--as-of", "soon")]
    [InlineData("named twice", "check", Example, Example)]
    [InlineData("add --out DIR", "check", Example, "examples/a-neighbour-not-a-garrison.txt", "--format", "json")]
    [InlineData("would both be written to", "check", Example, "examples/../examples/oil-in-whose-hands.txt", "--out", "no-such-folder")]
    [InlineData("would overwrite the article", "check", Example, "--out", Example)]
    [InlineData("has no claim 'c999'", "explain", Example, "c999")]
    public void Wrong_usage_is_told_in_one_line(string expected, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(expected, run.Complaints[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Checkout.PathOf("no-such-folder")));
    }
}
