using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>Makes rows of reporting exceptions: one for each reason.</summary>
internal sealed class ExceptionRows(ImportSink sink)
{
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);
    private string _lastWithOwners = "";

    /// <summary>Adds the rows of one record.</summary>
    public void Add(ExceptionRecord record, GleifSource source)
    {
        if (record.DeletedAt.Length > 0)
        {
            sink.Skip("exceptions that a delta file takes out of the register: what earlier files told of them stays", record.Line);
            return;
        }
        if (AboutOf(record.Category) is not { } about)
        {
            GleifIds.ReportWord(record.Category, "Exception.Category", record.Line, sink);
            return;
        }
        if (!GleifIds.TryRead(record.Lei, "LEI", record.Line, sink, out var lei)) return;
        var (subject, note) = (ImportedId.Of("lei", lei), record.References.Count == 0 ? "" : string.Join("; ", record.References));
        _reasons.Clear();
        foreach (var reason in record.Reasons)
        {
            if (reason.Length == 0 || !_reasons.Add(reason)) continue;
            if (!ExceptionReasons.All.TryGetValue(reason, out var meaning))
            {
                sink.Report(record.Line, "unknown-word", $"'{GleifIds.Cited(reason)}' in Exception.Reason", "a word of the standard's list", "correct it in the file; the reason is left out");
                continue;
            }
            Add(subject, about, meaning.Says, meaning.Slug, note, record.Line, source);
            // The records of one entity, of its direct and its ultimate parent, stand side by side: what both say of its owners is one row.
            if (meaning.Owners.Length > 0 && _lastWithOwners != lei) Add(subject, "owners", meaning.Owners, meaning.Slug, note, record.Line, source);
            if (meaning.Owners.Length > 0) _lastWithOwners = lei;
        }
        if (_reasons.Count == 0) sink.Report(record.Line, "no-reason", $"an exception of {lei} without a reason", "at least one reason", "correct it in the file; the record is left out");
    }

    private void Add(string subject, string about, string says, string reason, string note, int line, GleifSource source) => sink.Add(line, "exceptions",
        ("subject", subject), ("about", about), ("says", says), ("reason", reason), ("seen", source.Day), ("sources", source.Id), ("note", note));

    private static string? AboutOf(string category) => category switch
    {
        "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT" => "direct-parent",
        "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT" => "ultimate-parent",
        _ => null,
    };
}
