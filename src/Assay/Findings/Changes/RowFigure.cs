using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>A figure of a row that may be another.</summary>
/// <param name="Column">Where it stands, as the pack format names it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Unit">In what.</param>
/// <param name="Step">How exactly it is stated.</param>
/// <param name="Least">The least that it can be.</param>
/// <param name="Most">The most that it can be.</param>
/// <param name="With">The row with another value, or with any within bounds where <see cref="TakesBounds"/>.</param>
internal sealed record RowFigure(string Column, Bounds Value, string Unit, decimal Step, decimal Least, decimal Most, Func<Bounds, Statement> With)
{
    // Percent and the like are stated to two places, amounts to about four digits, both so that they can be written in a row.
    private const decimal Hundredth = 0.01m;

    /// <summary>Whether the row can say that the figure lies within bounds.</summary>
    public bool TakesBounds => With(new Bounds(Least, Most)) is Stake or Measure or Completeness;

    /// <summary>The row with everything allowed that is off by no more than a part of what stands there.</summary>
    public Statement Widened(decimal part)
    {
        var low = Math.Max(Least, Value.Low * Math.Max(0, 1 - part));
        var high = Value.High == 0 ? Most : Math.Min(Most, Value.High * Math.Min(1 + part, 1000));
        return With(new Bounds(Math.Min(low, Value.Low), Math.Max(high, Value.High)));
    }

    /// <summary>The figures of a row; none for kinds of rows that have none.</summary>
    public static IEnumerable<RowFigure> Of(Statement row)
    {
        switch (row)
        {
            case Stake stake:
                yield return Percent("share_pct", stake.Share, value => stake with { Share = value, Central = Exact(value) });
                break;
            case Measure { Unit: "rank" } place:
                yield return Place("value", place.Value, value => place with { Value = value, Central = Exact(value) });
                break;
            case Measure measure:
                yield return measure.Unit == "%"
                    ? Percent("value", measure.Value, value => measure with { Value = value, Central = Exact(value) })
                    : Amount("value", measure.Value, measure.Unit, value => measure with { Value = value, Central = Exact(value) });
                break;
            case Ranking ranking:
                yield return Place("rank", Bounds.Exactly(ranking.Rank), value => ranking with { Rank = (int)value.Low });
                if (ranking.Value is { } figure) yield return Amount("value", Bounds.Exactly(figure), "", value => ranking with { Value = value.Low });
                if (ranking.SharePercent is { } part) yield return Percent("share_pct", Bounds.Exactly(part), value => ranking with { SharePercent = value.Low });
                break;
            case Route route:
                if (route.Value is { } much) yield return Amount("value", Bounds.Exactly(much), route.Unit, value => route with { Value = value.Low });
                if (route.SharePercent is { } share) yield return Percent("share_pct", Bounds.Exactly(share), value => route with { SharePercent = value.Low });
                break;
            case Completeness { Covers: { } covers } complete:
                yield return Percent("covers_min", covers, value => complete with { Covers = value });
                break;
        }
    }

    private static decimal? Exact(Bounds value) => value.IsExact ? value.Low : null;

    private static RowFigure Percent(string column, Bounds value, Func<Bounds, Statement> with) => new(column, value, "%", Hundredth, 0, Math.Max(100, value.High), with);

    private static RowFigure Place(string column, Bounds value, Func<Bounds, Statement> with) => new(column, value, "", 1, 1, value.High + 50, with);

    // That an amount is off more than tenfold is no change worth telling.
    private static RowFigure Amount(string column, Bounds value, string unit, Func<Bounds, Statement> with)
    {
        var step = Hundredth;
        var size = Math.Max(Math.Abs(value.High), Hundredth);
        while (step * 10_000 <= size) step *= 10;
        while (step > 0.000_001m && step * 1_000 > size) step /= 10;
        return new(column, value, unit, step, 0, Math.Max(value.High, step) * 10, with);
    }
}
