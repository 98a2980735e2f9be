using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Tests.Publishing;
using Xunit;

namespace Assay.Tests.Findings;

public sealed class DatedChangeTests
{
    [Fact]
    public void What_happened_to_a_row_of_any_kind_can_be_told_and_undone()
    {
        var words = new DatedChangeWords(SampleRecord.Evidence, RuleFiles.Default.Wording);
        foreach (var row in SampleRecord.Rows)
        {
            var change = DatedChange.Between(row, DateOnly.MinValue, DateOnly.MaxValue);
            Assert.Equal(row is Entity or Proposition or Assay.Evidence.Link, change is null);
            if (change is null) continue;
            Assert.Contains(row.Id.ToString(), words.Of(change), StringComparison.Ordinal);
            Assert.DoesNotContain("{", words.Of(change), StringComparison.Ordinal);
            var before = DatedChange.Undo(SampleRecord.Evidence, [change]);
            Assert.NotEqual(row, before.Statement(row.Id));
            Assert.Null(before.Statement(row.Id) is { } left ? DatedChange.Between(left, change.When.First.AddDays(-1), change.When.Last) : null);
        }
    }

    [Fact]
    public void An_end_in_between_is_undone_by_letting_the_row_go_on()
    {
        var row = SampleRecord.Member with { Validity = SampleRecord.Member.Validity with { To = PartialDate.Parse("2024-12-17") } };
        var evidence = SampleRecord.Evidence.Replace(row);
        var change = DatedChange.Between(row, new DateOnly(2024, 12, 1), new DateOnly(2026, 1, 1));
        Assert.Equal((RowEvent.Ended, PartialDate.Parse("2024-12-17")), (change!.What, change.When));
        Assert.Null(Assert.IsType<Membership>(DatedChange.Undo(evidence, [change]).Statement(row.Id)).Validity.To);
        Assert.Null(DatedChange.Between(row, new DateOnly(2024, 12, 17), new DateOnly(2026, 1, 1)));
    }
}
