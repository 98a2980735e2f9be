using System.Globalization;
using System.Text;
using Assay.Formats;
using Assay.Formats.Scanning;
using CsCheck;
using Xunit;

namespace Assay.Tests.Scanning;

/// <summary>Wide CSV files of relationships become edges.</summary>
public sealed class RelationshipScanTests
{
    private static readonly RelationshipColumns Columns = new()
    {
        Owner = "parent",
        Asset = "child",
        Kind = "kind",
        Kinds = ["HOLDS", "CONTROLS"],
        Shares = [new ShareColumn("amount", [new RowFilter("unit", ["PERCENT"])])],
        Where = [new RowFilter("status", ["ACTIVE"]), new RowFilter("record", ["ANNULLED"], Keeps: false, IsOptional: true)],
    };

    private static readonly Gen<Row> Rows = Gen.Select(
        Gen.String[Gen.Char["ab,\"\né"], 1, 4], Gen.String[Gen.Char["ab,\"\né"], 1, 4], Gen.OneOf<string>("HOLDS", "CONTROLS", "MANAGES"), Gen.OneOf<string>("ACTIVE", "ACTIVE", "INACTIVE"), Gen.Int[0, 10_000], Gen.OneOf<string>("PERCENT", "PIECES"),
        (parent, child, kind, status, amount, unit) => new Row(parent, child, kind, status, amount, unit));

