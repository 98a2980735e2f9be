using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>A place as a source states it, without the list: a figure whose unit is <c>rank</c>. Where sources differ, the place lies between theirs.</summary>
internal static class StatedRanks
{
    public static ProofStep? Prove(Inquiry inquiry, Question.Rank question, string indicator, DayRange days)
    {
        var scope = (question.Among ?? RankFromFigures.World).Value;
        var stated = inquiry.Evidence.Measures(question.Subject, indicator)
            .Where(row => row.Unit == "rank" && row.Scope == scope && row.Status == RowStatus.Reported && row.Value.Low >= 1 && row.Period.Days.Last <= days.Last)
            .ToList();
        if (stated.Count == 0) return null;
        var rows = stated.Where(row => Periods.Fits(row.Period, days)).GroupBy(row => row.Period).MaxBy(group => group.Key.Days.Last)?.ToImmutableArray() ?? [];
        if (rows.IsEmpty)
            return Inquiry.Silent(inquiry.Say("rank-figures-old", ("subject", inquiry.Name(question.Subject)), ("period", stated.MaxBy(row => row.Period.Days.Last)!.Period.ToString()), ("days", days.ToString())));
        var (best, worst) = ((int)rows.Min(row => row.Value.Low), (int)rows.Max(row => row.Value.High));
        return new ProofStep
        {
            Rule = ProofRule.StatedRank,
            Text = inquiry.Say("rank-stated", ("subject", inquiry.Name(question.Subject)), ("place", RankAnswerer.Show(inquiry, best, worst)),
                ("indicator", OutputShare.Indicator(inquiry, indicator)), ("period", rows[0].Period.ToString())),
            Value = new StepValue.Place(best, worst),
            Rows = [.. rows],
            Given = new Given { Subject = question.Subject, Days = rows[0].Period.Days },
        };
    }
}
