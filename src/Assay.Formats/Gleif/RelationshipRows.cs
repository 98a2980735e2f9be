using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>
/// Makes rows of records of level 2: the parent's interest in the child. Consolidation in accounts is control and no share, and the amount beside it says
/// how much of the child stands in the parent's accounts: none of it becomes a stake.
/// </summary>
internal sealed class RelationshipRows(ImportSink sink)
{
    private readonly List<string> _notes = [];

    /// <summary>Adds the rows of one record: one for each period of the relationship, mostly one.</summary>
    public void Add(RelationshipRecord record, GleifSource source)
    {
        if (!IsInForce(record) || !AreEntities(record)) return;
        if (InterestOf(record.Type) is not var (type, directness))
        {
            GleifIds.ReportWord(record.Type, "Relationship.RelationshipType", record.Line, sink);
            return;
        }
        if (!GleifIds.TryRead(record.Start, "Relationship.StartNode.NodeID", record.Line, sink, out var child)
            || !GleifIds.TryRead(record.End, "Relationship.EndNode.NodeID", record.Line, sink, out var parent)) return;
        if (child == parent)
        {
            sink.Report(record.Line, "own-parent", $"{child} as its own parent", "two entities", "correct it in the file; the record is left out");
            return;
        }
        var (holder, subject, note) = (ImportedId.Of("lei", parent), ImportedId.Of("lei", child), NoteOf(record));
        var seen = GleifDay.FirstOf(record.LastUpdate, source.Day);
        var isLapsed = record.RegistrationStatus == "LAPSED";
        var lapsed = isLapsed ? GleifDay.FirstOf(record.LastUpdate) : "";
        if (isLapsed && lapsed.Length == 0)
        {
            sink.Skip("relationships whose registration lapsed, without the day of their last update (LAPSED)", record.Line);
            return;
        }
        var periods = 0;
        foreach (var period in record.Periods)
        {
            if (period.Type != "RELATIONSHIP_PERIOD")
            {
                if (period.Start.Length + period.End.Length > 0) SkipPeriod(period.Type, record.Line);
                continue;
            }
            periods++;
            if (!TryRead(period, record, out var from, out var to)) continue;
            Add(from, to);
        }
        if (periods == 0 && HasOpenEnd(record)) Add("", "");

        void Add(string from, string to) => sink.Add(record.Line, "interests", ("holder", holder), ("subject", subject), ("type", type), ("directness", directness),
            ("from", from), ("to", to), ("seen", seen), ("lapsed", lapsed), ("sources", source.Id), ("note", note));
    }

    private bool IsInForce(RelationshipRecord record)
    {
        if (record.DeletedAt.Length > 0)
        {
            sink.Skip("relationships that a delta file takes out of the register: what earlier files told of them stays", record.Line);
            return false;
        }
        switch (record.RegistrationStatus)
        {
            case "PUBLISHED" or "LAPSED" or "PENDING_TRANSFER" or "PENDING_ARCHIVAL": break;
            // Retired: it ended. The period below says when, or the row is left out there.
            case "RETIRED": break;
            case "ANNULLED" or "DUPLICATE" or "PENDING_VALIDATION" or "CANCELLED" or "TRANSFERRED":
                sink.Skip("relationships that are not published (ANNULLED, DUPLICATE, PENDING_VALIDATION, CANCELLED, TRANSFERRED)", record.Line);
                return false;
            default:
                GleifIds.ReportWord(record.RegistrationStatus, "Registration.RegistrationStatus", record.Line, sink);
                return false;
        }
        switch (record.Status)
        {
            case "ACTIVE" or "INACTIVE": return true;
            case "NULL": sink.Skip("relationships of which it is not known whether they hold (NULL)", record.Line); return false;
            default:
                GleifIds.ReportWord(record.Status, "Relationship.RelationshipStatus", record.Line, sink);
                return false;
        }
    }

    private bool AreEntities(RelationshipRecord record)
    {
        foreach (var kind in (ReadOnlySpan<string>)[record.StartType, record.EndType])
        {
            if (kind is "LEI" or "") continue;
            if (kind == "PNI") sink.Skip("relationships with a parent that has a provisional number in place of an LEI", record.Line);
            else GleifIds.ReportWord(kind, "NodeIDType", record.Line, sink);
            return false;
        }
        return true;
    }

