using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Formats.Graphs;

/// <summary>
/// The ids of a graph's entities, each with its index: 0 to one below <see cref="Count"/>. Ids are UTF-8 bytes of any kind, up to
/// <see cref="LongestId"/> of them, and equal if their bytes are. Immutable; safe to use from many threads at once.
/// </summary>
/// <remarks>
/// Three arrays, which a snapshot holds as they are: records (each the index, the length in two bytes, the id), the place of each index's
/// record, and a table with open addressing whose slots hold the upper half of an id's XxHash3 and the place of its record. The home of an
/// id in the table rises with its hash, so that the table grows in one pass over its slots. About 25 bytes for each id besides its own.
/// </remarks>
public sealed class EntityIds
{
    /// <summary>The most bytes that an id may have.</summary>
    public const int LongestId = ushort.MaxValue;

    /// <summary>Bytes of a record before its id.</summary>
    internal const int RecordHead = sizeof(int) + sizeof(ushort);

    /// <summary>Where the first record begins: no slot of a record is 0, which is an empty one.</summary>
    internal const int FirstRecord = 8;

    /// <summary>How many look-ups go side by side, so that they wait for memory together.</summary>
    private const int Batch = 64;

    private readonly ReadOnlyMemory<ulong> _slots;
    private readonly ReadOnlyMemory<uint> _places;
    private readonly ReadOnlyMemory<byte> _records;

    /// <summary>Over arrays that fit together, as a builder makes them or the reader of snapshots has found them.</summary>
    internal EntityIds(ReadOnlyMemory<ulong> slots, ReadOnlyMemory<uint> places, ReadOnlyMemory<byte> records)
    {
        _slots = slots;
        _places = places;
        _records = records;
    }

    /// <summary>No ids.</summary>
    public static EntityIds Empty { get; } = new EntityIdsBuilder(0).Build();

    /// <summary>How many ids there are.</summary>
    public int Count => _places.Length;

    internal ReadOnlyMemory<ulong> Slots => _slots;

    internal ReadOnlyMemory<uint> Places => _places;

    internal ReadOnlyMemory<byte> Records => _records;

    /// <summary>The id of an entity as UTF-8.</summary>
    /// <param name="index">The entity's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if (unchecked((uint)index) >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} ids.");
            return IdAt(_records.Span, (int)_places.Span[index]);
        }
    }

    /// <summary>The id of an entity as text.</summary>
    /// <param name="index">The entity's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public string Text(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>The index of an id; -1 where there is no such id.</summary>
    /// <param name="id">The id as UTF-8.</param>
    /// <exception cref="Snapshots.SnapshotException">The ids are of a snapshot that was written to deceive: its table leads astray.</exception>
    public int Find(ReadOnlySpan<byte> id)
    {
        var slots = _slots.Span;
        var records = _records.Span;
        var tag = Tag(id);
        for (var slot = Home(tag, slots.Length); ; slot = Next(slot, slots.Length))
        {
            var entry = slots[slot];
            if (entry == 0) return -1;
            if (TagOf(entry) != tag) continue;
            var place = PlaceOf(entry);
            if (!IsRecord(place)) throw new Snapshots.SnapshotException("The table of ids leads to no id", GraphSections.IdSlots, 0);
            if (IdAt(records, place).SequenceEqual(id)) return IndexAt(records, place);
        }
    }

    /// <summary>The index of an id; -1 where there is no such id.</summary>
    /// <param name="id">The id.</param>
    public int Find(string id) => Find(Encoding.UTF8.GetBytes(id));

    /// <summary>The indices of many ids, several times faster than one by one; -1 for each that does not exist.</summary>
    internal void FindAll(IdList ids, Span<int> found)
    {
        var slots = _slots.Span;
        var records = _records.Span;
        Span<int> candidates = stackalloc int[Batch];
        var tags = ids.Tags;
        for (var from = 0; from < tags.Length; from += Batch)
        {
            var batch = tags[from..Math.Min(from + Batch, tags.Length)];
            foreach (var tag in batch) Memory.Prefetch(in slots[Home(tag, slots.Length)]);
            for (var k = 0; k < batch.Length; k++)
            {
                var place = Candidate(slots, batch[k]);
                Memory.Prefetch(in records[place]);
                candidates[k] = place;
            }
            for (var k = 0; k < batch.Length; k++)
            {
                var id = ids[from + k];
                var place = candidates[k];
                found[from + k] = place == 0 ? -1
                    : IdAt(records, place).SequenceEqual(id) ? IndexAt(records, place)
                    // Another id with the same hash stands before it.
                    : Find(id);
            }
        }
    }

    /// <summary>Whether a record begins there: a table in a file may lead anywhere.</summary>
    private bool IsRecord(int place)
    {
        var records = _records.Span;
        if (place < FirstRecord || place > records.Length - RecordHead) return false;
        var index = IndexAt(records, place);
        return unchecked((uint)index) < (uint)Count && _places.Span[index] == place;
    }

    /// <summary>The place of the first record with this tag; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Candidate(ReadOnlySpan<ulong> slots, uint tag)
    {
        var slot = Home(tag, slots.Length);
        ulong entry;
        while ((entry = slots[slot]) != 0 && TagOf(entry) != tag) slot = Next(slot, slots.Length);
        return PlaceOf(entry);
    }

    /// <summary>What the table keeps of an id's hash.</summary>
    internal static uint Tag(ReadOnlySpan<byte> id) => (uint)(XxHash3.HashToUInt64(id) >> 32);

    /// <summary>The slot at which the search for an id with this tag begins.</summary>
    internal static int Home(uint tag, int slotCount) => unchecked((int)(((ulong)tag * (uint)slotCount) >> 32));

    internal static int Next(int slot, int slotCount) => slot + 1 == slotCount ? 0 : slot + 1;

    internal static ulong Entry(uint tag, int place) => ((ulong)tag << 32) | (uint)place;

    internal static uint TagOf(ulong entry) => unchecked((uint)(entry >> 32));

    internal static int PlaceOf(ulong entry) => unchecked((int)(entry & int.MaxValue));

    internal static int IndexAt(ReadOnlySpan<byte> records, int place) => MemoryMarshal.Read<int>(records[place..]);

    internal static ReadOnlySpan<byte> IdAt(ReadOnlySpan<byte> records, int place) =>
        records.Slice(place + RecordHead, MemoryMarshal.Read<ushort>(records[(place + sizeof(int))..]));
}
