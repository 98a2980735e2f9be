using Assay.Formats.Imports;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Makes rows of links: each beginning with each end, where they are several.</summary>
internal sealed class FtmLinks(ImportSink sink, FtmTally tally, FtmEnds ends, FtmSources sources, FtmPositions positions)
{
    // Two long lists in one line would multiply to more rows than the file has bytes.
    private const int MostPairs = 10_000;

    // Registers word a few roles a million times.
    private const int MostReadings = 1 << 14;
    private readonly Dictionary<string, RoleReading> _readings = new(StringComparer.Ordinal);

    /// <summary>Adds the rows of a link.</summary>
    public void Add(FtmRecord link)
    {
        var roles = RolesOf(link);
        var note = new FtmNote(link.Of(FtmUse.Note));
        var times = FtmTimes.Of(link, roles.Exists(role => role.Reading.Meaning == RoleMeaning.Ended), sink, note);
        var told = new FtmLink(sink, link.Line, sources.CellOf(link), times, note);
        if (link.Schema.Kind == FtmKind.Occupancy)
        {
            AddOccupancies(link, told);
            return;
        }
        foreach (var (from, to) in Pairs(link))
        {
            switch (link.Schema.Kind)
            {
                case FtmKind.Ownership: FtmOwnership.Add(told, link, roles, from, to, tally); break;
                case FtmKind.Membership: AddMembership(told, roles, from, to); break;
                case FtmKind.Directorship or FtmKind.Employment or FtmKind.Representation or FtmKind.Succession when roles.Exists(MayTakeBackAll): tally.Add(NotSure, link.Line); break;
                case FtmKind.Directorship: AddOffices(told, roles, from, to, "director"); break;
                case FtmKind.Employment: AddOffices(told, roles, from, to, "employee"); break;
                case FtmKind.Representation: AddOffices(told, roles, from, to, "representative"); break;
                case FtmKind.Succession: AddSuccession(told, link, from, to); break;
                case FtmKind.Participation: AddParticipation(told, link, roles, from, to); break;
                default: AddLink(told, roles, from, to); break;
            }
        }
    }

    /// <summary>Adds the links that an entity tells of itself: a parent, an owner, an operator.</summary>
    public void AddOwn(FtmRecord record, string id)
    {
        foreach (var (property, use, _, value) in record.All())
        {
            if (use is not (FtmUse.Parent or FtmUse.Owner or FtmUse.Operator) || ends.Find(value, record.Line) is not { } other) continue;
            var note = new FtmNote([]);
            note.Add("told as", [$"{property} of {record.Schema.Name}"]);
            var told = new FtmLink(sink, record.Line, sources.CellOf(record), FtmTimes.Of(record, false, sink, note), note);
            // A parent directs a firm; how much of it it owns is not said.
            if (use == FtmUse.Parent) told.Interest(other.Id, id, "other-influence-or-control", "unknown");
            else if (use == FtmUse.Owner) told.Stake(other.Id, id, ShareRange.Whole, "participating", "reported");
            else told.Operation(other.Id, id, "operator");
        }
    }

    private List<(string Property, string Text, RoleReading Reading)> RolesOf(FtmRecord link)
    {
        var roles = new List<(string, string, RoleReading)>();
        if (!link.Has(FtmUse.Role) && !link.Has(FtmUse.Status)) return roles;
        foreach (var (property, use, _, text) in link.All())
        {
            if (use is not (FtmUse.Role or FtmUse.Status)) continue;
            if (!_readings.TryGetValue(text, out var reading))
            {
                reading = FtmRoles.Of(text);
                if (_readings.Count < MostReadings) _readings.Add(text, reading);
            }
            roles.Add((property, text, reading));
        }
        return roles;
    }