    private static (string Type, string Directness)? InterestOf(string type) => type switch
    {
        "IS_DIRECTLY_CONSOLIDATED_BY" => ("consolidation", "direct"),
        // The top of the group may be the direct parent as well.
        "IS_ULTIMATELY_CONSOLIDATED_BY" => ("ultimate-consolidation", ""),
        "IS_FUND-MANAGED_BY" => ("fund-management", "direct"),
        "IS_SUBFUND_OF" => ("sub-fund", "direct"),
        "IS_FEEDER_TO" => ("feeder", "direct"),
        "IS_INTERNATIONAL_BRANCH_OF" => ("international-branch", "direct"),
        _ => null,
    };

    private void SkipPeriod(string type, int line)
    {
        if (type == "ACCOUNTING_PERIOD") sink.Skip("periods of the accounts (ACCOUNTING_PERIOD)", line);
        else if (type == "DOCUMENT_FILING_PERIOD") sink.Skip("periods of the documents that were filed (DOCUMENT_FILING_PERIOD)", line);
        else sink.Report(line, "unknown-word", $"'{GleifIds.Cited(type)}' as the type of a period", "RELATIONSHIP_PERIOD, ACCOUNTING_PERIOD or DOCUMENT_FILING_PERIOD", "correct it in the file; the period is left out");
    }

    private bool TryRead(RelationshipRecord.TypedPeriod period, RelationshipRecord record, out string from, out string to)
    {
        var (start, end) = (GleifDay.Of(period.Start), GleifDay.Of(period.End));
        (from, to) = (start.Text, end.Text);
        if (start.Kind == DayKind.Unreadable) Report("bad-date", $"'{GleifIds.Cited(period.Start)}' as the first day", "a date of ISO 8601", "the row stands without it");
        if (start.Kind == DayKind.Placeholder) Report("placeholder-date", $"'{GleifIds.Cited(period.Start)}' as the first day", "a year between 1000 and 2200", "the row stands without it");
        if (end.Kind == DayKind.Placeholder) Report("placeholder-date", $"'{GleifIds.Cited(period.End)}' as the last day", "a year between 1000 and 2200", "taken as no end");
        if (end.Kind == DayKind.Unreadable)
        {
            // It ended, and nobody can say when: a row without an end would say that it still holds.
            Report("bad-date", $"'{GleifIds.Cited(period.End)}' as the last day", "a date of ISO 8601", "the period is left out");
            return false;
        }
        if (from.Length > 0 && to.Length > 0 && string.CompareOrdinal(to, from) < 0)
        {
            Report("period-reversed", $"a relationship from {from} to {to}", "the first day before the last", "the period is left out");
            return false;
        }
        return to.Length > 0 || HasOpenEnd(record);

        void Report(string code, string found, string expected, string what) => sink.Report(record.Line, code, found, expected, $"correct it in the file; {what}");
    }

    /// <summary>Whether a relationship without a last day goes on. Of one that ended on a day that nobody tells no row can be made.</summary>
    private bool HasOpenEnd(RelationshipRecord record)
    {
        if (record.Status == "ACTIVE" && record.RegistrationStatus != "RETIRED") return true;
        sink.Skip("relationships that ended on a day that is not told (INACTIVE, RETIRED)", record.Line);
        return false;
    }

    private string NoteOf(RelationshipRecord record)
    {
        _notes.Clear();
        foreach (var quantifier in record.Quantifiers)
        {
            if (quantifier.Amount.Length == 0) continue;
            var amount = quantifier.Units is "PERCENTAGE" or "" ? $"{quantifier.Amount} %" : $"{quantifier.Amount} {quantifier.Units}";
            _notes.Add(quantifier.Method is "ACCOUNTING_CONSOLIDATION" or "" ? $"{amount} of it stands in the parent's accounts, which is no share" : $"{amount} by {quantifier.Method.ToLowerInvariant().Replace('_', ' ')}");
        }
        foreach (var qualifier in record.Qualifiers)
            if (qualifier.Length > 0) _notes.Add($"accounts by {qualifier.Replace('_', ' ')}");
        if (record.ValidationSources == "ENTITY_SUPPLIED_ONLY") _notes.Add("told by the entity alone");
        return string.Join("; ", _notes);
    }
}
