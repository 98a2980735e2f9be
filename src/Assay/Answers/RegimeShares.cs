using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// What share of a state's contracts were under a regime: by output, the parts of the whole times whether each is under it, the unknown
/// as bounds; by number only where a completeness row says that all contracts are listed.
/// </summary>
internal static class RegimeShares
{
    public static Answer Answer(Inquiry inquiry, Question.RegimeShare question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var step = question.Indicator.Length == 0 ? ByNumber(inquiry, question, days) : ByOutput(inquiry, question, days);
        return step.Value is StepValue.Figure { Value: var value }
            ? new Answer.Interval(value.RoundOutward(2), "%") { Text = step.Text, Proof = step, Period = step.Given.Days?.ToString() ?? "" }
            : NoAnswer.For(inquiry, step);
    }

    private static ProofStep ByOutput(Inquiry inquiry, Question.RegimeShare question, DayRange when)
    {
        var rows = inquiry.Evidence.Parts(question.Of, question.Indicator);
        var total = Total(inquiry, question, when, rows);
        if (total is null)
            return Inquiry.Silent(inquiry.Say("output-no-year", ("whole", inquiry.Name(question.Of)), ("indicator", OutputShare.Indicator(inquiry, question.Indicator)), ("days", when.ToString())));
        var days = total.Period.Days;
        ImmutableArray<Part> parts = [.. rows.Where(row => row.Period == total.Period).DistinctBy(row => row.Subject)];
        var steps = parts.SelectMany(part => new[] { Size(inquiry, part, total), RegimeAnswerer.Prove(inquiry, part.Subject, question.Kind, question.Excluded, days) }).ToImmutableArray();
        var (under, other) = (0m, 0m);
        for (var i = 0; i < steps.Length; i += 2)
        {
            if (steps[i + 1].Truth == Truth.True) under += steps[i].Figure.Low;
            if (steps[i + 1].Truth == Truth.False) other += steps[i].Figure.Low;
        }
        var low = Math.Min(100, under);
        var value = new Bounds(low, Math.Max(low, 100 - other));
        return new ProofStep
        {
            Rule = ProofRule.RegimeOutput,
            Text = inquiry.Say("regime-output", ("whole", inquiry.Name(question.Of)), ("indicator", OutputShare.Indicator(inquiry, question.Indicator)), ("period", total.Period.ToString()),
                ("regime", inquiry.Word("regime", question.Kind)), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"),
            Rows = [.. parts],
            Inputs = steps,
            Given = new Given { Object = question.Of, Days = days },
        };
    }

    private static Measure? Total(Inquiry inquiry, Question.RegimeShare question, DayRange when, ImmutableArray<Part> parts) =>
        inquiry.Evidence.Measures(question.Of, question.Indicator)
            .Where(row => row.Period.IsYear && Periods.Fits(row.Period, when) && Periods.Happened(row) && row.Value.Low > 0 && parts.Any(part => part.Period == row.Period))
            .GroupBy(row => row.Period).Select(group => group.First()).MaxBy(row => row.Period.Days.Last);

    private static ProofStep Size(Inquiry inquiry, Part part, Measure total)
    {
        var figure = inquiry.Evidence.Measures(part.Subject, part.Indicator).FirstOrDefault(row => row.Period == total.Period && row.Unit == total.Unit && Periods.Happened(row));
        var name = inquiry.Name(part.Subject);
        if (figure is null) return Inquiry.Silent(inquiry.Say("part-without-figure", ("part", name), ("period", total.Period.ToString()))) with { Value = new StepValue.Figure(new(0, 100), "%") };
        var ((low, high), (least, most)) = (inquiry.Limits(figure), inquiry.Limits(total));
        var (some, all) = (MeasuredStep.Of(inquiry, figure), MeasuredStep.Of(inquiry, total));
        var value = new Bounds(most is { } top ? Math.Min(100, low / top * 100) : 0, high is { } upper ? Math.Min(100, upper / least * 100) : 100);
        return new ProofStep
        {
            Rule = ProofRule.Quotient, Text = inquiry.Say("quotient", ("part", some.Text), ("total", all.Text), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"), Inputs = [some, all],
        };
    }

    private static ProofStep ByNumber(Inquiry inquiry, Question.RegimeShare question, DayRange days)
    {
        var list = inquiry.Evidence.Completeness("regimes", question.Of).FirstOrDefault(row => Spans.MakesAbsenceCount(row, days, isDefinition: false));
        // A state may have a million companies; without a list nothing can be said of their number.
        var assets = list is null ? [] : inquiry.Evidence.Rows<Entity>(RowKey.EntitiesIn, question.Of.ToString()).Where(entity => inquiry.Evidence.RegimesOf(entity.EntityId).Any(row => row.Validity.HoldsOn(days) != Truth.False)).ToList();
        if (list is null || assets.Count == 0) return Inquiry.Silent(inquiry.Say("regime-number-silent", ("of", inquiry.Name(question.Of)), ("days", days.ToString())));
        ImmutableArray<ProofStep> steps = [.. assets.Select(asset => RegimeAnswerer.Prove(inquiry, asset.EntityId, question.Kind, question.Excluded, days))];
        var (sure, not) = (steps.Count(step => step.Truth == Truth.True), steps.Count(step => step.Truth == Truth.False));
        var value = new Bounds(100m * sure / steps.Length, 100m * (steps.Length - not) / steps.Length);
        return new ProofStep
        {
            Rule = ProofRule.RegimeNumber,
            Text = inquiry.Say("regime-number", ("of", inquiry.Name(question.Of)), ("count", steps.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("days", days.ToString()),
                ("regime", inquiry.Word("regime", question.Kind)), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"),
            Rows = [list],
            Inputs = steps,
            Given = new Given { Object = question.Of, Days = days },
        };
    }
}
