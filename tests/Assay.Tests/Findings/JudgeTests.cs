using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Questions;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Findings;

public sealed class JudgeTests
{
    private static readonly VerdictTable Table = RuleFiles.Default.Verdicts;
    private static readonly Judge Judge = new(Table);

    [Theory]
    [InlineData(true, true, Verdict.Supported)]
    [InlineData(true, false, Verdict.Refuted)]
    [InlineData(false, true, Verdict.Refuted)]
    [InlineData(false, false, Verdict.Supported)]
    public void A_denial_is_supported_where_the_denied_is_false(bool yes, bool isTrue, Verdict expected) =>
        Assert.Equal(expected, Judge.OfReading(Claim(new Expectation.YesNo(yes)), Truth(isTrue)));

    [Theory]
    [InlineData(23, 27, false, Verdict.Supported)]
    [InlineData(7, 16, false, Verdict.Refuted)]
    [InlineData(20, 25, false, Verdict.NotEnoughEvidence)]
    [InlineData(7, 16, true, Verdict.Supported)]
    [InlineData(23, 27, true, Verdict.Refuted)]
    public void A_figure_is_judged_by_its_band(decimal low, decimal high, bool denied, Verdict expected) =>
        Assert.Equal(expected, Judge.OfReading(Claim(new Expectation.Band(22.5m, 27.5m, "%", "about a quarter") { Denied = denied }), Figure(low, high)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_some_assert_and_others_deny_is_conflicting(bool yes) =>
        Assert.Equal(Verdict.ConflictingEvidence, Judge.OfReading(Claim(new Expectation.YesNo(yes)), new Answer.Disputed([new("aa")], [new("bb")]) { Text = "", Proof = Proof }));

    [Fact]
    public void A_figure_in_another_unit_settles_nothing() =>
        Assert.Equal(Verdict.NotEnoughEvidence, Judge.OfReading(Claim(new Expectation.Band(22.5m, 27.5m, "Mt", "about 25 Mt")), Figure(24, 25)));

    [Theory]
    [InlineData(1, 1, 1, 1, Verdict.Supported)]
    [InlineData(2, 3, 1, 1, Verdict.Refuted)]
    [InlineData(1, 2, 1, 1, Verdict.NotEnoughEvidence)]
    [InlineData(2, 3, 1, 5, Verdict.Supported)]
    [InlineData(9, int.MaxValue, 1, 5, Verdict.Refuted)]
    [InlineData(4, int.MaxValue, 1, 5, Verdict.NotEnoughEvidence)]
    public void A_place_is_judged_by_the_places_said(int best, int worst, int from, int to, Verdict expected) =>
        Assert.Equal(expected, Judge.OfReading(Claim(new Expectation.Place(from, to, "said")), new Answer.Placed(best, worst, "list") { Text = "", Proof = Proof }));

    [Fact]
    public void A_verdict_that_weak_rows_a_tenth_off_would_change_is_not_given()
    {
        var claim = Claim(new Expectation.Band(22.5m, 27.5m, "%", "about a quarter"));
        Assert.Equal(Verdict.NotEnoughEvidence, Judge.OfReading(claim, Figure(23, 27) with { Shaken = Figure(21, 29) }));
        Assert.Equal(Verdict.Supported, Judge.OfReading(claim, Figure(24, 25) with { Shaken = Figure(23, 27) }));
    }

    [Fact]
    public void What_is_still_to_come_is_not_judged() =>
        Assert.Equal(Verdict.NotEnoughEvidence, Judge.OfReading(Claim(new Expectation.YesNo(true)) with { Stance = Stance.Predicted }, Truth(true)));

    [Theory]
    [InlineData("S", Verdict.Supported)]
    [InlineData("SS", Verdict.Supported)]
    [InlineData("SR", Verdict.ConflictingEvidence)]
    [InlineData("SN", Verdict.NotEnoughEvidence)]
    [InlineData("Sn", Verdict.Supported)]
    [InlineData("nR", Verdict.Refuted)]
    [InlineData("SRN", Verdict.ConflictingEvidence)]
    [InlineData("N", Verdict.NotEnoughEvidence)]
    [InlineData("n", Verdict.NotEnoughEvidence)]
    public void Readings_that_agree_stand_that_differ_conflict_and_open_ones_count_unless_minor(string readings, Verdict expected) =>
        Assert.Equal(expected, Judge.OfAll([.. readings.Select(Reading)]));

    [Fact]
    public void The_reading_that_stands_for_the_claim_is_the_first_of_its_verdict()
    {
        ImmutableArray<CheckedReading> readings = [Reading('n'), Reading('R'), Reading('R')];
        Assert.Same(readings[1], Judge.Leading(readings, Verdict.Refuted));
    }

    [Fact]
    public void Every_pair_of_expectation_and_answer_has_a_verdict()
    {
        foreach (var expects in Expectations)
            foreach (var answer in Answers)
                Assert.Contains(VerdictTable.Compare(expects, answer), VerdictTable.Pairs);
    }

    internal static ImmutableArray<Expectation> Expectations { get; } = [new Expectation.YesNo(true), new Expectation.Band(1, 2, "%", "one"), new Expectation.Place(1, 1, "first")];

    internal static ImmutableArray<Answer> Answers { get; } =
    [
        Truth(true), Figure(1, 2), new Answer.Placed(1, 2, "list") { Text = "", Proof = Proof }, new Answer.Names([], true) { Text = "", Proof = Proof }, new Answer.Disputed([new("aa")], [new("bb")]) { Text = "", Proof = Proof }, new Answer.Unknown(["more"]) { Text = "", Proof = Proof },
    ];

    internal static ProofStep Proof => new() { Rule = ProofRule.Silent, Text = "", Value = new StepValue.Truth(Evidence.Truth.Unknown) };

    internal static Claim Claim(Expectation expects) => new()
    {
        Id = "c1", Span = new TextSpan(0, 1), Quote = "x", Kind = ClaimKind.Other, Stance = Stance.Asserted, Content = new Content.Open("?"), Expects = expects,
        Time = new ClaimTime(SeedRecord.Day, "as of the article's date", false), Frame = "",
    };

    internal static Reading Reading(Question question, bool isMinor = false) => new([], question, "?", isMinor);

    private static CheckedReading Reading(char kind) => new(
        Reading(new Question.Open { When = null, Kind = ClaimKind.Other, Text = "", Why = "kind-not-answered" }, kind == 'n'), Truth(true),
        kind switch { 'S' => Verdict.Supported, 'R' => Verdict.Refuted, _ => Verdict.NotEnoughEvidence });

    private static Answer.Decided Truth(bool value) => new(value) { Text = "", Proof = Proof };

    private static Answer.Interval Figure(decimal low, decimal high) => new(new Bounds(low, high), "%") { Text = "", Proof = Proof };
}
