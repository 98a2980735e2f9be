using System.Text;
using System.Xml.Linq;
using Assay.Evidence;
using Assay.Formats.Exports;
using CsCheck;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary>Graphs for other programs: what is in them, and that no name breaks them.</summary>
public sealed class GraphTests
{
    private static readonly XNamespace s_graphml = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public void GraphML_has_typed_keys_labels_and_shares_with_their_limits()
    {
        var evidence = ExportedRecord.Of(ExportedRecord.Entity("a", "Owner", country: "zz"), ExportedRecord.Entity("b", "Owned"), ExportedRecord.Stake("a", "b", 20, 40));
        var graph = Read(evidence);
        var keys = graph.Descendants(s_graphml + "key").ToDictionary(key => (string)key.Attribute("id")!, key => (Name: (string)key.Attribute("attr.name")!, Type: (string)key.Attribute("attr.type")!));
        Assert.Equal(("weight", "double"), keys["edge-weight"]);
        Assert.Equal(("label", "string"), keys["node-label"]);
        var edge = Assert.Single(graph.Descendants(s_graphml + "edge"));
        Assert.Equal(("a", "b"), ((string)edge.Attribute("source")!, (string)edge.Attribute("target")!));
        var data = edge.Elements().ToDictionary(value => (string)value.Attribute("key")!, value => value.Value);
        Assert.Equal("20", data["edge-share_min"]);
        Assert.Equal("40", data["edge-share_max"]);
        Assert.Equal("0.3", data["edge-weight"]);
        Assert.Equal("stakes/a/b/2020", data["edge-row"]);
        Assert.All(graph.Descendants(s_graphml + "data"), value => Assert.Contains((string)value.Attribute("key")!, keys.Keys));
    }

    [Fact]
    public void Any_name_is_a_label_of_GraphML_and_of_Graphviz()
    {
        Gen.String.Where(name => name.Length > 0).Sample(name =>
        {
            var evidence = ExportedRecord.Of(ExportedRecord.Entity("a", name), ExportedRecord.Entity("b", "\"]; evil [label=\"x"), ExportedRecord.Stake("a", "b", 1, 1));
            var nodes = Read(evidence).Descendants(s_graphml + "node").ToList();
            Assert.Equal(2, nodes.Count);
            var statements = Statements(Dot(evidence));
            Assert.Equal(3, statements.Count(line => line.StartsWith("\"a\"", StringComparison.Ordinal) || line.StartsWith("\"b\"", StringComparison.Ordinal)) );
            Assert.DoesNotContain(statements, line => line.StartsWith("evil", StringComparison.Ordinal));
        }, iter: 300);
    }

    [Theory]
    [InlineData("\\", "\\\\")]
    [InlineData("say \"so\"", "say \\\"so\\\"")]
    [InlineData("\\N and \\G", "\\\\N and \\\\G")]
    [InlineData("<b>AT&T</b>", "<b>AT&amp;T</b>")]
    [InlineData("one\ntwo", "one\\ntwo")]
    [InlineData("end\\\"", "end\\\\\\\"")]
    public void Graphviz_takes_nothing_in_a_name_for_its_own(string name, string label) =>
        Assert.Contains($"\"a\" [label=\"{label}\",", Dot(ExportedRecord.Of(ExportedRecord.Entity("a", name))), StringComparison.Ordinal);

    [Fact]
    public void What_XML_has_no_form_for_is_replaced_and_a_pair_is_kept()
    {
        var node = Assert.Single(Read(ExportedRecord.Of(ExportedRecord.Entity("a", "x\u0001y\uD83D\uDE00\uD83D"))).Descendants(s_graphml + "node"));
        Assert.Equal("x\uFFFDy\uD83D\uDE00\uFFFD", node.Elements().First().Value);
    }

    [Fact]
    public void What_is_no_tie_is_counted_as_lost()
    {
        var measure = new Measure
        {
            Id = new StatementId("measures/a/output/2024"), Subject = new EntityId("a"), Indicator = "output", Period = Assay.Evidence.Period.TryParse("2024", out var period) ? period : default, Value = Bounds.Exactly(1), Unit = "t",
            MeasureStatus = RowStatus.Reported, Sources = [new SourceId("s")], Place = new RowPlace("p", "measures.csv", 2),
        };
        var report = new ExportReport();
        ExportedRecord.Written("graphml", ExportedRecord.Scope(ExportedRecord.Of(ExportedRecord.Entity("a", "A"), measure)), report);
        var loss = Assert.Single(report.Losses);
        Assert.Equal(("measures", 1L, "measures/a/output/2024"), (loss.What, loss.Count, loss.Rows.Single().ToString()));
    }

    private static XDocument Read(EvidenceSnapshot evidence) => XDocument.Load(new MemoryStream([.. ExportedRecord.Written("graphml", ExportedRecord.Scope(evidence), new ExportReport())]));

    private static string Dot(EvidenceSnapshot evidence) => Encoding.UTF8.GetString([.. ExportedRecord.Written("dot", ExportedRecord.Scope(evidence), new ExportReport())]);

    /// <summary>The statements of a graph in Graphviz's language, told apart as its scanner does: a semicolon inside quotes ends nothing.</summary>
    private static List<string> Statements(string dot)
    {
        var statements = new List<string>();
        var at = new StringBuilder();
        var isQuoted = false;
        for (var i = dot.IndexOf('{', StringComparison.Ordinal) + 1; i < dot.Length; i++)
        {
            if (isQuoted && dot[i] == '\\')
            {
                at.Append(dot, i++, 2);
                continue;
            }
            if (dot[i] == '"') isQuoted = !isQuoted;
            if (!isQuoted && dot[i] is ';' or '}')
            {
                statements.Add(at.ToString().Trim());
                at.Clear();
            }
            else at.Append(dot[i]);
        }
        Assert.False(isQuoted);
        return statements;
    }
}
