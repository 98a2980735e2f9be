using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Rules;
using Assay.Records;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>What is not sure is never shown as sure.</summary>
public sealed class UnsureTests
{
    private static readonly DayRange Day = PartialDate.Parse("2020-06-15").Days;

    [Theory]
    [InlineData("2000..", Truth.True)]
    [InlineData("2020..", Truth.Unknown)]
    [InlineData("2000..2020", Truth.Unknown)]
    public void A_membership_that_may_not_hold_on_the_day_is_perhaps(string dates, Truth expected)
    {
        var view = MembersView.Of(new SmallRecord().Member("aa", "club", dates).Build(), RuleFiles.Default, new("club"), Day);
        Assert.Equal(expected, Assert.Single(view.Tables[0].Rows).Holds);
        Assert.Contains(view.Tables[0].Notes, note => note.StartsWith("No row says", StringComparison.Ordinal));
    }

    [Fact]
    public void A_membership_that_ended_is_no_longer_among_the_members()
    {
        var view = MembersView.Of(new SmallRecord().Member("aa", "club", "2000..2010").Build(), RuleFiles.Default, new("club"), Day);
        Assert.Empty(view.Tables[0].Rows);
        Assert.Single(view.Tables.Single(table => table.Id == "former").Rows);
    }

    [Fact]
    public void Rows_that_give_one_member_other_dates_are_shown_as_contradicting()
    {
        var view = MembersView.Of(new SmallRecord().Member("aa", "club", "2000..").Member("aa", "club", "2005..").Build(), RuleFiles.Default, new("club"), Day);
        Assert.Equal(2, view.Tables[0].Rows.Length);
        Assert.All(view.Tables[0].Rows, row => Assert.Contains(row.Remarks, remark => remark.Contains("other dates", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_share_without_a_row_is_the_last_and_nobodys()
    {
        var table = OwnView.Of(new SmallRecord().Entity("aa", EntityKind.State).Company("firm", "aa").Stake("firm", "works", 60).Build(), RuleFiles.Default, new("works"), null, OwnedBy.Owner, Day).Tables[0];
        Assert.Equal(2, table.Rows.Length);
        Assert.Equal(new Cell.Figure(Bounds.Exactly(40), "%"), table.Rows[^1].Cells[2]);
        Assert.Empty(table.Rows[^1].Statements);
    }

    [Fact]
    public void Interests_that_are_no_stakes_and_why_owners_are_not_named_are_shown()
    {
        var record = new SmallRecord().Company("firm").Company("works")
            .Add(new OtherInterest { Id = new("interests/1"), Sources = [], Place = default, Holder = new("firm"), Subject = new("works"), Type = "consolidation", Validity = new Validity(PartialDate.Parse("2010"), null, null, PartialDate.Parse("2015")) })
            .Add(new OtherInterest { Id = new("interests/2"), Sources = [], Place = default, Holder = new("works"), Subject = new("firm"), Type = "trustee", Validity = SmallRecord.During("2001..2010", null) })
            .Add(new DisclosureException { Id = new("exceptions/1"), Sources = [], Place = default, Subject = new("works"), About = "ultimate-parent", Says = ParentKnown.None, Reason = "natural-persons", Validity = SmallRecord.During("..", "2019") }).Build();
        var works = OwnView.Of(record, RuleFiles.Default, new("works"), null, OwnedBy.Owner, Day);
        var interest = Assert.Single(works.Tables.Single(table => table.Id == "interests").Rows);
        Assert.Equal((Truth.Unknown, "not confirmed after 2015"), (interest.Holds, Assert.Single(interest.Remarks)));
        Assert.Equal(Cell.Of("natural persons"), Assert.Single(works.Tables.Single(table => table.Id == "exceptions").Rows).Cells[1]);
        var firm = OwnView.Of(record, RuleFiles.Default, new("firm"), null, null, Day);
        Assert.DoesNotContain(firm.Tables, table => table.Id is "interests" or "exceptions");
        Assert.Single(firm.Tables.Single(table => table.Id == "holds-interests").Rows);
    }

    [Fact]
    public void Stakes_that_add_up_to_more_than_the_whole_are_said_to_contradict()
    {
        var table = OwnView.Of(new SmallRecord().Company("one", "aa").Company("two", "bb").Stake("one", "works", 80).Stake("two", "works", 70).Build(), RuleFiles.Default, new("works"), null, OwnedBy.Owner, Day).Tables[0];
        Assert.Contains(table.Notes, note => note.Contains("150 %", StringComparison.Ordinal) && note.Contains("contradict", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kz-ru-alliance-2013", Truth.Unknown, "signed; entry into force not seen")]
    [InlineData("csto-charter-2002", Truth.True, "in force")]
    public void A_treaty_whose_entry_into_force_was_not_seen_is_perhaps_in_force(string id, Truth holds, string state)
    {
        var view = AgreementsView.Of(SeedRecord.Evidence, RuleFiles.Default, [new("kz"), new("ru")], [], PartialDate.Parse("2025-06-17").Days);
        var row = Assert.Single(view.Tables[0].Rows, row => row.Statements.OfType<Agreement>().First().AgreementId.Value == id);
        Assert.Equal((holds, state), (row.Holds, ((Cell.Holds)row.Cells[^1]).Text));
    }

    [Fact]
    public void What_was_signed_after_the_day_is_left_out() => Assert.All(
        AgreementsView.Of(SeedRecord.Evidence, RuleFiles.Default, [new("kz"), new("gb")], [], PartialDate.Parse("2020").Days).Statements.OfType<Agreement>(),
        row => Assert.True((row.Signed ?? row.InForce)!.Value.First <= new DateOnly(2020, 12, 31)));

    [Fact]
    public void A_figure_last_measured_long_before_the_day_may_have_changed_before_it()
    {
        var view = TiesView.Of(SeedRecord.Evidence, RuleFiles.Default, new("kz"), new("ru"), PartialDate.Parse("2025-06-17").Days, PartialDate.Parse("2022").Days);
        var ranges = Assert.Single(view.Tables[0].Rows, row => row.Statements is [Measure { Indicator: "leased-range-area", Subject.Value: "kz" }, _]);
        Assert.Equal(Truth.Unknown, ranges.Holds);
        Assert.Contains(ranges.Remarks, remark => remark.Contains("2014", StringComparison.Ordinal));
    }
}
