using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>What is read where packs that were imported stand beside those made by hand.</summary>
public sealed class SeveralPacksTests
{
    private static readonly DayRange Days = DayRange.On(new DateOnly(2024, 6, 1));

    [Fact]
    public void A_linked_entity_is_read_as_the_other_with_its_names_and_its_stakes()
    {
        var evidence = new SmallRecord().Company("salt", "gb").Company("lei-salt", "gb").Stake("lei-salt", "pit", 40).Add(Linked("lei-salt", "salt")).Build();
        Assert.Equal("salt", Assert.Single(evidence.StakesIn(new("pit"))).Owner.Value);
        Assert.Single(evidence.StakesOf(new("salt")));
        Assert.Equal(["salt", "pit"], evidence.Entities.Select(entity => entity.EntityId.Value));
        Assert.Equal("lei-salt", Assert.Single(evidence.Entity(new("salt"))!.Aliases).Text);
        Assert.Equal("salt", evidence.Entity(new("lei-salt"))!.EntityId.Value);
    }

    [Fact]
    public void Links_that_contradict_each_other_link_nothing()
    {
        var evidence = new SmallRecord().Company("a").Company("b").Company("c").Add(Linked("a", "b")).Add(Linked("b", "c")).Add(Linked("a", "c", LinkOutcome.Different)).Build();
        Assert.True(evidence.Links.IsEmpty);
        Assert.Equal(3, evidence.Entities.Length);
    }

    [Theory]
    [InlineData("ru-ogrn:1027700132195", "ru-ogrn:1037739010891", true)]
    [InlineData("ru-ogrn:1027700132195", "gb-coh:00102498", false)]
    [InlineData("isin:US1", "isin:US2", false)]
    public void Links_that_join_two_numbers_of_one_register_link_nothing(string first, string last, bool areApart)
    {
        var (a, b, c) = (Numbered("a", first), Numbered("b"), Numbered("c", last));
        var evidence = new SmallRecord().Add(a).Add(b).Add(c).Add(Linked("b", "a")).Add(Linked("c", "b")).Build();
        Assert.Equal(areApart, evidence.Links.IsEmpty);
        Assert.Equal(areApart, evidence.Links.MayBeOne(new("b"), new("a")));

        static Entity Numbered(string id, params string[] identifiers) =>
            new() { Id = new($"entities/{id}"), Sources = [new("s")], Place = default, EntityId = new(id), Kind = EntityKind.Company, Name = id, Identifiers = [.. identifiers] };
    }

    [Fact]
    public void Links_in_a_chain_or_a_circle_end_at_one()
    {
        var chain = new SmallRecord().Company("a").Company("b").Company("c").Add(Linked("a", "b")).Add(Linked("b", "c")).Build();
        Assert.Equal(["c", "c", "c"], new[] { "a", "b", "c" }.Select(id => chain.Links.ReadAs(new EntityId(id)).Value));
        var circle = new SmallRecord().Company("a").Company("b").Add(Linked("a", "b")).Add(Linked("b", "a")).Build();
        Assert.Equal(["a", "a"], new[] { "a", "b" }.Select(id => circle.Links.ReadAs(new EntityId(id)).Value));
    }

    [Fact]
    public void What_is_asked_or_told_different_or_unknown_links_nothing()
    {
        var evidence = new SmallRecord().Company("a").Company("b").Add(Linked("a", "b", LinkOutcome.Ask)).Add(Linked("b", "nobody")).Build();
        Assert.True(evidence.Links.IsEmpty);
        Assert.Equal("a", evidence.Entity(new("a"))!.EntityId.Value);
    }

    [Fact]
    public void A_registration_that_a_register_tells_takes_no_nationality_from_a_linked_firm()
    {
        var record = new SmallRecord().Company("salt", "gb").Company("lei-salt", "nl").Add(Linked("lei-salt", "salt")).Stake("salt", "pit", 60).Domicile("lei-salt", "nl", "..");
        Assert.Equal(new Bounds(60, 100), British(record.Build()));
    }

    [Fact]
    public void One_owner_whom_two_packs_tell_under_two_ids_is_not_counted_twice()
    {
        var record = new SmallRecord().Company("salt", "gb").Company("lei-salt", "gb").Add(Stake("salt", "pit", 40, "")).Add(Stake("lei-salt", "pit", 40, "register"));
        record.Company("pit");
        Assert.Equal(40, British(record.Build()).Low);
    }

    [Fact]
    public void An_imported_telling_that_has_all_owners_of_the_other_adds_those_that_it_has_not()
    {
        var record = new SmallRecord().Company("salt", "gb").Company("brine", "gb").Company("pit")
            .Add(Stake("salt", "pit", 40, "")).Add(Stake("salt", "pit", 45, "register")).Add(Stake("brine", "pit", 20, "register"));
        Assert.Equal(60, British(record.Build()).Low);
    }

