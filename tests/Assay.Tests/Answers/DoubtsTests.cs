using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>Where a register that was imported leaves open who is behind a stake, nothing about it is called true or false.</summary>
public sealed class DoubtsTests
{
    private static readonly DayRange Days = DayRange.On(new DateOnly(2024, 6, 1));

    [Fact]
    public void A_firm_of_a_register_may_be_anybodys()
    {
        Assert.Null(Owns("person", Record().Add(Stake("firm", 100)).Build()));
        Assert.Null(Controls("person", Record().Add(Stake("firm", 100)).Build()));
        Assert.True(Owns("firm", Record().Add(Stake("firm", 100)).Build()));
    }

    [Fact]
    public void A_person_of_a_register_with_another_name_is_another()
    {
        Assert.False(Owns("person", Record().Add(Stake("stranger", 100)).Build()));
        Assert.False(Controls("person", Record().Add(Stake("stranger", 100)).Build()));
    }

    [Theory]
    [InlineData("Maria Anders")]
    [InlineData("ANDERS, J.")]
    [InlineData("Мария Петрова")]
    public void A_person_of_a_register_with_a_name_like_the_holders_may_be_the_holder(string name) =>
        Assert.Null(Owns("person", Record().Add(Imported("stranger-2", EntityKind.Person, name)).Add(Stake("stranger-2", 100)).Build()));

    [Theory]
    [InlineData("settlor")]
    [InlineData("beneficiary-of-legal-arrangement")]
    [InlineData("unknown-interest")]
    [InlineData("nominator")]
    [InlineData("consolidation")]
    [InlineData("ultimate-consolidation")]
    public void Who_has_another_right_in_it_is_not_said_to_own_nothing_of_it(string type)
    {
        var evidence = Record().Add(Stake("stranger", 100)).Add(Right("person", "pit", type)).Build();
        Assert.Null(Owns("person", evidence));
        Assert.Null(Controls("person", evidence));
        Assert.True(Owns("stranger", evidence));
    }

    [Fact]
    public void A_right_in_an_owner_or_behind_others_counts_as_well()
    {
        var known = Record().Company("holding").Add(Stake("holding", 100) with { Place = default });
        Assert.False(Owns("person", known.Build()));
        known.Add(Imported("trust", EntityKind.Arrangement, "The Trust")).Add(Right("trust", "holding", "appointment-of-board")).Add(Right("person", "trust", "settlor") with { Id = new("interests/2") });
        Assert.Null(Owns("person", known.Build()));
    }

    [Fact]
    public void A_right_that_ended_counts_no_more() =>
        Assert.False(Owns("person", Record().Add(Stake("stranger", 100)).Add(Right("person", "pit", "settlor") with { Validity = SmallRecord.During("2010..2015", null) }).Build()));

    [Fact]
    public void A_nominee_owns_nothing_for_sure()
    {
        var evidence = Record().Add(Stake("stranger", 100)).Add(Right("stranger", "pit", "nominee")).Build();
        Assert.Null(Owns("stranger", evidence));
        Assert.Null(Controls("stranger", evidence));
    }

    [Fact]
    public void Who_has_most_shares_does_not_surely_control_what_another_has_the_votes_of()
    {
        var evidence = Record().Add(Stake("stranger", 100)).Add(Stake("person", 60) with { Id = new("stakes/votes"), Interest = Interest.Votes }).Build();
        Assert.Null(Controls("stranger", evidence));
        Assert.Null(Controls("person", evidence));
        Assert.True(Owns("stranger", evidence));
    }

    [Fact]
    public void Who_has_most_shares_does_not_surely_control_where_another_appoints_the_board()
    {
        var evidence = Record().Add(Stake("stranger", 60)).Add(Right("other", "pit", "appointment-of-board")).Build();
        Assert.Null(Controls("stranger", evidence));
        Assert.True(Owns("stranger", evidence));
    }

