using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;
using Xunit;

namespace Assay.Tests.Answers;

public sealed class OutputShareTests
{
    // The table of the pack's readme for 2024: the bounds of the sourced part, and the greatest share were the whole tail theirs.
    [Theory]
    [InlineData("us", 29.5, 29.7, 37.9)]
    [InlineData("gb", 7.3, 7.4, 15.7)]
    [InlineData("it", 7.3, 7.4, 15.7)]
    [InlineData("fr", 3.2, 3.3, 11.6)]
    [InlineData("west-core", 47.4, 47.9, 56.0)]
    [InlineData("cn", 10.3, 11.9, 19.3)]
    [InlineData("ru", 3.5, 3.5, 11.7)]
    [InlineData("kz", 27.2, 27.4, 35.4)]
    [InlineData("jp", 1.5, 1.5, 9.7)]
    public void Crude_of_2024_is_shared_as_the_readme_computes_it(string nationality, decimal low, decimal high, decimal most)
    {
        var answer = SeedRecord.ShareOf(nationality, "crude-oil-production");
        Assert.Equal("2024", answer.Period);
        Assert.InRange(answer.Value.Low, low - 0.25m, low + 0.1m);
        Assert.InRange(answer.Value.High, most, most + 2);
        var counted = answer.Slices.Where(slice => slice.IsCounted).ToList();
        Assert.InRange(counted.Sum(slice => slice.Share.High), high - 0.1m, high + 0.4m);
    }

    [Fact]
    public void Slices_end_with_the_part_that_nobody_is_known_to_own_and_cover_the_whole()
    {
        var answer = SeedRecord.ShareOf("gb", "crude-oil-production");
        Assert.Equal(default, answer.Slices[^1].Owner);
        Assert.InRange(answer.Slices[^1].Share.Low + answer.Slices[^1].Share.High, 14, 22);
        Assert.True(answer.Slices.Sum(slice => slice.Share.Low) <= 100 && answer.Slices.Sum(slice => slice.Share.High) >= 100);
        Assert.InRange(answer.Covered!.Value, 88, 92.4m);
    }

    [Fact]
    public void About_a_quarter_of_the_crude_being_British_is_refuted_and_survives_weak_rows_a_tenth_off()
    {
        var band = new Expectation.Band(22.5m, 27.5m, "%", "about one quarter");
        var answer = SeedRecord.ShareOf("gb", "crude-oil-production");
        Assert.Equal(Truth.False, band.Holds(answer.Value));
        Assert.Equal(Truth.False, band.Holds(((Answer.Interval)answer.Shaken!).Value));
        Assert.NotEmpty(answer.Weak);
    }

    [Fact]
    public void Two_thirds_Western_is_refuted_by_effective_share_even_with_weak_rows_a_tenth_off()
    {
        var band = new Expectation.Band(60, 73.34m, "%", "two-thirds");
        var answer = SeedRecord.ShareOf("west-core", "crude-oil-production");
        Assert.Equal(Truth.False, band.Holds(answer.Value));
        Assert.Equal(Truth.False, band.Holds(((Answer.Interval)answer.Shaken!).Value));
    }

    [Fact]
    public void Assets_with_a_Western_majority_gave_at_least_64_7_percent_and_the_tail_may_add_to_it()
    {
        var answer = SeedRecord.ShareOf("west-core", "crude-oil-production", measure: OwnershipMeasure.MajorityHeld);
        Assert.InRange(answer.Value.Low, 64.7m, 65.6m);
        Assert.InRange(answer.Value.High, 65.5m, 75.3m);
    }

    [Theory]
    [InlineData("kz", 52.8, 53.0)]
    [InlineData("ru", 22.8, 23.0)]
    [InlineData("gb", 0, 0)]
    public void Uranium_of_2023_is_shared_by_the_holders_country(string nationality, decimal low, decimal high)
    {
        var answer = SeedRecord.ShareOf(nationality, "uranium-production-attributable");
        Assert.Equal("2023", answer.Period);
        Assert.InRange(answer.Value.Low, low, high);
        Assert.InRange(answer.Value.High, answer.Value.Low + 24.1m, answer.Value.Low + 24.3m);
    }

