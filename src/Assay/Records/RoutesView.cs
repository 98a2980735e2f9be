using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>By which ways a good leaves a country, how much by each, and what part of all exports that is.</summary>
public static class RoutesView
{
    /// <summary>The routes of the last year that the record has by the end of the days, or of the year asked about; one table a period.</summary>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, string goods, EntityId origin, DayRange when)
    {
        var desk = new RecordDesk(evidence, rules, when);
        var rows = Known(desk, origin).Where(row => row.Commodity == goods).ToList();
        var year = rows.Count > 0 ? rows.Max(row => row.Period.Days.First.Year) : 0;
        var periods = rows.Where(row => row.Period.Days.First.Year == year).GroupBy(row => row.Period).OrderByDescending(period => period.Key.IsYear).ThenBy(period => period.Key.ToString(), StringComparer.Ordinal);
        var tables = periods.Select(period => OfPeriod(desk, goods, origin, period.Key, [.. period])).ToList();
        var lists = desk.Table("completeness", desk.Say("record-lists"), "scope", "covers", "from", "to", "speaks") with { Rows = desk.On(year > 0 ? new PartialDate(year).Days : when).Lists("routes", origin) };
        if (lists.Rows.Length > 0 && tables.Count > 0) tables.Add(lists);
        var view = desk.View("routes", desk.Say("record-routes-title", ("goods", RankView.Words(goods)), ("origin", evidence.NameOf(origin))), tables);
        return rows.Count > 0 ? view : view with { Notes = [desk.Say("record-routes-none", ("goods", RankView.Words(goods)), ("origin", evidence.NameOf(origin)), ("days", when.ToString()))] };
    }

    /// <summary>The routes from a country in periods that answer for the days.</summary>
    internal static IEnumerable<Route> Known(RecordDesk desk, EntityId origin) => desk.Evidence.Rows<Route>(RowKey.RoutesFrom, origin.ToString())
        .Where(row => Periods.Fits(row.Period, desk.When));

    /// <summary>What part of all exports in its period a route is: as its source says, else its volume by the total; null where neither is known.</summary>
    internal static (Bounds Share, Measure? Total)? Share(RecordDesk desk, Route row)
    {
        if (row.SharePercent is { } said) return (Bounds.Exactly(said), null);
        var total = desk.Evidence.Measures(row.Origin, $"{row.Commodity}-exports").FirstOrDefault(one => one.Period == row.Period && one.Unit == row.Unit && Periods.Happened(one) && one.Value.Low > 0);
        return total is null || row.Value is not { } value ? null : (new Bounds(value / total.Value.High * 100, Math.Max(value / total.Value.High, value / total.Value.Low) * 100).RoundOutward(2), total);
    }

    private static RecordTable OfPeriod(RecordDesk desk, string goods, EntityId origin, Period period, ImmutableArray<Route> rows)
    {
        var firsts = rows.GroupBy(row => (row.Via, row.Destination)).Select(group => group.First()).ToHashSet();
        var table = desk.Table($"routes-{period}".ToLowerInvariant(), desk.Say("record-routes-period", ("goods", RankView.Words(goods)), ("origin", desk.Evidence.NameOf(origin)), ("period", period.ToString())),
            "via", "destination", "volume", "of-exports", "status");
        var total = rows.Select(row => Share(desk, row)?.Total).OfType<Measure>().FirstOrDefault();
        return table with
        {
            Rows = [.. rows.OrderBy(row => row.Via is null).ThenByDescending(row => row.Value ?? 0).Select(row =>
            {
                var share = Share(desk, row);
                return new RecordRow(
                    [desk.Named(row.Via), desk.Named(row.Destination), row.Value is { } value ? new Cell.Figure(Bounds.Exactly(value), row.Unit) : Cell.None,
                        share is { } part ? new Cell.Figure(part.Share, "%") : Cell.None, desk.Slug("status", RecordWords.Kebab(row.Status))],
                    share?.Total is { } whole ? [row, whole] : [row])
                {
                    Holds = row.Status is RowStatus.Forecast or RowStatus.Planned ? Truth.Unknown : Truth.True,
                    Remarks = firsts.Contains(row) ? [] : [desk.Say("remark-rival")],
                };
            })],
            Notes = [total is null ? desk.Say("record-routes-no-total", ("period", period.ToString())) : desk.Say("record-routes-total", ("total", Inquiry.Show(total.Value)), ("unit", total.Unit), ("period", period.ToString()), ("row", total.Place.ToString())),
                desk.Say("record-routes-overlap")],
            Picture = Picture(desk, origin, [.. rows.Where(firsts.Contains).Where(row => row.Via is not null && row.Value > 0)]),
        };
    }

    private static RecordPicture.Flows? Picture(RecordDesk desk, EntityId origin, ImmutableArray<Route> rows)
    {
        // Of a way told with and without its destination, the part with it is inside the one without.
        ImmutableArray<Route> drawn = [.. rows.Where(row => row.Destination is null || rows.All(other => other.Via != row.Via || other.Destination is not null))];
        return drawn.Length < 2 || drawn.DistinctBy(row => row.Unit).Count() > 1 ? null : new RecordPicture.Flows(desk.Evidence.NameOf(origin), drawn[0].Unit,
            [.. drawn.OrderByDescending(row => row.Value).Select(row => new Flow(desk.Evidence.NameOf(row.Via!.Value), row.Destination is { } to ? desk.Evidence.NameOf(to) : "", row.Value!.Value, !row.IsWeak))]);
    }
}
