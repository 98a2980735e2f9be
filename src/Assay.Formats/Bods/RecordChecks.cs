using System.Globalization;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// What the standard asks of the statements of a file together: ids that stand once, records whose statements follow each other, relationships between records
/// that are there, components that are listed. It fills the index while it checks.
/// </summary>
internal sealed class RecordChecks(string file, RecordIndex index, Action<Problem> report)
{
    private long _disorder;
    private BodsPlace _firstDisorder;

    private readonly record struct BodsPlace(int Number, int Line);

    /// <summary>Checks a statement against those before it.</summary>
    public void Check(BodsStatement statement)
    {
        if (!index.AddStatement(statement.Id)) Report(statement, ".statementId", "bods-duplicate-id", $"'{statement.Id}' stands for an earlier statement too", "an id of its own", "correct the id, or take the statement out if it is the same");
        index.Name(statement.Json.GetProperty("declarationSubject").GetString()!, RecordTraits.IsDeclared, statement);
        ref var entry = ref index[statement.RecordId];
        var isFirst = !entry.Traits.HasFlag(RecordTraits.IsThere);
        if (isFirst && entry.Traits.HasFlag(RecordTraits.IsParty)) Late(statement);
        if (isFirst && entry.Traits.HasFlag(RecordTraits.IsListed)) entry.Traits |= RecordTraits.IsListedBefore;
        var step = new SeriesStep(statement.Frame.Number, statement.Frame.Line, statement.Date.DayNumber, statement.Status is { Length: > 0 } status ? status[0] : ' ', statement.Kind);
        index.AddStep(ref entry, step);
        // The traits and the LEI are those of the latest statement, like everything else.
        if (entry.Last == step) Describe(ref entry, statement);
        if (statement.Kind == RecordKind.Relationship) CheckRelationship(statement, isLatest: entry.Last == step);
    }

    /// <summary>Checks what can be said only at the end of the file.</summary>
    public void Finish()
    {
        foreach (var entry in index.Entries)
        {
            var isThere = entry.Traits.HasFlag(RecordTraits.IsThere);
            if (entry.Traits.HasFlag(RecordTraits.IsDeclared) && (!isThere || entry.Kind == RecordKind.Relationship))
                Report(entry.Named, ".declarationSubject", "bods-declaration-subject", "names no entity or person of this file", "the recordId of an entity or a person", "correct it, or add the statement of that record");
            if (!isThere && (entry.Traits & (RecordTraits.IsParty | RecordTraits.IsListed)) != 0)
                Report(entry.Named, "", "bods-unknown-record", "names a record that this file does not have, as subject, interestedParty or component", "the recordId of a statement", "add the statement, or correct the recordId");
            if (entry.Traits.HasFlag(RecordTraits.IsComponent) && !entry.Traits.HasFlag(RecordTraits.IsListed))
                Report((entry.Last.Number, entry.Last.Line), ".recordDetails.isComponent", "bods-component", "is true, and no relationship lists the record in componentRecords", "a primary relationship that lists it", "add it there, or set isComponent to false");
            if (entry.Traits.HasFlag(RecordTraits.IsComponent) && entry.Traits.HasFlag(RecordTraits.IsListedBefore))
                Report((entry.Last.Number, entry.Last.Line), "", "bods-component", "is a component that comes after the relationship that lists it", "components before their relationship", "move it before that relationship");
            if (entry.Series > 0) CheckSeries(entry);
        }
        if (_disorder > 0)
            Report((_firstDisorder.Number, _firstDisorder.Line), "", "bods-order", $"comes after a relationship that names it (so do {_disorder - 1} more)", "entities and persons before their relationships", "put the statements into that order; they were read all the same");
    }

