using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary>What is chosen for an export, and what would be untrue of the choice.</summary>
public sealed class SelectionTests
{
    private static readonly EvidenceSnapshot s_record = ExportedRecord.Of(
        ExportedRecord.Entity("zz", "Land", EntityKind.State), ExportedRecord.Entity("a", "A", country: "zz"), ExportedRecord.Entity("b", "B"), ExportedRecord.Entity("c", "C"), ExportedRecord.Entity("d", "D"),
        ExportedRecord.Stake("a", "b", 60, 60), ExportedRecord.Stake("b", "c", 60, 60), ExportedRecord.Stake("d", "c", 40, 40, "2010", "2015"), Complete("c"));

    [Fact]
    public void Each_step_takes_the_ties_of_what_was_reached()
    {
        Assert.Equal(["entities/a", "entities/zz"], Around("a", 0));
        Assert.Equal(["entities/a", "entities/b", "entities/zz", "stakes/a/b/2020"], Around("a", 1));
        Assert.Equal(["entities/a", "entities/b", "entities/c", "entities/zz", "stakes/a/b/2020", "stakes/b/c/2020"], Around("a", 2));
    }

    [Fact]
    public void That_a_list_is_complete_is_not_said_of_a_part_of_it()
    {
        var report = new ExportReport();
        var scope = new ExportSelection(s_record, report).OfRows([new StatementId("stakes/b/c/2020"), new StatementId("completeness/stakes/c")], "x", "X");
        Assert.DoesNotContain(scope.Statements, row => row is Completeness);
        Assert.Equal("completeness/stakes/c", report.Losses.Single().Rows.Single().ToString());
        var whole = new ExportSelection(s_record, new ExportReport()).OfRows([new StatementId("stakes/b/c/2020"), new StatementId("stakes/d/c/2010"), new StatementId("completeness/stakes/c")], "x", "X");
        Assert.Contains(whole.Statements, row => row is Completeness);
    }

    [Fact]
    public void What_surely_held_at_no_time_of_the_day_is_left_out()
    {
        var selection = new ExportSelection(s_record, new ExportReport()) { At = PartialDate.Parse("2024").Days };
        Assert.Equal(["stakes/a/b/2020", "stakes/b/c/2020"], selection.OfPack("p").Statements.OfType<Assay.Evidence.Stake>().Select(row => row.Id.Value));
    }

    [Fact]
    public void A_rival_figure_brings_those_that_stand_before_it()
    {
        var evidence = EvidencePack.Embedded();
        var rival = evidence.Statements.First(row => row.Id.Value.EndsWith("~2", StringComparison.Ordinal));
        var scope = new ExportSelection(evidence, new ExportReport()).OfRows([rival.Id], "x", "X");
        Assert.Contains(scope.Statements, row => row.Id.Value == rival.Id.Value[..^2]);
    }

    [Fact]
    public void A_row_that_the_record_does_not_have_is_told_of()
    {
        var report = new ExportReport();
        Assert.Empty(new ExportSelection(s_record, report).OfRows([new StatementId("stakes/x/y")], "x", "X").Statements);
        Assert.Equal(("rows that the record does not have", 1L), (report.Losses.Single().What, report.Losses.Single().Count));
    }

    private static IEnumerable<string> Around(string entity, int depth) =>
        new ExportSelection(s_record, new ExportReport()).Around(new EntityId(entity), depth).Statements.Select(row => row.Id.Value).Order(StringComparer.Ordinal);

    private static Completeness Complete(string asset) => new()
    {
        Id = new StatementId($"completeness/stakes/{asset}"), Table = "stakes", Subject = new EntityId(asset), Covers = Bounds.Exactly(100), Sources = [new SourceId("s")], Place = new RowPlace("p", "completeness.csv", 2),
    };
}
