using Assay.Formats.Graphs;
using Assay.Formats.Snapshots;
using Assay.Ownership;
using Assay.Tests.Graphs;
using CsCheck;
using Xunit;

namespace Assay.Tests.Snapshots;

public sealed class GraphSnapshotTests
{
    internal const string Stakes = "owner,asset,share,min,max,interest\na,m,0.25,,,\nb,m,,0.1,0.5,shares\nb,m,0.125,,,\nc,m,0.6,,,votes\na,n,0.75,,,\nb,n,0.5,,,\na,n,,,,control\nc,n,,,,golden-share\nm,m,0.125,,,\n";

    internal const string Entities = "entity,country,kind,complete\nm,KZ,mine,yes\na,US,company,\nb,,person,no\nn,KZ,mine,\nc,Ж,state,\n";

    internal const string Values = "asset,tonnage\nm,12.5\nn,0\n";

    [Fact]
    public void A_graph_comes_out_as_it_went_in()
    {
        using var folder = GraphFolder.Of(Stakes, Entities, Values);
        var written = folder.Load();
        GraphSnapshot.Save(written, folder["out.assay-graph"], TestContext.Current.CancellationToken);
        using var read = GraphSnapshot.Open(folder["out.assay-graph"]);
        AssertSame(written, read);
        Assert.Equal(["entities.csv", "out.assay-graph", "stakes.csv", "values.csv"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stakes_alone_come_out_as_they_went_in() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 30].Sample(rows =>
        {
            using var folder = GraphFolder.Of("owner,asset,share\n" + string.Concat(rows.Select(row => $"e{row.Item1},e{row.Item2},0.{row.Item3}\n")));
            var written = folder.Load();
            GraphSnapshot.Save(written, folder["out"], TestContext.Current.CancellationToken);
            using var read = GraphSnapshot.Open(folder["out"]);
            AssertSame(written, read);
        }, iter: 50);

    [Fact]
    public void A_snapshot_that_could_not_be_written_leaves_the_old_one()
    {
        using var folder = GraphFolder.Of(Stakes);
        File.WriteAllText(folder["out"], "old");
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => GraphSnapshot.Save(folder.Load(), folder["out"], source.Token));
        Assert.Equal("old", File.ReadAllText(folder["out"]));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        using var folder = GraphFolder.Of(Stakes, Entities, Values);
        GraphSnapshot.Save(folder.Load(), folder["one"], TestContext.Current.CancellationToken);
        GraphSnapshot.Save(folder.Load(), folder["two"], TestContext.Current.CancellationToken);
        Assert.Equal(File.ReadAllBytes(folder["one"]), File.ReadAllBytes(folder["two"]));
    }

    /// <summary>Reads every part, so that whatever is wrong with any comes to light.</summary>
    internal static void ReadAll(GraphData data)
    {
        var count = data.Capital.EntityCount;
        for (var i = 0; i < count; i++) _ = (data.Ids.Find(data.Ids[i]), data.Countries?[i], data.Kinds?[i], data.Capital.OwnersOf(i).Length, data.Votes.HighSharesOf(i).Length);
        _ = data.Ids.Find("not there");
        var solver = OwnershipSolver.Prepare(data.Capital, new bool[count]);
        var (values, held) = (solver.NewAmounts(), solver.NewAmounts());
        if (data.Values is { } given)
            for (var i = 0; i < given.Entities.Length; i++) values[given.Entities.Span[i]] = given.Amounts.Span[i];
        solver.FindHeld(values, held);
        foreach (var pair in data.Controls.ToArray().Concat(data.Vetoes.ToArray())) _ = (data.Ids.Text(pair.Owner), data.Ids.Text(pair.Asset));
    }

    private static void AssertSame(GraphData expected, GraphData actual)
    {
        AssertSame(expected.Capital, actual.Capital);
        AssertSame(expected.Votes, actual.Votes);
        Assert.Equal(ReferenceEquals(expected.Capital, expected.Votes), ReferenceEquals(actual.Capital, actual.Votes));
        for (var i = 0; i < expected.Ids.Count; i++)
        {
            Assert.Equal(expected.Ids.Text(i), actual.Ids.Text(i));
            Assert.Equal(i, actual.Ids.Find(expected.Ids.Text(i)));
            Assert.Equal(expected.Countries?[i], actual.Countries?[i]);
            Assert.Equal(expected.Kinds?[i], actual.Kinds?[i]);
        }
        Assert.Equal(-1, actual.Ids.Find("not there"));
        Assert.Equal(expected.Values?.Name, actual.Values?.Name);
        Assert.Equal(expected.Values?.Entities.ToArray(), actual.Values?.Entities.ToArray());
        Assert.Equal(expected.Values?.Amounts.ToArray(), actual.Values?.Amounts.ToArray());
        Assert.Equal(expected.Controls.ToArray(), actual.Controls.ToArray());
        Assert.Equal(expected.Vetoes.ToArray(), actual.Vetoes.ToArray());
    }

    private static void AssertSame(OwnershipGraph expected, OwnershipGraph actual)
    {
        Assert.Equal(expected.EntityCount, actual.EntityCount);
        Assert.Equal(expected.Overfull, actual.Overfull);
        for (var asset = 0; asset < expected.EntityCount; asset++)
        {
            Assert.Equal(expected.OwnersOf(asset), actual.OwnersOf(asset));
            Assert.Equal(expected.LowSharesOf(asset), actual.LowSharesOf(asset));
            Assert.Equal(expected.HighSharesOf(asset), actual.HighSharesOf(asset));
            Assert.Equal(expected.IsComplete(asset), actual.IsComplete(asset));
        }
    }
}
