using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Formats.Imports;
using Assay.Formats.Packs;

namespace Assay.Formats.Bods;

/// <summary>Reads what a statement about a relationship says.</summary>
internal sealed class InterestReader(ImportSink sink, RecordIndex records)
{
    private const string None = "";

    /// <summary>Reads a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="notes">What the record knows beyond the standard.</param>
    /// <param name="sources">Its sources, as a cell.</param>
    public RelationshipReading Read(BodsStatement statement, RecordNotes notes, string sources)
    {
        var (details, line) = (statement.Details, statement.Frame.Line);
        var empty = new RelationshipReading(line, statement.Date, statement.Status == "closed", [], sources, notes, null);
        var (named, party) = (details.GetProperty("subject"), details.GetProperty("interestedParty"));
        if (named.ValueKind == JsonValueKind.Object)
        {
            sink.Skip("relationships with an unspecified subject", line);
            return empty;
        }
        var subject = PartyIds.Of(records.Find(named.GetString()!), named.GetString()!);
        var readings = new List<InterestReading>();
        var reason = PartyIds.ReasonOf(party);
        var entry = party.ValueKind == JsonValueKind.String ? records.Find(party.GetString()!) : default;
        if (reason != 0 || entry.Reason != 0) readings.Add(Exception(subject, Math.Max(reason, entry.Reason), party));
        var interests = details.TryGetProperty("interests", out var list) ? list.EnumerateArray().ToArray() : [];
        var isBlock = party.ValueKind == JsonValueKind.Object;
        // An unspecified party without an interest is no holder of anything: the reason says all there is.
        if (interests.Length == 0 && isBlock) return empty with { Interests = readings };
        var holder = isBlock ? PartyIds.OfUnspecified(statement.RecordId) : PartyIds.Of(entry, party.GetString()!);
        if (interests.Length == 0) readings.Add(Other(holder, subject, "unknown-interest", None, default));
        foreach (var interest in interests)
            if (Read(statement, interest, holder, subject, notes) is { } reading) Add(readings, reading, line);
        (string, string, string)? block = isBlock && readings.Count > 1 ? (holder, PartyIds.NameOfUnspecified("party not specified", reason), Description(party)) : null;
        return empty with { Interests = readings, Block = block };
    }

    private InterestReading? Read(BodsStatement statement, JsonElement interest, string holder, string subject, RecordNotes notes)
    {
        var type = interest.TryGetProperty("type", out var given) ? given.GetString()! : "unknownInterest";
        if (type is "shareholding" or "votingRights") return Stake(statement, interest, holder, subject, type == "votingRights", notes);
        var slug = type is "otherInfluenceOrControl" or "unknownInterest" && Vocabulary.InterestTypes.TryFind(notes.Interest, out _) ? notes.Interest : Slug(type);
        return Other(holder, subject, slug, Directness.Of(interest), interest);
    }

    private InterestReading? Stake(BodsStatement statement, JsonElement interest, string holder, string subject, bool isVotes, RecordNotes notes)
    {
        var isIndirect = Directness.IsThroughOthers(statement.Details, interest);
        var chains = new HoldingChains(records, isVotes);
        if (isIndirect && chains.AreAllIn(statement.Details))
        {
            sink.Skip($"{(isVotes ? "indirect votes" : "indirect shareholdings")} whose chain is in the file: the links of the chain count", statement.Frame.Line);
            return null;
        }
        var share = interest.TryGetProperty("share", out var figures) ? InterestShare.Read(figures) : default;
        if (share.IsContradictory)
        {
            sink.Skip($"{(isVotes ? "votes" : "shareholdings")} with contradictory limits: taken as not known", statement.Frame.Line);
            share = default;
        }
        if (notes.IsOfShares || chains.IsBesideDirect(statement.Details, interest, isIndirect)) return Beside(statement, interest, holder, subject, isVotes, share, notes);
        var (exact, least, most) = ShareCells(share, notes);
        return new InterestReading($"{holder}\n{subject}\n{(isVotes ? "votes" : "shares")}\n{isIndirect}", "stakes",
        [
            ("owner", holder), ("asset", subject), ("share_pct", exact), ("share_min", least), ("share_max", most),
            ("interest", isVotes ? "votes" : notes.Interest == "participating" ? notes.Interest : "shares"), ("status", notes.Status is "derived" or "assumed" ? notes.Status : "reported"),
        ])
        {
            Start = DayOf(interest, "startDate"), End = DayOf(interest, "endDate"), Note = Note(interest, isIndirect ? "held indirectly" : None, None),
        };
    }

    // Whether it is one of the direct stakes seen from further up, nobody can tell: a row that keeps an answer open, and adds to no sum.
    private InterestReading Beside(BodsStatement statement, JsonElement interest, string holder, string subject, bool isVotes, InterestShare share, RecordNotes notes)
    {
        var (said, words) = (Directness.Of(interest), ShareText.Of(share));
        if (!notes.IsOfShares) sink.Skip($"{(isVotes ? "votes" : "shareholdings")} through others, or that may be, beside direct ones: taken as interests", statement.Frame.Line);
        var reading = Other(holder, subject, isVotes ? "voting-rights" : "shareholding", notes.IsOfShares || said == "indirect" ? said : "unknown", interest);
        return reading with { Share = words, Note = Joined(words, Note(interest, None, None)) };
    }

