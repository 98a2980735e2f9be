using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>The bodies that two states share, each with both standings; the bodies of the fewest members first.</summary>
internal static class SharedBodies
{
    public static RecordTable Table(RecordDesk desk, EntityId one, EntityId other)
    {
        var rows = Bodies(desk, one, other)
            .Select(body => (Body: body, One: Standing(desk, one, body), Other: Standing(desk, other, body)))
            .Where(row => row.One is not null && row.Other is not null)
            .Select(row => (row.Body, One: row.One!, Other: row.Other!, Holds: MembersView.Holds(desk, row.One!).And(MembersView.Holds(desk, row.Other!))))
            .OrderByDescending(row => row.Holds).ThenBy(row => desk.Evidence.MembersOf(row.Body).Count(member => MembersView.Holds(desk, member) != Truth.False)).ThenBy(row => row.Body.Value, StringComparer.Ordinal);
        var (name, second) = (desk.Evidence.NameOf(one), desk.Evidence.NameOf(other));
        return new RecordTable("bodies", desk.Say("record-ties-bodies", ("days", desk.When.ToString())),
            [
                new("body", desk.Say("column-body")), new("first-status", name), new("first-from", desk.Say("column-from")),
                new("second-status", second), new("second-from", desk.Say("column-from")), new("holds", desk.Say("column-holds")),
            ],
            [.. rows.Select(row => new RecordRow(
                [desk.Named(row.Body), MembersView.Status(desk, row.One), Cell.Of(row.One.Validity.From), MembersView.Status(desk, row.Other), Cell.Of(row.Other.Validity.From), new Cell.Holds(row.Holds)],
                [row.One, row.Other]) { Holds = row.Holds, Remarks = [.. Suspended(desk, row.Body, one, other)] })]);
    }

    /// <summary>Bodies, not named groups, to which both belong or belonged in some way.</summary>
    public static IEnumerable<EntityId> Bodies(RecordDesk desk, EntityId one, EntityId other) =>
        desk.Evidence.BodiesOf(one).Select(row => row.Body).Intersect(desk.Evidence.BodiesOf(other).Select(row => row.Body))
            .Where(body => desk.Evidence.Entity(body) is { Kind: EntityKind.Bloc });

    /// <summary>The closest way in which a state belonged on the days, or perhaps did; null: in none.</summary>
    public static Membership? Standing(RecordDesk desk, EntityId state, EntityId body) => desk.Evidence.MembersOf(body)
        .Where(row => row.Member == state && row.MembershipStatus != MembershipStatus.Suspended && MembersView.Holds(desk, row) != Truth.False)
        .OrderByDescending(row => MembersView.Holds(desk, row)).ThenBy(MembersView.Class).FirstOrDefault();

    private static IEnumerable<string> Suspended(RecordDesk desk, EntityId body, params EntityId[] states) => desk.Evidence.MembersOf(body)
        .Where(row => states.Contains(row.Member) && row.MembershipStatus == MembershipStatus.Suspended && MembersView.Holds(desk, row) != Truth.False)
        .Select(row => desk.Say("remark-suspended", ("member", desk.Evidence.NameOf(row.Member))));
}
