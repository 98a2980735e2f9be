using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>Makes rows of records of level 1: the entity, where it is registered, and who took its place.</summary>
internal sealed class EntityRows(ImportSink sink)
{
    // RA888888: the authority is not on the list yet; RA999999: there is none. A number of neither identifies anybody.
    private const string UnlistedAuthority = "RA888888", NoAuthority = "RA999999";

    private readonly List<string> _notes = [];
    private readonly List<string> _identifiers = [];

    /// <summary>Adds the rows of one record.</summary>
    public void Add(LeiRecord record, GleifSource source)
    {
        var line = record.Line;
        if (!IsInForce(record)) return;
        if (!GleifIds.TryRead(record.Lei, "LEI", line, sink, out var lei)) return;
        if (record.LegalName.Length == 0)
        {
            sink.Report(line, "no-name", $"{lei} without a legal name", "Entity.LegalName", "correct it in the file; the record is left out");
            return;
        }
        var kind = KindOf(record);
        var (country, ended) = (CountryOf(record, lei), EndOf(record));
        var id = ImportedId.Of("lei", lei);
        var added = sink.Add(line, "entities", ("id", id), ("kind", kind), ("name", record.LegalName), ("aliases", AliasesOf(record)), ("country", country),
            ("identifiers", IdentifiersOf(record, lei)), ("sources", source.Id), ("note", NoteOf(record, country, ended)));
        if (!added) return;
        // A register's country says where a firm was formed, not whose it is: undated, it is taken as registration alone.
        if (country.Length > 0) sink.Add(line, "domiciles", ("entity", id), ("country", country), ("sources", source.Id), ("note", "registration"));
        if (record.Status == "INACTIVE" && PartialDate.TryParse(ended, out var end)) sink.End(line, id, end);
        AddSuccessors(record, lei, ended, source);
    }

    private bool IsInForce(LeiRecord record)
    {
        if (record.DeletedAt.Length > 0)
        {
            sink.Skip("records that a delta file takes out of the register: what earlier files told of them stays", record.Line);
            return false;
        }
        switch (record.RegistrationStatus)
        {
            case "ISSUED" or "LAPSED" or "PENDING_TRANSFER" or "PENDING_ARCHIVAL" or "RETIRED" or "MERGED": return true;
            case "DUPLICATE": sink.Skip("identifiers that were a second one for the same entity (DUPLICATE)", record.Line); return false;
            case "ANNULLED": sink.Skip("identifiers that were given by mistake (ANNULLED)", record.Line); return false;
            case "PENDING_VALIDATION" or "CANCELLED" or "TRANSFERRED":
                sink.Skip("registrations that are not in force (PENDING_VALIDATION, CANCELLED, TRANSFERRED)", record.Line);
                return false;
            default:
                GleifIds.ReportWord(record.RegistrationStatus, "Registration.RegistrationStatus", record.Line, sink);
                return false;
        }
    }

    private string KindOf(LeiRecord record)
    {
        switch (record.Category)
        {
            case "" or "GENERAL" or "BRANCH": return "company";
            case "FUND": return "fund";
            case "SOLE_PROPRIETOR": return "organization";
            // An agency is its state's, and what it owns the state's: a province, a city or a social security fund is none.
            case "RESIDENT_GOVERNMENT_ENTITY": return record.SubCategory == "CENTRAL_GOVERNMENT" ? "agency" : "organization";
            case "INTERNATIONAL_ORGANIZATION": return "bloc";
            default:
                sink.Report(record.Line, "unknown-word", $"'{GleifIds.Cited(record.Category)}' in Entity.EntityCategory", "a word of the standard's list", "correct it in the file; the entity is taken for an organization");
                return "organization";
        }
    }

    private string CountryOf(LeiRecord record, string lei)
    {
        foreach (var text in (ReadOnlySpan<string>)[record.Jurisdiction, record.LegalCountry])
            if (CodeOf(text) is { Length: > 0 } code) return code;
        if (record.Jurisdiction.Length + record.LegalCountry.Length > 0)
            sink.Report(record.Line, "bad-country", $"'{GleifIds.Cited(record.Jurisdiction.Length > 0 ? record.Jurisdiction : record.LegalCountry)}' for {lei}", "a code of ISO 3166, as GB or US-DE", "correct it in the file; the entity stands without a country");
        return "";
    }

    private static string CodeOf(string place) =>
        place.Length >= 2 && char.IsAsciiLetter(place[0]) && char.IsAsciiLetter(place[1]) && (place.Length == 2 || place[2] == '-') ? place[..2].ToLowerInvariant() : "";

