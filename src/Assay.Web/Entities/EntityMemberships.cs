using Assay.Evidence;
using Assay.Records;

namespace Assay.Web.Entities;

/// <summary>The bodies and groups that an entity belongs to over some days.</summary>
internal static class EntityMemberships
{
    /// <summary>The table, in the words of the rules; null: the record has no row of it.</summary>
    public static RecordTable? Table(EvidenceSnapshot evidence, RuleSet rules, EntityId id, DayRange when)
    {
        var rows = evidence.BodiesOf(id);
        if (rows.IsEmpty) return null;
        var held = rows.Select(row => (Row: row, Holds: Holds(evidence, row, when))).Where(pair => pair.Holds != Truth.False)
            .OrderByDescending(pair => pair.Holds).ThenBy(pair => evidence.NameOf(pair.Row.Body), StringComparer.Ordinal);
        return new RecordTable("belongs-to", rules.Wording.Say("record-belongs-to", ("days", when.ToString())), [Column(rules, "body"), Column(rules, "status"), Column(rules, "from")],
            [.. held.Select(pair => new RecordRow([new Cell.Named(pair.Row.Body, evidence.NameOf(pair.Row.Body)), Cell.Of(Status(pair.Row.MembershipStatus)), Cell.Of(pair.Row.Validity.From)], [pair.Row]) { Holds = pair.Holds })]);
    }

    // Who is counted to a named group without a start always was.
    private static Truth Holds(EvidenceSnapshot evidence, Membership row, DayRange when)
    {
        var isAlways = row.Validity.From is null && evidence.Entity(row.Body) is { Kind: EntityKind.Group } && (row.Validity.To is not { } to || when.Last < to.First);
        return isAlways ? Truth.True : row.Validity.HoldsOn(when);
    }

    private static RecordColumn Column(RuleSet rules, string key) => new(key, rules.Wording.Say($"column-{key}"));

    private static string Status(MembershipStatus status) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()).Replace('-', ' ');
}
