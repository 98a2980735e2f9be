using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What began, ended or changed between two states since a day. A date that may lie before the day makes it "perhaps".</summary>
internal sealed class TieChanges
{
    private readonly RecordDesk _desk;
    private readonly DayRange _since;
    private readonly List<(DateOnly At, RecordRow Row)> _found = [];

    private TieChanges(RecordDesk desk, DayRange since) => (_desk, _since) = (desk, since);

    public static RecordTable Table(RecordDesk desk, EntityId one, EntityId other, DayRange since)
    {
        var changes = new TieChanges(desk, since);
        changes.Memberships(one, other);
        changes.Agreements(one, other);
        changes.Stakes(one, other);
        changes.Stakes(other, one);
        changes.Routes(one, other);
        changes.Routes(other, one);
        foreach (var section in desk.Rules.Ties.Sections) changes.Figures(section, one, other);
        changes.Events(one, other);
        return desk.Table("changes", desk.Say("record-ties-changes", ("since", since.ToString()), ("days", desk.When.ToString())), "what", "change", "date", "before", "after") with
        {
            Rows = [.. changes._found.OrderBy(pair => pair.At).ThenBy(pair => pair.Row.Statements[^1].Id.Value, StringComparer.Ordinal).Select(pair => pair.Row)],
            Notes = [desk.Say(changes._found.Count == 0 ? "record-ties-changes-none" : "record-ties-changes-note")],
        };
    }

    private void Memberships(EntityId one, EntityId other)
    {
        foreach (var body in SharedBodies.Bodies(_desk, one, other))
        {
            foreach (var row in _desk.Evidence.MembersOf(body).Where(row => row.Member == one || row.Member == other))
            {
                var what = _desk.Say("change-membership", ("member", _desk.Evidence.NameOf(row.Member)), ("body", _desk.Evidence.NameOf(body)), ("status", _desk.Inquiry.Word("status", RecordWords.Kebab(row.MembershipStatus))));
                Dated(what, "change-began", row.Validity.From, row);
                Dated(what, "change-ended", row.Validity.To, row);
            }
        }
    }

    private void Agreements(EntityId one, EntityId other)
    {
        foreach (var row in AgreementsView.Between(_desk, [one, other]))
        {
            Dated(row.Title, "change-signed", row.Signed, row);
            if (row.InForce != row.Signed) Dated(row.Title, "change-in-force", row.InForce, row);
            if (AgreementsView.InForce(_desk, row) == Truth.False) Dated(row.Title, "change-ended", row.Ended, row);
        }
    }

    private void Stakes(EntityId holder, EntityId state)
    {
        var nationalities = new Nationalities(_desk.Inquiry, _desk.When);
        var rows = HeldAssets.Assets(_desk, state).SelectMany(asset => _desk.Evidence.StakesIn(asset)).Where(StakeRows.IsOwned)
            .Where(row => nationalities.Of(row.Owner).Value is StepValue.Named { Value: { } nationality } && nationality == holder).ToList();
        foreach (var row in rows)
        {
            var what = _desk.Say("change-stake", ("owner", _desk.Evidence.NameOf(row.Owner)), ("asset", _desk.Evidence.NameOf(row.Asset)));
            var before = row.Validity.From is { } from ? rows.FirstOrDefault(other => Follows(other, from)) : null;
            if (before is not null) Dated(what, "change-changed", row.Validity.From, before, row, new Cell.Figure(before.Share, "%"), new Cell.Figure(row.Share, "%"));
            else Dated(what, "change-began", row.Validity.From, row, after: new Cell.Figure(row.Share, "%"));
            if (row.Validity.To is { } to && !rows.Any(other => other.Owner == row.Owner && other.Asset == row.Asset && other.Validity.From == to))
                Dated(what, "change-ended", to, row, before: new Cell.Figure(row.Share, "%"));
            bool Follows(Stake other, PartialDate start) => other != row && other.Owner == row.Owner && other.Asset == row.Asset && other.Validity.To == start;
        }
    }

