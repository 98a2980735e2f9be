using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Tests.Graphs;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>
/// The verbs about graphs on one small register. A person p holds 80 % of holding h, h 50 % of mine m and a state s 25 % of it, the rest is unknown: of 100 t
/// p has 40 for sure (s 25), 10 pass h's unknown owners, 25 m's.
/// </summary>
public sealed class GraphTests : IDisposable
{
    private const string Stakes = "owner,asset,share\np,h,0.8\nh,m,0.5\ns,m,0.25\nh,n,0.75\n";
    private const string Entities = "entity,country,kind\nm,KZ,mine\nh,NL,company\np,US,person\ns,KZ,state\nn,KZ,mine\n";

    private readonly GraphFolder _folder = GraphFolder.Of(Stakes, Entities, "asset,tonnes\nm,100\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Value_goes_to_the_countries_of_final_owners()
    {
        var run = InProcessRun.Of("graph", "own", _folder.Path, "--by", "country", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal("tonnes", root.GetProperty("value").GetString());
        Assert.Equal(100, root.GetProperty("total").GetDouble());
        Assert.Equal(65, root.GetProperty("known").GetDouble(), 9);
        Assert.Equal(35, root.GetProperty("unknown").GetDouble(), 9);
        var rows = root.GetProperty("rows").EnumerateArray().Select(row => (row.GetProperty("country").GetString(), Math.Round(row.GetProperty("least").GetDouble(), 9), Math.Round(row.GetProperty("greatest_share").GetDouble(), 9)));
        Assert.Equal([("US", 40, 0.75), ("KZ", 25, 0.6)], rows);
    }

    [Fact]
    public void A_snapshot_answers_as_its_files_do()
    {
        var snapshot = _folder["register.assay-graph"];
        Assert.Equal(0, InProcessRun.Of("graph", "build", _folder.Path, "-o", snapshot).ExitCode);
        string[][] questions = [["own", "--by", "entity"], ["own", "--by", "kind", "--format", "csv"], ["own", "--owner", "h", "--asset", "m"], ["control"], ["control", "--controller", "p"], ["control", "--of", "n"], ["control", "--all", "--format", "csv"], ["stats"]];
        foreach (var question in questions)
        {
            var (files, opened) = (InProcessRun.Of(["graph", question[0], _folder.Path, .. question[1..]]), InProcessRun.Of(["graph", question[0], snapshot, .. question[1..]]));
            Assert.Equal((0, ""), (files.ExitCode, files.Error));
            Assert.Equal(files.Output, opened.Output);
        }
        Assert.Equal(InProcessRun.Of("graph", "explain", _folder.Path, "p", "m").Output, InProcessRun.Of("graph", "explain", snapshot, "p", "m").Output);
    }

    [Fact]
    public void An_owner_between_is_asked_about_without_its_owners()
    {
        var run = InProcessRun.Of("graph", "own", _folder.Path, "--owner", "h", "--owner", "p", "--format", "csv");
        Assert.Equal(["h", "p"], run.Output.Split('\n')[1..3].Select(line => line.Split(',')[0]));
        Assert.Equal([50, 40], run.Output.Split('\n')[1..3].Select(line => Math.Round(double.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture), 9)));
    }

    [Fact]
    public void Assets_without_values_count_one_each()
    {
        File.Delete(_folder["values.csv"]);
        var run = InProcessRun.Of("graph", "own", _folder.Path, "--asset", "m", "--asset", "n", "--by", "entity", "--format", "csv");
        Assert.StartsWith("entity,country,kind,least,greatest,least_share,greatest_share\np,US,person,", run.Output, StringComparison.Ordinal);
        Assert.Equal(0.4 + 0.6, double.Parse(run.Output.Split('\n')[1].Split(',')[3], System.Globalization.CultureInfo.InvariantCulture), 9);
    }

    [Fact]
    public void Control_goes_down_majorities()
    {
        Assert.Equal("entity,country,kind\nh,NL,company\nn,KZ,mine\n", InProcessRun.Of("graph", "control", _folder.Path, "--controller", "p", "--format", "csv").Output);
        Assert.Equal("controller,entity\nh,n\np,h\np,n\n", Sorted(InProcessRun.Of("graph", "control", _folder.Path, "--all", "--format", "csv").Output));
        Assert.Contains("controls it in the end  p", InProcessRun.Of("graph", "control", _folder.Path, "--of", "n").Output, StringComparison.Ordinal);
        Assert.Contains("nobody, as far as is known", InProcessRun.Of("graph", "control", _folder.Path, "--of", "m").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rights_votes_and_golden_shares_decide_control()
    {
        _folder.Write("stakes.csv", "owner,asset,share,interest\np,h,0.8,shares\ns,h,0.9,votes\nh,n,0.75,\ns,n,,golden-share\np,m,,control\n");
        Assert.Equal("controller,entity\np,m\ns,h\n", Sorted(InProcessRun.Of("graph", "control", _folder.Path, "--all", "--format", "csv").Output));
    }

    [Fact]
    public void An_explanation_tells_bounds_threshold_and_chains()
    {
        using var json = JsonDocument.Parse(InProcessRun.Of("graph", "explain", _folder.Path, "p", "m", "--format", "json", "--threshold", "39").Output);
        var root = json.RootElement;
        Assert.Equal(0.4, root.GetProperty("least_share").GetDouble(), 9);
        Assert.Equal(0.75, root.GetProperty("greatest_share").GetDouble(), 9);
        Assert.Equal("surely", root.GetProperty("above_threshold").GetString());
        Assert.Equal("m ‹ h ‹ p", Assert.Single(root.GetProperty("rows").EnumerateArray()).GetProperty("chain").GetString());
        Assert.Matches(@"more than 40 %\s+perhaps", InProcessRun.Of("graph", "explain", _folder.Path, "p", "m", "--threshold", "40").Output);
        Assert.Matches(@"more than 80 %\s+surely not", InProcessRun.Of("graph", "explain", _folder.Path, "p", "m", "--threshold", "80").Output);
    }

    [Theory]
    [InlineData("50", 0.125, "h in m 50 → 62.5 %")]
    [InlineData("30", 0.125, "h in m 50 → 37.5 %")]
    public void An_explanation_tells_the_smallest_change_that_alters_the_answer(string threshold, double cost, string change)
    {
        using var json = JsonDocument.Parse(InProcessRun.Of("graph", "explain", _folder.Path, "p", "m", "--format", "json", "--threshold", threshold).Output);
        var root = json.RootElement;
        Assert.Equal(cost, root.GetProperty("least_change").GetDouble(), 5);
        Assert.Equal(cost, root.GetProperty("greatest_change").GetDouble(), 5);
        Assert.Equal(change, root.GetProperty("changes").GetString());
    }

    [Fact]
    public void An_explanation_tells_what_other_chains_carry_and_which_cycles_a_share_passes()
    {
        _folder.Write("stakes.csv", "owner,asset,share\np,h,0.5\nk,h,0.5\nh,k,0.5\nh,m,1\n");
        using var json = JsonDocument.Parse(InProcessRun.Of("graph", "explain", _folder.Path, "p", "m", "--add-unknown", "--format", "json", "--paths", "1").Output);
        var root = json.RootElement;
        // Half at once, and a quarter of what is left each time round: 1/2 / (1 - 1/4) = 2/3.
        Assert.Equal(2 / 3.0, root.GetProperty("least_share").GetDouble(), 9);
        Assert.Equal((2 / 3.0) - 0.5, root.GetProperty("least_remainder").GetDouble(), 9);
        Assert.Equal((2 / 3.0) - 0.5, root.GetProperty("greatest_remainder").GetDouble(), 9);
        Assert.Equal(1, root.GetProperty("cycles").GetInt64());
        Assert.Matches(@"entities in the largest cycle\s+2", InProcessRun.Of("graph", "stats", _folder.Path, "--add-unknown").Output);
        Assert.StartsWith("h, k: 66.667 % passes it, 1.3333 times", root.GetProperty("cycle_1").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_says_when_no_change_of_recorded_stakes_will_do()
    {
        _folder.Write("stakes.csv", "owner,asset,share\ns,m,0.5\n");
        var run = InProcessRun.Of("graph", "explain", _folder.Path, "p", "m");
        Assert.Contains("no change of recorded stakes does it", Regex.Replace(run.Output, @"\s+", " "), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_tell_of_size_and_of_what_is_wrong()
    {
        _folder.Write("stakes.csv", Stakes + "s,n,0.5\n");
        using var json = JsonDocument.Parse(InProcessRun.Of("graph", "stats", _folder.Path, "--format", "json").Output);
        var root = json.RootElement;
        Assert.Equal((5, 5, 1, 0), (root.GetProperty("entities").GetInt32(), root.GetProperty("stakes").GetInt32(), root.GetProperty("components").GetInt32(), root.GetProperty("cycles").GetInt32()));
        var overfull = Assert.Single(root.GetProperty("rows").EnumerateArray());
        Assert.Equal(("n", 1.25), (overfull.GetProperty("asset").GetString(), overfull.GetProperty("held").GetDouble()));
    }

    [Fact]
    public async Task Parquet_holds_the_rows_and_the_totals()
    {
        var file = _folder["own.parquet"];
        Assert.Equal(0, InProcessRun.Of("graph", "own", _folder.Path, "--by", "country", "-o", file).ExitCode);
        await using var reader = await Parquet.ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("tonnes", reader.CustomMetadata["value"]);
        Assert.Equal(["country", "least", "greatest", "least_share", "greatest_share"], reader.Schema.DataFields.Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        var (countries, least) = (new string?[2], new double?[2]);
        await group.ReadAsync(reader.Schema.DataFields[0], countries.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync(reader.Schema.DataFields[1], least.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["US", "KZ"], countries);
        Assert.Equal([40, 25], least.Select(value => Math.Round(value!.Value, 9)));
    }

    [Fact]
    public void Problems_are_printed_with_their_places_and_end_it_with_4()
    {
        _folder.Write("stakes.csv", "owner,asset,share\np,h,80\nx,m,0.5\n");
        var run = InProcessRun.Of("graph", "stats", _folder.Path);
        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"assay: {_folder["stakes.csv"]}:2:5 share-range: '80'", run.Complaints[0], StringComparison.Ordinal);
        Assert.Contains("nothing was loaded", run.Complaints[^1], StringComparison.Ordinal);
        Assert.Equal(0, InProcessRun.Of("graph", "stats", _folder.Path, "--percent", "--add-unknown").ExitCode);
    }

    [Fact]
    public void A_damaged_snapshot_ends_it_with_4_and_one_line()
    {
        var snapshot = _folder["register.assay-graph"];
        InProcessRun.Of("graph", "build", _folder.Path, "-o", snapshot);
        var bytes = File.ReadAllBytes(snapshot);
        File.WriteAllBytes(snapshot, bytes[..^1]);
        var run = InProcessRun.Of("graph", "stats", snapshot);
        Assert.Equal((4, 1), (run.ExitCode, run.Complaints.Length));
        Assert.Contains("cut short", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "there is no entity 'x'", "control", "--of", "x")]
    [InlineData(2, "ask one of them", "control", "--of", "m", "--all")]
    [InlineData(2, "did you mean country?", "own", "--by", "contry")]
    [InlineData(2, "give one of the two", "own", "--by", "kind", "--owner", "p")]
    [InlineData(2, "has no tonnes", "own", "--asset", "n")]
    [InlineData(2, "--out", "build")]
    [InlineData(2, "did you mean parquet?", "own", "--format", "parket")]
    [InlineData(2, "--threshold is a percentage", "explain", "p", "m", "--threshold", "120")]
    [InlineData(4, "there is no such file", "stats", "--values", "missing.csv")]
    [InlineData(5, "cannot be written", "own", "-o", "/no/such/folder/own.csv")]
    public void What_cannot_be_done_is_said_in_one_line(int exitCode, string expected, string verb, params string[] rest)
    {
        var run = InProcessRun.Of(["graph", verb, _folder.Path, .. rest]);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    /// <summary>The first line, then the others in the order of their letters.</summary>
    private static string Sorted(string csv) => string.Concat(csv.Split('\n')[..^1].Select((line, place) => (line, place)).OrderBy(row => row.place > 0).ThenBy(row => row.place > 0 ? row.line : "", StringComparer.Ordinal).Select(row => row.line + "\n"));
}
