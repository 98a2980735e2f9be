using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays amounts and shares of them: what a route carried, stated shares, other units, ranges, one figure in percent of another.</summary>
internal static class ReplayAmounts
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Carried => Carried(step),
        ProofRule.StatedShare => Stated(step),
        ProofRule.Converted => Converted(step),
        ProofRule.Ranged => Ranged(step),
        _ => Proportion(step),
    };

    private static StepValue.Figure? Carried(ProofStep step)
    {
        if (step.Rows is not [Route { Value: { } value } row] || !IsOf(step, row)) return null;
        var off = Off(step, row);
        return new StepValue.Figure(new Bounds(value - value * off, value + value * off), row.Unit);
    }

    private static StepValue.Figure? Stated(ProofStep step)
    {
        switch (step.Rows)
        {
            case [Route { SharePercent: { } share } route] when IsOf(step, route):
                var off = Off(step, route);
                return Within(share - share * off - Rounding(share), share + share * off + Rounding(share));
            case [Measure { Unit: "%" } row] when row.Subject == step.Given.Subject && row.Scope == step.Given.Object?.Value && row.Period.Days == step.Given.Days && row.Status is not (RowStatus.Forecast or RowStatus.Planned):
                var (low, high) = ReplayFigures.Limits(row, step.Given.IsShaken);
                return Within(row.Status == RowStatus.Ceiling ? 0 : low - Rounding(row.Value.Low), high is null ? 100 : high.Value + Rounding(row.Value.High));
            default:
                return null;
        }
    }

    private static StepValue.Figure? Converted(ProofStep step)
    {
        if (step.Inputs is not [{ Value: StepValue.Figure figure } input] || step.Given.Conversion is not { } way || figure.Unit != way.From || input.Given.Days != step.Given.Days) return null;
        decimal days = step.Given.Days!.Value.Last.DayNumber - step.Given.Days.Value.First.DayNumber + 1;
        decimal Turn(decimal value, decimal factor) => way.Days switch { > 0 => value * days * factor, < 0 => value * factor / days, _ => value * factor };
        return new StepValue.Figure(new Bounds(Turn(figure.Value.Low, way.Low), Turn(figure.Value.High, way.High)), way.To);
    }

    private static StepValue.Figure? Ranged(ProofStep step)
    {
        var figures = step.Inputs.Select(input => (StepValue.Figure)input.Value).ToList();
        if (figures.Count < 2 || figures.Exists(figure => figure.Unit != figures[0].Unit) || step.Inputs.Any(input => input.Given.Days != step.Given.Days)) return null;
        if (step.Given.Subject is { } subject && step.Inputs.Any(input => input.Given.Subject != subject)) return null;
        return new StepValue.Figure(new Bounds(figures.Min(figure => figure.Value.Low), figures.Max(figure => figure.Value.High)), figures[0].Unit);
    }

    private static StepValue.Figure? Proportion(ProofStep step)
    {
        if (step.Inputs is not [{ Value: StepValue.Figure part }, { Value: StepValue.Figure whole }] || part.Unit != whole.Unit || whole.Value.Low <= 0) return null;
        if (step.Inputs.Any(input => input.Given.Days != step.Given.Days)) return null;
        var high = part.Value.High * 100 / whole.Value.Low;
        return ReplayFigures.Percent(part.Value.Low * 100 / whole.Value.High, high > 100 ? 100 : high);
    }

    private static bool IsOf(ProofStep step, Route row) =>
        row.Origin == step.Given.Subject && row.Via == step.Given.Object && row.Period.Days == step.Given.Days && row.Status is not (RowStatus.Forecast or RowStatus.Planned);

    private static decimal Off(ProofStep step, Statement row) => step.Given.IsShaken && row.IsWeak ? 0.1m : 0;

    private static StepValue.Figure Within(decimal low, decimal high) => ReplayFigures.Percent(Math.Max(0, Math.Min(100, low)), Math.Max(0, Math.Min(100, high)));

    // Half of the last place that is written: "39" may be 38.5 to 39.5.
    private static decimal Rounding(decimal stated) => new(5, 0, 0, false, (byte)(stated.Scale + 1));
}
