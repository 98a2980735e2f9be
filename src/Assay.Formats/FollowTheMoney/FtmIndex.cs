using System.Diagnostics.CodeAnalysis;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// What is remembered of every entity of the files that are read: its schema, in how many records it stands, and with which of them its last version begins.
/// 24 bytes an entity, by a hash of its id.
/// </summary>
internal sealed class FtmIndex(FtmModel model)
{
    private const int UnknownSchema = 255;
    private const uint MostRecords = (1 << 24) - 1;
    private Entry[] _entries = new Entry[1 << 10];
    private int _count;

    private struct Entry
    {
        // Apart, since together they would be laid out in 32 bytes.
        public ulong High, Low;
        public uint Start;

        public UInt128 Id { readonly get => new(High, Low); set => (High, Low) = ((ulong)(value >> 64), (ulong)(value & ulong.MaxValue)); }

        public uint SchemaAndRecords;

        public int Schema { readonly get => (int)(SchemaAndRecords >> 24); set => SchemaAndRecords = ((uint)value << 24) | Records; }

        public uint Records { readonly get => SchemaAndRecords & MostRecords; set => SchemaAndRecords = (SchemaAndRecords & ~MostRecords) | value; }
    }

    /// <summary>How many entities there are or were.</summary>
    public int Count => _count;

    /// <summary>
    /// A record of an entity. Without an operation it adds to what is known; with one it is the entity's new version.
    /// </summary>
    /// <param name="id">The hash of its id.</param>
    /// <param name="schema">Its schema; null where the model does not have it.</param>
    /// <param name="record">The number of the record, rising.</param>
    /// <param name="isVersion">Whether it takes the place of what was known.</param>
    /// <param name="kept">The schema that is kept where the two are no kin; else null.</param>
    /// <returns>Whether the record is to be put aside: the record has a place for its schema, and it is kin to what is known.</returns>
    public bool Add(UInt128 id, FtmSchema? schema, uint record, bool isVersion, out FtmSchema? kept)
    {
        kept = null;
        if ((_count + 1) * 4L > _entries.Length * 3L) Grow();
        ref var entry = ref Find(_entries, id);
        if (entry.Id == UInt128.Zero)
        {
            entry.Id = id;
            _count++;
        }
        var isWanted = schema is { Kind: not FtmKind.None };
        var known = entry.Records > 0 && !isVersion ? SchemaOf(entry) : null;
        if (known is null || (known.Kind == FtmKind.None && isWanted))
        {
            (entry.Start, entry.Records, entry.Schema) = (record, 1, schema?.Number ?? UnknownSchema);
            return isWanted;
        }
        if (schema is null || (!schema.Is(known.Name) && !known.Is(schema.Name)))
        {
            kept = known;
            return false;
        }
        if (!isWanted) return false;
        if (schema.Is(known.Name)) entry.Schema = schema.Number;
        if (entry.Records < MostRecords) entry.Records++;
        return true;
    }

    /// <summary>Takes an entity away; false where there is none.</summary>
    public bool Remove(UInt128 id)
    {
        ref var entry = ref Find(_entries, id);
        var isKnown = entry.Id != UInt128.Zero && entry.Records > 0;
        if (isKnown) entry.Records = 0;
        return isKnown;
    }

    /// <summary>Whether there is such an entity, and of which schema; null for one that the model does not have.</summary>
    public bool TryFind(UInt128 id, out FtmSchema? schema)
    {
        ref var entry = ref Find(_entries, id);
        schema = null;
        if (entry.Id == UInt128.Zero || entry.Records == 0) return false;
        schema = SchemaOf(entry);
        return true;
    }

    /// <summary>Whether a record that was put aside counts, as which schema, and how many of the entity's records are still to come.</summary>
    public bool Take(UInt128 id, uint record, out uint left, [NotNullWhen(true)] out FtmSchema? schema)
    {
        ref var entry = ref Find(_entries, id);
        (left, schema) = (0, SchemaOf(entry));
        if (schema is null || entry.Records == 0 || record < entry.Start) return false;
        left = entry.Records - 1;
        // The last one stays counted, so that the entity is still known to links.
        if (left > 0) entry.Records = left;
        return true;
    }

    private FtmSchema? SchemaOf(in Entry entry) => entry.Id == UInt128.Zero || entry.Schema == UnknownSchema ? null : model.Schemata[entry.Schema];

    private static ref Entry Find(Entry[] entries, UInt128 id)
    {
        var mask = entries.Length - 1;
        for (var at = (int)((ulong)(id & ulong.MaxValue) & (ulong)mask); ; at = (at + 1) & mask)
        {
            ref var entry = ref entries[at];
            if (entry.Id == id || entry.Id == UInt128.Zero) return ref entry;
        }
    }

    private void Grow()
    {
        var larger = new Entry[checked(2 * _entries.Length)];
        foreach (var entry in _entries)
            if (entry.Id != UInt128.Zero) Find(larger, entry.Id) = entry;
        _entries = larger;
    }
}
