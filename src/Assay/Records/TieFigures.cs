using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>The figures of one section of the ties: the last of each kind, of either state or of places in it, with the other or a body that it belongs to.</summary>
internal static class TieFigures
{
    private const int OldAfterYears = 3;

    public static RecordTable Table(RecordDesk desk, TieSection section, EntityId one, EntityId other)
    {
        var known = Known(desk, section, one, other).ToList();
        var rows = known.GroupBy(pair => (pair.Row.Subject, pair.Row.Indicator, pair.Row.Scope))
            .SelectMany(group => group.Where(pair => pair.Row.Period == Latest(group.Select(one => one.Row)).Period))
            .ToList();
        return desk.Table(section.Id, section.Title, "of", "with", "indicator", "period", "figure", "part", "denominator") with
        {
            Rows = [.. rows.Select(pair => Row(desk, pair.Indicator, pair.Row, rows.First(other => Same(other.Row, pair.Row)).Row == pair.Row))],
        };
    }

    /// <summary>Every figure of the section that the record has by the last of the days; forecasts are left out.</summary>
    public static IEnumerable<(TieIndicator Indicator, Measure Row)> Known(RecordDesk desk, TieSection section, EntityId one, EntityId other) =>
        section.Indicators.SelectMany(indicator => desk.Evidence.Rows<Measure>(RowKey.MeasuresBy, indicator.Indicator)
            .Where(row => Periods.Happened(row) && row.Period.Days.Last <= desk.When.Last)
            .Where(row => IsBetween(desk, row, one, other) || IsBetween(desk, row, other, one))
            .Select(row => (indicator, row)));

    /// <summary>The figure of the latest period; of one that ends on the same day, the longer.</summary>
    public static Measure Latest(IEnumerable<Measure> rows) =>
        rows.OrderByDescending(row => row.Period.Days.Last).ThenBy(row => row.Period.Days.First).First();

    private static bool Same(Measure left, Measure right) =>
        left.Subject == right.Subject && left.Indicator == right.Indicator && left.Scope == right.Scope && left.Period == right.Period;

    private static bool IsBetween(RecordDesk desk, Measure row, EntityId of, EntityId with)
    {
        if (desk.StateOf(row.Subject) != of) return false;
        if (row.Scope == with.Value) return true;
        var body = new EntityId(row.Scope);
        return desk.Evidence.Entity(body) is { Kind: EntityKind.Bloc } && SharedBodies.Standing(desk.On(row.Period.Days), with, body) is not null;
    }

    private static RecordRow Row(RecordDesk desk, TieIndicator indicator, Measure row, bool isFirst)
    {
        var total = indicator.Total.Length == 0 ? null : desk.Evidence.Measures(row.Subject, indicator.Total)
            .FirstOrDefault(one => one.Period == row.Period && one.Unit == row.Unit && Periods.Happened(one) && one.Value.Low > 0);
        var part = total is null ? (Bounds?)null : new Bounds(row.Value.Low / total.Value.High * 100, row.Value.High / total.Value.Low * 100).RoundOutward(1);
        var partner = new EntityId(row.Scope);
        var denominator = total is not null ? desk.Say("record-ties-total", ("indicator", desk.Inquiry.Word("indicator", indicator.Total)), ("value", Inquiry.Show(total.Value)), ("unit", total.Unit)) : indicator.Of;
        var remarks = new List<string>();
        if (!isFirst) remarks.Add(desk.Say("remark-rival"));
        if (row.Period.Days.Last.Year < desk.When.First.Year - OldAfterYears) remarks.Add(desk.Say("remark-old"));
        return new RecordRow(
            [desk.Named(row.Subject), desk.Evidence.Entity(partner) is null ? Cell.Of(row.Scope) : desk.Named(partner), Cell.Of(desk.Inquiry.Word("indicator", row.Indicator)), Cell.Of(row.Period.ToString()),
                RankView.Limits(desk, row), part is { } share ? new Cell.Figure(share, "%") : Cell.None, Cell.Of(denominator)],
            total is null ? [row] : [row, total])
        { Remarks = [.. remarks] };
    }
}
