using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What of each state's exports goes through or to the other, in the last period told of, with the total it is a part of.</summary>
internal static class TieRoutes
{
    public static RecordTable Table(RecordDesk desk, EntityId one, EntityId other)
    {
        var (first, second) = (Of(desk, one, other), Of(desk, other, one));
        return desk.Table("routes", desk.Say("record-ties-routes"), "origin", "goods", "via", "destination", "period", "volume", "of-exports", "status") with
        {
            Rows = [.. first.Rows, .. second.Rows], Notes = [.. first.Notes, .. second.Notes, desk.Say("record-routes-overlap")],
        };
    }

    /// <summary>Whether a route leads through a state or ends in it.</summary>
    public static bool Touches(RecordDesk desk, Route row, EntityId state) => desk.StateOf(row.Via) == state || desk.StateOf(row.Destination) == state;

    private static (ImmutableArray<RecordRow> Rows, ImmutableArray<string> Notes) Of(RecordDesk desk, EntityId origin, EntityId through)
    {
        var rows = ImmutableArray.CreateBuilder<RecordRow>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var goods in RoutesView.Known(desk, origin).Where(row => Touches(desk, row, through)).GroupBy(row => row.Commodity).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A whole year tells more than the months of a later one that has not been told whole.
            var period = goods.Select(row => row.Period).OrderByDescending(one => one.IsYear).ThenByDescending(one => one.Days.Last).First();
            ImmutableArray<Route> told = [.. goods.Where(row => row.Period == period)];
            var firsts = told.GroupBy(row => (row.Via, row.Destination)).Select(group => group.First()).ToHashSet();
            rows.AddRange(told.OrderByDescending(row => row.Value ?? 0).Select(row => Row(desk, row, firsts.Contains(row))));
            notes.AddRange(Together(desk, origin, through, goods.Key, period, [.. told.Where(firsts.Contains)]));
        }
        return (rows.ToImmutable(), notes.ToImmutable());
    }

    private static RecordRow Row(RecordDesk desk, Route row, bool isFirst)
    {
        var share = RoutesView.Share(desk, row);
        return new RecordRow(
            [desk.Named(row.Origin), Cell.Of(RankView.Words(row.Commodity)), desk.Named(row.Via), desk.Named(row.Destination), Cell.Of(row.Period.ToString()),
                row.Value is { } value ? new Cell.Figure(Bounds.Exactly(value), row.Unit) : Cell.None, share is { } part ? new Cell.Figure(part.Share, "%") : Cell.None,
                desk.Slug("status", RecordWords.Kebab(row.Status))],
            share?.Total is { } total ? [row, total] : [row])
        {
            Holds = row.Status is RowStatus.Forecast or RowStatus.Planned ? Truth.Unknown : Truth.True,
            Remarks = isFirst ? [] : [desk.Say("remark-rival")],
        };
    }

    // Legs of one way may be told as rows of their own: the greatest alone is the least, their sum the most of what is listed.
    private static IEnumerable<string> Together(RecordDesk desk, EntityId origin, EntityId through, string goods, Period period, ImmutableArray<Route> rows)
    {
        var shares = rows.Where(row => row.Status is not (RowStatus.Forecast or RowStatus.Planned)).Select(row => RoutesView.Share(desk, row)).OfType<(Bounds Share, Measure? Total)>().ToList();
        if (shares.Count == 0) yield break;
        var together = new Bounds(shares.Max(share => share.Share.Low), Math.Min(100, shares.Sum(share => share.Share.High)));
        var total = shares.Select(share => share.Total).OfType<Measure>().FirstOrDefault();
        yield return desk.Say("record-ties-routes-together", ("origin", desk.Evidence.NameOf(origin)), ("through", desk.Evidence.NameOf(through)), ("goods", RankView.Words(goods)),
            ("period", period.ToString()), ("low", Inquiry.Show(Bounds.Exactly(together.Low))), ("high", Inquiry.Show(Bounds.Exactly(together.High))),
            ("total", total is null ? desk.Say("record-total-unknown") : $"{total.Value} {total.Unit}"));
    }
}
