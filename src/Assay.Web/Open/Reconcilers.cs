using System.Collections.Concurrent;
using Assay.Evidence;
using Assay.Formats.Publications;
using Assay.Formats.Reconciliation;
using Assay.Formats.Records;

namespace Assay.Web.Open;

/// <summary>The reconciliation service over the record in force, made once for a record and an address.</summary>
internal sealed class Reconcilers(LiveRecord record)
{
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<(EvidenceSnapshot, string), ReconciliationService> _kept = new();

    public ReconciliationService For(Site site)
    {
        var key = (record.Current.Evidence, site.Address.AbsoluteUri);
        if (_kept.TryGetValue(key, out var known)) return known;
        if (_kept.Count >= MostKept) _kept.Clear();
        return _kept[key] = new ReconciliationService(key.Evidence, site);
    }
}