    private static InterestReading Other(string holder, string subject, string type, string directness, JsonElement interest)
    {
        var reading = new InterestReading($"{holder}\n{subject}\n{type}\n{directness}", "interests", [("holder", holder), ("subject", subject), ("type", type), ("directness", directness)]);
        if (interest.ValueKind != JsonValueKind.Object) return reading;
        var share = interest.TryGetProperty("share", out var figures) ? InterestShare.Read(figures) : default;
        return reading with { Start = DayOf(interest, "startDate"), End = DayOf(interest, "endDate"), Note = Note(interest, None, ShareText.Of(share)) };
    }

    private static InterestReading Exception(string subject, byte reason, JsonElement party) =>
        new($"{subject}\nexception\n{reason}", "exceptions", [("subject", subject), ("about", "owners"), ("says", UnspecifiedReasons.Says(reason)), ("reason", UnspecifiedReasons.Slug(reason))]) { Note = Description(party) };

    /// <summary>
    /// Several holdings of one kind in one statement may be parts of one another or lie side by side: together they are at least the largest and at
    /// most their sum. Of several interests of another kind the first stands.
    /// </summary>
    private void Add(List<InterestReading> readings, InterestReading reading, int line)
    {
        var at = readings.FindIndex(other => other.Key == reading.Key);
        if (at < 0)
        {
            readings.Add(reading);
            return;
        }
        var other = readings[at];
        if (reading.Table != "stakes")
        {
            sink.Skip("further interests of one kind in one statement", line);
            return;
        }
        var ((least, most), (otherLeast, otherMost)) = (Limits(reading), Limits(other));
        var cells = other.Cells.Select(cell => cell.Column switch
        {
            "share_pct" => (cell.Column, ""), "share_min" => (cell.Column, Text(Math.Max(least, otherLeast))), "share_max" => (cell.Column, Text(Math.Min(100, most + otherMost))), _ => cell,
        }).ToArray();
        readings[at] = other with { Cells = cells, Start = Earlier(other.Start, reading.Start), End = other.End == reading.End ? other.End : null, Note = Joined(other.Note, "several holdings together") };
        sink.Skip("several holdings of one kind in one statement: one row has their range", line);
    }

    // The start of several is known only where all have one; the earliest is when the first was held.
    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one < other ? one : other;

    private static (decimal Least, decimal Most) Limits(InterestReading reading)
    {
        string Cell(string column) => reading.Cells.First(cell => cell.Column == column).Value.TrimStart('<', '>');
        decimal? Number(string column) => Cell(column) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        return (Number("share_min") ?? Number("share_pct") ?? 0, Number("share_max") ?? Number("share_pct") ?? 100);
    }

    private static (string Exact, string Least, string Most) ShareCells(InterestShare share, RecordNotes notes)
    {
        if (share.Exact is { } exact) return (Text(exact), None, None);
        if (share.IsEmpty) return (None, "0", "100");
        var central = decimal.TryParse(notes.Share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && figure >= (share.Least ?? 0) && figure <= (share.Most ?? 100) ? Text(figure) : None;
        // One limit alone leaves the other at 0 or 100, which is written out.
        return (central, share.Least is { } least ? $"{(share.IsAboveLeast ? ">" : "")}{Text(least)}" : "0", share.Most is { } most ? $"{(share.IsBelowMost ? "<" : "")}{Text(most)}" : "100");
    }

    private static string Note(JsonElement interest, string how, string share)
    {
        var isBeneficial = interest.TryGetProperty("beneficialOwnershipOrControl", out var said) && said.GetBoolean();
        var details = interest.TryGetProperty("details", out var text) ? text.GetString()!.Trim() : None;
        return Joined(isBeneficial ? "beneficial owner" : None, Joined(how, Joined(share, details)));
    }

    private static string Joined(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : $"{one}; {other}";

    private static string Description(JsonElement party) => party.ValueKind == JsonValueKind.Object && party.TryGetProperty("description", out var text) ? text.GetString()!.Trim() : None;

    private static DateOnly? DayOf(JsonElement interest, string name) => interest.TryGetProperty(name, out var value) ? TextFormat.Date(value.GetString()!) : null;

    private static string Text(decimal figure) => ShareText.Of(figure);

    /// <summary>The word of the record for an interest type of the standard: <c>boardMember</c> is <c>board-member</c>.</summary>
    public static string Slug(string type)
    {
        var slug = new StringBuilder(type.Length + 8);
        foreach (var c in type) slug.Append(char.IsAsciiLetterUpper(c) ? "-" : "").Append(char.ToLowerInvariant(c));
        return slug.ToString();
    }
}
