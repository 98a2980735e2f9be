using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>Who the record names at the end of a chain may have it through another, may have passed it on within a group, or may not have the say.</summary>
public sealed class BehindTests
{
    private static readonly DayRange Days = DayRange.On(new DateOnly(2024, 6, 1));
    private static readonly RowPlace Register = new("register", "stakes.csv", 2) { IsImported = true };

    [Fact]
    public void An_owner_may_hold_through_a_firm_of_its_own_group()
    {
        var record = new SmallRecord().Company("parent").Company("vehicle", parent: "parent").Company("stranger").Stake("parent", "field", 100).Build();
        Assert.Null(Owns("vehicle", "field", record));
        Assert.Null(Controls("vehicle", "field", record));
        Assert.False(Owns("stranger", "field", record));
        Assert.True(Owns("parent", "field", record));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(51, null)]
    [InlineData(50, false)]
    public void An_owner_may_hold_through_a_firm_that_it_has_the_majority_of(int share, bool? owns) =>
        Assert.Equal(owns, Owns("fund", "works", new SmallRecord().Entity("aa", EntityKind.State).Company("fund", "aa").Stake("aa", "fund", share).Stake("aa", "works", 100).Build()));

    [Fact]
    public void A_person_of_a_register_may_hold_through_a_firm_of_which_nothing_is_known()
    {
        var record = new SmallRecord().Add(Imported("firm", EntityKind.Company, "Firm Limited")).Add(Imported("person", EntityKind.Person, "Jonas Anders")).Company("works").Add(Stake("person", "works", 100));
        Assert.Null(Owns("firm", "works", record.Build()));
        Assert.False(Owns("firm", "works", record.Add(Imported("other", EntityKind.Person, "Otto Kern")).Add(Stake("other", "firm", 100)).Build()));
    }

