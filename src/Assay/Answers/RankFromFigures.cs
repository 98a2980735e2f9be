using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// A place among figures: the subject is one of the parts that add up to a whole, so that every rival is either listed with its figure or
/// inside the rest, which bounds each of those.
/// </summary>
internal static class RankFromFigures
{
    // The id of the whole world as a subject of totals, as scopes of figures name it too.
    internal static readonly EntityId World = new("world");

    public static ProofStep? Prove(Inquiry inquiry, Question.Rank question, string indicator, DayRange days)
    {
        if (inquiry.Evidence.Entity(question.Subject) is not { } subject) return null;
        var years = new[] { World, question.Among }.OfType<EntityId>().Distinct().SelectMany(whole => inquiry.Evidence.Parts(whole, indicator))
            .Where(row => row.Subject == question.Subject && row.Period.IsYear && row.Period.Days.Last <= days.Last)
            .OrderByDescending(row => row.Period.Days.Last).ToList();
        if (years.Count == 0) return null;
        if (years.FirstOrDefault(row => Periods.Fits(row.Period, days)) is not { } own)
            return Inquiry.Silent(inquiry.Say("rank-figures-old", ("subject", subject.Name), ("period", years[0].Period.ToString()), ("days", days.ToString())));
        return Among(inquiry, question, subject, own);
    }

    private static ProofStep Among(Inquiry inquiry, Question.Rank question, Entity subject, Part own)
    {
        var among = question.Among == own.Whole ? null : question.Among;
        var parts = inquiry.Evidence.Parts(own.Whole, own.Indicator).Where(row => row.Period == own.Period).DistinctBy(row => row.Subject).ToImmutableArray();
        var entities = parts.Select(row => inquiry.Evidence.Entity(row.Subject)).ToImmutableArray();
        var figures = parts.Select(row => inquiry.Evidence.Measures(row.Subject, row.Indicator).FirstOrDefault(measure => measure.Period == row.Period && Periods.Happened(measure))).ToImmutableArray();
        var mine = figures[parts.IndexOf(own)];
        if (mine is null || inquiry.Limits(mine) is not (var low, { } high)) return Silent(inquiry, "rank-no-figure", subject, own);
        var best = 1;
        var worst = 1;
        var hasRest = false;
        var inputs = ImmutableArray.CreateBuilder<ProofStep>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == own) continue;
            if (figures[i] is not { } figure || figure.Unit != mine.Unit || entities[i] is not { } rival) return Silent(inquiry, "rank-rival-without-figure", subject, own);
            var (least, most) = inquiry.Limits(figure);
            var isRest = rival.Kind == EntityKind.Group;
            if (!isRest && !RankAnswerer.AreAlike(rival, subject)) return Silent(inquiry, "rank-rival-without-figure", subject, own);
            if (isRest)
            {
                hasRest = true;
                if (most is not { } rest || rest >= low) return Silent(inquiry, "rank-rest-too-great", subject, own);
                continue;
            }
            var member = Truth.True;
            if (among is { } set)
            {
                var step = MembershipAnswerer.Prove(inquiry, rival.EntityId, set, MembershipSense.Full, own.Period.Days);
                inputs.Add(step);
                member = step.Truth;
            }
            if (member == Truth.False) continue;
            if (least > high && member == Truth.True) best++;
            if (most is not { } top || top >= low) worst++;
        }
        // What the parts as they stand leave of the whole may be one rival more.
        var whole = inquiry.Evidence.Measures(own.Whole, own.Indicator).FirstOrDefault(measure => measure.Period == own.Period && measure.Unit == mine.Unit && Periods.Happened(measure));
        if (whole is not null && whole.Value.High - figures.OfType<Measure>().Sum(figure => figure.Value.Low) >= low) return Silent(inquiry, "rank-rest-too-great", subject, own);
        if (!hasRest) return Silent(inquiry, "rank-rest-too-great", subject, own);
        if (among is { } group)
        {
            var step = MembershipAnswerer.Prove(inquiry, subject.EntityId, group, MembershipSense.Full, own.Period.Days);
            if (step.Truth != Truth.True) return Inquiry.Silent(step.Text, step);
            inputs.Add(step);
        }
        return new ProofStep
        {
            Rule = ProofRule.RankedByFigures,
            Text = inquiry.Say("rank-by-figures", ("subject", subject.Name), ("place", RankAnswerer.Show(inquiry, best, worst)), ("whole", inquiry.Name(own.Whole)),
                ("indicator", OutputShare.Indicator(inquiry, own.Indicator)), ("period", own.Period.ToString()), ("value", Inquiry.Show(new(low, high))), ("unit", mine.Unit)),
            Value = new StepValue.Place(best, worst),
            Rows = [.. parts, .. entities.OfType<Entity>()],
            Inputs = [.. figures.Append(whole).OfType<Measure>().Select(row => MeasuredStep.Of(inquiry, row)), .. inputs],
            Given = new Given { Subject = subject.EntityId, Object = own.Whole, Days = own.Period.Days, IsShaken = inquiry.IsShaken },
        };
    }

    private static ProofStep Silent(Inquiry inquiry, string key, Entity subject, Part own) =>
        Inquiry.Silent(inquiry.Say(key, ("subject", subject.Name), ("whole", inquiry.Name(own.Whole)), ("period", own.Period.ToString())));
}