    [Theory]
    [InlineData(LinkOutcome.Ask, null)]
    [InlineData(LinkOutcome.Different, false)]
    public void Whom_the_record_asks_about_is_not_surely_another(LinkOutcome outcome, bool? owns) =>
        Assert.Equal(owns, Owns("person", Record().Add(Stake("stranger", 100)).Add(new Link { Id = new("links/1"), Sources = [], Place = default, Entity = new("stranger"), SameAs = new("person"), Outcome = outcome }).Build()));

    [Fact]
    public void Rows_of_one_owner_in_a_register_may_be_one_fact_told_twice_or_anew()
    {
        var evidence = Record().Add(Stake("stranger", 30)).Add(Stake("stranger", 40) with { Id = new("stakes/2"), Validity = SmallRecord.During("2020..", null) }).Build();
        Assert.Equal(new Bounds(30, 70), Share("stranger", evidence));
        Assert.Equal(new Bounds(70, 70), Share("stranger", Record().Add(Stake("stranger", 30) with { Place = default }).Add(Stake("stranger", 40) with { Id = new("stakes/2"), Place = default }).Complete("stakes", "pit", covers: new Bounds(70, 70)).Add(Stake("other", 30) with { Place = default }).Build()));
    }

    [Fact]
    public void Stakes_that_make_more_than_the_whole_are_nobodys_for_sure()
    {
        var evidence = Record().Add(Stake("stranger", 100)).Add(Stake("other", 60)).Build();
        Assert.Null(Owns("stranger", evidence));
        Assert.Null(Owns("other", evidence));
        Assert.Null(Controls("stranger", evidence));
    }

    [Fact]
    public void Of_two_registers_that_contradict_each_other_neither_goes_before_the_other()
    {
        var (first, second) = (new RowPlace("a", "stakes.csv", 2) { IsImported = true }, new RowPlace("b", "stakes.csv", 2) { IsImported = true });
        foreach (var (one, other) in new[] { (first, second), (second, first) })
        {
            var evidence = Record().Add(Stake("stranger", 100) with { Place = one }).Add(Stake("other", 100) with { Place = other }).Build();
            Assert.Null(Owns("stranger", evidence));
            Assert.Null(Owns("other", evidence));
        }
        Assert.True(Owns("stranger", Record().Add(Stake("stranger", 100) with { Place = first }).Add(Stake("stranger", 100) with { Id = new("stakes/2"), Place = second }).Build()));
    }

    [Fact]
    public void Who_consolidates_controls_and_perhaps_owns_nothing()
    {
        var evidence = Record().Add(Right("firm", "pit", "ultimate-consolidation")).Build();
        Assert.True(Controls("firm", evidence));
        Assert.Null(Owns("firm", evidence, Quantifier.Some));
    }

    [Fact]
    public void Who_consolidates_directly_controls_as_well_as_who_stands_above()
    {
        var record = Record().Company("works").Add(Right("works", "pit", "consolidation")).Add(Right("firm", "works", "consolidation") with { Id = new("interests/2") });
        Assert.True(Controls("works", record.Build()));
        Assert.True(Controls("firm", record.Build()));
        var under = record.Entity("top", EntityKind.Company).Add(Right("top", "pit", "ultimate-consolidation") with { Id = new("interests/3") }).Build();
        Assert.True(Controls("works", under));
        Assert.True(Controls("firm", under));
        Assert.True(Controls("top", under));
        Assert.Null(Controls("other", under));
        Assert.Null(Owns("works", under, Quantifier.Some));
    }

    [Fact]
    public void Where_two_consolidate_directly_or_a_stake_is_known_nobody_controls_by_accounts()
    {
        var two = Record().Add(Right("firm", "pit", "consolidation")).Add(Right("other", "pit", "consolidation") with { Id = new("interests/2") }).Build();
        Assert.Null(Controls("firm", two));
        Assert.Null(Controls("other", two));
        Assert.Null(Controls("firm", Record().Add(Right("firm", "pit", "consolidation")).Add(Stake("stranger", 60)).Build()));
    }

