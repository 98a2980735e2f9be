using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// What share of an amount was another in a period? Told by the two figures, and by shares that sources state; where these differ the
/// answer holds them all.
/// </summary>
internal static class PortionAnswerer
{
    /// <summary>Named among the indicators that state a share: the share of exports that a route row gives.</summary>
    internal const string ByRoute = "routes";

    public static Answer Answer(Inquiry inquiry, Question.Portion question)
    {
        if (question.When is not { } when) return NoAnswer.Undated(inquiry);
        var (part, whole) = (new AmountRows(inquiry, question.Part), new AmountRows(inquiry, question.Whole));
        var stated = Stated(inquiry, question, part).ToList();
        var years = part.Years.Intersect(whole.Years).Concat(stated.Select(row => row.Period).Where(period => period.IsYear));
        var days = AskedPeriod.Of(when, question.IsOfPeriod, years);
        var told = days is { } period ? stated.Where(row => row.Period.Days == period).Select(row => row.Step).ToList() : [];
        if (days is { } of && Quotient(inquiry, question, part, whole, of) is { } quotient) told.Insert(0, quotient);
        var (partWords, wholeWords) = (AmountWords.Of(inquiry, question.Part), AmountWords.Of(inquiry, question.Whole));
        if (told.Count == 0)
            return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("portion-silent", ("part", partWords), ("whole", wholeWords), ("days", (days ?? when).ToString()))));
        var value = told.Select(step => step.Figure).Aggregate((sum, next) => sum.Hull(next));
        var text = inquiry.Say("portion", ("part", partWords), ("whole", wholeWords), ("period", days.ToString()!), ("share", Inquiry.Show(value.RoundOutward(2))));
        var proof = told.Count == 1 ? told[0] : new ProofStep { Rule = ProofRule.Ranged, Text = text, Value = new StepValue.Figure(value, "%"), Inputs = [.. told], Given = new Given { Days = days } };
        return new Answer.Interval(value.RoundOutward(2), "%") { Text = text, Proof = proof, Period = days.ToString()! };
    }

    private static ProofStep? Quotient(Inquiry inquiry, Question.Portion question, AmountRows part, AmountRows whole, DayRange days)
    {
        if (whole.Of(days) is not { Value: StepValue.Figure { Unit: var unit, Value: { Low: > 0 } total } } all || part.Of(days, unit: unit) is not { } some) return null;
        // What is greater than its whole is no part of it: the two are counted in different ways.
        if (some.Figure.Low > total.High) return null;
        var value = new Bounds(some.Figure.Low / total.High * 100, Math.Min(100, some.Figure.High / total.Low * 100));
        return new ProofStep
        {
            Rule = ProofRule.Proportion,
            Text = inquiry.Say("quotient", ("part", some.Text), ("total", all.Text), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"),
            Inputs = [some, all],
            Given = new Given { Days = days },
        };
    }

    private static IEnumerable<(Period Period, ProofStep Step)> Stated(Inquiry inquiry, Question.Portion question, AmountRows part)
    {
        if (question.Part is Amount.Carried carried)
            return question.StatedBy.Contains(ByRoute) ? part.Routes(carried).Where(row => row.SharePercent is not null && row.Destination is null | IsOnly(part.Routes(carried), row)).Select(row => (row.Period, OfRoute(inquiry, row))) : [];
        if (question.Part is not Amount.Measured measured || question.Whole is not Amount.Measured whole) return [];
        var scope = measured.Scope.Length > 0 ? measured.Scope : whole.Subject.Value;
        return question.StatedBy.SelectMany(indicator => inquiry.Evidence.Measures(measured.Subject, indicator))
            .Where(row => row.Unit == "%" && row.Scope == scope && Periods.Happened(row)).Select(row => (row.Period, OfMeasure(inquiry, row)));
    }

    private static bool IsOnly(IEnumerable<Route> rows, Route row) => rows.Where(other => other.Period == row.Period).Select(other => other.Destination).Distinct().Count() == 1;

    private static ProofStep OfMeasure(Inquiry inquiry, Measure row)
    {
        var (low, high) = inquiry.Limits(row);
        return Step(inquiry, row, row.Subject, new EntityId(row.Scope), row.Period, row.Status == RowStatus.Ceiling ? 0 : low - Half(row.Value.Low), high is { } top ? top + Half(row.Value.High) : 100);
    }

    private static ProofStep OfRoute(Inquiry inquiry, Route row)
    {
        var share = row.SharePercent!.Value;
        var off = inquiry.IsShaken && row.IsWeak ? 0.1m : 0;
        return Step(inquiry, row, row.Origin, row.Via!.Value, row.Period, share * (1 - off) - Half(share), share * (1 + off) + Half(share));
    }

    private static ProofStep Step(Inquiry inquiry, Statement row, EntityId subject, EntityId of, Period period, decimal low, decimal high)
    {
        var value = new Bounds(Math.Clamp(low, 0, 100), Math.Clamp(high, 0, 100));
        return new ProofStep
        {
            Rule = ProofRule.StatedShare,
            Text = inquiry.Say("stated-share", ("subject", inquiry.Name(subject)), ("of", inquiry.Name(of)), ("period", period.ToString()), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"),
            Rows = [row],
            Given = new Given { Subject = subject, Object = of, Days = period.Days, IsShaken = inquiry.IsShaken },
        };
    }

    /// <summary>Half a unit of the last digit that the source gives.</summary>
    private static decimal Half(decimal stated)
    {
        var half = 0.5m;
        for (var i = 0; i < stated.Scale; i++) half /= 10;
        return half;
    }
}
