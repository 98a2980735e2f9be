using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class RankTests
{
    [Theory]
    [InlineData("kazatomprom", "uranium-production-attributable", "2025-06-17", 1, 1)]
    [InlineData("orano", "uranium-production-attributable", "2025-06-17", 4, 5)]
    [InlineData("shell", "uranium-production-attributable", "2025-06-17", 9, int.MaxValue)]
    [InlineData("orano", "uranium-production-attributable", "2023-06-01", 2, 3)]
    [InlineData("kz", "uranium-production", "2025-06-17", 1, 1)]
    [InlineData("ca", "uranium-production", "2025-06-17", 2, 2)]
    [InlineData("kz", "chromite-production", "2025-06-17", 2, 3)]
    [InlineData("kz", "oil-producer-rank", "2026-03-01", 12, 12)]
    public void Places_are_read_from_lists_figures_and_statements(string subject, string indicator, string when, int best, int worst)
    {
        var answer = Assert.IsType<Answer.Placed>(Ask(SeedRecord.Evidence, subject, when, indicator));
        Assert.Equal((best, worst), (answer.Best, answer.Worst));
    }

    [Fact]
    public void A_parent_is_not_placed_by_a_list_of_its_subsidiaries() =>
        Assert.IsType<Answer.Unknown>(Ask(SeedRecord.Evidence, "rosatom", "2023-06-01", "uranium-production-attributable"));

    [Fact]
    public void A_list_that_is_more_than_two_years_old_is_not_used_and_the_reason_is_given() =>
        Assert.Contains("two years", Assert.Single(Assert.IsType<Answer.Unknown>(Ask(SeedRecord.Evidence, "kazatomprom", "2026-11-01", "uranium-production-attributable")).Missing), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_a_period_that_ends_later_is_not_used() =>
        Assert.IsType<Answer.Unknown>(Ask(List().Build(), "one", "2020-12-30"));

    [Fact]
    public void Without_a_completeness_row_a_list_places_nobody() => Assert.IsType<Answer.Unknown>(Ask(List(complete: false).Build(), "one", "2021-06-01"));

    [Fact]
    public void Beyond_the_place_to_which_a_list_is_complete_it_places_nobody() => Assert.IsType<Answer.Unknown>(Ask(List().Build(), "four", "2021-06-01"));

    [Fact]
    public void States_are_not_ranked_among_companies() => Assert.IsType<Answer.Unknown>(Ask(List().Entity("aa", EntityKind.State).Build(), "aa", "2021-06-01"));

    [Fact]
    public void Among_a_group_only_its_members_count()
    {
        var record = List().Entity("club", EntityKind.Group).Member("bb", "club", "..", seen: "2000").Complete("memberships", "club");
        var answer = new Answerer(record.Build(), SeedRecord.Wording).Answer(new Question.Rank { Subject = new("two"), Indicators = ["ore"], Among = new("club"), When = SeedRecord.Days("2021-06-01") });
        Assert.Equal((1, 1), (Assert.IsType<Answer.Placed>(answer).Best, ((Answer.Placed)answer).Worst));
    }

    [Fact]
    public void Among_the_world_is_the_world() =>
        Assert.Equal((1, 1), Place(SeedRecord.Answerer.Answer(new Question.Rank { Subject = new("kazatomprom"), Indicators = ["uranium-production-attributable"], Among = new("world"), When = SeedRecord.Day })));

    [Fact]
    public void Figures_of_all_rivals_place_as_a_list_does_with_the_bounds_that_they_have()
    {
        var record = Figures(30).Build();
        Assert.Equal((2, 2), Place(Ask(record, "bb", "2021-06-01")));
        Assert.Equal((1, 2), Place(Ask(Figures(50).Build(), "bb", "2021-06-01")));
    }

    [Fact]
    public void A_rest_as_great_as_the_subject_leaves_the_place_open() => Assert.IsType<Answer.Unknown>(Ask(Figures(30, rest: 40).Build(), "bb", "2021-06-01"));

    [Fact]
    public void A_place_that_rests_on_a_weak_figure_widens_when_that_is_shaken()
    {
        var answer = Ask(Figures(46, RowStatus.Derived).Build(), "aa", "2021-06-01");
        Assert.Equal((1, 1), Place(answer));
        Assert.Equal((1, 2), Place(answer.Shaken!));
    }

    private static (int, int) Place(Answer answer) => (Assert.IsType<Answer.Placed>(answer).Best, ((Answer.Placed)answer).Worst);

    private static SmallRecord List(bool complete = true)
    {
        var record = new SmallRecord().Company("one", "aa").Company("two", "bb").Company("three", "bb").Company("four", "cc")
            .Ranked("list", "2020", "one", 1, 50).Ranked("list", "2020", "two", 2, 30).Ranked("list", "2020", "three", 3, 20).Ranked("list", "2020", "four", 4, 10);
        return complete ? record.Complete("rankings", "list", "2020..2021", new Bounds(90, 90), "ore", "complete to rank 3") : record;
    }

    private static SmallRecord Figures(decimal second, RowStatus status = RowStatus.Reported, decimal rest = 5) => new SmallRecord()
        .Entity("world", EntityKind.Group).Entity("others", EntityKind.Group).Output("aa", "2020", 48, 50).Output("bb", "2020", second, status: status).Output("others", "2020", rest)
        .Part("world", "2020", "aa").Part("world", "2020", "bb").Part("world", "2020", "others");

    private static Answer Ask(EvidenceSnapshot evidence, string subject, string when, string indicator = "ore") =>
        new Answerer(evidence, SeedRecord.Wording).Answer(new Question.Rank { Subject = new(subject), Indicators = [indicator], When = SeedRecord.Days(when) });
}