    private List<(FtmEnd From, FtmEnd To)> Pairs(FtmRecord link)
    {
        var (from, to) = (Ends(FtmUse.From), Ends(FtmUse.To));
        if (from.Count == 0 || to.Count == 0)
        {
            if (!link.Has(FtmUse.From) || !link.Has(FtmUse.To))
                sink.Report(link.Line, "half-link", $"{link.Schema.Name} {Cut(link.Id)} without {(link.Has(FtmUse.From) ? link.Schema.To : link.Schema.From)}", "both ends of a link", "add the one that is missing; the link is left out");
            return [];
        }
        if ((long)from.Count * to.Count > MostPairs)
        {
            sink.Report(link.Line, "too-many-ends", $"{link.Schema.Name} {Cut(link.Id)} of {from.Count} and {to.Count} entities", $"at most {MostPairs} pairs", "split it; the link is left out");
            return [];
        }
        return from.Count == 1 && to.Count == 1 ? [(from[0], to[0])] : [.. from.SelectMany(_ => to, (one, other) => (one, other))];

        List<FtmEnd> Ends(FtmUse use)
        {
            var found = new List<FtmEnd>();
            foreach (var value in link.Of(use))
                if (ends.Find(value, link.Line) is { } end) found.Add(end);
            return found.Count > 1 ? [.. found.DistinctBy(end => end.Id)] : found;
        }
    }

    // Who applied, was expelled or sits on the board of a body is no member of it for that.
    private void AddMembership(FtmLink told, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd member, FtmEnd body)
    {
        var isOther = roles.Exists(role => role.Text.Trim().Length > 0 && role.Reading.Meaning is not (RoleMeaning.Membership or RoleMeaning.Held or RoleMeaning.Ended or RoleMeaning.Plain));
        var known = roles.Where(role => role.Reading.Meaning == RoleMeaning.Membership).Select(role => role.Reading.Word).Distinct().ToList();
        if (known.Count > 1) known.Remove("member");
        if (isOther || known.Count > 1) tally.Add("memberships of a role or status that is none of a member's", told.Line);
        else told.With(roles, RoleMeaning.Membership).Membership(member.Id, body.Id, known is [var one] ? one : "member");
    }

    private static void AddOffices(FtmLink told, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd holder, FtmEnd body, string usual)
    {
        var offices = roles.Where(role => role.Property == "role" && role.Reading.Meaning != RoleMeaning.Ended).Select(role => (role.Text, Slug: Slugs.Of(role.Text))).ToList();
        var other = told.With(roles.Where(role => role.Property != "role" || role.Reading.Meaning == RoleMeaning.Ended));
        if (offices.Count == 0) other.Position(holder.Id, usual, body.Id);
        foreach (var office in offices.DistinctBy(office => office.Slug.Length > 0 ? office.Slug : office.Text))
        {
            // What other letters than Latin say stands in the note, and so do capitals.
            var one = office.Slug.Replace('-', ' ') == office.Text ? other : other.With("role", office.Text);
            one.Position(holder.Id, office.Slug.Length > 0 ? office.Slug : usual, body.Id);
        }
    }

    private void AddOccupancies(FtmRecord link, FtmLink told)
    {
        var status = link.All().Where(value => value.Use == FtmUse.Status).Select(value => (value.Property, Text: value.Value, Reading: FtmRoles.Of(value.Value))).ToList();
        // "Candidate", "unknown": whether it is held, and whether it still is, nobody says.
        if (status.Exists(MayTakeBackAll))
        {
            tally.Add(NotSure, link.Line);
            return;
        }
        foreach (var holder in link.Of(FtmUse.From))
            foreach (var post in link.Of(FtmUse.To))
            {
                if (ends.Find(holder, link.Line) is not { } person) continue;
                if (positions.Find(post) is not { } office) tally.Add("holders of offices that are not described, or of no one state or organization", link.Line);
                else (office.Office.Replace('-', ' ') == office.Name ? told : told.With("post", office.Name)).With(status).Position(person.Id, office.Office, office.Of);
            }
    }

