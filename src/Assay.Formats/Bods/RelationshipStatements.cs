using System.Text;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs;

namespace Assay.Formats.Bods;

/// <summary>Writes stakes, interests and exceptions as statements about relationships, each a record of its own.</summary>
internal sealed class RelationshipStatements(RecordNames names, StatementWriter statements, ExportReport report)
{
    private const string Relationship = "relationship";

    // Interests of the record that the standard has no type for: those that give control, and those of which that is not known.
    private static readonly string[] s_control = ["consolidation", "ultimate-consolidation", "fund-management"], s_unknown = ["sub-fund", "feeder", "international-branch", "project-participant"];

    /// <summary>Writes a stake.</summary>
    public void Write(Stake stake)
    {
        if (stake.StakeStatus == RowStatus.Planned)
        {
            report.Lost("planned stakes", stake.Id);
            return;
        }
        if (!CanBe(stake, stake.Owner, stake.Asset, stake.Validity)) return;
        var isParticipating = stake.Interest == Interest.Participating;
        if (isParticipating) report.Lost("participating interests, which are written as shareholdings", stake.Id);
        var isExact = stake.Central is { } central && stake.Share == Bounds.Exactly(central);
        var notes = Notes(stake.Validity, stake.Id) with
        {
            Interest = isParticipating ? "participating" : "",
            Status = stake.StakeStatus == RowStatus.Reported ? "" : Vocabulary.StakeStatuses.Of(stake.StakeStatus),
            Share = isExact || stake.Central is not { } middle ? "" : Text(middle),
        };
        Write(stake, stake.Owner, stake.Asset, stake.Validity, notes, json => WriteInterest(json, stake.Interest == Interest.Votes ? "votingRights" : "shareholding", "unknown", stake.Validity, stake.Note, () => WriteShare(json, stake, isExact)));
    }

    /// <summary>Writes an interest that is no stake.</summary>
    public void Write(OtherInterest interest)
    {
        if (!CanBe(interest, interest.Holder, interest.Subject, interest.Validity)) return;
        var isForeign = s_control.Contains(interest.Type) || s_unknown.Contains(interest.Type);
        var isAllowed = isForeign || EntityStatements.Allows(names, names.Entity(interest.Subject), interest.Type);
        if (isForeign) report.Lost("interests that the standard has no type for, which are written as other or unknown ones", interest.Id);
        if (interest.Validity.Lapsed is not null) report.Lost("since when an interest was not confirmed", interest.Id);
        if (!isAllowed) report.Lost("interests in a trust or nomination whose subject is none, which are written as other influence", interest.Id);
        var type = s_unknown.Contains(interest.Type) ? "unknownInterest" : isForeign || !isAllowed ? "otherInfluenceOrControl" : Camel(interest.Type);
        // Read back, a share or votes would be a stake.
        var isOfShares = interest.Type is "shareholding" or "voting-rights";
        var notes = Notes(interest.Validity, interest.Id) with { Interest = type == Camel(interest.Type) && !isOfShares ? "" : interest.Type };
        var (share, note) = isOfShares ? ShareText.Split(interest.Note) : (default, interest.Note);
        Write(interest, interest.Holder, interest.Subject, interest.Validity, notes, json => WriteInterest(json, type, interest.Directness, interest.Validity, note, () => WriteShare(json, share)));
    }

    /// <summary>Writes why owners are not named.</summary>
    public void Write(DisclosureException exception)
    {
        if (exception.About != "owners" || UnspecifiedReasons.Code(exception.Reason) is not { } code)
        {
            report.Lost("exceptions about parents, or with a reason that the standard does not have", exception.Id);
            return;
        }
        if (!names.IsWritten(exception.Subject)) { report.Lost("ties to what the record does not know", exception.Id); return; }
        if (UnspecifiedReasons.Says(UnspecifiedReasons.Of(code)) != Vocabulary.ParentsKnown.Of(exception.Says)) report.Lost("what an exception says of there being owners", exception.Id);
        var span = exception.Validity;
        var notes = Notes(span, exception.Id);
        notes = notes with { From = span.From?.ToString() ?? "", Seen = span.Seen is null ? "-" : notes.Seen };
        var day = span.Seen?.Last ?? span.From?.First;
        // A record is closed after it was opened, whenever the source spoke of it.
        Write("new", span.To is { } end && (day is null || day > end.First) ? end.First : day);
        // The standard ends a reason by closing its record.
        if (span.To is { } ended) Write("closed", ended.First);

        void Write(string status, DateOnly? date) => statements.Write(exception, Relationship, exception.Id.Value, names[exception.Subject], date, notes, json =>
        {
            json.WriteString("subject", names[exception.Subject]);
            json.WriteStartObject("interestedParty");
            json.WriteString("reason", code);
            if (exception.Note.Length > 0) json.WriteString("description", exception.Note);
            json.WriteEndObject();
        }, status);
    }

