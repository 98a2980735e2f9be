using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>memberships.csv</c>: who belongs to a body or a named group.</summary>
internal static class MembershipsTable
{
    public const string Name = "memberships";

    private const int Member = 0, Body = 1, Status = 2, From = 3, To = 4, Seen = 5, Sources = 6, Note = 7;

    public static readonly TableFormat Format = new(Name, [
        Column.Entity("member", "who belongs"),
        Column.Entity("body", "to what"),
        Column.Word("status", "as what", Vocabulary.MembershipStatuses, "member"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Date("seen", "the date that the source speaks of"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (member, body, validity) = (row.Id(Member), row.Id(Body), row.Validity(From, To, Seen));
        var status = row.Word(Status, Vocabulary.MembershipStatuses);
        // Full membership is the plain case; another status and a second stay are told apart in the id.
        var standing = status is MembershipStatus.Member or MembershipStatus.FoundingMember ? null : row.Text(Status);
        var key = standing is null ? $"{member}/{body}" : $"{member}/{body}/{standing}";
        pack.Statements.Add(new Membership
        {
            Id = row.Identify(member.Value, body.Value, standing, row.IsFree(key) ? null : validity.From?.ToString()),
            Member = member,
            Body = body,
            MembershipStatus = status,
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