    [Fact]
    public void Edges_are_the_rows_that_count_in_blocks_of_any_size_with_any_threads() => Gen.Select(Rows.Array[0, 80], Gen.Shuffle(new[] { "parent", "child", "kind", "status", "amount", "unit", "of no interest" }), Gen.Int[1, 200], Gen.Int[1, 4]).Sample((rows, order, size, threads) =>
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', order).Append('\n');
        foreach (var row in rows) text.AppendJoin(',', order.Select(column => Cell(row[column]))).Append('\n');
        var edges = Read(text.ToString(), size, threads);
        var counting = rows.Where(row => row.Status == "ACTIVE" && row.Kind != "MANAGES").ToList();
        var ids = counting.SelectMany(row => new[] { row.Parent, row.Child }).Distinct().ToList();
        Assert.Equal(ids, Enumerable.Range(0, edges.Ids.Count).Select(edges.Ids.Text));
        Assert.Equal(counting.Select(row => ids.IndexOf(row.Parent)), edges.Owners.ToArray());
        Assert.Equal(counting.Select(row => ids.IndexOf(row.Child)), edges.Assets.ToArray());
        Assert.Equal(counting.Select(row => row.Unit == "PERCENT" ? row.Amount / 10_000.0 : 0), edges.Low.ToArray());
        Assert.Equal(counting.Select(row => row.Unit == "PERCENT" ? row.Amount / 10_000.0 : 1), edges.High.ToArray());
        Assert.Equal(counting.Select(row => row.Kind == "HOLDS" ? 0 : 1), edges.Kinds.ToArray().Select(kind => (int)kind));
        Assert.Equal(rows.Length, edges.RowCount);
        Assert.Equal(rows.Length - counting.Count, edges.LeftOut.Values.Sum());
    }, iter: 400);

    [Fact]
    public void Rows_left_out_are_counted_by_why()
    {
        var edges = Read("parent,child,kind,amount,unit,status,record\na,b,HOLDS,1,PERCENT,ACTIVE,PUBLISHED\na,b,MANAGES,,,ACTIVE,\na,b,HOLDS,,,NULL,\na,b,HOLDS,,,active,ANNULLED\na,b,MANAGES,,,ACTIVE,");
        Assert.Equal([("kind 'MANAGES'", 2L), ("record 'ANNULLED'", 1), ("status 'NULL'", 1)], edges.LeftOut.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(1, edges.Count);
    }

    [Theory]
    [InlineData("", "relations.csv:1 empty-file: an empty file, expected a line that names the columns; look whether it was written whole")]
    [InlineData("parent,kind,status\n", "relations.csv:1 bad-header: no column child, expected the columns of the format; look whether it is the right file, and whether its first line names the columns")]
    [InlineData("parent,child,kind,status,Child\n", "relations.csv:1 bad-header: two columns child, expected each column once; rename or delete one")]
    [InlineData("parent,child,kind,status\n\"a\nb\",c,HOLDS,ACTIVE\na,b,HOLDS\n", "relations.csv:4 field-count: 3 fields, expected 4 fields; look for a comma too many or too few, or quote the cell that holds one")]
    [InlineData("parent,child,kind,status\r\n\r\na,b,HOLDS,ACTIVE\r\n", "relations.csv:2 field-count: an empty line, expected 4 fields; delete it")]
    [InlineData("parent,child,kind,status\na,,HOLDS,ACTIVE", "relations.csv:2:3 empty-cell: nothing, expected a value for child; fill it in")]
    [InlineData("parent,child,kind,status\n\" a\",b,HOLDS,ACTIVE", "relations.csv:2:1 stray-space: a space at the edge of the cell, expected none; delete it")]
    [InlineData("parent,child,kind,status,amount,unit\na,b,HOLDS,ACTIVE,\"half\",PERCENT\n", "relations.csv:2:18 bad-number: 'half', expected a number with a decimal point; write it without unit, space, percent or thousands sign")]
    [InlineData("parent,child,kind,status,amount,unit\na,b,HOLDS,ACTIVE,100.5,PERCENT\n", "relations.csv:2:18 share-range: '100.5', expected a percentage from 0 to 100; correct the figure")]
    [InlineData("parent,child,kind,status\na,b,HOLDS,ACTIVE\n\"a,b,HOLDS,ACTIVE\n", "relations.csv:3 bad-quote: a quote that is never closed, has text after its end, or stands amid a cell, expected RFC 4180 quoting; close the quote, quote the whole cell, and write a quote inside it twice")]
    public void What_is_wrong_is_told_with_its_place(string text, string problem)
    {
        var error = Assert.Throws<InvalidDataFileException>(() => Read(text));
        Assert.Equal(problem, Assert.Single(error.Problems).ToString());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_wherever_they_stand()
    {
        byte[] bytes = [.. "parent,child,kind,status,note\na,b,HOLDS,ACTIVE,ok\na,b,HOLDS,ACTIVE,"u8, 0xE9, .. "\n"u8];
        var error = Assert.Throws<InvalidDataFileException>(() => new RelationshipRun("relations.csv", Columns).Read(new MemoryStream(bytes), null, TestContext.Current.CancellationToken));
        Assert.Equal("relations.csv:3:18 not-utf8: the byte E9, expected UTF-8 text; save the file as UTF-8", Assert.Single(error.Problems).ToString());
    }

    [Fact]
    public void Problems_beyond_the_first_hundred_are_counted()
    {
        var text = new StringBuilder("parent,child,kind,status\n");
        for (var i = 0; i < 250; i++) text.Append("a,b,HOLDS\n");
        var error = Assert.Throws<InvalidDataFileException>(() => Read(text.ToString(), 64));
        Assert.Equal(100, error.Problems.Count);
        Assert.Equal(Enumerable.Range(2, 100), error.Problems.Select(problem => problem.Line));
        Assert.Contains("250 problems", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The parent consolidates, so it controls; a percentage of consolidation is no share.</summary>
    [Fact]
    public void Consolidation_is_control_of_the_child_by_the_parent()
    {
        const string Header = "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus,Relationship.Quantifiers.1.MeasurementMethod,Relationship.Quantifiers.1.QuantifierAmount,Relationship.Quantifiers.1.QuantifierUnits,Registration.RegistrationStatus\n";
        var text = Header
            + "C,LEI,P,LEI,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,ACCOUNTING_CONSOLIDATION,100.00,PERCENTAGE,LAPSED\n"
            + "C,LEI,P,LEI,IS_ULTIMATELY_CONSOLIDATED_BY,ACTIVE,ACCOUNTING_CONSOLIDATION,1.00,PERCENTAGE,PUBLISHED\n"
            + "F,LEI,M,LEI,IS_FUND-MANAGED_BY,ACTIVE,,,,PUBLISHED\nB,LEI,C,LEI,IS_INTERNATIONAL_BRANCH_OF,ACTIVE,,,,PUBLISHED\n"
            + "D,LEI,P,LEI,IS_DIRECTLY_CONSOLIDATED_BY,INACTIVE,,,,PUBLISHED\nD,LEI,P,LEI,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,,,,ANNULLED\n";
        var edges = RelationshipScan.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "rr.csv", RelationshipColumns.Gleif, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([("P", "C"), ("P", "C"), ("C", "B")], Enumerable.Range(0, edges.Count).Select(edge => (edges.Ids.Text(edges.Owners.Span[edge]), edges.Ids.Text(edges.Assets.Span[edge]))));
        Assert.Equal([1, 0.01, 0], edges.Low.ToArray());
        using var graph = RegisterGraph.OfControl(edges, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(2, graph.Controls.Length);
        Assert.Equal(0, graph.Capital.StakeCount);
    }

    [Fact]
    public void Real_relationship_records_are_read()
    {
        var file = Path.Combine(Checkout.Root, "..", "shared", "samples", "gleif", "derived-csv", "rr.csv");
        if (!File.Exists(file)) Assert.Skip("The sample files are not beside the checkout.");
        var edges = RelationshipScan.Read(file, RelationshipColumns.Gleif, cancellation: TestContext.Current.CancellationToken);
        var consolidated = File.ReadLines(file).Count(line => line.Contains("_CONSOLIDATED_BY\",\"ACTIVE\"", StringComparison.Ordinal));
        Assert.Equal(consolidated, edges.Count);
        Assert.Equal(File.ReadLines(file).Count() - 1, edges.RowCount);
    }

    private static RegisterEdges Read(string text, int size = ScanBlocks.UsualSize, int threads = 2) =>
        new RelationshipRun("relations.csv", Columns) { BlockSize = size, Threads = threads }.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, TestContext.Current.CancellationToken);

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <param name="Amount">In hundredths of a percent.</param>
    private sealed record Row(string Parent, string Child, string Kind, string Status, int Amount, string Unit)
    {
        public string this[string column] => column switch
        {
            "parent" => Parent,
            "child" => Child,
            "kind" => Kind,
            "status" => Status,
            "amount" => (Amount / 100m).ToString(CultureInfo.InvariantCulture),
            "unit" => Unit,
            _ => "something, \"quoted\"",
        };
    }
}
