using CsCheck;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>What becomes of relationships of level 2.</summary>
public sealed class RelationshipTests
{
    [Theory]
    [InlineData("IS_DIRECTLY_CONSOLIDATED_BY", "consolidation", "direct")]
    [InlineData("IS_ULTIMATELY_CONSOLIDATED_BY", "ultimate-consolidation", "")]
    [InlineData("IS_FUND-MANAGED_BY", "fund-management", "direct")]
    [InlineData("IS_SUBFUND_OF", "sub-fund", "direct")]
    [InlineData("IS_FEEDER_TO", "feeder", "direct")]
    [InlineData("IS_INTERNATIONAL_BRANCH_OF", "international-branch", "direct")]
    public void The_end_node_has_an_interest_in_the_start_node(string type, string interest, string directness)
    {
        var row = Assert.Single(GleifRun.Of(GleifText.Relationship(type)).Table("interests"));
        Assert.Equal("lei-" + GleifText.Parent.ToLowerInvariant(), row["holder"]);
        Assert.Equal("lei-" + GleifText.Child.ToLowerInvariant(), row["subject"]);
        Assert.Equal((interest, directness), (row["type"], row.GetValueOrDefault("directness", "")));
    }

    [Fact]
    public void The_period_of_the_accounts_in_the_first_slot_is_not_the_relationships()
    {
        var run = GleifRun.Of(GleifText.Relationship(start: "2017-08-14T00:00:00Z"));
        var row = Assert.Single(run.Table("interests"));
        Assert.Equal("2017-08-14", row["from"]);
        Assert.DoesNotContain("to", row.Keys);
        Assert.Equal(1, run.Skipped("ACCOUNTING_PERIOD"));
    }

    [Fact]
    public void How_much_is_consolidated_is_a_note_and_never_a_stake()
    {
        var run = GleifRun.Of(GleifText.Relationship(amount: "100.00"));
        Assert.Contains("100.00 %", Assert.Single(run.Column("interests", "note")), StringComparison.Ordinal);
        Assert.Empty(run.Table("stakes"));
    }

    [Theory]
    [InlineData("PUBLISHED", 1, 0)]
    [InlineData("LAPSED", 1, 0)]
    [InlineData("PENDING_TRANSFER", 1, 0)]
    [InlineData("PENDING_ARCHIVAL", 1, 0)]
    [InlineData("ANNULLED", 0, 1)]
    [InlineData("DUPLICATE", 0, 1)]
    [InlineData("PENDING_VALIDATION", 0, 1)]
    public void Only_what_is_or_was_published_counts(string registration, int rows, int skipped)
    {
        var run = GleifRun.Of(GleifText.Relationship(registration: registration));
        Assert.Equal(rows, run.Table("interests").Count);
        Assert.Equal(skipped, run.Skipped("not published"));
    }

    [Fact]
    public void A_lapsed_relationship_is_confirmed_until_it_was_last_updated()
    {
        var row = Assert.Single(GleifRun.Of(GleifText.Relationship(registration: "LAPSED")).Table("interests"));
        Assert.Equal(("2023-02-22", "2023-02-22"), (row["seen"], row["lapsed"]));
        Assert.DoesNotContain("lapsed", Assert.Single(GleifRun.Of(GleifText.Relationship(registration: "PUBLISHED")).Table("interests")).Keys);
    }

    [Theory]
    [InlineData("INACTIVE", "PUBLISHED")]
    [InlineData("ACTIVE", "RETIRED")]
    public void What_ended_on_a_day_that_nobody_tells_is_no_row_that_still_holds(string status, string registration)
    {
        var run = GleifRun.Of(GleifText.Relationship(status: status, registration: registration));
        Assert.Empty(run.Table("interests"));
        Assert.Equal(1, run.Skipped("ended on a day"));
    }

    [Fact]
    public void What_ended_on_a_day_has_it() =>
        Assert.Equal("2020-06-30", Assert.Single(GleifRun.Of(GleifText.Relationship(status: "INACTIVE", end: "2020-06-30T23:59:59Z")).Column("interests", "to")));

    [Fact]
    public void A_relationship_of_which_nothing_is_known_is_skipped()
    {
        var run = GleifRun.Of(GleifText.Relationship(status: "NULL"));
        Assert.Empty(run.Table("interests"));
        Assert.Equal(1, run.Skipped("NULL"));
    }

    [Theory]
    [InlineData("0000-01-01T00:00:00Z", "", "placeholder-date", 1)]
    [InlineData("0001-01-01T00:00:00Z", "", "placeholder-date", 1)]
    [InlineData("9999-12-31T00:00:00Z", "", "placeholder-date", 1)]
    [InlineData("2021-02-30T00:00:00Z", "", "bad-date", 1)]
    [InlineData("soon", "", "bad-date", 1)]
    [InlineData("2017-08-14T00:00:00Z", "9999-12-31T00:00:00Z", "placeholder-date", 1)]
    [InlineData("2017-08-14T00:00:00Z", "2021-02-30T00:00:00Z", "bad-date", 0)]
    [InlineData("2017-08-14T00:00:00Z", "2016-01-01T00:00:00Z", "period-reversed", 0)]
    public void Dates_that_cannot_be_are_reported(string start, string end, string code, int rows)
    {
        var run = GleifRun.Of(GleifText.Relationship(start: start, end: end));
        Assert.Equal((code, 2), (Assert.Single(run.Problems).Code, run.Problems[0].Line));
        Assert.Equal(rows, run.Table("interests").Count);
        Assert.All(run.Table("interests"), row => Assert.DoesNotContain("to", row.Keys));
    }

    [Fact]
    public void A_day_is_the_one_that_is_written_whatever_its_time_zone() =>
        Assert.Equal("2005-03-23", Assert.Single(GleifRun.Of(GleifText.Relationship(start: "2005-03-23T00:30:00+02:00")).Column("interests", "from")));

    [Fact]
    public void A_parent_with_a_provisional_number_is_skipped_and_counted()
    {
        var run = GleifRun.Of(GleifText.Relationship(parentType: "PNI", parent: "123"));
        Assert.Empty(run.Rows);
        Assert.Equal(1, run.Skipped("provisional number"));
    }

    [Theory]
    [InlineData("IS_OWNED_BY", "ACTIVE", "PUBLISHED")]
    [InlineData("IS_SUBFUND_OF", "ASLEEP", "PUBLISHED")]
    [InlineData("IS_SUBFUND_OF", "ACTIVE", "PRINTED")]
    [InlineData("IS_SUBFUND_OF", "ACTIVE", "")]
    public void Words_that_the_standard_does_not_have_are_reported(string type, string status, string registration)
    {
        var run = GleifRun.Of(GleifText.Relationship(type, status, registration));
        Assert.Empty(run.Rows);
        Assert.Equal("unknown-word", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void Nobody_is_its_own_parent()
    {
        var run = GleifRun.Of(GleifText.Relationship(parent: GleifText.Child));
        Assert.Empty(run.Rows);
        Assert.Equal("own-parent", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void No_row_ends_before_it_begins() =>
        Gen.Select(Gen.Date, Gen.Date).Sample((start, end) =>
        {
            var run = GleifRun.Of(GleifText.Relationship(status: "INACTIVE", start: $"{start:yyyy-MM-dd}", end: $"{end:yyyy-MM-dd}"));
            return run.Table("interests").All(row => !row.TryGetValue("from", out var from) || !row.TryGetValue("to", out var to) || string.CompareOrdinal(from, to) <= 0)
                && run.Sink.Rows + run.Sink.ProblemCount + run.Skipped("ended on a day") > 0;
        });
}