    [Fact]
    public void The_state_itself_has_of_uranium_what_it_has_of_the_holders() =>
        Assert.InRange(SeedRecord.ShareOf("kz", "uranium-production-attributable", sense: HolderSense.Itself).Value.Low, 39.5m, 39.8m);

    [Theory]
    [InlineData("jp")]
    [InlineData("it")]
    [InlineData("fr")]
    public void Some_of_the_crude_is_theirs(string nationality) => Assert.True(Assert.IsType<Answer.Decided>(Owns(Quantifier.Some, nationality)).IsTrue);

    [Fact]
    public void Not_all_of_the_crude_is_American_British_Japanese_Italian_and_French() =>
        Assert.False(Assert.IsType<Answer.Decided>(Owns(Quantifier.All, "us", "gb", "jp", "it", "fr")).IsTrue);

    [Fact]
    public void A_year_asked_about_is_answered_from_that_year_or_not_at_all()
    {
        Assert.IsType<Answer.Unknown>(Ask(Ores(), "aa", "2021"));
        Assert.Equal("2020", Assert.IsType<Answer.Interval>(Ask(Ores(), "aa", "2020")).Period);
        Assert.Equal("2020", Assert.IsType<Answer.Interval>(Ask(Ores(), "aa", "2021-03-01")).Period);
        Assert.IsType<Answer.Unknown>(Ask(Ores(), "aa", "2023-01-01"));
    }

    [Fact]
    public void A_forecast_total_is_no_total() =>
        Assert.IsType<Answer.Unknown>(Ask(Ores(RowStatus.Forecast), "aa", "2021-03-01"));

    [Fact]
    public void A_part_without_a_figure_may_be_anything_up_to_what_the_others_leave()
    {
        var record = Ores().Part("zz", "2020", "pit").Company("firm-a", "aa").Stake("firm-a", "pit", 100);
        var answer = Assert.IsType<Answer.Interval>(Ask(record, "aa", "2020"));
        Assert.Equal(60, answer.Value.Low);
        Assert.Equal(60, answer.Value.High);
    }

    [Fact]
    public void What_the_list_of_parts_leaves_out_may_be_theirs()
    {
        var record = new SmallRecord().Entity("zz", EntityKind.State).Company("firm-a", "aa").Stake("firm-a", "mine", 100).Output("zz", "2020", 100).Output("mine", "2020", 60).Part("zz", "2020", "mine");
        Assert.Equal(new Bounds(60, 100), Assert.IsType<Answer.Interval>(Ask(record, "aa", "2020")).Value);
        Assert.Equal(new Bounds(0, 40), Assert.IsType<Answer.Interval>(Ask(record, "bb", "2020")).Value);
        record.Complete("parts", "zz", "2020..2021", new Bounds(55, 65), "ore");
        Assert.Equal(new Bounds(0, 40), Assert.IsType<Answer.Interval>(Ask(record, "bb", "2020")).Value);
    }

    /// <summary>Of 100 t in 2020: a mine of 60 that is of firm-a (aa), a shaft of 40 that is of firm-b (bb).</summary>
    private static SmallRecord Ores(RowStatus status = RowStatus.Reported) => new SmallRecord().Entity("zz", EntityKind.State)
        .Company("firm-a", "aa").Stake("firm-a", "mine", 100).Company("firm-b", "bb").Stake("firm-b", "shaft", 100)
        .Output("zz", "2020", 100, status: status).Output("mine", "2020", 60).Output("shaft", "2020", 40).Part("zz", "2020", "mine").Part("zz", "2020", "shaft");

    private static Answer Ask(SmallRecord record, string nationality, string when) => new Answerer(record.Build(), SeedRecord.Wording).Answer(
        new Question.Share { Holder = SeedRecord.Holder(HolderSense.Nationals, nationality), Target = new Target.Output(new("zz"), "ore"), Measure = OwnershipMeasure.Effective, When = SeedRecord.Days(when) });

    private static Answer Owns(Quantifier quantifier, params string[] nationalities) => SeedRecord.Answerer.Answer(new Question.Ownership
    {
        Holder = SeedRecord.Holder(HolderSense.Nationals, nationalities), Target = new Target.Output(new("kz"), "crude-oil-production"),
        Quantifier = quantifier, Measure = OwnershipMeasure.Effective, When = SeedRecord.Day,
    });
}