    private void Write(Statement row, EntityId holder, EntityId subject, Validity span, RecordNotes notes, Action<Utf8JsonWriter> interest) =>
        statements.Write(row, Relationship, row.Id.Value, names[subject], span.Seen?.Last ?? span.From?.First, notes, json =>
        {
            json.WriteString("subject", names[subject]);
            json.WriteString("interestedParty", names[holder]);
            json.WriteStartArray("interests");
            interest(json);
            json.WriteEndArray();
        });

    private bool CanBe(Statement row, EntityId holder, EntityId subject, Validity span)
    {
        var why = !names.IsWritten(holder) || !names.IsWritten(subject) ? "ties to what the record does not know"
            : names.Entity(subject).Kind == EntityKind.Person ? "stakes and interests in a person"
            : span is { From: { } from, To: { } to } && from.First >= to.First ? "rows that end on the first day of their own beginning"
            : "";
        if (why.Length > 0) report.Lost(why, row.Id);
        return why.Length == 0;
    }

    private static void WriteInterest(Utf8JsonWriter json, string type, string directness, Validity span, string note, Action writeShare)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (directness.Length > 0) json.WriteString("directOrIndirect", directness);
        writeShare();
        if (span.From is { } from) json.WriteString("startDate", StatementWriter.Day(from.First));
        if (span.To is { } to) json.WriteString("endDate", StatementWriter.Day(to.First));
        if (note.Length > 0) json.WriteString("details", note);
        json.WriteEndObject();
    }

    // From 0 to 100 is no figure at all, which the standard says by silence.
    private static void WriteShare(Utf8JsonWriter json, Stake stake, bool isExact)
    {
        if (!isExact && stake.Share == new Bounds(0, 100)) return;
        json.WriteStartObject("share");
        if (isExact) json.WriteNumber("exact", stake.Central!.Value);
        else
        {
            if (stake.IsAboveLeast) json.WriteNumber("exclusiveMinimum", Plain(stake.Share.Low - RangeCells.Resolution));
            else json.WriteNumber("minimum", stake.Share.Low);
            if (stake.IsBelowMost) json.WriteNumber("exclusiveMaximum", Plain(stake.Share.High + RangeCells.Resolution));
            else json.WriteNumber("maximum", stake.Share.High);
        }
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, InterestShare share)
    {
        if (share.IsEmpty) return;
        json.WriteStartObject("share");
        if (share.Exact is { } exact) json.WriteNumber("exact", exact);
        if (share.Least is { } least) json.WriteNumber(share.IsAboveLeast ? "exclusiveMinimum" : "minimum", least);
        if (share.Most is { } most) json.WriteNumber(share.IsBelowMost ? "exclusiveMaximum" : "maximum", most);
        json.WriteEndObject();
    }

    private RecordNotes Notes(Validity span, StatementId id)
    {
        // The standard has days only.
        if (span.From is { Day: null } || span.To is { Day: null } || span.Seen is { Day: null }) report.Lost("dates less precise than a day, which are written as one", id);
        return new RecordNotes
        {
            From = span.From is { Day: null } from ? from.ToString() : "",
            To = span.To is { Day: null } to ? to.ToString() : "",
            Seen = span.Seen switch
            {
                { Day: null } seen => seen.ToString(),
                { } seen when seen.Last == span.From?.First => seen.ToString(),
                null when span.From is null => "-",
                _ => "",
            },
        };
    }

    private static string Camel(string slug)
    {
        var word = new StringBuilder(slug.Length);
        foreach (var part in slug.Split('-')) word.Append(word.Length == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]);
        return word.ToString();
    }

    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static string Text(decimal figure) => figure.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