    private void CheckRelationship(BodsStatement statement, bool isLatest)
    {
        var details = statement.Details;
        // The record may be named before it comes; which traits it has is then not known, and its coming late is reported.
        var subject = Party(statement, details.GetProperty("subject"), ".recordDetails.subject", isSubject: true);
        var party = Party(statement, details.GetProperty("interestedParty"), ".recordDetails.interestedParty", isSubject: false);
        if (details.TryGetProperty("componentRecords", out var components))
            foreach (var component in components.EnumerateArray()) index.Name(component.GetString()!, RecordTraits.IsListed, statement);
        if (isLatest) index[statement.RecordId].Ends = (PlaceOf(details.GetProperty("interestedParty")), PlaceOf(details.GetProperty("subject")));
        if (!details.TryGetProperty("interests", out var interests)) return;
        var at = 0;
        foreach (var interest in interests.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $".recordDetails.interests[{at++}]");
            if (interest.TryGetProperty("beneficialOwnershipOrControl", out var beneficial) && beneficial.GetBoolean() && party.Traits.HasFlag(RecordTraits.IsThere) && party.Kind != RecordKind.Person)
                Report(statement, $"{path}.beneficialOwnershipOrControl", "bods-beneficial-owner", "is true, and the interestedParty is no person", "false, or a person", "correct it");
            if (!interest.TryGetProperty("type", out var type)) continue;
            if (type.GetString() is "settlor" or "trustee" or "protector" && subject.Traits.HasFlag(RecordTraits.IsThere) && !subject.Traits.HasFlag(RecordTraits.IsTrust))
                Report(statement, $"{path}.type", "bods-trust", $"is {type.GetString()}, and the subject is no trust", "a subject whose entityType has the subtype trust", "correct the type of the interest or of the entity");
            if (type.GetString() is "nominee" or "nominator" && subject.Traits.HasFlag(RecordTraits.IsThere) && !subject.Traits.HasFlag(RecordTraits.IsNomination))
                Report(statement, $"{path}.type", "bods-nominee", $"is {type.GetString()}, and the subject is no nomination", "a subject whose entityType has the subtype nomination", "correct the type of the interest or of the entity");
            MarkDirect(statement, interest, type.GetString()!, isLatest);
        }
    }

    private RecordEntry Party(BodsStatement statement, JsonElement named, string path, bool isSubject)
    {
        if (named.ValueKind != JsonValueKind.String) return default;
        var entry = index.Name(named.GetString()!, RecordTraits.IsParty, statement);
        if (!entry.Traits.HasFlag(RecordTraits.IsThere)) return entry;
        if (isSubject && entry.Kind != RecordKind.Entity) Report(statement, path, "bods-subject", $"'{named.GetString()}' is the record of a {Name(entry.Kind)}", "the recordId of an entity", "correct it");
        else if (!isSubject && entry.Kind == RecordKind.Relationship) Report(statement, path, "bods-party", $"'{named.GetString()}' is the record of a relationship", "the recordId of an entity or a person", "correct it");
        return entry;
    }

    private int PlaceOf(JsonElement named) => named.ValueKind == JsonValueKind.String ? index.PlaceOf(named.GetString()!) : 0;

    private void MarkDirect(BodsStatement statement, JsonElement interest, string type, bool isLatest)
    {
        var details = statement.Details;
        if (type is not ("shareholding" or "votingRights") || Directness.IsThroughOthers(details, interest) || RecordNotes.Of(statement.Json).IsOfShares) return;
        var trait = (type == "shareholding", Directness.Of(interest) == "direct") switch
        {
            (true, true) => RecordTraits.HasDirectShares,
            (true, false) => RecordTraits.HasOpenShares,
            (false, true) => RecordTraits.HasDirectVotes,
            (false, false) => RecordTraits.HasOpenVotes,
        };
        if (details.GetProperty("subject") is { ValueKind: JsonValueKind.String } subject) index[subject.GetString()!].Traits |= trait;
        if (isLatest) index[statement.RecordId].Traits |= trait;
    }

    private static void Describe(ref RecordEntry entry, BodsStatement statement)
    {
        var details = statement.Details;
        entry.Traits &= ~(RecordTraits.IsComponent | RecordTraits.IsTrust | RecordTraits.IsNomination);
        // Of an entity all statements count: who held it directly once is a row too.
        if (statement.Kind == RecordKind.Relationship) entry.Traits &= ~(RecordTraits.HasDirectShares | RecordTraits.HasDirectVotes | RecordTraits.HasOpenShares | RecordTraits.HasOpenVotes);
        if (statement.IsComponent) entry.Traits |= RecordTraits.IsComponent;
        (entry.Reason, entry.Lei) = (0, default);
        if (statement.Kind == RecordKind.Relationship) return;
        if (details.TryGetProperty(statement.Kind == RecordKind.Entity ? "unspecifiedEntityDetails" : "unspecifiedPersonDetails", out var unspecified))
            entry.Reason = UnspecifiedReasons.Of(unspecified.GetProperty("reason").GetString()!);
        if (statement.Kind != RecordKind.Entity) return;
        entry.Lei = RecordIndex.LeiOf(details);
        if (!details.GetProperty("entityType").TryGetProperty("subtype", out var subtype)) return;
        entry.Traits |= subtype.GetString() switch { "trust" => RecordTraits.IsTrust, "nomination" => RecordTraits.IsNomination, _ => RecordTraits.None };
    }

    private void CheckSeries(RecordEntry entry)
    {
        var steps = index.Steps(entry);
        var isClosed = false;
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            var fault = step.Kind != steps[0].Kind ? $"calls the record {Name(step.Kind)}, and an earlier one {Name(steps[0].Kind)}"
                : isClosed ? "follows the one that closed the record"
                : i > 0 && step.Status == 'n' ? "is new, and an earlier one of the record stands before it"
                : "";
            isClosed |= step.Status == 'c';
            if (fault.Length > 0) Report((step.Number, step.Line), "", "bods-series", fault, "one record, first new, then updated, closed at last, by statementDate", "correct recordStatus, recordId or statementDate; the order of the dates was taken");
        }
    }

    private void Late(BodsStatement statement)
    {
        if (_disorder++ == 0) _firstDisorder = new BodsPlace(statement.Frame.Number, statement.Frame.Line);
    }

    private static string Name(RecordKind kind) => kind switch { RecordKind.Entity => "entity", RecordKind.Person => "person", _ => "relationship" };

    private void Report(BodsStatement statement, string path, string code, string found, string expected, string mend) => report(statement.At(path, code, found, expected, mend));

    private void Report((int Number, int Line) place, string path, string code, string found, string expected, string mend) =>
        report(new Problem(code, file, place.Line, 0, string.Create(CultureInfo.InvariantCulture, $"$[{place.Number}]{path} {found}"), expected, mend));
}
