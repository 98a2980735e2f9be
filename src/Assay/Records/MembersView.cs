using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Records;

/// <summary>Who belongs to a body or named group, in what way and since when, and whether the list is known to be whole.</summary>
public static class MembersView
{
    /// <summary>The members over some days.</summary>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, EntityId body, DayRange when)
    {
        var desk = new RecordDesk(evidence, rules, when);
        var all = evidence.MembersOf(body).Select(row => (Row: row, Holds: Holds(desk, row))).ToList();
        var present = all.Where(pair => pair.Holds != Truth.False).ToList();
        var past = all.Where(pair => pair.Holds == Truth.False && pair.Row.Validity.To is { } to && to.First <= when.Last).ToList();
        var members = desk.Table("members", desk.Say("record-members", ("body", evidence.NameOf(body)), ("days", when.ToString())), "member", "status", "from", "to", "holds") with
        {
            Rows = [.. present.OrderByDescending(pair => pair.Holds).ThenBy(pair => Class(pair.Row)).ThenBy(pair => evidence.NameOf(pair.Row.Member), StringComparer.Ordinal)
                .Select(pair => Row(desk, pair.Row, pair.Holds, Contradicts(all.Select(other => other.Row), pair.Row)))],
            Notes = [Completeness(desk, body)],
        };
        var former = desk.Table("former", desk.Say("record-members-former"), "member", "status", "from", "to") with
        {
            Rows = [.. past.OrderByDescending(pair => pair.Row.Validity.To!.Value).Select(pair => Row(desk, pair.Row, pair.Holds, contradicts: false, isPast: true))],
        };
        var lists = desk.Table("completeness", desk.Say("record-lists"), "scope", "covers", "from", "to", "speaks") with { Rows = desk.Lists("memberships", body) };
        return desk.View("members", desk.Say("record-members-title", ("body", evidence.NameOf(body))), [members, .. new[] { former, lists }.Where(table => table.Rows.Length > 0)]);
    }

    /// <summary>Whether a membership held on the days; that of a group without a start always did, and only a member can be suspended.</summary>
    internal static Truth Holds(RecordDesk desk, Membership row)
    {
        var held = row.Validity.HoldsOn(desk.When, fromAlways: desk.Evidence.Entity(row.Body) is { Kind: EntityKind.Group });
        return row.MembershipStatus != MembershipStatus.Suspended ? held : desk.Evidence.MembersOf(row.Body)
            .Where(other => other.Member == row.Member && other.IsFull).Aggregate(Truth.False, (sum, other) => sum.Or(Holds(desk, other))).And(held);
    }

    /// <summary>In what order ways of belonging are listed.</summary>
    internal static int Class(Membership row) => row.MembershipStatus switch
    {
        MembershipStatus.FoundingMember or MembershipStatus.Member => 0,
        var status => (int)status,
    };

    private static RecordRow Row(RecordDesk desk, Membership row, Truth holds, bool contradicts, bool isPast = false)
    {
        ImmutableArray<Cell> cells = [desk.Named(row.Member), Status(desk, row), Cell.Of(row.Validity.From), Cell.Of(row.Validity.To)];
        var proof = isPast ? null : MembershipAnswerer.Prove(desk.Inquiry, row.Member, row.Body, Sense(row), desk.When);
        var remarks = new List<string>();
        if (row.Validity is { From: null, Seen: { } seen }) remarks.Add(desk.Say("remark-seen", ("seen", seen.ToString())));
        if (contradicts) remarks.Add(desk.Say("remark-contradicts"));
        return new RecordRow(isPast ? cells : cells.Add(new Cell.Holds(holds)), [row])
        {
            Holds = isPast ? Truth.True : holds, Proof = proof?.AllRows().Contains(row) == true ? proof : null, Remarks = [.. remarks],
        };
    }

    internal static Cell Status(RecordDesk desk, Membership row) => desk.Slug("status", RecordWords.Kebab(row.MembershipStatus));

    private static MembershipSense Sense(Membership row) => row.MembershipStatus switch
    {
        MembershipStatus.Observer => MembershipSense.Observer,
        MembershipStatus.Partner or MembershipStatus.Associate or MembershipStatus.DialoguePartner => MembershipSense.Partner,
        MembershipStatus.Suspended => MembershipSense.Suspended,
        _ => MembershipSense.Full,
    };

    // Two rows that give one member the same standing over the same time, with other dates, can't both be right.
    private static bool Contradicts(IEnumerable<Membership> rows, Membership row) => rows.Any(other =>
        other != row && other.Member == row.Member && Class(other) == Class(row)
        && (other.Validity.To is not { } end || row.Validity.From is not { } start || start.First < end.First)
        && (row.Validity.To is not { } ended || other.Validity.From is not { } began || began.First < ended.First));

    private static string Completeness(RecordDesk desk, EntityId body)
    {
        var isGroup = desk.Evidence.Entity(body) is { Kind: EntityKind.Group };
        var list = desk.Evidence.Completeness("memberships", body).FirstOrDefault(row => Spans.MakesAbsenceCount(row, desk.When, isGroup));
        return list is null
            ? desk.Say("record-list-open", ("days", desk.When.ToString()))
            : desk.Say("record-list-whole", ("days", desk.When.ToString()), ("scope", list.Scope), ("row", list.Place.ToString()));
    }
}
