using System.IO.Compression;
using System.Text.Json;
using Assay.Tests.Graphs;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>The verbs about graphs on registers in formats of their own.</summary>
public sealed class GraphRegisterTests : IDisposable
{
    private const string Relationships = """
        "Relationship.StartNode.NodeID","Relationship.EndNode.NodeID","Relationship.RelationshipType","Relationship.RelationshipStatus"
        "CHILD","PARENT","IS_DIRECTLY_CONSOLIDATED_BY","ACTIVE"
        "PARENT","TOP","IS_DIRECTLY_CONSOLIDATED_BY","ACTIVE"
        "CHILD","TOP","IS_ULTIMATELY_CONSOLIDATED_BY","ACTIVE"
        "FUND","MANAGER","IS_FUND-MANAGED_BY","ACTIVE"

        """;

    private const string Ownerships = """
        {"id":"h","schema":"Company","properties":{"name":["H"]}}
        {"id":"o1","schema":"Ownership","properties":{"owner":["p"],"asset":["h"],"percentage":["80"]}}
        {"id":"o2","schema":"Ownership","properties":{"owner":["h"],"asset":["m"],"percentage":["50"]}}
        """;

    private readonly GraphFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Who_consolidates_controls()
    {
        _folder.Write("rr.csv", Relationships);
        var run = InProcessRun.Of("graph", "control", _folder["rr.csv"], "--gleif", "--of", "CHILD", "--format", "json");
        Assert.Equal((0, $"assay: {_folder["rr.csv"]}: left out 1: Relationship.RelationshipType 'IS_FUND-MANAGED_BY'\n"), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("TOP", json.RootElement.GetProperty("ultimate").GetString());
        Assert.Equal(["PARENT", "TOP"], json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("controller").GetString()));
    }

    [Fact]
    public void Ownerships_are_stakes_packed_or_not_and_in_a_snapshot()
    {
        _folder.Write("ftm.json", Ownerships);
        using (var packed = new GZipStream(File.Create(_folder["ftm.json.gz"]), CompressionMode.Compress))
        using (var plain = File.OpenRead(_folder["ftm.json"])) plain.CopyTo(packed);
        Assert.Equal(0, InProcessRun.Of("graph", "build", _folder["ftm.json"], "--ftm", "-o", _folder["ftm.assay-graph"]).ExitCode);
        string[][] inputs = [[_folder["ftm.json"], "--ftm"], [_folder["ftm.json.gz"], "--ftm"], [_folder["ftm.assay-graph"]]];
        foreach (var input in inputs)
        {
            var run = InProcessRun.Of(["graph", "own", .. input, "--owner", "p", "--asset", "m", "--format", "csv"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains("0.4", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_problems_is_refused_with_their_places()
    {
        _folder.Write("ftm.json", Ownerships + "\n{\"id\":\"x\",");
        var run = InProcessRun.Of("graph", "stats", _folder["ftm.json"], "--ftm");
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("ftm.json:4:11 bad-json", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gleif", "--ftm")]
    [InlineData("--gleif", "--percent")]
    [InlineData("--ftm", "--add-unknown")]
    public void Options_that_do_not_go_together_are_refused(string one, string other)
    {
        _folder.Write("x", "");
        Assert.Equal(2, InProcessRun.Of("graph", "stats", _folder["x"], one, other).ExitCode);
    }
}
