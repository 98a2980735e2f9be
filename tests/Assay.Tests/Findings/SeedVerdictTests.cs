using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Questions;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Findings;

/// <summary>The verdicts on the kinds of claims in the seed article, their questions given.</summary>
public sealed class SeedVerdictTests
{
    private static readonly Assayer Assayer = new(SeedRecord.Evidence, RuleFiles.Default);

    [Fact]
    public void A_quarter_of_the_crude_being_British_is_refuted_with_figure_year_and_source()
    {
        var finding = Check(new Expectation.Band(22.5m, 27.5m, "%", "about one-quarter"), ShareOf("gb"));
        Assert.Equal(Verdict.Refuted, finding.Verdict);
        Assert.Contains("2024", finding.Justification, StringComparison.Ordinal);
        Assert.Contains("about one-quarter", finding.Justification, StringComparison.Ordinal);
        Assert.Contains("Source: ", finding.Justification, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Weak);
    }

    [Fact]
    public void Two_thirds_Western_by_effective_share_is_refuted() =>
        Assert.Equal(Verdict.Refuted, Check(new Expectation.Band(60, 73.34m, "%", "two-thirds"), ShareOf("west-core")).Verdict);

    [Fact]
    public void Two_thirds_by_majorities_is_open_for_the_tail_may_add_to_it()
    {
        var finding = Check(new Expectation.Band(60, 73.34m, "%", "two-thirds"), ShareOf("west-core") with { Measure = OwnershipMeasure.MajorityHeld });
        Assert.Equal(Verdict.NotEnoughEvidence, finding.Verdict);
    }

    [Fact]
    public void Readings_that_part_are_shown_side_by_side()
    {
        var finding = Assayer.Judge(JudgeTests.Claim(new Expectation.Band(60, 80, "%", "two-thirds or more")),
        [
            JudgeTests.Reading(ShareOf("west-core")) with { Choices = [new Choice("belong to", "by effective share", "")] },
            JudgeTests.Reading(ShareOf("west-core") with { Measure = OwnershipMeasure.MajorityHeld }) with { Choices = [new Choice("belong to", "by majority of each asset", "")] },
        ]);
        Assert.Equal(Verdict.NotEnoughEvidence, finding.Readings[1].Verdict);
        Assert.Contains("refuted in 1 of 2 readings, as by effective share: ", finding.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void That_Kazatomprom_does_not_belong_to_Kazakhstan_is_refuted() =>
        Assert.Equal(Verdict.Refuted, Check(new Expectation.YesNo(false), SeedRecord.Owns(SeedRecord.Holder(HolderSense.Itself, "kz"), "kazatomprom", Quantifier.Most)).Verdict);

    [Fact]
    public void That_it_is_in_the_hands_of_British_capital_is_refuted() =>
        Assert.Equal(Verdict.Refuted, Check(new Expectation.YesNo(true), SeedRecord.Owns(SeedRecord.Holder(HolderSense.Nationals, "gb"), "kazatomprom", Quantifier.Most)).Verdict);

    [Fact]
    public void That_it_is_the_largest_uranium_miner_is_supported_and_the_source_is_that_of_the_list()
    {
        var finding = Check(new Expectation.Place(1, 1, "the largest"), new Question.Rank { Subject = new("kazatomprom"), Indicators = ["uranium-production-attributable"], When = SeedRecord.Day });
        Assert.Equal(Verdict.Supported, finding.Verdict);
        Assert.EndsWith("Source: Kun.uz.", finding.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_signed_in_London_is_supported_and_the_sentence_names_place_and_day()
    {
        var finding = Check(new Expectation.YesNo(true), SeedRecord.Agreed("kz+gb-mod", AgreementSense.Signed) with { About = [["military-cooperation"]], TitleWords = ["plan"], SigningPlace = "London" });
        Assert.Equal(Verdict.Supported, finding.Verdict);
        Assert.Contains("signed 2025-06-06 in London", finding.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_finding_says_what_is_missing()
    {
        var finding = Check(new Expectation.YesNo(true), SeedRecord.Agreed("kz+gb") with { About = [["visa"]] });
        Assert.Equal(Verdict.NotEnoughEvidence, finding.Verdict);
        Assert.StartsWith("The record does not settle it. Missing: an agreement between", finding.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_question_without_an_answerer_is_open_and_says_so()
    {
        var finding = Assayer.Judge(JudgeTests.Claim(new Expectation.YesNo(true)), []);
        Assert.Equal(Verdict.NotEnoughEvidence, finding.Verdict);
        Assert.Contains("not answered yet", finding.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void No_sentence_has_an_unfilled_name_or_blames_anyone()
    {
        foreach (var question in SampleQuestions.All)
            foreach (var expects in new Expectation[] { new Expectation.YesNo(true), new Expectation.Band(0, 101, "%", "some"), new Expectation.Band(99, 100, "%", "all"), new Expectation.Place(1, 1, "first") })
            {
                var finding = Check(expects, question);
                var said = finding.Answer.Proof.AllSteps().Select(step => step.Text).Append(finding.Justification).Append(finding.Answer.Text);
                Assert.DoesNotContain(said, text => text.Contains('{', StringComparison.Ordinal) || text.Length == 0);
                Assert.DoesNotContain(said, text => text.Contains(" lie", StringComparison.OrdinalIgnoreCase) || text.Contains("wrong", StringComparison.OrdinalIgnoreCase));
            }
    }

    private static Finding Check(Expectation expects, Question question) => Assayer.Judge(JudgeTests.Claim(expects), [JudgeTests.Reading(question)]);

    private static Question.Share ShareOf(string nationality) => new()
    {
        Holder = SeedRecord.Holder(HolderSense.Nationals, nationality), Target = new Target.Output(new("kz"), "crude-oil-production"), Measure = OwnershipMeasure.Effective, When = SeedRecord.Day,
    };
}
