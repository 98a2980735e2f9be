using Assay.Evidence;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Findings.Changes;

/// <summary>A record with one row changed tells the same as one that was built anew from its rows.</summary>
public sealed class SnapshotChangeTests
{
    private static readonly EvidenceSnapshot Record = SeedRecord.Evidence;

    // Some rows of every table.
    private static readonly List<Statement> Rows = [.. Record.Statements.GroupBy(row => row.GetType()).SelectMany(rows => rows.Where((_, at) => at % Math.Max(1, rows.Count() / 3) == 0))];

    [Fact]
    public void Without_a_row() => Assert.All(Rows.Where(row => row is not Entity), row => Same(Record.Without(row.Id), Record.Where(other => other != row)));

    [Fact]
    public void With_a_row_replaced() => Assert.All(Rows, row =>
    {
        var changed = row with { Note = "another" };
        Same(Record.Replace(changed), Anew(Record.Statements.Select(other => other.Id == row.Id ? changed : other)));
    });

    [Fact]
    public void With_a_row_added() => Assert.All(Rows.Where(row => row is not Entity), row =>
    {
        var added = row with { Id = new("new/row") };
        Same(Record.Add(added), Anew(Record.Statements.Append(added)));
        Assert.Throws<ArgumentException>(() => Record.Add(row));
    });

    [Fact]
    public void With_several_rows_replaced()
    {
        var changed = Rows.Select(row => row with { Note = "another" }).ToDictionary(row => row.Id);
        Same(Record.ReplaceAll(changed.Values), Anew(Record.Statements.Select(row => changed.GetValueOrDefault(row.Id, row))));
    }

    [Fact]
    public void One_change_over_another()
    {
        var (gone, changed) = (Record.Statements.OfType<Stake>().First(), Record.Statements.OfType<Stake>().Last() with { Share = Bounds.Exactly(1) });
        Same(Record.Without(gone.Id).Replace(changed), Anew(Record.Statements.Where(row => row != gone).Select(row => row.Id == changed.Id ? changed : row)));
        Same(Record.Without(gone.Id).Add(gone), Anew(Record.Statements.Where(row => row != gone).Append(gone)));
        Assert.Same(Record, Record.Without(new("no/such/row")));
    }

    private static EvidenceSnapshot Anew(IEnumerable<Statement> rows) => new(Record.Packs, rows, Record.Sources);

    private static void Same(EvidenceSnapshot changed, EvidenceSnapshot anew)
    {
        Assert.Equal(anew.Statements.AsEnumerable(), changed.Statements.AsEnumerable());
        Assert.Equal(anew.Entities.AsEnumerable(), changed.Entities.AsEnumerable());
        Assert.All(anew.Statements, row => Assert.Same(row, changed.Statement(row.Id)));
        foreach (var entity in anew.Entities)
        {
            var id = entity.EntityId;
            Assert.Same(entity, changed.Entity(id));
            Assert.True(anew.StakesIn(id).SequenceEqual(changed.StakesIn(id)) && anew.StakesOf(id).SequenceEqual(changed.StakesOf(id))
                && anew.MembersOf(id).SequenceEqual(changed.MembersOf(id)) && anew.BodiesOf(id).SequenceEqual(changed.BodiesOf(id))
                && anew.AgreementsWith(id).SequenceEqual(changed.AgreementsWith(id)) && anew.OperationsOn(id).SequenceEqual(changed.OperationsOn(id))
                && anew.DomicilesOf(id).SequenceEqual(changed.DomicilesOf(id)), id.Value);
        }
        foreach (var measure in anew.Statements.OfType<Measure>()) Assert.True(anew.Measures(measure.Subject, measure.Indicator).SequenceEqual(changed.Measures(measure.Subject, measure.Indicator)));
        foreach (var part in anew.Statements.OfType<Part>()) Assert.True(anew.Parts(part.Whole, part.Indicator).SequenceEqual(changed.Parts(part.Whole, part.Indicator)));
        foreach (var ranking in anew.Statements.OfType<Ranking>()) Assert.True(anew.Rankings(ranking.Indicator).SequenceEqual(changed.Rankings(ranking.Indicator)));
        foreach (var complete in anew.Statements.OfType<Completeness>()) Assert.True(anew.Completeness(complete.Table, complete.Subject).SequenceEqual(changed.Completeness(complete.Table, complete.Subject)));
    }
}
