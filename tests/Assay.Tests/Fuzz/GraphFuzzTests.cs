using System.Text;
using Assay.Formats;
using Assay.Formats.Graphs;
using Assay.Tests.Graphs;
using Assay.Tests.Snapshots;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>Files of a graph that somebody wrote nonsense into are refused with their problems, or read.</summary>
public sealed class GraphFuzzTests
{
    private static readonly byte[][] Pieces = [.. ((string[])["\"", "\n", "\r\n", ",", "\"\"", "0.5", "-1", "1e999", "votes", "control", "é", "\u4e2d", "\uFEFF", "owner", "share", " "]).Select(Encoding.UTF8.GetBytes), [0xFF], [0]];

    [Fact]
    public void Bytes_of_any_kind_are_reported_or_read() => FuzzRun.Over(300, random =>
    {
        using var folder = GraphFolder.Of(GraphSnapshotTests.Stakes, GraphSnapshotTests.Entities, GraphSnapshotTests.Values);
        var name = ((string[])["stakes.csv", "entities.csv", "values.csv"])[random.Next(3)];
        File.WriteAllBytes(folder[name], Mutation.Of(File.ReadAllBytes(folder[name]), Pieces, random));
        try
        {
            using var data = folder.Load(new GraphOptions { AddUnknown = random.Next(2) == 0, Percent = random.Next(2) == 0 });
            GraphSnapshotTests.ReadAll(data);
        }
        catch (InvalidDataFileException error)
        {
            Assert.NotEmpty(error.Problems);
            Assert.All(error.Problems, problem => Assert.InRange(problem.Line, 1, 1000));
        }
    });
}
