using System.Globalization;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings.Changes;

/// <summary>The figures that a proof wants: one that is not there, one that is only a range or weak, a place on a list.</summary>
internal sealed class MissingFigures(EvidenceSnapshot evidence, Wording wording, RowNames names, Expectation expects)
{
    private const decimal ATenth = 0.1m;
    private static readonly RowPlace Nowhere = new("", "", 0);

    public IEnumerable<Proposal> For(CheckedReading reading)
    {
        var steps = reading.Answer.Proof.AllSteps().ToList();
        foreach (var whole in steps.Where(step => step.Rule == ProofRule.Apportion))
            foreach (var proposal in Parts(whole)) yield return proposal;
        foreach (var row in reading.Answer.Proof.AllRows())
            if (Firm(row) is { } proposal) yield return proposal;
        if (reading.Reading.Question is Question.Rank { When: { } days } rank)
            foreach (var proposal in Places(rank, days)) yield return proposal;
    }

    // A part of a whole without a figure: anything up to what the others leave.
    private IEnumerable<Proposal> Parts(ProofStep whole)
    {
        if (whole.Inputs.Select(part => part.Inputs[0]).FirstOrDefault(size => size.Rule == ProofRule.Quotient)?.Inputs[1].Rows is not [Measure total, ..]) yield break;
        var room = Math.Max(0, 100 - whole.Inputs.Where(part => part.Inputs[0].Rule == ProofRule.Quotient).Sum(part => part.Inputs[0].Figure.Low));
        foreach (var part in whole.Inputs.Where(part => part.Inputs[0].Rule == ProofRule.Silent).Select(part => part.Rows[0]).OfType<Part>())
            yield return new Proposal(new MissingRow
            {
                Table = "measures", Subject = part.Subject, Object = part.Whole, Indicator = part.Indicator, Period = part.Period.ToString(),
                Text = wording.Say("missing-figure", ("indicator", names.Word(part.Indicator)), ("subject", names.Name(part.Subject)), ("period", part.Period.ToString())),
            }, room)
            {
                Sweep = filled => evidence.Add(Figure(part.Subject, part.Indicator, part.Period, total.Unit, total.Value.High * room / 100 * filled, "")),
            };
    }

    // A figure that is a range, or weak: an exact one from a good source, within the range, or a tenth about what stands there.
    private Proposal? Firm(Statement row)
    {
        if (RowFigure.Of(row).FirstOrDefault() is not { } figure || (figure.Value.IsExact && !row.IsWeak)) return null;
        if (row is not (Stake or Measure or Route) || row.Status is RowStatus.Planned or RowStatus.Forecast) return null;
        var (low, high) = row.IsWeak ? (figure.Value.Low * (1 - ATenth), Math.Min(figure.Most, figure.Value.High * (1 + ATenth))) : (figure.Value.Low, figure.Value.High);
        var (subject, about, indicator, period) = row switch
        {
            Stake stake => ((EntityId?)stake.Owner, (EntityId?)stake.Asset, "", ""),
            Measure measure => (measure.Subject, null, measure.Indicator, measure.Period.ToString()),
            Route route => (route.Origin, route.Via, route.Commodity, route.Period.ToString()),
            _ => (null, null, "", ""),
        };
        return new Proposal(new MissingRow
        {
            Table = RowNames.TableOf(row), Subject = subject, Object = about, Indicator = indicator, Period = period, Row = row.Id,
            Text = wording.Say(row.IsWeak ? "missing-firm" : "missing-exact", ("row", names.Of(row)), ("value", figure.Value.ToString()), ("unit", figure.Unit)),
        }, figure.Unit == "%" ? Math.Min(1, high - low) : 1)
        {
            Sweep = part => evidence.Replace(Reported(figure.With(Bounds.Exactly(low + (high - low) * part)))),
        };
    }

    private static Statement Reported(Statement row) => row switch
    {
        Stake stake => stake with { StakeStatus = RowStatus.Reported },
        Measure measure => measure with { MeasureStatus = RowStatus.Reported },
        Route route => route with { RouteStatus = RowStatus.Reported },
        _ => row,
    };

    private IEnumerable<Proposal> Places(Question.Rank asked, DayRange days)
    {
        var period = Period.Year(Math.Max(1, days.Last.Year - 1));
        var among = asked.Among ?? RankFromFigures.World;
        int[] places = expects is Expectation.Place place ? [1, place.Best, place.Worst, place.Worst + 1, place.Worst + 40] : [1, 2, 40];
        yield return new Proposal(new MissingRow
        {
            Table = "rankings", Subject = asked.Subject, Object = asked.Among, Indicator = asked.Indicators[0], Period = period.ToString(),
            Text = wording.Say("missing-place", ("subject", names.Name(asked.Subject)), ("indicator", names.Word(asked.Indicators[0])), ("period", period.ToString())),
        })
        {
            Says = [.. places.Distinct().Select(at => new Func<EvidenceSnapshot>(() => evidence.Add(Figure(asked.Subject, asked.Indicators[0], period, "rank", at, among.Value))))],
        };
        foreach (var list in asked.Indicators.SelectMany(indicator => evidence.Rankings(indicator)).Where(row => Periods.Fits(row.Period, days)).GroupBy(row => row.List))
        {
            var depth = list.Max(row => row.Rank).ToString(CultureInfo.InvariantCulture);
            var of = list.First().Period;
            yield return new Proposal(new MissingRow
            {
                Table = "completeness", Subject = list.Key, Indicator = "rankings", Period = of.ToString(),
                Text = wording.Say("missing-list-depth", ("list", names.Name(list.Key)), ("depth", depth)),
            })
            {
                Says =
                [
                    () => evidence.Add(new Completeness
                    {
                        Id = new($"completeness/rankings/{list.Key}/if"), Sources = [], Place = Nowhere, Table = "rankings", Subject = list.Key, Scope = $"complete to rank {depth}",
                    }),
                ],
            };
        }
    }

    private static Measure Figure(EntityId subject, string indicator, Period period, string unit, decimal value, string scope) => new()
    {
        Id = new($"measures/{subject}/{indicator}/{period}/if"), Sources = [], Place = Nowhere, Subject = subject, Indicator = indicator, Period = period,
        Value = Bounds.Exactly(value), Central = value, Unit = unit, Scope = scope, MeasureStatus = RowStatus.Reported,
    };
}