    [Theory]
    [InlineData("consolidation")]
    [InlineData("ultimate-consolidation")]
    public void Consolidation_that_was_not_confirmed_since_leaves_control_open(string type)
    {
        var lapsed = Right("firm", "pit", type) with { Validity = new Validity(PartialDate.Parse("2010"), null, null, PartialDate.Parse("2024-05-31")) };
        Assert.Null(Controls("firm", Record().Add(lapsed).Build()));
        Assert.True(Controls("firm", Record().Add(lapsed with { Validity = lapsed.Validity with { Lapsed = PartialDate.Parse("2024-06-01") } }).Build()));
    }

    [Fact]
    public void Where_a_firm_is_registered_is_not_whose_it_is()
    {
        var evidence = new SmallRecord().Entity("cy", EntityKind.State).Add(Imported("firm", EntityKind.Company, "Firm") with { Country = new("cy") }).Company("pit").Add(Stake("firm", 100)).Build();
        Assert.Null(Decide(evidence, new Question.Ownership { Holder = SeedRecord.Holder(HolderSense.Nationals, "cy"), Target = new Target.Asset(new("pit")), Measure = OwnershipMeasure.Effective, Quantifier = Quantifier.Most, When = Days }));
    }

    private static SmallRecord Record() => new SmallRecord().Company("pit")
        .Add(Imported("firm", EntityKind.Company, "Firm Limited")).Add(Imported("person", EntityKind.Person, "Jonas Anders")).Add(Imported("stranger", EntityKind.Person, "Lena Brod")).Add(Imported("other", EntityKind.Person, "Otto Kern"));

    private static bool? Owns(string holder, EvidenceSnapshot evidence, Quantifier quantifier = Quantifier.Most) => Decide(evidence,
        new Question.Ownership { Holder = SeedRecord.Holder(HolderSense.Itself, holder), Target = new Target.Asset(new("pit")), Measure = OwnershipMeasure.Effective, Quantifier = quantifier, When = Days });

    private static bool? Controls(string holder, EvidenceSnapshot evidence) => Decide(evidence, new Question.Control { Holder = SeedRecord.Holder(HolderSense.Itself, holder), Asset = new("pit"), When = Days });

    private static Bounds Share(string holder, EvidenceSnapshot evidence)
    {
        var answer = (Answer.Interval)new Answerer(evidence, SeedRecord.Wording).Answer(new Question.Share { Holder = SeedRecord.Holder(HolderSense.Itself, holder), Target = new Target.Asset(new("pit")), Measure = OwnershipMeasure.Effective, When = Days });
        Assert.Empty(ProofReplay.Check(answer.Proof).Problems);
        return new(answer.Value.Low, Math.Min(answer.Value.High, answer.Proof.Inputs[0].Figure.High));
    }

    private static bool? Decide(EvidenceSnapshot evidence, Question question)
    {
        var answer = new Answerer(evidence, SeedRecord.Wording).Answer(question);
        Assert.Empty(ProofReplay.Check(answer.Proof).Problems);
        return (answer as Answer.Decided)?.IsTrue;
    }

    private static Entity Imported(string id, EntityKind kind, string name) => new()
    {
        Id = new($"entities/{id}"), Sources = [new("s")], Place = new RowPlace("register", "entities.csv", 2) { IsImported = true }, EntityId = new(id), Kind = kind, Name = name,
    };

    private static Stake Stake(string owner, decimal share) => new()
    {
        Id = new($"stakes/{owner}"), Sources = [new("s")], Place = new RowPlace("register", "stakes.csv", 2) { IsImported = true }, Owner = new(owner), Asset = new("pit"),
        Share = Bounds.Exactly(share), Interest = Interest.Shares, StakeStatus = RowStatus.Reported, Validity = SmallRecord.During("2000-01-01..", null),
    };

    private static OtherInterest Right(string holder, string subject, string type) => new()
    {
        Id = new("interests/1"), Sources = [new("s")], Place = default, Holder = new(holder), Subject = new(subject), Type = type, Validity = SmallRecord.During("2010..", null),
    };
}
