using Assay.Formats.Graphs;
using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Graphs;

public sealed class GraphFilesTests
{
    [Fact]
    public void Entities_are_numbered_as_their_file_lists_them()
    {
        using var folder = GraphFolder.Of("owner,asset,share\nb,a,0.25\nc,a,0.5\n", "entity,country,kind\na,KZ,mine\nb,US,company\nc,,person\nd,KZ,mine\n", "asset,tonnage\nd,10\na,2.5\n");
        var data = folder.Load();
        Assert.Equal(["a", "b", "c", "d"], Enumerable.Range(0, 4).Select(data.Ids.Text));
        Assert.Equal(["KZ", "US", "", "KZ"], Enumerable.Range(0, 4).Select(i => data.Countries![i]));
        Assert.Equal(["mine", "company", "person", "mine"], Enumerable.Range(0, 4).Select(i => data.Kinds![i]));
        Assert.Equal([1, 2], data.Capital.OwnersOf(0).ToArray());
        Assert.Equal([0.25, 0.5], data.Capital.LowSharesOf(0).ToArray());
        Assert.Equal("tonnage", data.Values!.Name);
        Assert.Equal([3, 0], data.Values.Entities.ToArray());
        Assert.Equal([10, 2.5], data.Values.Amounts.ToArray());
        Assert.Same(data.Capital, data.Votes);
    }

    [Fact]
    public void Without_their_file_entities_are_numbered_as_stakes_name_them()
    {
        using var folder = GraphFolder.Of("owner,asset,share\nx,m,0.5\ny,m,0.5\nm,x,0.125\n");
        var data = folder.Load();
        Assert.Equal(["x", "m", "y"], Enumerable.Range(0, data.Ids.Count).Select(data.Ids.Text));
        Assert.Equal([0, 2], data.Capital.OwnersOf(1).ToArray());
        Assert.Null(data.Countries);
        Assert.Null(data.Values);
    }

    [Fact]
    public void Columns_stand_in_any_order_with_others_between()
    {
        using var folder = GraphFolder.Of("note,Share,asset,seen,owner\n\"a, \"\"b\"\"\",0.5,m,,x\n");
        var data = folder.Load();
        Assert.Equal("x", data.Ids.Text(0));
        Assert.Equal([0.5], data.Capital.LowSharesOf(data.Ids.Find("m")).ToArray());
    }

    [Fact]
    public void A_byte_order_mark_and_ends_of_lines_of_other_systems_are_no_part_of_cells()
    {
        using var folder = GraphFolder.Of("\uFEFFowner,asset,share\r\nx,m,0.5\r\n\"y\",\"m\",\"0.25\"");
        var data = folder.Load();
        Assert.Equal(["x", "m", "y"], Enumerable.Range(0, data.Ids.Count).Select(data.Ids.Text));
        Assert.Equal([0.5, 0.25], data.Capital.LowSharesOf(1).ToArray());
    }

    [Fact]
    public void Ids_keep_quotes_commas_ends_of_lines_and_letters_of_any_kind()
    {
        using var folder = GraphFolder.Of("owner,asset,share\n\"a \"\"b\"\", c\",\"line\nbreak\",0.5\nМұнай,石油,1\n");
        var data = folder.Load();
        Assert.Equal(["a \"b\", c", "line\nbreak", "Мұнай", "石油"], Enumerable.Range(0, data.Ids.Count).Select(data.Ids.Text));
    }

    [Fact]
    public void Shares_may_be_ranges_of_which_one_limit_may_be_left_out()
    {
        using var folder = GraphFolder.Of("owner,asset,share,min,max\na,m,,0.25,0.5\nb,m,0.1,,\nc,n,,0.25,\nd,n,,,0.5\ne,o,0.3,0.25,0.5\n");
        var graph = folder.Load().Capital;
        Assert.Equal([0.25, 0.1], graph.LowSharesOf(1).ToArray());
        Assert.Equal([0.5, 0.1], graph.HighSharesOf(1).ToArray());
        Assert.Equal([0.25, 0], graph.LowSharesOf(4).ToArray());
        Assert.Equal([1, 0.5], graph.HighSharesOf(4).ToArray());
        Assert.Equal([0.25], graph.LowSharesOf(7).ToArray());
        Assert.Equal([0.5], graph.HighSharesOf(7).ToArray());
    }

