using Assay.Cli;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class PackAddTests : IDisposable
{
    private static readonly string[] s_source = ["--source-url", "https://example.org/salt", "--source-title", "Who owns the salt", "--source-publisher", "The Salt Gazette", "--source-date", "2024-05-02"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _pack;

    public PackAddTests()
    {
        _pack = _folder["atlantis"];
        Assert.Equal(0, InProcessRun.Of("pack", "new", _pack).ExitCode);
        Done("entity", ["--name", "Salt Company", "--kind", "company", "--aliases", "Saltco", "--country", "Switzerland", .. s_source]);
        Done("entity", "--name", "Great Pit", "--kind", "mine", "--country", "cd", "--source", "https://example.org/salt");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A row of every table, in an order in which each finds what it names.</summary>
    public static TheoryData<string, string, string[]> Rows =>
    [
        ("domicile", "salt-company,ch,2001,,s-the-salt-gazette-2024,", ["--entity", "Saltco", "--country", "Swiss Confederation", "--from", "2001"]),
        ("stake", "salt-company,great-pit,60,,,participating,reported,2010,,,s-the-salt-gazette-2024,", ["--owner", "salt company", "--asset", "great-pit", "--share", "60", "--interest", "participating", "--from", "2010"]),
        ("operation", "salt-company,great-pit,operator,2010,,s-the-salt-gazette-2024,", ["--operator", "Saltco", "--asset", "Great Pit", "--role", "operator", "--from", "2010"]),
        ("regime", "great-pit,concession,2010,2040,s-the-salt-gazette-2024,", ["--asset", "Great Pit", "--regime", "concession", "--from", "2010", "--to", "2040"]),
        ("membership", "salt-company,un,member,2010,,,s-the-salt-gazette-2024,", ["--member", "Saltco", "--body", "un", "--from", "2010"]),
        ("agreement", "salt-accord,trade,Salt Accord,cd|ch,2010-05-01,,,signed,,Kolwezi,salt,s-the-salt-gazette-2024,", ["--kind", "trade", "--title", "Salt Accord", "--parties", "cd", "--parties", "Switzerland", "--signed", "2010-05-01", "--status", "signed", "--place", "Kolwezi", "--topics", "salt"]),
        ("event", "the-flood,disaster,The flood,Kolwezi,cd,2011,2011,happened,s-the-salt-gazette-2024,", ["--kind", "disaster", "--title", "The flood", "--place", "Kolwezi", "--participants", "cd", "--from", "2011", "--to", "2011"]),
        ("measure", "great-pit,salt-production,2023,60,,,t,cd,reported,s-the-salt-gazette-2024,\"estimate, rounded\"", ["--subject", "Great Pit", "--indicator", "salt-production", "--period", "2023", "--value", "60", "--unit", "t", "--scope", "cd", "--note", "estimate, rounded"]),
        ("ranking", "salt-2023,salt-production,2023,great-pit,1,60,,s-the-salt-gazette-2024,", ["--list", "salt-2023", "--indicator", "salt-production", "--period", "2023", "--subject", "great-pit", "--rank", "1", "--value", "60"]),
        ("route", "salt,cd,great-pit,ch,2023,30,t,50,reported,s-the-salt-gazette-2024,", ["--commodity", "salt", "--origin", "cd", "--via", "great-pit", "--destination", "ch", "--period", "2023", "--value", "30", "--unit", "t", "--share", "50"]),
        ("completeness", "memberships,great-pit,,none,2010,,100,100,s-the-salt-gazette-2024,", ["--table", "memberships", "--subject", "great-pit", "--scope", "none", "--from", "2010", "--covers-min", "100", "--covers-max", "100"]),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_added_with_its_names_completed_and_the_pack_lints_clean(string row, string line, string[] options)
    {
        Done(row, [.. options, "--source", "s-the-salt-gazette-2024"]);
        Assert.Contains(line + "\n", File.ReadAllText(Path.Combine(_pack, FileOf(row))), StringComparison.Ordinal);
        Assert.Equal("", InProcessRun.Of("pack", "lint", _pack).Output);
    }

    [Fact]
    public void Every_table_has_a_verb_and_every_column_an_option()
    {
        var add = new CommandLine(new Terminal(TextWriter.Null, TextWriter.Null, Stream.Null), TimeProvider.System).Root
            .Subcommands.Single(verb => verb.Name == "pack").Subcommands.Single(verb => verb.Name == "add");
        foreach (var table in PackTable.All)
        {
            var verb = add.Subcommands.Single(verb => verb.Name == table.RowName);
            var options = verb.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).ToHashSet();
            foreach (var column in table.Columns) Assert.Contains(column.Name == "sources" ? "--source" : $"--{column.Name.Replace('_', '-')}", options);
        }
        Assert.Contains("stake membership agreement measure part ranking route event regime operation domicile proposition attribution completeness entity source".Split(' '), name => add.Subcommands.Any(verb => verb.Name == name));
    }

    [Fact]
    public void The_parts_of_a_sum_are_added_together_or_not_at_all()
    {
        foreach (var (subject, value) in new[] { ("cd", "100"), ("great-pit", "60"), ("salt-company", "40") })
            Done("measure", "--subject", subject, "--indicator", "salt-production", "--period", "2023", "--value", value, "--unit", "t", "--source", "s-the-salt-gazette-2024");
        var half = Add("part", "--whole", "cd", "--indicator", "salt-production", "--period", "2023", "--part", "great-pit", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(1, half.ExitCode);
        Assert.Contains("parts-sum", half.Error, StringComparison.Ordinal);
        Done("part", "--whole", "cd", "--indicator", "salt-production", "--period", "2023", "--part", "great-pit", "--part", "Saltco", "--source", "s-the-salt-gazette-2024");
        Assert.Equal("", InProcessRun.Of("pack", "lint", _pack).Output);
    }

    [Fact]
    public void A_proposition_waits_for_those_who_assert_or_deny_it()
    {
        var alone = Add("proposition", "--statement", "The salt belongs to the sea.");
        Assert.Equal(0, alone.ExitCode);
        Assert.Contains("unused-proposition", Assert.Single(alone.Complaints), StringComparison.Ordinal);
        Done("attribution", "--about", "great-pit", "--said-by", "Saltco", "--proposition", "The salt belongs to the sea.", "--assertion", "it is the sea's", "--stance", "asserts", "--via", "direct", "--date", "2024-05-01", "--source", "s-the-salt-gazette-2024");
        Assert.Equal("", InProcessRun.Of("pack", "lint", _pack).Output);
    }

    [Fact]
    public void A_row_without_a_source_is_refused()
    {
        var run = Unchanged("stake", "--owner", "Saltco", "--asset", "Great Pit", "--share", "60", "--interest", "participating", "--from", "2010");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("lacks a source", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var run = Unchanged("stake", "--owner", "Saltco", "--source-url", "https://example.org/other");
        Assert.Equal(2, run.ExitCode);
        foreach (var missing in new[] { "--asset", "--share, --share-min, --share-max", "--interest", "--source-title", "--source-publisher" })
            Assert.Contains(missing, Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_names_are_answered_with_the_nearest()
    {
        var run = Unchanged("stake", "--owner", "Salt Compny", "--asset", "great-pot", "--share", "60", "--interest", "participating", "--source", "s-the-salt-gazett-2024");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            ["assay: --owner: 'Salt Compny' is unknown; perhaps salt-company is meant", "assay: --asset: 'great-pot' is unknown; perhaps great-pit is meant", "assay: --source: 's-the-salt-gazett-2024' is unknown; perhaps s-the-salt-gazette-2024 is meant"],
            run.Complaints);
    }

    [Fact]
    public void A_name_that_several_bear_is_not_guessed()
    {
        var run = Unchanged("entity", "--name", "X", "--kind", "company", "--country", "Congolese", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("perhaps one of these is meant: cd, cg", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stakes.csv:2:52 bad-date: '2023-02-30', expected a day that the calendar has", "--from", "2023-02-30", "--share", "60")]
    [InlineData("stakes.csv:2:24 share-range: 160", "--from", "2023", "--share", "160")]
    [InlineData("stakes.csv:2:57 from-after-to: 2020", "--from", "2023", "--to", "2020", "--share", "60")]
    [InlineData("stakes.csv:2:24 bad-number: '60 %'", "--from", "2023", "--share", "60 %")]
    public void A_row_that_lint_would_not_let_pass_is_not_written(string problem, params string[] options)
    {
        var run = Unchanged("stake", ["--owner", "Saltco", "--asset", "Great Pit", "--interest", "participating", "--source", "s-the-salt-gazette-2024", .. options]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{_pack}/{problem}", run.Complaints[0], StringComparison.Ordinal);
        Assert.StartsWith("assay: nothing is written; the stake would have been: salt-company,great-pit,", run.Complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stake_that_contradicts_those_that_are_there_is_not_written()
    {
        Done("stake", "--owner", "Saltco", "--asset", "Great Pit", "--share", "60", "--interest", "participating", "--from", "2010", "--source", "s-the-salt-gazette-2024");
        var run = Unchanged("stake", "--owner", "cd", "--asset", "Great Pit", "--share", "60", "--interest", "participating", "--from", "2012", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("stakes.csv:2:14 over-100: 120 %", run.Complaints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_first_day_the_date_of_the_source_is_taken_for_seen()
    {
        var run = Add("stake", "--owner", "Saltco", "--asset", "Great Pit", "--share", "60", "--interest", "participating", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("it is taken as seen on 2024-05-02", run.Error, StringComparison.Ordinal);
        Assert.Contains(",,,2024-05-02,s-the", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_at_the_terminal_is_asked_for_what_is_missing_and_again_for_what_is_unknown()
    {
        var asked = new List<string>();
        var answers = new Queue<string>(["Grat Pit", "great-pit", "60", "participating", "reported", "2010", "", "", "", "https://example.org/new", "The Brine Times", "Salt again", "2024-06", "news"]);
        var run = InProcessRun.With(
            prompt =>
            {
                asked.Add(prompt.Label);
                return answers.Dequeue();
            },
            "pack", "add", "stake", _pack, "--owner", "Saltco");
        Assert.Equal("assay: --asset: 'Grat Pit' is unknown; perhaps great-pit is meant", Assert.Single(run.Complaints));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["asset", "asset", "share_pct", "interest", "status", "from", "to", "seen", "note", "source", "source publisher", "source title", "source date", "source kind"], asked);
        Assert.EndsWith("salt-company,great-pit,60,,,participating,reported,2010,,,s-the-brine-times-2024,\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("", InProcessRun.Of("pack", "lint", _pack).Output);
    }

    [Fact]
    public void A_row_goes_where_the_order_of_the_table_has_it()
    {
        Done("entity", "--name", "Mine between", "--id", "lagoon", "--kind", "mine", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(["great-pit", "lagoon", "salt-company"], File.ReadLines(Path.Combine(_pack, "entities.csv")).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void A_rival_figure_comes_after_the_one_that_sums_use()
    {
        foreach (var value in new[] { "60", "50" })
            Done("measure", "--subject", "great-pit", "--indicator", "salt-production", "--period", "2023", "--value", value, "--unit", "t", "--source", "s-the-salt-gazette-2024");
        Assert.Equal(["60", "50"], File.ReadLines(Path.Combine(_pack, "measures.csv")).Skip(1).Select(line => line.Split(',')[3]));
    }

    [Fact]
    public void A_table_that_the_pack_lacks_is_made_and_listed()
    {
        File.Delete(Path.Combine(_pack, "routes.csv"));
        var descriptor = Path.Combine(_pack, "datapackage.json");
        var root = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(descriptor))!;
        var resources = root["resources"]!.AsArray();
        resources.Remove(resources.Single(resource => resource!["name"]!.GetValue<string>() == "routes"));
        File.WriteAllText(descriptor, root.ToJsonString());
        Done("route", "--commodity", "salt", "--origin", "cd", "--period", "2023", "--share", "50", "--source", "s-the-salt-gazette-2024");
        Assert.Equal("", InProcessRun.Of("pack", "lint", _pack).Output);
    }

    [Fact]
    public void Where_one_file_cannot_be_written_none_is()
    {
        var obstacle = Directory.CreateDirectory(Path.Combine(_pack, $".stakes.csv.{Environment.ProcessId}.tmp"));
        var run = Unchanged("stake", ["--owner", "Saltco", "--asset", "Great Pit", "--share", "60", "--interest", "participating", "--source-url", "https://example.org/new", "--source-title", "New", "--source-publisher", "P", "--source-date", "2024"]);
        obstacle.Delete();
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("nothing is written", run.Complaints[^1], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_pack, ".*"));
    }

    [Fact]
    public void A_file_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var editor = PackEditor.Open(_pack);
        editor.Add(PackTable.All.Single(table => table.Name == "entities"), [["x", "company", "X", "", "", "", "", "s-the-salt-gazette-2024", ""]]);
        Done("entity", "--name", "Y", "--kind", "company", "--source", "s-the-salt-gazette-2024");
        Assert.Contains("changed by somebody else", Assert.Throws<IOException>(editor.Save).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\nx,", File.ReadAllText(Path.Combine(_pack, "entities.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "there is no such folder", "no-such-pack")]
    [InlineData(4, "missing-descriptor", "docs")]
    [InlineData(4, "holds several packs", "packs")]
    public void A_folder_that_is_no_pack_is_named(int exitCode, string message, string folder)
    {
        var run = InProcessRun.Of("pack", "add", "source", Checkout.PathOf(folder), "--publisher", "P", "--title", "T");
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Complaints[0], StringComparison.Ordinal);
    }

    private InProcessRun Add(string row, params string[] options) => InProcessRun.Of(["pack", "add", row, _pack, .. options]);

    private void Done(string row, params string[] options)
    {
        var run = Add(row, options);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private InProcessRun Unchanged(string row, params string[] options)
    {
        var before = Directory.GetFiles(_pack).ToDictionary(file => file, File.ReadAllText);
        var run = Add(row, options);
        Assert.Equal("", run.Output);
        Assert.Equal(before, Directory.GetFiles(_pack).ToDictionary(file => file, File.ReadAllText));
        return run;
    }

    private static string FileOf(string row) => PackTable.All.Single(table => table.RowName == row).Name + ".csv";
}
