using System.Collections.Concurrent;
using Assay.Findings;
using Assay.Formats.Records;
using Assay.Storage.Drafts;

namespace Assay.Web.Desk;

/// <summary>Checks drafts, and keeps the last results so that a page that is opened again is there at once.</summary>
internal sealed class DraftChecks(LiveRecord record)
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, (CheckedArticle Article, LoadedRecord Record)> _kept = new();

    /// <summary>The draft checked against the record in force.</summary>
    public (CheckedArticle Article, LoadedRecord Record) Check(Draft draft)
    {
        var now = record.Current;
        var key = $"{draft.Id} {draft.Revision} {KeyOf(now)}";
        if (_kept.TryGetValue(key, out var known)) return known;
        var result = (now.Assayer.Check(draft.Article), now);
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[key] = result;
        return result;
    }

    private static string KeyOf(LoadedRecord record) => string.Join(' ', record.Evidence.Packs.Select(pack => pack.Sha256).Append(record.Rules.Sha256));
}
