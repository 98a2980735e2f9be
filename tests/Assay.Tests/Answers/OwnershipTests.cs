using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class OwnershipTests
{
    [Fact]
    public void Most_of_Kazatomprom_is_the_Kazakh_states_up_the_chain()
    {
        var answer = SeedRecord.Answerer.Answer(SeedRecord.Owns(SeedRecord.Holder(HolderSense.Itself, "kz"), "kazatomprom", Quantifier.Most));
        Assert.True(Assert.IsType<Answer.Decided>(answer).IsTrue);
        Assert.Contains(answer.Proof.AllRows(), row => row is Stake { Owner.Value: "samruk-kazyna", Asset.Value: "kazatomprom" });
    }

    [Fact]
    public void British_owners_have_at_most_the_free_float_of_Kazatomprom()
    {
        var holder = SeedRecord.Holder(HolderSense.Nationals, "gb");
        Assert.False(Assert.IsType<Answer.Decided>(SeedRecord.Answerer.Answer(SeedRecord.Owns(holder, "kazatomprom", Quantifier.Most))).IsTrue);
        var share = Share(holder, "kazatomprom");
        Assert.Equal(0, share.Value.Low);
        Assert.InRange(share.Value.High, 25, 25.2m);
    }

    [Fact]
    public void The_states_share_of_Kazatomprom_leaves_out_the_float_where_all_owners_are_listed() =>
        Assert.True(new Bounds(74.8m, 75.1m).Contains(Share(SeedRecord.Holder(HolderSense.Itself, "kz"), "kazatomprom").Value));

    [Fact]
    public void A_joint_vehicle_is_looked_through_to_its_shareholders()
    {
        var russian = Share(SeedRecord.Holder(HolderSense.Nationals, "ru"), "cpc");
        // 24 + 7 directly, 12.5 through a firm of a Russian group, 51 % of the 7.5 of the joint vehicle; the rest of one owner is unknown.
        Assert.Equal(31 + 12.5m + 3.825m, russian.Value.Low, 2);
        Assert.Contains(russian.Proof.AllSteps(), step => step.Rule == ProofRule.Counted && step.Text.Contains("7.5 % × 51 %", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_belongs_to_the_shareholders_of_the_company_that_holds_its_licence() =>
        Assert.Equal(Bounds.Exactly(75), Share(SeedRecord.Holder(HolderSense.Nationals, "us"), "tengiz").Value);

    [Theory]
    [InlineData("2021-06-01", "nl")]
    [InlineData("2024-06-01", "gb")]
    public void A_firm_that_moved_has_the_nationality_of_its_seat_on_the_day(string when, string state)
    {
        var answer = (Answer.Interval)SeedRecord.Answerer.Answer(ShareOf(SeedRecord.Holder(HolderSense.Nationals, state), "karachaganak", when));
        Assert.Equal(29.25m, answer.Value.Low);
    }

    [Fact]
    public void Before_a_takeover_a_firm_has_its_own_nationality() =>
        Assert.Equal(32.5m, ((Answer.Interval)SeedRecord.Answerer.Answer(ShareOf(SeedRecord.Holder(HolderSense.Nationals, "gb"), "karachaganak", "2012-01-15"))).Value.Low);

    [Theory]
    [InlineData(Quantifier.Some, 10, 60, true)]
    [InlineData(Quantifier.Most, 10, 60, null)]
    [InlineData(Quantifier.Most, 51, 60, true)]
    [InlineData(Quantifier.Most, 50, 50, false)]
    [InlineData(Quantifier.All, 10, 60, false)]
    [InlineData(Quantifier.All, 100, 100, true)]
    [InlineData(Quantifier.All, 60, 100, null)]
    public void Quantifiers_are_three_valued_within_bounds(Quantifier quantifier, decimal low, decimal high, bool? expected)
    {
        var record = new SmallRecord().Company("firm", "aa").Company("rival", "bb").Stake("firm", "mine", new Bounds(low, high)).Complete("stakes", "mine");
        if (high < 100) record.Stake("rival", "mine", new Bounds(100 - high, 100 - low));
        Assert.Equal(expected, (Ask(record, SeedRecord.Owns(SeedRecord.Holder(HolderSense.Nationals, "aa"), "mine", quantifier, "2020")) as Answer.Decided)?.IsTrue);
    }

    [Fact]
    public void A_state_owns_through_its_offices_funds_and_companies()
    {
        var record = new SmallRecord().Entity("aa-treasury", EntityKind.Agency, "aa").Company("holding", "aa")
            .Stake("aa-treasury", "holding", 60).Stake("holding", "mine", 50);
        Assert.Equal(new Bounds(30, 100), AskShare(record, SeedRecord.Holder(HolderSense.Itself, "aa")).Value);
        record.Complete("stakes", "mine");
        Assert.Equal(new Bounds(30, 50), AskShare(record, SeedRecord.Holder(HolderSense.Itself, "aa")).Value);
    }

    [Fact]
    public void A_private_firm_of_a_state_is_of_its_nationality_but_may_or_may_not_be_the_states()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State).Company("firm", "aa").Stake("firm", "mine", 40);
        Assert.Equal(new Bounds(40, 100), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Value);
        Assert.Equal(new Bounds(0, 100), AskShare(record, SeedRecord.Holder(HolderSense.Itself, "aa")).Value);
        Assert.Equal(new Bounds(0, 60), AskShare(record, SeedRecord.Holder(HolderSense.Itself, "bb")).Value);
    }

    [Fact]
    public void The_registration_of_a_vehicle_is_no_nationality()
    {
        var record = new SmallRecord().Company("vehicle", "vv").Domicile("vehicle", "vv", "..").Stake("vehicle", "mine", 100);
        Assert.Equal(new Bounds(0, 100), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "vv")).Value);
        record.Company("firm", "aa").Stake("firm", "vehicle", 80);
        Assert.Equal(new Bounds(80, 100), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Value);
        Assert.Equal(new Bounds(0, 20), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "vv")).Value);
    }

    [Fact]
    public void A_block_of_unnamed_owners_has_no_nationality()
    {
        var record = new SmallRecord().Entity("float", EntityKind.Group).Company("firm", "aa").Stake("firm", "mine", 70).Stake("float", "mine", 30).Complete("stakes", "mine");
        Assert.Equal(new Bounds(70, 100), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Value);
        Assert.Equal(new Bounds(0, 30), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "bb")).Value);
    }

    [Fact]
    public void Planned_stakes_are_left_out() =>
        Assert.IsType<Answer.Unknown>(Ask(new SmallRecord().Company("firm", "aa").Stake("firm", "mine", 70, status: RowStatus.Planned), ShareOf(SeedRecord.Holder(HolderSense.Nationals, "aa"), "mine", "2020")));

    [Fact]
    public void A_stake_that_begins_later_is_used_neither_for_nor_against() =>
        Assert.IsType<Answer.Unknown>(Ask(new SmallRecord().Company("firm", "aa").Stake("firm", "mine", 70, "2020-02-01.."), ShareOf(SeedRecord.Holder(HolderSense.Nationals, "aa"), "mine", "2020-01-31")));

    [Fact]
    public void One_stake_that_follows_another_is_ranged_over_a_time_that_holds_both()
    {
        var record = new SmallRecord().Company("firm", "aa").Stake("firm", "mine", 70, "2010-01-01..2020-05-01").Stake("firm", "mine", 40, "2020-05-01..").Complete("stakes", "mine", covers: new Bounds(40, 70));
        Assert.Equal(new Bounds(40, 100), AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Value);
        Assert.Equal(40, ((Answer.Interval)Ask(record, ShareOf(SeedRecord.Holder(HolderSense.Nationals, "aa"), "mine", "2021"))).Value.Low);
    }

    [Fact]
    public void Owners_that_own_each_other_are_solved_together()
    {
        // x = 0.4 of firm + 0.6 of two; two = 0.6 of x + 0.3 of firm: x = (0.4 + 0.6 * 0.3) / (1 - 0.36).
        var record = new SmallRecord().Company("one").Company("two").Company("firm", "aa")
            .Stake("two", "one", 60).Stake("firm", "one", 40).Stake("one", "two", 60).Stake("firm", "two", 30).Stake("one", "mine", 50);
        var answer = AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa"));
        Assert.Equal(50 * 0.58m / 0.64m, answer.Value.Low, 1);
        Assert.Contains(answer.Proof.AllSteps(), step => step.Rule == ProofRule.Circle);
        Assert.Empty(ProofReplay.Check(answer.Proof).Problems);
    }

    [Fact]
    public void Owners_in_a_circle_leave_its_unknown_part_unknown()
    {
        var record = new SmallRecord().Company("one").Company("two").Company("firm", "aa")
            .Stake("one", "two", 60).Stake("two", "one", 60).Stake("firm", "one", 40).Stake("one", "mine", 100);
        var share = AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Value;
        Assert.True(share.Low >= 40 && share.High == 100);
        Assert.True(ProofReplay.Check(AskShare(record, SeedRecord.Holder(HolderSense.Nationals, "aa")).Proof).Holds);
    }

    [Fact]
    public void Control_counts_a_majority_at_each_step_where_the_effective_share_is_less()
    {
        var record = new SmallRecord().Company("holding").Stake("aa", "holding", 60).Stake("holding", "mine", 60).Complete("stakes", "mine", covers: Bounds.Exactly(60));
        var holder = SeedRecord.Holder(HolderSense.Itself, "aa");
        Assert.Equal(36, AskShare(record, holder).Value.Low);
        Assert.Equal(Bounds.Exactly(100), ((Answer.Interval)Ask(record, ShareOf(holder, "mine", "2020") with { Measure = OwnershipMeasure.MajorityHeld })).Value);
    }

    private static Answer.Interval Share(Holder holder, string asset) => (Answer.Interval)SeedRecord.Answerer.Answer(ShareOf(holder, asset, "2025-06-17"));

    private static Question.Share ShareOf(Holder holder, string asset, string when) =>
        new() { Holder = holder, Target = new Target.Asset(new(asset)), Measure = OwnershipMeasure.Effective, When = SeedRecord.Days(when) };

    private static Answer Ask(SmallRecord record, Question question) => new Answerer(record.Build(), SeedRecord.Wording).Answer(question);

    private static Answer.Interval AskShare(SmallRecord record, Holder holder) => Assert.IsType<Answer.Interval>(Ask(record, ShareOf(holder, "mine", "2020")));
}
