using System.Text.Json;
using Assay.Tests.Rows;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class OpenFormatTests : IDisposable
{
    private const string Example = "examples/oil-in-whose-hands.txt";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Findings_annotations_and_json_tell_the_same_claims()
    {
        using var json = JsonDocument.Parse(CommandRun.Of("check", Example, "--format", "json").Output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        var findings = new CsvTable(CommandRun.Of("check", Example, "--format", "findings-csv").Output).Rows;
        Assert.Equal(claims.Select(claim => (claim.GetProperty("id").GetString(), claim.GetProperty("verdict").GetString())), findings.Select(row => ((string?)row["id"], (string?)row["verdict"])));
        using var annotations = JsonDocument.Parse(CommandRun.Of("check", Example, "--format", "annotations").Output);
        var quotes = annotations.RootElement.GetProperty("first").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("target").GetProperty("selector")[0].GetProperty("exact").GetString());
        Assert.Equal(claims.Select(claim => claim.GetProperty("quote").GetString()), quotes);
    }

    [Fact]
    public void Every_row_of_the_findings_is_in_the_rows()
    {
        using var json = JsonDocument.Parse(CommandRun.Of("check", Example, "--format", "json").Output);
        var cited = json.RootElement.GetProperty("claims").EnumerateArray().SelectMany(claim => Rows(claim.GetProperty("proof"))).ToHashSet();
        Assert.Equal(cited.Order(StringComparer.Ordinal), new CsvTable(CommandRun.Of("check", Example, "--format", "rows-csv").Output).Rows.Select(row => row["row"]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a.csv", "findings-csv")]
    [InlineData("a.jsonld", "annotations")]
    public void The_ending_of_a_file_names_its_format(string name, string format)
    {
        Assert.Equal(0, CommandRun.Of("check", Example, "--out", _folder[name]).ExitCode);
        Assert.Equal(CommandRun.Of("check", Example, "--format", format).OutputBytes, File.ReadAllBytes(_folder[name]));
    }

    private static IEnumerable<string> Rows(JsonElement step) =>
        step.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).Concat(step.GetProperty("inputs").EnumerateArray().SelectMany(Rows));
}