    [Fact]
    public void An_office_and_its_state_are_treated_alike_whether_it_is_to_own_or_to_control()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("ministry", EntityKind.Agency, "aa").Stake("aa", "works", 100).Build();
        Assert.Null(Owns("ministry", "works", record));
        Assert.Null(Controls("ministry", "works", record));
    }

    [Fact]
    public void Two_who_have_more_than_half_each_contradict_each_other()
    {
        var record = People().Add(MoreThanHalf("person")).Add(MoreThanHalf("other")).Build();
        Assert.Null(Owns("person", "works", record));
        Assert.Null(Controls("other", "works", record));
        Assert.True(Owns("person", "works", People().Add(MoreThanHalf("person")).Build()));
    }

    [Fact]
    public void Who_has_the_capital_and_not_the_votes_does_not_surely_control_and_neither_is_another_excluded()
    {
        var record = People().Add(Stake("person", "works", 60)).Add(Stake("other", "works", 40)).Add(Votes("person", 20)).Build();
        Assert.Null(Controls("person", "works", record));
        Assert.Null(Controls("other", "works", record));
        Assert.Null(Controls("person", "works", People().Add(Imported("third", EntityKind.Person, "Lena Brod")).Add(Stake("person", "works", 60)).Add(Votes("other", 30)).Add(Votes("third", 30)).Build()));
        Assert.True(Controls("person", "works", People().Add(Stake("person", "works", 60)).Add(Votes("person", 60)).Add(Votes("other", 40)).Build()));
    }

    [Theory]
    [InlineData("ultimate-consolidation")]
    [InlineData("fund-management")]
    [InlineData("unknown-interest")]
    [InlineData("shareholding")]
    public void A_majority_is_not_surely_control_where_another_has_a_say(string type)
    {
        Assert.Null(Controls("person", "works", People().Add(Stake("person", "works", 60)).Add(Right("other", "works", type)).Build()));
        // Who stands above the owner has its say through the owner.
        var above = People().Add(Imported("firm", EntityKind.Company, "Firm Limited")).Add(Stake("firm", "works", 60)).Add(Stake("other", "firm", 100)).Add(Right("other", "works", type)).Build();
        Assert.True(Controls("firm", "works", above));
    }

    [Fact]
    public void Stakes_of_a_register_do_not_throw_out_a_parent_that_a_pack_made_by_hand_names()
    {
        var record = People().Company("top").Company("subsidiary", parent: "top").Add(Stake("person", "subsidiary", 60)).Build();
        Assert.Null(Controls("top", "subsidiary", record));
        Assert.Null(Controls("person", "subsidiary", record));
        Assert.Null(Owns("person", "subsidiary", record));
    }

    [Fact]
    public void An_imported_membership_beside_a_list_that_is_complete_settles_nothing()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State).Member("bb", "club").Complete("memberships", "club");
        Assert.False(Decide(Membership("aa"), record.Build()));
        var row = new Membership { Id = new("memberships/x"), Sources = [], Place = Register, Member = new("aa"), Body = new("club"), MembershipStatus = MembershipStatus.Member, Validity = SmallRecord.During("2010..", null) };
        Assert.Null(Decide(Membership("aa"), record.Add(row).Build()));
        Assert.True(Decide(Membership("aa"), new SmallRecord().Entity("aa", EntityKind.State).Entity("club", EntityKind.Bloc).Add(row).Build()));
    }

    [Fact]
    public void A_stake_of_a_register_was_sold_only_where_somebody_else_took_it_over()
    {
        var ended = Stake("person", "works", 60) with { Validity = SmallRecord.During("2010..2019-05-01", null) };
        Assert.Null(Decide(Sold("person"), People().Add(ended).Build()));
        Assert.True(Decide(Sold("person"), People().Add(ended).Add(Stake("other", "works", 60) with { Validity = SmallRecord.During("2019-05-01..", null) }).Build()));
        Assert.Null(Decide(Sold("person"), People().Add(ended).Add(Stake("other", "works", 60) with { Validity = SmallRecord.During("2019-05-01..", null) }).Add(Right("person", "works", "shareholding")).Build()));
        var own = People().Add(Imported("holding", EntityKind.Company, "Holding Limited")).Add(ended).Add(Stake("holding", "works", 60) with { Validity = SmallRecord.During("2019-05-01..", null) }).Add(Stake("person", "holding", 100));
        Assert.Null(Decide(Sold("person"), own.Build()));
    }

    [Fact]
    public void Of_a_sole_office_that_imported_rows_have_held_by_several_nothing_is_said_and_of_others_never()
    {
        var record = People().Add(Office("person", Register));
        Assert.True(Decide(President("person"), record.Build()));
        Assert.Null(Decide(President("other"), record.Build()));
        record.Add(Office("other", Register));
        Assert.Null(Decide(President("person"), record.Build()));
        Assert.Null(Decide(President("other"), record.Build()));
        var known = People().Add(Office("person", default));
        Assert.True(Decide(President("person"), known.Build()));
        Assert.False(Decide(President("other"), known.Build()));
        Assert.Null(Decide(President("other"), known.Add(Office("other", Register)).Build()));
        Assert.True(Decide(President("person"), known.Build()));
    }

    private static Question.Position President(string person) => new() { Person = new(person), Office = "president", Of = new("works"), IsSole = true, When = Days };

    private static Position Office(string person, RowPlace place) => new() { Id = new($"positions/{person}"), Sources = [], Place = place, Person = new(person), Office = "president", Of = new("works"), Validity = SmallRecord.During("2010..", null) };

    private static SmallRecord People() => new SmallRecord().Company("works").Add(Imported("person", EntityKind.Person, "Jonas Anders")).Add(Imported("other", EntityKind.Person, "Otto Kern"));

    private static Question.StakeChange Sold(string owner) => new Question.StakeChange { Owner = new(owner), Asset = new("works"), Ends = true, When = PartialDate.Parse("2019").Days };

    private static Question.Membership Membership(string member) => new Question.Membership { Member = new(member), Body = new("club"), Sense = MembershipSense.Full, When = Days };

    private static bool? Owns(string holder, string asset, EvidenceSnapshot evidence) => Decide(
        new Question.Ownership { Holder = SeedRecord.Holder(HolderSense.Itself, holder), Target = new Target.Asset(new(asset)), Measure = OwnershipMeasure.Effective, Quantifier = Quantifier.Most, When = Days }, evidence);

    private static bool? Controls(string holder, string asset, EvidenceSnapshot evidence) => Decide(new Question.Control { Holder = SeedRecord.Holder(HolderSense.Itself, holder), Asset = new(asset), When = Days }, evidence);

    private static bool? Decide(Question question, EvidenceSnapshot evidence)
    {
        var answer = new Answerer(evidence, SeedRecord.Wording).Answer(question);
        Assert.Empty(ProofReplay.Check(answer.Proof).Problems);
        return (answer as Answer.Decided)?.IsTrue;
    }

    private static Entity Imported(string id, EntityKind kind, string name) => new() { Id = new($"entities/{id}"), Sources = [], Place = Register, EntityId = new(id), Kind = kind, Name = name };

    private static Stake Stake(string owner, string asset, decimal share) => new()
    {
        Id = new($"stakes/{owner}/{asset}"), Sources = [], Place = Register, Owner = new(owner), Asset = new(asset), Share = Bounds.Exactly(share), Interest = Interest.Shares,
        StakeStatus = RowStatus.Reported, Validity = SmallRecord.During("2000..", null),
    };

    private static Stake MoreThanHalf(string owner) => Stake(owner, "works", 0) with { Share = new Bounds(50.000001m, 75), IsAboveLeast = true };

    private static Stake Votes(string owner, decimal share) => Stake(owner, "works", share) with { Id = new($"stakes/{owner}/votes"), Interest = Interest.Votes };

    private static OtherInterest Right(string holder, string subject, string type) => new()
    {
        Id = new($"interests/{holder}"), Sources = [], Place = Register, Holder = new(holder), Subject = new(subject), Type = type, Validity = SmallRecord.During("2010..", null),
    };
}
