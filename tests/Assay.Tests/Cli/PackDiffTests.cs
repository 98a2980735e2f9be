using System.Text.Json;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class PackDiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before;
    private readonly string _after;

    public PackDiffTests()
    {
        (_before, _after) = (_folder["atlantis"], Path.Combine(Directory.CreateDirectory(_folder["new"]).FullName, "atlantis"));
        Done("pack", "new", _before);
        Done("pack", "add", "entity", _before, "--name", "Saltco", "--kind", "company", "--country", "ch", "--source-url", "https://example.org/salt", "--source-title", "Who owns the salt", "--source-publisher", "Gazette", "--source-date", "2020");
        Done("pack", "add", "entity", _before, "--name", "Brine Field", "--kind", "field", "--country", "cd", "--source", "s-gazette-2020");
        Stake(_before, "Saltco", "2010", "60");
        Stake(_before, "cd", "2009", "40");
        Copy(_before, _after);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_pack_differs_in_no_row() => Assert.Equal("no row differs\n", Diff().Output);

    [Fact]
    public void The_order_of_rows_counts_for_nothing()
    {
        var file = Path.Combine(_after, "entities.csv");
        var lines = File.ReadAllLines(file);
        File.WriteAllLines(file, [lines[0], .. lines[1..].Reverse()]);
        Assert.Equal("no row differs\n", Diff().Output);
    }

    [Fact]
    public void Rows_added_removed_and_changed_are_shown_column_by_column()
    {
        Edit("stakes.csv", ",60,", ",55,");
        Done("pack", "add", "operation", _after, "--operator", "Saltco", "--asset", "Brine Field", "--role", "operator", "--from", "2010", "--source", "s-gazette-2020");
        Assert.Equal(
            """
            stakes: 1 changed
              ~ stakes/saltco/brine-field/2010
                  share_pct: 60 → 55
            operations: 1 added
              + operations/saltco/brine-field/2010
                  operator: saltco
                  asset: brine-field
                  role: operator
                  from: 2010
                  sources: s-gazette-2020

            """.ReplaceLineEndings("\n"), Diff().Output);
        Assert.Contains("operations: 1 removed\n  - operations/saltco", InProcessRun.Of("pack", "diff", _after, _before).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_whose_date_was_corrected_is_the_same_row()
    {
        Edit("stakes.csv", ",2010,", ",2011,");
        Assert.Equal("stakes: 1 changed\n  ~ stakes/saltco/brine-field/2011\n      from: 2010 → 2011\n", Diff().Output);
    }

    [Fact]
    public void The_verdicts_that_change_are_shown_with_the_rows_to_blame()
    {
        Edit("stakes.csv", ",60,", ",20,");
        Edit("stakes.csv", ",40,", ",80,");
        Done("pack", "add", "entity", _after, "--name", "Bystander", "--kind", "company", "--source", "s-gazette-2020");
        var article = _folder.Write("article.txt", "Date: 2022-05-01\n\nSaltco owns 60 percent of Brine Field. Switzerland is a member of NATO."u8);
        var run = Diff("--articles", article);
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($"\n\n{article}: 1 verdict changed\n  c1 \"Saltco owns 60 percent of Brine Field\"\n      Supported → Refuted\n      rows: ~ stakes/cd/brine-field/2009, ~ stakes/saltco/brine-field/2010\n", run.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(Diff("--articles", article, "--format", "json").Output);
        var verdict = Assert.Single(json.RootElement.GetProperty("verdicts").EnumerateArray());
        Assert.Equal("Supported Refuted stakes/saltco/brine-field/2010", $"{verdict.GetProperty("before")} {verdict.GetProperty("after")} {verdict.GetProperty("rows")[1]}");
        Assert.Equal(["added", "changed", "changed"], json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("change").GetString()).Order());
    }

    [Fact]
    public void A_claim_that_only_one_version_can_read_is_shown_too()
    {
        Edit("entities.csv", "Brine Field", "Brine Meadow");
        var article = _folder.Write("article.txt", "Date: 2022-05-01\n\nSaltco owns 60 percent of Brine Field."u8);
        var run = Diff("--articles", article);
        Assert.Contains("Supported → ", run.Output, StringComparison.Ordinal);
        Assert.Contains("~ entities/brine-field", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_verdict_changed_is_said()
    {
        var article = _folder.Write("article.txt", "Date: 2022-05-01\n\nSaltco owns 60 percent of Brine Field."u8);
        Assert.Equal("no row differs\n\nno verdict of the article changes\n", Diff("--articles", article).Output);
    }

    [Fact]
    public void A_pack_is_set_against_the_built_in_one_that_it_began_from()
    {
        var copy = _folder["kazakhstan-mine"];
        Copy(Checkout.PathOf("packs", "kazakhstan"), copy);
        var descriptor = Path.Combine(copy, "datapackage.json");
        File.WriteAllText(descriptor, File.ReadAllText(descriptor).Replace("\"name\": \"kazakhstan\"", "\"name\": \"kazakhstan-mine\"", StringComparison.Ordinal));
        var run = InProcessRun.Of("pack", "diff", Checkout.PathOf("packs", "kazakhstan"), copy, "--articles", Checkout.PathOf("examples", "oil-in-whose-hands.txt"));
        Assert.Equal((0, "no row differs\n\nno verdict of the article changes\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData(3, "there is no such folder", "no-such-pack", "packs/world")]
    [InlineData(4, "several packs", "packs", "packs/world")]
    [InlineData(2, "there is no format 'tabel' (did you mean table?)", "packs/world", "packs/world", "--format", "tabel")]
    [InlineData(3, "no-such-article", "packs/world", "packs/world", "--articles", "no-such-article")]
    public void What_cannot_be_compared_is_named(int exitCode, string message, string before, string after, params string[] options)
    {
        var run = InProcessRun.Of(["pack", "diff", Checkout.PathOf(before), Checkout.PathOf(after), .. options]);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private InProcessRun Diff(params string[] options) => InProcessRun.Of(["pack", "diff", _before, _after, .. options]);

    private void Edit(string file, string old, string text)
    {
        var path = Path.Combine(_after, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, text, StringComparison.Ordinal));
    }

    private static void Stake(string pack, string owner, string from, string share) =>
        Done("pack", "add", "stake", pack, "--owner", owner, "--asset", "Brine Field", "--share", share, "--interest", "participating", "--from", from, "--source", "s-gazette-2020");

    private static void Done(params string[] arguments)
    {
        var run = InProcessRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
