using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>What all rows of one link share: where it stands, its sources, when it held, and its note.</summary>
internal sealed class FtmLink(ImportSink sink, int line, string sources, FtmTimes times, FtmNote note)
{
    public int Line => line;

    /// <summary>The same link with a text more in its note.</summary>
    public FtmLink With(string property, string text)
    {
        var longer = note.Copy();
        longer.Add(property, [text]);
        return new FtmLink(sink, line, sources, times, longer);
    }

    /// <summary>
    /// The same link with its roles in its note, but for those that say nothing beyond what it is, and those of a meaning that the row's own cells hold.
    /// </summary>
    public FtmLink With(IEnumerable<(string Property, string Text, RoleReading Reading)> roles, RoleMeaning held = RoleMeaning.Plain)
    {
        if (roles is List<(string, string, RoleReading)> { Count: 0 }) return this;
        var longer = note.Copy();
        foreach (var same in roles.Where(role => role.Text.Trim().Length > 0 && role.Reading.Meaning is not (RoleMeaning.Plain or RoleMeaning.Held) && !IsHeld(role, held)).GroupBy(role => role.Property))
            longer.Add(same.Key, same.Select(role => role.Text));
        return new FtmLink(sink, line, sources, times, longer);
    }

    public void Report(string code, string found, string expected, string mend) => sink.Report(line, code, found, expected, mend);

    public void Stake(string owner, string asset, ShareRange share, string interest, string status)
    {
        var (exact, least, most) = share.IsExact ? (share.LeastCell, "", "") : ("", share.LeastCell, share.MostCell);
        sink.Add(line, "stakes", ("owner", owner), ("asset", asset), ("share_pct", exact), ("share_min", least), ("share_max", most), ("interest", interest), ("status", status),
            ("from", times.From), ("to", times.To), ("seen", times.Seen), ("sources", sources), ("note", note.ToString()));
    }

    public void Interest(string holder, string subject, string type, string directness) =>
        sink.Add(line, "interests", ("holder", holder), ("subject", subject), ("type", type), ("directness", directness),
            ("from", times.From), ("to", times.To), ("seen", times.Seen), ("sources", sources), ("note", note.ToString()));

    public void Membership(string member, string body, string status) =>
        sink.Add(line, "memberships", ("member", member), ("body", body), ("status", status),
            ("from", times.From), ("to", times.To), ("seen", times.Seen), ("sources", sources), ("note", note.ToString()));

    public void Position(string person, string office, string of) =>
        sink.Add(line, "positions", ("person", person), ("office", office), ("of", of),
            ("from", times.From), ("to", times.To), ("seen", times.Seen), ("sources", sources), ("note", note.ToString()));

    public void Operation(string one, string asset, string role) =>
        sink.Add(line, "operations", ("operator", one), ("asset", asset), ("role", role), ("from", times.From), ("to", times.To), ("sources", sources), ("note", note.ToString()));

    public void Succession(string id, string title, string before, string after) =>
        sink.Add(line, "events", ("id", id), ("kind", "succession"), ("title", title), ("participants", $"{before}|{after}"),
            ("from", times.From.Length > 0 ? times.From : times.Seen), ("to", times.To), ("status", "happened"), ("sources", sources), ("note", note.ToString()));

    private static bool IsHeld((string Property, string Text, RoleReading Reading) role, RoleMeaning held) =>
        FtmRoles.IsPlain(role.Text, role.Reading) || (role.Reading.Meaning == held && role.Text == FtmRoles.Interest(role.Reading.Word))
        || (role.Property == "status" && role.Text is "direct" or "indirect" or "unknown");
}