    [Fact]
    public void Tellings_that_together_are_more_than_the_whole_are_not_put_together()
    {
        var record = new SmallRecord().Company("salt", "gb").Company("brine", "gb").Company("pit")
            .Add(Stake("salt", "pit", 90, "")).Add(Stake("salt", "pit", 30, "register")).Add(Stake("brine", "pit", 60, "register"));
        Assert.Equal(90, British(record.Build()).Low);
    }

    [Fact]
    public void Packs_made_by_hand_know_each_others_ids_and_add_up()
    {
        var record = new SmallRecord().Company("salt", "gb").Company("brine", "gb").Company("pit").Add(Stake("salt", "pit", 40, "")).Add(Stake("brine", "pit", 20, "") with { Place = new RowPlace("local", "stakes.csv", 2) });
        Assert.Equal(60, British(record.Build()).Low);
    }

    [Fact]
    public void Who_consolidates_a_firm_as_the_top_of_its_group_is_its_parent()
    {
        var evidence = new SmallRecord().Company("top", "gb").Company("vehicle", "nl").Stake("vehicle", "pit", 60).Add(Consolidated("top", "vehicle", "2010..")).Build();
        var answer = Share(evidence);
        Assert.Equal(60, answer.Value.Low);
        Assert.Contains(answer.Proof.AllRows(), row => row is OtherInterest);
        Assert.True(ProofReplay.Check(answer.Proof).Holds);
    }

    [Theory]
    [InlineData("2010..2015")]
    [InlineData("2025..")]
    [InlineData("2024..")]
    public void A_consolidation_that_did_not_surely_hold_makes_no_parent(string dates)
    {
        var evidence = new SmallRecord().Company("top", "gb").Entity("vehicle", EntityKind.Company).Stake("vehicle", "pit", 60).Add(Consolidated("top", "vehicle", dates)).Build();
        var answer = Ask(evidence, dates == "2024.." ? new DayRange(new DateOnly(2023, 12, 1), new DateOnly(2024, 6, 1)) : Days);
        Assert.NotEqual(60, answer is Answer.Interval interval ? interval.Value.Low : 0);
    }

    [Fact]
    public void Two_tops_of_one_group_are_none()
    {
        var evidence = new SmallRecord().Company("top", "gb").Company("other", "fr").Entity("vehicle", EntityKind.Company).Stake("vehicle", "pit", 60)
            .Add(Consolidated("top", "vehicle", "2010..")).Add(Consolidated("other", "vehicle", "2012..") with { Id = new("interests/2") }).Build();
        Assert.NotEqual(60, Ask(evidence, Days) is Answer.Interval interval ? interval.Value.Low : 0);
    }

    [Fact]
    public void Why_owners_are_not_named_stands_in_the_proof()
    {
        var evidence = new SmallRecord().Company("salt", "gb").Stake("salt", "pit", 60).Add(new DisclosureException
        {
            Id = new("exceptions/1"), Sources = [new("s")], Place = default, Subject = new("pit"), About = "owners", Says = ParentKnown.Hidden, Reason = "consent-not-obtained", Validity = SmallRecord.During("2010..", null),
        }).Build();
        var answer = Share(evidence);
        Assert.Contains("consent not obtained", answer.Proof.AllSteps().Single(step => step.Rule == ProofRule.Interest).Text, StringComparison.Ordinal);
        Assert.True(ProofReplay.Check(answer.Proof).Holds);
    }

    private static Bounds British(EvidenceSnapshot evidence)
    {
        var answer = Share(evidence);
        Assert.True(ProofReplay.Check(answer.Proof).Holds);
        return answer.Value;
    }

    private static Answer.Interval Share(EvidenceSnapshot evidence) => (Answer.Interval)Ask(evidence, Days);

    private static Answer Ask(EvidenceSnapshot evidence, DayRange days) => new Answerer(evidence, SeedRecord.Wording).Answer(
        new Question.Share { Holder = SeedRecord.Holder(HolderSense.Nationals, "gb"), Target = new Target.Asset(new("pit")), Measure = OwnershipMeasure.Effective, When = days });

    private static Stake Stake(string owner, string asset, decimal share, string pack) => new()
    {
        Id = new($"stakes/{pack}/{owner}"), Sources = [new("s")], Place = new RowPlace(pack, "stakes.csv", 2) { IsImported = pack.Length > 0 }, Owner = new(owner), Asset = new(asset),
        Share = Bounds.Exactly(share), Interest = Interest.Shares, StakeStatus = RowStatus.Reported, Validity = SmallRecord.During("2000-01-01..", null),
    };

    private static OtherInterest Consolidated(string top, string firm, string dates) => new()
    {
        Id = new("interests/1"), Sources = [new("s")], Place = default, Holder = new(top), Subject = new(firm), Type = "ultimate-consolidation", Validity = SmallRecord.During(dates, null),
    };

    private static Link Linked(string entity, string other, LinkOutcome outcome = LinkOutcome.Same) => new() { Id = new($"links/{entity}/{other}"), Sources = [], Place = default, Entity = new(entity), SameAs = new(other), Outcome = outcome };
}
