using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>
/// What ties two states: bodies shared, agreements, what each holds of the other's assets, routes, trade, troops and training, both ways
/// round; and what began, ended or changed since a day. Exchanging the two gives the same rows.
/// </summary>
public static class TiesView
{
    /// <summary>The ties over some days, and since a day if one is given.</summary>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, EntityId one, EntityId other, DayRange when, DayRange? since)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var desk = new RecordDesk(evidence, rules, when);
        var tables = new List<RecordTable>();
        if (since is { } start) tables.Add(TieChanges.Table(desk, one, other, start));
        tables.Add(SharedBodies.Table(desk, one, other));
        tables.Add(Agreements(desk, one, other));
        tables.Add(HeldAssets.Table(desk, one, other));
        tables.Add(TieRoutes.Table(desk, one, other));
        tables.AddRange(rules.Ties.Sections.Select(section => TieFigures.Table(desk, section, one, other)));
        tables.Add(Events(desk, one, other));
        return desk.View("ties", desk.Say("record-ties-title", ("one", evidence.NameOf(one)), ("other", evidence.NameOf(other))), tables);
    }

    private static RecordTable Agreements(RecordDesk desk, EntityId one, EntityId other)
    {
        var all = AgreementsView.Between(desk, [one, other]).ToList();
        var present = all.Where(row => AgreementsView.InForce(desk, row) != Truth.False)
            .OrderBy(row => row.Kind, StringComparer.Ordinal).ThenByDescending(row => (row.Signed ?? row.InForce)?.First ?? DateOnly.MinValue).ToList();
        var table = AgreementsView.Listed(desk, "agreements", desk.Say("record-ties-agreements"), [one, other], present);
        return table with
        {
            Notes = [desk.Say("record-agreements-open", ("parties", desk.Inquiry.Names([one, other])))],
            Picture = AgreementsView.Line(desk, all),
        };
    }

    private static RecordTable Events(RecordDesk desk, EntityId one, EntityId other)
    {
        var rows = desk.Evidence.Rows<Event>(RowKey.EventsWith, one.ToString())
            .Where(row => row.EventStatus == "happened" && row.Participants.Contains(other))
            .Where(row => row.From is not { } from || from.First <= desk.When.Last)
            .OrderByDescending(row => row.From?.First ?? DateOnly.MinValue).ThenBy(row => row.EventId.Value, StringComparer.Ordinal);
        return desk.Table("events", desk.Say("record-ties-events"), "event", "kind", "place", "from", "last-day") with
        {
            Rows = [.. rows.Select(row => new RecordRow([Cell.Of(row.Title), desk.Slug("event", row.Kind), Cell.Of(row.EventPlace), Cell.Of(row.From), Cell.Of(row.To)], [row]))],
        };
    }
}
