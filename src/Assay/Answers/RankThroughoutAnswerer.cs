using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Did the subject have a place in every full year of the days? Each year needs a list or figures of its own; a year without leaves the
/// question open, a year in which it surely had another place makes it false. In the first year it may have come to it only at the end.
/// </summary>
internal static class RankThroughoutAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.RankThroughout question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var last = days.Last is { Month: 12, Day: 31 } ? days.Last.Year : days.Last.Year - 1;
        var years = Enumerable.Range(days.First.Year, Math.Max(0, last - days.First.Year + 1)).ToList();
        var known = years.Select(year => (Year: year, Step: InYear(inquiry, question, year))).ToList();
        var elsewhere = known.FirstOrDefault(one => one.Year > days.First.Year && one.Step?.Value is StepValue.Place place && (place.Best > question.Place || place.Worst < question.Place)).Step;
        var missing = known.Where(one => one.Step?.Value is not StepValue.Place place || place.Best < question.Place || place.Worst > question.Place).Select(one => one.Year).ToList();
        var truth = elsewhere is not null ? Truth.False : years.Count > 0 && missing.Count == 0 ? Truth.True : Truth.Unknown;
        var proof = new ProofStep
        {
            Rule = ProofRule.RankedThroughout,
            Text = inquiry.Say(truth switch { Truth.True => "rank-throughout", Truth.False => "rank-not-throughout", _ => "rank-years-missing" },
                ("subject", inquiry.Name(question.Subject)), ("place", question.Place.ToString(CultureInfo.InvariantCulture)), ("from", days.First.Year.ToString(CultureInfo.InvariantCulture)),
                ("to", last.ToString(CultureInfo.InvariantCulture)), ("known", elsewhere?.Text ?? ""), ("years", string.Join(", ", missing))),
            Value = new StepValue.Truth(truth),
            Inputs = elsewhere is not null ? [elsewhere] : [.. known.Select(one => one.Step).OfType<ProofStep>().Where(step => step.Value is StepValue.Place)],
            Given = new Given { Subject = question.Subject, Days = days, Threshold = question.Place },
        };
        return truth == Truth.Unknown ? NoAnswer.For(inquiry, Inquiry.Silent(proof.Text, proof)) : new Answer.Decided(truth == Truth.True) { Text = proof.Text, Proof = proof };
    }

    private static ProofStep? InYear(Inquiry inquiry, Question.RankThroughout question, int year)
    {
        var days = new PartialDate(year).Days;
        var rank = new Question.Rank { Subject = question.Subject, Indicators = question.Indicators, Among = question.Among == RankFromFigures.World ? null : question.Among, When = DayRange.On(days.Last) };
        return question.Indicators.SelectMany(indicator => new[]
        {
            RankFromLists.Prove(inquiry, rank, indicator, DayRange.On(days.Last)),
            RankFromFigures.Prove(inquiry, rank, indicator, DayRange.On(days.Last)),
            StatedRanks.Prove(inquiry, rank, indicator, DayRange.On(days.Last)),
        }).FirstOrDefault(step => step?.Value is StepValue.Place && step.Given.Days == days);
    }
}
