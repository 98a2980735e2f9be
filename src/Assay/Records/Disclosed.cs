using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What registers disclose beside stakes: interests such as consolidation in accounts, and why owners or parents are not named.</summary>
internal static class Disclosed
{
    /// <summary>Who has interests in something that are no stakes.</summary>
    public static RecordTable InterestsIn(RecordDesk desk, EntityId subject) =>
        Interests(desk, "interests", "record-own-interests", subject, "holder", desk.Evidence.InterestsIn(subject), row => row.Holder);

    /// <summary>In what someone has interests that are no stakes.</summary>
    public static RecordTable InterestsOf(RecordDesk desk, EntityId holder) =>
        Interests(desk, "holds-interests", "record-own-holds-interests", holder, "asset", desk.Evidence.InterestsOf(holder), row => row.Subject);

    /// <summary>Why owners or parents of something are not named.</summary>
    public static RecordTable Exceptions(RecordDesk desk, EntityId subject) =>
        desk.Table("exceptions", desk.Say("record-own-exceptions", ("asset", desk.Evidence.NameOf(subject)), ("days", desk.When.ToString())), "about", "reason", "from") with
        {
            Rows = [.. Held(desk, desk.Evidence.ExceptionsOf(subject), row => row.Validity).Select(pair => new RecordRow(
                [desk.Slug("about", pair.Row.About), desk.Slug("reason", pair.Row.Reason), Cell.Of(pair.Row.Validity.From)], [pair.Row])
                { Holds = pair.Holds, Remarks = Remarks(desk, pair.Row.Validity) })],
        };

    private static RecordTable Interests(RecordDesk desk, string id, string title, EntityId one, string column, IEnumerable<OtherInterest> rows, Func<OtherInterest, EntityId> other) =>
        desk.Table(id, desk.Say(title, ("name", desk.Evidence.NameOf(one)), ("days", desk.When.ToString())), column, "interest", "from", "to") with
        {
            Rows = [.. Held(desk, rows, row => row.Validity).Select(pair => new RecordRow(
                [desk.Named(other(pair.Row)), desk.Slug("interest-type", pair.Row.Type), Cell.Of(pair.Row.Validity.From), Cell.Of(pair.Row.Validity.To)], [pair.Row])
                { Holds = pair.Holds, Remarks = Remarks(desk, pair.Row.Validity) })],
        };

    private static IEnumerable<(T Row, Truth Holds)> Held<T>(RecordDesk desk, IEnumerable<T> rows, Func<T, Validity> span) =>
        rows.Select(row => (Row: row, Holds: span(row).HoldsOn(desk.When))).Where(pair => pair.Holds != Truth.False).OrderByDescending(pair => pair.Holds);

    private static ImmutableArray<string> Remarks(RecordDesk desk, Validity span) =>
    [
        .. span is { From: null, Seen: { } seen } ? [desk.Say("remark-seen", ("seen", seen.ToString()))] : ImmutableArray<string>.Empty,
        .. span.Lapsed is { } lapsed ? [desk.Say("remark-lapsed", ("day", lapsed.ToString()))] : ImmutableArray<string>.Empty,
    ];
}
