using System.Runtime.InteropServices;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Counts what is left out, each kind with the line where it stands first.</summary>
internal sealed class FtmTally
{
    private readonly Dictionary<string, (long Count, int Line)> _kinds = new(StringComparer.Ordinal);

    public void Add(string what, int line)
    {
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, what, out var isKnown);
        kind = isKnown ? (kind.Count + 1, kind.Line) : (1, line);
    }

    /// <summary>Tells the sink, the most frequent first.</summary>
    public void Tell(ImportSink sink)
    {
        foreach (var (what, (count, line)) in _kinds.OrderByDescending(kind => kind.Value.Count).ThenBy(kind => kind.Key, StringComparer.Ordinal)) sink.Skip(what, line, count);
        _kinds.Clear();
    }
}
