using System.IO.Compression;
using System.Text.Json;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary><c>assay export</c> as people use it.</summary>
public sealed class ExportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_and_what_was_lost_is_said_and_kept()
    {
        var run = InProcessRun.Of("export", "graphml", "--entity", "tengiz", "--out", _folder["t.graphml"], "--report", _folder["r.json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("written: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("not held: ", run.Error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(File.ReadAllBytes(_folder["r.json"]));
        Assert.All(report.RootElement.GetProperty("lost").EnumerateArray(), loss => Assert.True(loss.GetProperty("count").GetInt64() > 0));
        Assert.Equal("nodes", report.RootElement.GetProperty("written")[0].GetProperty("what").GetString());
    }

    [Fact]
    public void Several_files_go_to_standard_output_as_an_archive()
    {
        using var bytes = new MemoryStream();
        var exit = new Assay.Cli.CommandLine(new Assay.Cli.Terminal(TextWriter.Null, TextWriter.Null, bytes), TimeProvider.System).Run(["export", "csv", "--entity", "tengiz"]);
        Assert.Equal(0, exit);
        bytes.Position = 0;
        using var zip = new ZipArchive(bytes);
        Assert.Contains(zip.Entries, entry => entry.FullName == "entities.csv");
    }

    [Fact]
    public void The_rows_behind_a_finding_are_exported()
    {
        var article = _folder.Write("a.txt", "Kazakhstan was a member of the CSTO in 2020.\n"u8);
        Assert.Equal(0, InProcessRun.Of("check", article, "--date", "2024-01-01", "--format", "json", "--out", _folder["a.json"]).ExitCode);
        var run = InProcessRun.Of("export", "csv", "--finding", "c1", "--of", _folder["a.json"], "--out", _folder["rows"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("kz,csto", File.ReadAllText(Path.Combine(_folder["rows"], "memberships.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no format 'graphm'; perhaps", "graphm", "--pack", "world")]
    [InlineData("say what to export", "dot")]
    [InlineData("say what to export", "dot", "--pack", "world", "--entity", "kz")]
    [InlineData("there is no pack 'wrld'", "dot", "--pack", "wrld")]
    [InlineData("the record knows nothing by the name 'nobody at all'", "dot", "--entity", "nobody at all")]
    [InlineData("--depth goes with --entity", "dot", "--pack", "world", "--depth", "2")]
    [InlineData("--partition-by goes with parquet", "dot", "--pack", "world", "--partition-by", "year")]
    [InlineData("rows are not divided by 'yaer'", "parquet", "--pack", "world", "--partition-by", "yaer")]
    [InlineData("--finding ID and --of FILE go together", "dot", "--finding", "c1")]
    public void Wrong_usage_is_told_with_what_would_be_right(string told, params string[] arguments)
    {
        var run = InProcessRun.Of(["export", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told.Split(';')[0], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_there_is_left_as_it_is()
    {
        Directory.CreateDirectory(_folder["there"]);
        File.WriteAllText(Path.Combine(_folder["there"], "mine.txt"), "mine");
        Assert.Equal(2, InProcessRun.Of("export", "csv", "--entity", "tengiz", "--out", _folder["there"]).ExitCode);
        Assert.Equal(["mine.txt"], Directory.GetFiles(_folder["there"]).Select(Path.GetFileName));
        Assert.Equal(5, InProcessRun.Of("export", "dot", "--entity", "tengiz", "--out", Path.Combine(_folder["none"], "x.dot")).ExitCode);
        Assert.Equal(3, InProcessRun.Of("export", "dot", "--finding", "c1", "--of", _folder["none.json"]).ExitCode);
        Assert.Equal(3, InProcessRun.Of("export", "dot", "--finding", "c1", "--of", _folder.Write("bad.json", "{"u8)).ExitCode);
    }
}
