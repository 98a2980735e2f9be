using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// The rows that tell an amount. Of one period all of them count: where they differ the amount lies between the least and the greatest.
/// Forecasts and plans never tell what happened, and a row counted against something else than is asked is of another thing.
/// </summary>
internal sealed class AmountRows(Inquiry inquiry, Amount amount)
{
    // What the packs write for the whole: no narrower than the subject's own figure.
    private static readonly string[] Wholes = ["", "world", "all", "all-origins"];

    /// <summary>The whole years of which there is a figure that happened.</summary>
    public IEnumerable<Period> Years => (amount switch
    {
        Amount.Measured measured => Measures(measured).Select(row => row.Period),
        Amount.Carried carried => Routes(carried).Where(row => row.Value is not null).Select(row => row.Period),
        _ => [],
    }).Where(period => period.IsYear).Distinct();

    /// <summary>The amount over the days of a period, in the unit of the conversions (without them, of the unit named or the first row); null: no row tells it.</summary>
    public ProofStep? Of(DayRange days, ImmutableArray<Conversion> conversions = default, string? unit = null)
    {
        var told = Steps(days).ToList();
        if (conversions.IsDefault)
        {
            unit ??= told.Count > 0 ? Unit(told[0]) : "";
            return Ranged([.. told.Where(step => Unit(step) == unit)]);
        }
        // What needs no factor that varies comes before what does.
        foreach (var ways in conversions.GroupBy(way => (way.Days != 0, way.Source)))
        {
            var steps = told.Select(step => (Step: step, Way: ways.FirstOrDefault(way => way.From == Unit(step)))).Where(pair => pair.Way is not null)
                .Select(pair => Converted(pair.Step, pair.Way!)).ToImmutableArray();
            if (!steps.IsEmpty) return Ranged(steps);
        }
        return null;
    }

    private IEnumerable<ProofStep> Steps(DayRange days) => amount switch
    {
        Amount.Measured measured => Measures(measured).Where(row => row.Period.Days == days).Select(row => MeasuredStep.Of(inquiry, row)),
        Amount.Carried carried => OneWay([.. Routes(carried).Where(row => row.Value is not null && row.Period.Days == days)]).Select(CarriedStep),
        _ => throw new System.Diagnostics.UnreachableException($"No rows of {amount}."),
    };

    private IEnumerable<Measure> Measures(Amount.Measured measured) => measured.Indicators
        .SelectMany(indicator => inquiry.Evidence.Measures(measured.Subject, indicator))
        .Where(row => IsTold(row.Status) && row.Unit is not ("%" or "rank") && IsInScope(row, measured));

    private bool IsInScope(Measure row, Amount.Measured measured) => measured.Scope.Length > 0
        ? row.Scope == measured.Scope
        : Wholes.Contains(row.Scope) || row.Scope == measured.Subject.Value || row.Scope == inquiry.Evidence.Entity(measured.Subject)?.Country?.Value;

    /// <summary>The rows of a way, forecasts and plans left out.</summary>
    public IEnumerable<Route> Routes(Amount.Carried carried) =>
        inquiry.Evidence.Routes(carried.Origin, carried.Commodity).Where(row => row.Via == carried.Via && IsTold(row.Status));

    // Rows of several destinations are parts of a sum that may not be whole; only those of one, or of none in particular, tell one figure.
    private static ImmutableArray<Route> OneWay(ImmutableArray<Route> rows)
    {
        ImmutableArray<Route> whole = [.. rows.Where(row => row.Destination is null)];
        if (!whole.IsEmpty) return whole;
        return rows.Select(row => row.Destination).Distinct().Count() <= 1 ? rows : [];
    }

    private static bool IsTold(RowStatus status) => status is not (RowStatus.Forecast or RowStatus.Planned or RowStatus.Floor or RowStatus.Ceiling);

    private ProofStep CarriedStep(Route row)
    {
        var value = inquiry.IsShaken && row.IsWeak ? new Bounds(row.Value!.Value * 0.9m, row.Value.Value * 1.1m) : Bounds.Exactly(row.Value!.Value);
        return new ProofStep
        {
            Rule = ProofRule.Carried,
            Text = inquiry.Say("carried", ("goods", row.Commodity.Replace('-', ' ')), ("origin", inquiry.Name(row.Origin)), ("via", inquiry.Name(row.Via!.Value)),
                ("period", row.Period.ToString()), ("value", Inquiry.Show(value)), ("unit", row.Unit)),
            Value = new StepValue.Figure(value, row.Unit),
            Rows = [row],
            Given = new Given { Subject = row.Origin, Object = row.Via, Days = row.Period.Days, IsShaken = inquiry.IsShaken },
        };
    }

    private ProofStep Converted(ProofStep step, Conversion way)
    {
        if (way.From == way.To) return step;
        var (low, high) = (step.Figure.Low * way.Low, step.Figure.High * way.High);
        var days = step.Given.Days!.Value;
        var count = days.Last.DayNumber - days.First.DayNumber + 1;
        if (way.Days > 0) (low, high) = (low * count, high * count);
        if (way.Days < 0) (low, high) = (low / count, high / count);
        var value = new Bounds(low, high);
        return new ProofStep
        {
            Rule = ProofRule.Converted,
            Text = inquiry.Say(way.Source.Length == 0 ? "converted" : "converted-by", ("figure", step.Text), ("value", Inquiry.Show(value)), ("unit", way.To), ("source", way.Source)),
            Value = new StepValue.Figure(value, way.To),
            Inputs = [step],
            Given = step.Given with { Conversion = way },
        };
    }

    private ProofStep? Ranged(ImmutableArray<ProofStep> steps)
    {
        if (steps.Length <= 1) return steps.FirstOrDefault();
        var value = steps.Select(step => step.Figure).Aggregate((sum, next) => sum.Hull(next));
        return new ProofStep
        {
            Rule = ProofRule.Ranged,
            Text = inquiry.Say("ranged", ("count", steps.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("figure", steps[0].Text), ("value", Inquiry.Show(value)), ("unit", Unit(steps[0]))),
            Value = new StepValue.Figure(value, Unit(steps[0])),
            Inputs = steps,
            Given = steps[0].Given,
        };
    }

    private static string Unit(ProofStep step) => ((StepValue.Figure)step.Value).Unit;
}
