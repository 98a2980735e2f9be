using Xunit;

namespace Assay.Tests.Cli;

public sealed class PackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_packs_of_the_checkout_have_no_problems()
    {
        var run = CommandRun.Of("pack", "lint", "packs");
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal("assay: no problems", Assert.Single(run.Complaints));
    }

    [Fact]
    public void A_broken_pack_is_reported_row_by_row()
    {
        BreakPack();
        var run = CommandRun.Of("pack", "lint", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("memberships.csv:2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_article_is_set_beside_a_broken_pack()
    {
        BreakPack();
        var run = CommandRun.Of("check", "examples/oil-in-whose-hands.txt", "--evidence", _folder.Path);
        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.Contains("memberships.csv:2", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "check", "examples/oil-in-whose-hands.txt", "--evidence", "no-such-folder")]
    [InlineData(4, "check", "examples/oil-in-whose-hands.txt", "--rules", "no-such-folder")]
    [InlineData(4, "pack", "list", "--evidence", "no-such-folder")]
    [InlineData(3, "pack", "lint", "no-such-folder")]
    public void A_folder_that_is_not_there_is_named(int exitCode, params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains("no-such-folder", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_every_built_in_pack()
    {
        var run = CommandRun.Of("pack", "list");
        Assert.Equal(0, run.ExitCode);
        foreach (var pack in Directory.GetDirectories(Checkout.PathOf("packs")))
            Assert.Contains($"{Path.GetFileName(pack)} ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_fixes_rules_and_packs()
    {
        var run = CommandRun.Of("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^assay \d+\.\d+\.\d+\nrules sha256:[0-9a-f]{64}\n(pack \S+ \S+ sha256:[0-9a-f]{64}\n)+$", run.Output);
    }

    private void BreakPack()
    {
        File.WriteAllText(_folder["datapackage.json"], """
            { "name": "broken", "title": "Broken", "version": "1", "assay": { "format": "1", "buildsOn": ["world"] },
              "resources": [ { "name": "memberships", "path": "memberships.csv" } ] }
            """);
        var header = File.ReadLines(Checkout.PathOf("packs", "world", "memberships.csv")).First();
        File.WriteAllText(_folder["memberships.csv"], $"{header}\nnobody,nowhere\n");
    }
}