    private void Routes(EntityId origin, EntityId through)
    {
        var ways = _desk.Evidence.Rows<Route>(RowKey.RoutesFrom, origin.ToString())
            .Where(row => TieRoutes.Touches(_desk, row, through) && row.Period.IsYear && row.Value is not null)
            .Where(row => row.Status is not (RowStatus.Forecast or RowStatus.Planned) && row.Period.Days.Last <= _desk.When.Last)
            .GroupBy(row => (row.Commodity, row.Via, row.Destination, row.Unit));
        foreach (var way in ways)
        {
            var words = _desk.Say("change-route", ("goods", RankView.Words(way.Key.Commodity)), ("origin", _desk.Evidence.NameOf(origin)),
                ("way", string.Join(" – ", new[] { way.Key.Via, way.Key.Destination }.OfType<EntityId>().Select(_desk.Evidence.NameOf))));
            Compared(words, [.. way.Select(row => (row.Period, new Bounds(row.Value!.Value, row.Value.Value), row.Unit, (Statement)row))]);
        }
    }

    private void Figures(TieSection section, EntityId one, EntityId other)
    {
        foreach (var series in TieFigures.Known(_desk, section, one, other).Select(pair => pair.Row).GroupBy(row => (row.Subject, row.Indicator, row.Scope, row.Unit, Length: Length(row.Period))))
        {
            if (series.Any(row => row.Status is RowStatus.Floor or RowStatus.Ceiling)) continue;
            var partner = new EntityId(series.Key.Scope);
            var words = _desk.Say("change-figure", ("indicator", _desk.Inquiry.Word("indicator", series.Key.Indicator)), ("of", _desk.Evidence.NameOf(series.Key.Subject)), ("with", _desk.Evidence.NameOf(partner)));
            Compared(words, [.. series.Select(row => (row.Period, row.Value, row.Unit, (Statement)row))]);
        }
    }

    private void Events(EntityId one, EntityId other)
    {
        foreach (var row in _desk.Evidence.Rows<Event>(RowKey.EventsWith, one.ToString()).Where(row => row.EventStatus == "happened" && row.Participants.Contains(other)))
        {
            var days = row.To is { } to && to != row.From ? _desk.Say("change-last-day", ("day", to.ToString())) : "";
            Dated(row.Title, "change-happened", row.From, row, after: Cell.Of(days));
        }
    }

    // The last figure of before the day beside the last there is; of rivals for one period the first.
    private void Compared(string what, ImmutableArray<(Period Period, Bounds Value, string Unit, Statement Row)> series)
    {
        var before = series.Where(one => one.Period.Days.Last < _since.First).GroupBy(one => one.Period).MaxBy(group => group.Key.Days.Last)?.First();
        var after = series.Where(one => one.Period.Days.Last >= _since.First).GroupBy(one => one.Period).MaxBy(group => group.Key.Days.Last)?.First();
        if (before is not { } old || after is not { } now || old.Value == now.Value) return;
        var key = now.Value.Low > old.Value.High ? "change-rose" : now.Value.High < old.Value.Low ? "change-fell" : "change-perhaps-changed";
        // What was last measured long before the day may have changed before it as well.
        var isSure = old.Period.Days.Last >= _since.First.YearsLater(-1) && key != "change-perhaps-changed";
        _found.Add((now.Period.Days.Last, new RecordRow(
            [Cell.Of(what), Cell.Of(_desk.Say(key)), Cell.Of($"{old.Period} → {now.Period}"), new Cell.Figure(old.Value, old.Unit), new Cell.Figure(now.Value, now.Unit)], [old.Row, now.Row])
        { Holds = isSure ? Truth.True : Truth.Unknown, Remarks = isSure ? [] : [_desk.Say("remark-change-before", ("period", old.Period.ToString()))] }));
    }

    private void Dated(string what, string key, PartialDate? date, Statement row, Cell? before = null, Cell? after = null) => Dated(what, key, date, null, row, before, after);

    private void Dated(string what, string key, PartialDate? date, Statement? earlier, Statement row, Cell? before = null, Cell? after = null)
    {
        if (date is not { } day || day.Last < _since.First || day.First > _desk.When.Last) return;
        var isSure = day.First >= _since.First && day.Last <= _desk.When.Last;
        _found.Add((day.First, new RecordRow([Cell.Of(what), Cell.Of(_desk.Say(key)), Cell.Of(day), before ?? Cell.None, after ?? Cell.None], earlier is null ? [row] : [earlier, row])
        { Holds = isSure ? Truth.True : Truth.Unknown }));
    }

    private static int Length(Period period) => period.Days.Last.DayNumber - period.Days.First.DayNumber > 300 ? 12 : (period.Days.Last.DayNumber - period.Days.First.DayNumber) / 28;
}
