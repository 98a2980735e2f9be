using System.Text.Json;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class GapsTests : IDisposable
{
    private const string Undated = "Kazakhstan is a member of the CSTO.";
    private const string Open = "Date: 2025-06-17\n\nKazakhstan and Japan signed a trade agreement.";

    private readonly TemporaryFolder _folder = new();

    public GapsTests()
    {
        _folder.Write("a.txt", System.Text.Encoding.UTF8.GetBytes(Undated));
        _folder.Write("b.txt", System.Text.Encoding.UTF8.GetBytes(Undated));
        _folder.Write("c.png", "not an article"u8);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_stands_for_its_articles_and_the_row_that_decides_most_comes_first()
    {
        var run = CommandRun.Of("gaps", _folder.Path, "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Complaints, line => Assert.Contains("add --date", line, StringComparison.Ordinal));
        var root = JsonDocument.Parse(run.OutputBytes).RootElement;
        Assert.Equal(2, root.GetProperty("articles").GetArrayLength());
        var first = root.GetProperty("gaps")[0];
        Assert.Equal("date", first.GetProperty("table").GetString());
        Assert.Equal(2, first.GetProperty("claims").GetArrayLength());
        Assert.Equal(2, first.GetProperty("surely").GetInt32() + first.GetProperty("could").GetInt32());
    }

    [Fact]
    public void As_a_table_and_as_csv_it_is_the_same_list()
    {
        _folder.Write("c.txt", System.Text.Encoding.UTF8.GetBytes(Open));
        var table = CommandRun.Of("gaps", _folder.Path);
        Assert.Equal(0, table.ExitCode);
        Assert.Contains("date: the date of the article", table.Output, StringComparison.Ordinal);
        var csv = CommandRun.Of("gaps", _folder.Path, "--out", _folder["gaps.csv"]);
        Assert.Equal((0, ""), (csv.ExitCode, csv.Output));
        var lines = File.ReadAllLines(_folder["gaps.csv"]);
        Assert.StartsWith("surely,could,with_others,untried,table,", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 1 && lines.Skip(1).All(line => line.Contains('#', StringComparison.Ordinal)));
    }

    [Fact]
    public void An_article_that_cannot_be_read_does_not_stop_the_others()
    {
        var run = CommandRun.Of("gaps", _folder["a.txt"], _folder["none.txt"], _folder["b.txt"], "--format", "json");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("none.txt", Assert.Single(run.Complaints, line => !line.Contains("add --date", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(run.OutputBytes).RootElement.GetProperty("articles").GetArrayLength());
    }

    [Theory]
    [InlineData(2, "there is no format 'cvs' (did you mean csv?)", "a.txt", "--format", "cvs")]
    [InlineData(3, "a folder without an article", "empty")]
    public void Bad_input_is_told(int code, string complaint, string first, params string[] rest)
    {
        Directory.CreateDirectory(_folder["empty"]);
        var run = CommandRun.Of(["gaps", _folder[first], .. rest]);
        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(complaint, Assert.Single(run.Complaints, line => !line.Contains("add --date", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_tells_what_would_change_the_verdict()
    {
        var run = CommandRun.Of("explain", _folder["a.txt"], "c1", "--date", "2025-06-17");
        var words = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Change If the membership of Kazakhstan in Collective Security Treaty Organization had ended on 2025-06-17: refuted.", words, StringComparison.Ordinal);
    }
}
