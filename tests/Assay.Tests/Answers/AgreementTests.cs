using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class AgreementTests
{
    [Fact]
    public void The_military_plan_was_signed_in_London_in_June_2025() =>
        Assert.True(Decided(Seed("kz+gb-mod", AgreementSense.Signed) with
        {
            About = [["military-cooperation"]], TitleWords = ["plan"], SigningPlace = "London", Signed = SeedRecord.Days("2025-06"),
        }));

    [Theory]
    [InlineData("language-training")]
    [InlineData("officer-education")]
    public void The_plan_has_the_topics_that_its_row_names(string topic) =>
        Assert.True(Decided(Seed("kz+gb") with { About = [["military-cooperation"], [topic]], TitleWords = ["plan"] }));

    [Fact]
    public void The_roadmap_on_critical_minerals_was_signed_in_2024() =>
        Assert.True(Decided(Seed("gb+kz", AgreementSense.Signed) with { TitleWords = ["roadmap"], About = [["critical-minerals"]], Signed = SeedRecord.Days("2024") }));

    [Fact]
    public void A_treaty_of_which_entry_into_force_was_not_seen_is_signed_but_not_known_to_be_in_force()
    {
        var question = Seed("gb+kz") with { About = [["strategic-partnership"]], TitleWords = ["cooperation", "agreement"] };
        Assert.True(Decided(question with { Sense = AgreementSense.Signed }));
        Assert.Contains("entered into force", Missing(question), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_place_than_the_records_is_unknown_and_names_the_records() =>
        Assert.Contains("London", Missing(Seed("kz+gb-mod", AgreementSense.Signed) with { About = [["military-cooperation"]], TitleWords = ["plan"], SigningPlace = "Astana" }), StringComparison.Ordinal);

    [Fact]
    public void A_kind_that_no_row_has_is_unknown_and_says_how_many_others_there_are() =>
        Assert.Contains("others", Missing(Seed("kz+gb") with { About = [["visa"]] }), StringComparison.Ordinal);

    [Fact]
    public void A_row_certified_without_figures_does_not_let_absence_count() =>
        Assert.IsType<Answer.Unknown>(SeedRecord.Answerer.Answer(Seed("kz+gb", when: "2024-01-01") with { About = [["minerals"]], TitleWords = ["roadmap"] }));

    [Fact]
    public void What_was_signed_later_is_used_neither_for_nor_against()
    {
        var record = new SmallRecord().Agreed("one", "aa+bb", "2025-06-06", kind: "alliance");
        Assert.IsType<Answer.Unknown>(Ask(record, AgreementSense.Signed, "2025-06-05"));
        Assert.True(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.Signed, "2025-06-06")).IsTrue);
    }

    [Fact]
    public void Only_a_complete_list_makes_absence_count()
    {
        var record = new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State);
        Assert.IsType<Answer.Unknown>(Ask(record, AgreementSense.Signed, "2020"));
        record.Complete("agreements", "aa", "2000-01-01..2030-01-01", scope: "every alliance");
        Assert.False(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.Signed, "2020")).IsTrue);
    }

    [Fact]
    public void A_list_of_another_scope_certifies_nothing_here() =>
        Assert.IsType<Answer.Unknown>(Ask(new SmallRecord().Entity("aa", EntityKind.State).Entity("bb", EntityKind.State).Complete("agreements", "aa", scope: "minerals documents"), AgreementSense.Signed, "2020"));

    [Theory]
    [InlineData("in-force", null, null, "2020", true)]
    [InlineData("in-force", "2019-05-01", null, "2019-04-30", null)]
    [InlineData("in-force", "2019-05-01", null, "2019-05-01", true)]
    [InlineData("expired", null, "2021-03-31", "2021-03-31", true)]
    [InlineData("expired", null, "2021-03-31", "2021-04-01", null)]
    [InlineData("expired", null, "2021", "2021-06-01", null)]
    [InlineData("expired", null, "2021", "2020-12-31", true)]
    [InlineData("expired", null, null, "2020", null)]
    [InlineData("signed", null, null, "2020", null)]
    [InlineData("provisional", null, null, "2020", null)]
    [InlineData("unknown", null, null, "2020", null)]
    public void Whether_it_is_in_force_follows_from_status_and_dates(string status, string? inForce, string? ended, string when, bool? expected)
    {
        var answer = Ask(new SmallRecord().Agreed("one", "aa+bb", "2018-01-01", status, "alliance", inForce, ended), AgreementSense.InForce, when);
        Assert.Equal(expected, (answer as Answer.Decided)?.IsTrue);
    }

    [Fact]
    public void A_replaced_agreement_was_in_force_until_its_successor_was_signed()
    {
        var record = new SmallRecord().Agreed("old", "aa+bb", "1994-03-28", "replaced", "alliance", replacedBy: "new").Agreed("new", "aa+cc", "2020-10-16", "in-force", "alliance");
        Assert.True(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.InForce, "2010")).IsTrue);
        Assert.IsType<Answer.Unknown>(Ask(record, AgreementSense.InForce, "2021"));
    }

    [Fact]
    public void An_office_stands_for_its_state_where_no_other_office_is_named()
    {
        var record = new SmallRecord().Entity("aa-army", EntityKind.Agency, "aa").Entity("aa-mint", EntityKind.Agency, "aa").Agreed("one", "aa+bb", "2018", kind: "alliance");
        Assert.True(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.Signed, "2020", "aa-army+bb")).IsTrue);
        record.Agreed("two", "aa+aa-mint+cc", "2018", kind: "alliance");
        Assert.IsType<Answer.Unknown>(Ask(record, AgreementSense.Signed, "2020", "aa-army+cc"));
        Assert.True(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.Signed, "2020", "aa-mint+cc")).IsTrue);
    }

    [Fact]
    public void A_kind_counts_as_a_topic_and_a_topic_as_a_kind()
    {
        var record = new SmallRecord().Agreed("one", "aa+bb", "2018", kind: "other", topics: "alliance");
        Assert.True(Assert.IsType<Answer.Decided>(Ask(record, AgreementSense.Signed, "2020")).IsTrue);
    }

    [Fact]
    public void Of_every_group_of_subjects_one_must_be_the_agreements()
    {
        var question = Seed("kz+gb-mod", AgreementSense.Signed) with { About = [["military-cooperation", "defence"], ["language-training", "languages"]] };
        Assert.True(Decided(question));
        Assert.Contains("others", Missing(question with { About = question.About.Add(["space"]) }), StringComparison.Ordinal);
    }

    private static Question.Agreement Seed(string parties, AgreementSense sense = AgreementSense.InForce, string when = "2025-06-17") => SeedRecord.Agreed(parties, sense, when);

    private static Answer Ask(SmallRecord record, AgreementSense sense, string when, string parties = "aa+bb") =>
        new Answerer(record.Build(), SeedRecord.Wording).Answer(SeedRecord.Agreed(parties, sense, when) with { About = [["alliance"]] });

    private static bool Decided(Question question) => Assert.IsType<Answer.Decided>(SeedRecord.Answerer.Answer(question)).IsTrue;

    private static string Missing(Question question) => Assert.IsType<Answer.Unknown>(SeedRecord.Answerer.Answer(question)).Missing[0];
}