    private static void AddSuccession(FtmLink told, FtmRecord link, FtmEnd before, FtmEnd after)
    {
        var title = link.Caption.Length > 0 && link.Caption != link.Schema.Name ? link.Caption : "Succession of one legal entity by another";
        told.Succession(FtmEnds.PlainId(link.Id), title, before.Id, after.Id);
    }

    private void AddParticipation(FtmLink told, FtmRecord link, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd participant, FtmEnd project)
    {
        if (roles.Find(role => role.Reading is { Meaning: RoleMeaning.Shares or RoleMeaning.Participating, Share: not null }) is { Text: not null } share)
            told.With(roles, RoleMeaning.Stake).Stake(participant.Id, project.Id, FtmOwnership.Sure(FtmOwnership.Each(share.Reading.Share!.Value, link, tally), roles, told, tally), "participating", StatusOf(roles));
        else if (roles.Exists(IsInDoubt) || !AddOperations(told, roles, participant, project))
            told.With(roles, RoleMeaning.Interest).Interest(participant.Id, project.Id, roles.Exists(IsInDoubt) ? InDoubt : "project-participant", DirectnessOf(roles));
    }

    private void AddLink(FtmLink told, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd subject, FtmEnd thing)
    {
        var isInDoubt = roles.Exists(IsInDoubt);
        var isTaken = !isInDoubt && AddOperations(told, roles, subject, thing);
        foreach (var role in roles.Where(role => role.Reading.Meaning == RoleMeaning.Interest).DistinctBy(role => isInDoubt ? InDoubt : role.Reading.Word))
        {
            told.With(roles, RoleMeaning.Interest).Interest(subject.Id, thing.Id, isInDoubt ? InDoubt : role.Reading.Word, DirectnessOf(roles));
            isTaken = true;
        }
        if (!isTaken && isInDoubt) tally.Add(NotSure, told.Line);
        else if (!isTaken) tally.Add("links whose kind is not told in words that the record has", told.Line);
    }

    private static bool AddOperations(FtmLink told, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd one, FtmEnd thing)
    {
        var words = roles.Where(role => role.Reading.Meaning == RoleMeaning.Operation).Select(role => role.Reading.Word).Distinct().ToList();
        foreach (var word in words) told.With(roles, RoleMeaning.Operation).Operation(one.Id, thing.Id, word);
        return words.Count > 0;
    }

    /// <summary>The type of an interest that its status leaves in doubt: it keeps others from being certain, and is certain of nothing itself.</summary>
    internal const string InDoubt = "unknown-interest";

    private const string NotSure = "links of a status that leaves open whether they are so";

    /// <summary>Whether a status leaves open whether the link is so. Its words for how direct an interest is do not.</summary>
    internal static bool IsInDoubt((string Property, string Text, RoleReading Reading) role) =>
        role.Reading.Meaning == RoleMeaning.Doubtful && role.Text != "unknown" || (role.Property == "status" && role.Reading.MayTakeBack && role.Text.Trim().Length > 0 && role.Text != "unknown");

    // An office may have any name; what its holder's status says must be understood.
    private static bool MayTakeBackAll((string Property, string Text, RoleReading Reading) role) =>
        role.Reading.Meaning == RoleMeaning.Doubtful || (role.Property == "status" && role.Reading.MayTakeBack && role.Text.Trim().Length > 0);

    internal static string DirectnessOf(List<(string Property, string Text, RoleReading Reading)> roles)
    {
        foreach (var role in roles)
            if (role.Property == "status" && role.Text is "direct" or "indirect" or "unknown") return role.Text;
        return "";
    }

    internal static string StatusOf(List<(string Property, string Text, RoleReading Reading)> roles) =>
        roles.Find(role => role.Reading.Meaning == RoleMeaning.Stake).Reading.Word is { Length: > 0 } word ? word : "reported";

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60];
}
