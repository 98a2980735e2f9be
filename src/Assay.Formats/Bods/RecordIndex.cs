using Assay.Evidence;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// What is remembered of the records of a file: some 150 bytes for each, whatever its statements hold. Ids are kept as hashes of 128 bits.
/// </summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<UInt128, int> _places = [];
    private readonly HashSet<UInt128> _statements = [];
    private readonly List<List<SeriesStep>> _series = [];
    private RecordEntry[] _entries = new RecordEntry[16];

    /// <summary>How many records are named.</summary>
    public int Count { get; private set; }

    /// <summary>The records, in the order in which they are named first.</summary>
    public Span<RecordEntry> Entries => _entries.AsSpan(0, Count);

    /// <summary>Remembers a statement's id; false: it is known already.</summary>
    public bool AddStatement(string id) => _statements.Add(Hash(id));

    /// <summary>A record, which is remembered from now on. The reference is good until the next one is asked for.</summary>
    public ref RecordEntry this[string recordId]
    {
        get
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, Hash(recordId), out var isKnown);
            if (isKnown) return ref _entries[place];
            place = Count++;
            if (Count > _entries.Length) Array.Resize(ref _entries, checked(_entries.Length * 2));
            return ref _entries[place];
        }
    }

    /// <summary>The place of a record among them, from 1; 0: it is not remembered.</summary>
    public int PlaceOf(string recordId) => _places.TryGetValue(Hash(recordId), out var place) ? place + 1 : 0;

    /// <summary>The record at a place, from 1.</summary>
    public RecordEntry At(int place) => _entries[place - 1];

    /// <summary>A record that may not be there.</summary>
    public RecordEntry Find(string recordId) => _places.TryGetValue(Hash(recordId), out var place) ? _entries[place] : default;

    /// <summary>Adds a statement to the series of its record.</summary>
    public void AddStep(ref RecordEntry entry, SeriesStep step)
    {
        if (!entry.Traits.HasFlag(RecordTraits.IsThere)) (entry.Last, entry.Kind) = (step, step.Kind);
        else
        {
            if (entry.Series == 0)
            {
                _series.Add([entry.Last]);
                entry.Series = _series.Count;
            }
            _series[entry.Series - 1].Add(step);
            if (step.Day >= entry.Last.Day) (entry.Last, entry.Kind) = (step, step.Kind);
        }
        entry.Traits |= RecordTraits.IsThere;
    }

    /// <summary>The statements of a record by day, and by place where the day is the same.</summary>
    public ImmutableArray<SeriesStep> Steps(RecordEntry entry) =>
        entry.Series == 0 ? (entry.Traits.HasFlag(RecordTraits.IsThere) ? [entry.Last] : []) : [.. _series[entry.Series - 1].OrderBy(step => step.Day).ThenBy(step => step.Number)];

    /// <summary>Notes who a statement names, at which place.</summary>
    public ref RecordEntry Name(string recordId, RecordTraits how, BodsStatement statement)
    {
        ref var entry = ref this[recordId];
        if (entry.Traits == RecordTraits.None) entry.Named = (statement.Frame.Number, statement.Frame.Line);
        entry.Traits |= how;
        return ref entry;
    }

    /// <summary>What of a text is hashed: the same text gives the same hash.</summary>
    public static UInt128 Hash(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>The LEI of an entity; <c>default</c>: it has none.</summary>
    public static Lei LeiOf(JsonElement details)
    {
        if (!details.TryGetProperty("identifiers", out var identifiers)) return default;
        foreach (var identifier in identifiers.EnumerateArray())
            if (identifier.TryGetProperty("id", out var id) && BodsIdentifier.IsLei(identifier) && Lei.TryParse(id.GetString(), out var lei)) return lei;
        return default;
    }
}