    [Fact]
    public void Percent_are_hundredths()
    {
        using var folder = GraphFolder.Of("owner,asset,share,min,max\na,m,12.5,,\nb,m,,0,70\n");
        var graph = folder.Load(new GraphOptions { Percent = true }).Capital;
        Assert.Equal([0.125, 0], graph.LowSharesOf(1).ToArray());
        Assert.Equal([0.125, 0.7], graph.HighSharesOf(1).ToArray());
    }

    [Fact]
    public void Votes_recorded_apart_replace_those_that_go_with_the_capital_of_their_asset()
    {
        using var folder = GraphFolder.Of("owner,asset,share,interest\na,m,0.1,shares\nb,m,0.9,\na,m,0.6,votes\na,n,0.3,participating\n");
        var data = folder.Load();
        var (a, m, b, n) = (data.Ids.Find("a"), data.Ids.Find("m"), data.Ids.Find("b"), data.Ids.Find("n"));
        Assert.Equal([a, b], data.Capital.OwnersOf(m).ToArray());
        Assert.Equal([0.1, 0.9], data.Capital.LowSharesOf(m).ToArray());
        Assert.Equal([a], data.Votes.OwnersOf(m).ToArray());
        Assert.Equal([0.6], data.Votes.LowSharesOf(m).ToArray());
        Assert.Equal([0.3], data.Votes.LowSharesOf(n).ToArray());
    }

    [Fact]
    public void Rights_that_are_no_shares_are_pairs()
    {
        using var folder = GraphFolder.Of("owner,asset,share,interest\na,m,0.1,shares\na,m,,control\nstate,m,,golden-share\nstate,m,,golden-share\n");
        var data = folder.Load();
        Assert.Equal([new EntityPair(0, 1)], data.Controls.ToArray());
        Assert.Equal([new EntityPair(2, 1)], data.Vetoes.ToArray());
        Assert.Equal(1, data.Capital.StakeCount);
    }

    [Fact]
    public void Completeness_is_a_column_of_entities()
    {
        using var folder = GraphFolder.Of("owner,asset,share\na,m,0.5\na,n,0.5\n", "entity,complete\na,\nm,yes\nn,no\n");
        var graph = folder.Load().Capital;
        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(graph.IsComplete));
    }

    [Fact]
    public void Unknown_ids_are_added_where_that_is_wanted()
    {
        using var folder = GraphFolder.Of("owner,asset,share\nz,m,0.5\nm,y,0.25\nz,y,0.25\n", "entity,country,complete\nm,KZ,yes\n");
        var data = folder.Load(new GraphOptions { AddUnknown = true });
        Assert.Equal(["m", "z", "y"], Enumerable.Range(0, data.Ids.Count).Select(data.Ids.Text));
        Assert.Equal(["KZ", "", ""], Enumerable.Range(0, 3).Select(i => data.Countries![i]));
        Assert.Equal([0, 1], data.Capital.OwnersOf(2).ToArray());
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(data.Capital.IsComplete));
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var folder = GraphFolder.Of("owner,asset,share\na,m,0.5\n");
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => folder.Files.Load(cancellation: source.Token));
    }

    [Fact]
    public void Progress_ends_with_all_bytes_and_rows()
    {
        using var folder = GraphFolder.Of("owner,asset,share\na,m,0.5\nb,m,0.25\n");
        var told = new Told();
        folder.Files.Load(progress: told, cancellation: TestContext.Current.CancellationToken);
        var length = new FileInfo(folder["stakes.csv"]).Length;
        Assert.Equal(new GraphProgress(folder["stakes.csv"], length, length, 2, 0), told.Last);
    }

    private sealed class Told : IProgress<GraphProgress>
    {
        public GraphProgress Last { get; private set; }

        public void Report(GraphProgress value) => Last = value;
    }
}