    private static string AliasesOf(LeiRecord record)
    {
        if (record.OtherNames.Count == 0) return "";
        // A tilde before an alias would mark a place that stands for a state.
        return ImportSink.List(record.OtherNames.Select(name => name.TrimStart('~', ' ')).Where(name => name != record.LegalName));
    }

    private string IdentifiersOf(LeiRecord record, string lei)
    {
        _identifiers.Clear();
        _identifiers.Add("lei:" + lei);
        if (record.AuthorityNumber.Length > 0)
        {
            if (record.Authority.Length == 0 || record.Authority is UnlistedAuthority or NoAuthority) sink.Skip("register numbers of an authority that has no code", record.Line);
            else _identifiers.Add($"{record.Authority.ToLowerInvariant()}:{record.AuthorityNumber}");
        }
        foreach (var (scheme, id) in record.OtherIds) _identifiers.Add($"{scheme}:{id}");
        return ImportSink.List(_identifiers);
    }

    private string NoteOf(LeiRecord record, string country, string ended)
    {
        _notes.Clear();
        if (record.Category is "BRANCH" or "SOLE_PROPRIETOR") _notes.Add(record.Category == "BRANCH" ? "branch" : "sole proprietor");
        if (record.Category == "RESIDENT_GOVERNMENT_ENTITY" && record.SubCategory.Length == 0) _notes.Add("government entity");
        if (record.SubCategory.Length > 0) _notes.Add(record.SubCategory.ToLowerInvariant().Replace('_', ' '));
        if (CodeOf(record.HeadquartersCountry) is { Length: > 0 } headquarters && headquarters != country) _notes.Add($"headquarters in {headquarters}");
        if (record.Status == "INACTIVE") _notes.Add(ended.Length > 0 ? $"inactive since {ended}" : "inactive");
        else if (record.Status != "ACTIVE" && record.Status.Length > 0) _notes.Add("whether it is active is not known");
        if (record.RegistrationStatus is "LAPSED" or "RETIRED" or "MERGED") _notes.Add($"LEI {record.RegistrationStatus.ToLowerInvariant()}{(GleifDay.FirstOf(record.LastUpdate) is { Length: > 0 } day ? ", last updated " + day : "")}");
        foreach (var successor in record.Successors)
            if (successor.Lei.Length == 0 && successor.Name.Length > 0) _notes.Add($"succeeded by {successor.Name}, which has no LEI");
        return string.Join("; ", _notes);
    }

    /// <summary>When the entity ceased to be: as version 2.1 says, else the last completed event of version 3.1 that ends one.</summary>
    private string EndOf(LeiRecord record)
    {
        var end = GleifDay.FirstOf(record.ExpirationDate);
        if (record.Events.Count == 0) return end;
        var kept = 0;
        foreach (var happened in record.Events)
        {
            if (happened.Status is not ("COMPLETED" or "") || !Ends(happened.Type)) continue;
            kept++;
            if (record.ExpirationDate.Length == 0 && GleifDay.FirstOf(happened.EffectiveDate) is var day && string.CompareOrdinal(day, end) > 0) end = day;
        }
        if (kept < record.Events.Count) sink.Skip("events that end no entity (Entity.LegalEntityEvents)", record.Line);
        return end;
    }

    private static bool Ends(string type) => type is "ABSORPTION" or "BREAKUP" or "DISSOLUTION" or "LIQUIDATION" or "MERGERS_AND_ACQUISITIONS";

    private void AddSuccessors(LeiRecord record, string lei, string ended, GleifSource source)
    {
        foreach (var successor in record.Successors)
        {
            if (successor.Lei.Length == 0) continue;
            if (!GleifIds.TryRead(successor.Lei, "SuccessorLEI", record.Line, sink, out var next)) continue;
            if (next == lei)
            {
                sink.Report(record.Line, "own-successor", $"{lei} as its own successor", "the LEI of another entity", "correct it in the file; the succession is left out");
                continue;
            }
            var name = successor.Name.Length > 0 ? successor.Name : next;
            sink.Add(record.Line, "events", ("id", $"succession-{lei.ToLowerInvariant()}-{next.ToLowerInvariant()}"), ("kind", "succession"), ("title", $"{record.LegalName} is succeeded by {name}"),
                ("participants", $"{ImportedId.Of("lei", lei)}|{ImportedId.Of("lei", next)}"), ("from", ended),
                ("status", record.Status == "INACTIVE" || record.RegistrationStatus is "RETIRED" or "MERGED" ? "happened" : "expected"), ("sources", source.Id));
        }
    }
}
