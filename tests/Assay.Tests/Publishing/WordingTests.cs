using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Publishing.Wording;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class WordingTests
{
    [Fact]
    public void Sample_record_has_a_row_of_every_kind()
    {
        var kinds = typeof(Statement).Assembly.GetTypes().Where(type => type.BaseType == typeof(Statement));
        Assert.Equal(kinds.OrderBy(type => type.Name), SampleRecord.Rows.Select(row => row.GetType()).Distinct().OrderBy(type => type.Name));
    }

    [Fact]
    public void Every_row_has_words() => Assert.All(SampleRecord.Rows, row => Assert.NotEmpty(RowWords.Of(row, SampleRecord.Evidence)));

    [Fact]
    public void Every_term_has_words()
    {
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.NotEmpty(VerdictWords.Of(verdict).Meaning));
        Assert.All(Enum.GetValues<RowStatus>(), status => Assert.NotEmpty(Terms.Status(status)));
        Assert.All(Enum.GetValues<Truth>(), truth => Assert.NotEmpty(Terms.Truth(truth)));
        Assert.All(Enum.GetValues<Stance>().Where(stance => stance != Stance.Asserted), stance =>
            Assert.NotEmpty(Terms.Stance(SampleArticle.Checked.Findings[0].Claim with { Stance = stance })));
        Assert.Equal(Enum.GetValues<Verdict>().Order(), VerdictWords.Order.Order());
    }

    [Fact]
    public void What_was_found_is_one_line() => Assert.Equal(
        "10 claims: 3 supported, 3 refuted, 2 conflicting, 2 not enough evidence; 4 passages are forecast, too vague or otherwise no claim.",
        FoundWords.Line(SampleArticle.Checked));

    [Fact]
    public void One_claim_is_not_counted_as_many() => Assert.Equal(
        "1 claim: 1 supported; 1 passage is forecast.",
        FoundWords.Line(SampleArticle.Checked with { Findings = SampleArticle.Checked.Findings[..1], NotCheckable = SampleArticle.Checked.NotCheckable[..1] }));

    [Fact]
    public void Nothing_found_is_said() => Assert.Equal(
        "No claim was found that can be set beside the record.",
        FoundWords.Line(SampleArticle.Checked with { Findings = [], NotCheckable = [] }));

    [Fact]
    public void A_date_that_is_not_known_is_said() => Assert.StartsWith("The date of the article is not known", FoundWords.AsOf(SampleArticle.Undated), StringComparison.Ordinal);

    [Fact]
    public void A_stake_last_seen_long_before_the_days_asked_about_is_old()
    {
        var asked = PartialDate.Parse("2025-06-17").Days;
        Assert.Equal(PartialDate.Parse("2019-03"), RowAge.OldAt(SampleRecord.BorealInVenture, SampleRecord.Evidence, asked));
        Assert.Null(RowAge.OldAt(SampleRecord.BorealInVenture, SampleRecord.Evidence, PartialDate.Parse("2020").Days));
        Assert.Null(RowAge.OldAt(SampleRecord.MeridianInVenture, SampleRecord.Evidence, asked));
        Assert.Null(RowAge.OldAt(SampleRecord.Member, SampleRecord.Evidence, asked));
        Assert.Null(RowAge.OldAt(SampleRecord.BorealInVenture, SampleRecord.Evidence, null));
    }
}
