using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class MembershipTests
{
    [Theory]
    [InlineData("kz", "cis")]
    [InlineData("kz", "csto")]
    [InlineData("kz", "eaeu")]
    [InlineData("am", "csto")]
    public void A_member_on_the_day_is_one(string member, string body) => Assert.True(Decided(SeedRecord.Member(member, body)));

    [Fact]
    public void A_membership_that_ended_is_false_by_its_own_row()
    {
        var answer = SeedRecord.Member("uz", "csto", when: "2024");
        Assert.False(Decided(answer));
        Assert.Contains(answer.Proof.AllRows(), row => row is Membership { Member.Value: "uz", Body.Value: "csto" });
    }

    [Fact]
    public void A_state_off_a_complete_list_is_no_member_and_the_proof_cites_the_list()
    {
        var answer = SeedRecord.Member("ge", "nato");
        Assert.False(Decided(answer));
        Assert.Contains(answer.Proof.AllRows(), row => row is Completeness { Subject.Value: "nato" });
    }

    [Fact]
    public void Absence_after_the_end_of_the_list_is_unknown_and_says_so()
    {
        var answer = Assert.IsType<Answer.Unknown>(SeedRecord.Member("ge", "nato", when: "2026-06-01"));
        Assert.Contains("complete as of 2026-06-01", Assert.Single(answer.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_a_date_is_unknown() =>
        Assert.Equal(["the date asked about is not known"], Assert.IsType<Answer.Unknown>(SeedRecord.Member("kz", "cis", when: null)).Missing);

    [Fact]
    public void A_partner_is_no_full_member_but_a_partner()
    {
        Assert.False(Decided(SeedRecord.Member("kz", "brics")));
        Assert.True(Decided(SeedRecord.Member("kz", "brics", MembershipSense.Partner)));
    }

    [Fact]
    public void A_full_member_is_no_observer() => Assert.False(Decided(SeedRecord.Member("kz", "csto", MembershipSense.Observer)));

    [Fact]
    public void A_suspended_member_is_both_a_member_and_suspended()
    {
        Assert.True(Decided(SeedRecord.Member("am", "csto", MembershipSense.Full)));
        Assert.True(Decided(SeedRecord.Member("am", "csto", MembershipSense.Suspended)));
    }

    [Fact]
    public void A_founding_state_that_never_ratified_is_neither_member_nor_none() => Assert.IsType<Answer.Unknown>(SeedRecord.Member("ua", "cis", when: "2010"));

    [Fact]
    public void Silence_without_a_complete_list_is_unknown() =>
        Assert.IsType<Answer.Unknown>(Ask(new SmallRecord().Member("aa", "club").Entity("bb", EntityKind.State), "bb", "2020"));

    [Fact]
    public void An_incomplete_list_certifies_nothing() =>
        Assert.IsType<Answer.Unknown>(Ask(new SmallRecord().Member("aa", "club").Entity("bb", EntityKind.State).Complete("memberships", "club", covers: new Bounds(90, 99)), "bb", "2020"));

    [Theory]
    [InlineData("2009-12-31", false)]
    [InlineData("2010-05-03", null)]
    [InlineData("2010-12-31", true)]
    [InlineData("2012", true)]
    [InlineData("2010", null)]
    [InlineData("2015-01-31", true)]
    [InlineData("2015-02-01", null)]
    [InlineData("2015-02-28", false)]
    public void At_the_edges_of_dates_known_only_to_the_year_or_month_it_is_three_valued(string when, bool? expected) =>
        Assert.Equal(expected, (Ask(new SmallRecord().Member("aa", "club", "2010..2015-02"), "aa", when) as Answer.Decided)?.IsTrue);

    [Fact]
    public void The_last_day_before_the_end_counts_and_the_end_does_not()
    {
        var record = new SmallRecord().Member("aa", "club", "2010-01-01..2015-02-01");
        Assert.True(Decided(Ask(record, "aa", "2015-01-31")));
        Assert.False(Decided(Ask(record, "aa", "2015-02-01")));
        Assert.IsType<Answer.Unknown>(Ask(record, "aa", "2015"));
    }

    [Fact]
    public void Without_a_start_it_is_certain_from_the_day_seen_on()
    {
        var record = new SmallRecord().Member("aa", "club", "..", seen: "2014-06-01");
        Assert.IsType<Answer.Unknown>(Ask(record, "aa", "2014-05-31"));
        Assert.True(Decided(Ask(record, "aa", "2014-06-01")));
    }

    [Fact]
    public void The_members_of_a_named_group_are_a_definition_that_holds_on_any_day()
    {
        var record = new SmallRecord().Entity("club", EntityKind.Group).Entity("bb", EntityKind.State).Member("aa", "club", "..", seen: "2025-08").Complete("memberships", "club", "..2025-08");
        Assert.True(Decided(Ask(record, "aa", "2010")));
        Assert.False(Decided(Ask(record, "bb", "2030")));
    }

    private static Answer Ask(SmallRecord record, string member, string when) =>
        new Answerer(record.Build(), SeedRecord.Wording).Answer(new Question.Membership { Member = new(member), Body = new("club"), Sense = MembershipSense.Full, When = SeedRecord.Days(when) });

    private static bool Decided(Answer answer) => Assert.IsType<Answer.Decided>(answer).IsTrue;
}
