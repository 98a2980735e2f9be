using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Formats.Graphs;

/// <summary>
/// Numbers ids in the order in which they come. Either one list after the other is added to the table (<see cref="AddAll"/>), or ids are
/// only appended (<see cref="Append"/>) and the table is made at the end, by several threads. Not safe to use from several threads at once.
/// </summary>
internal sealed class EntityIdsBuilder
{
    private const int Batch = 64;

    private ulong[] _slots;
    private uint[] _places;
    private byte[] _records;
    private uint[] _tags = [];
    private int _used = EntityIds.FirstRecord;

    /// <param name="expected">About how many ids will come; any number will do.</param>
    /// <param name="expectedBytes">About how many bytes they have together.</param>
    public EntityIdsBuilder(int expected, long expectedBytes = 0)
    {
        _slots = new ulong[SlotsFor(0)];
        _places = new uint[expected];
        _records = Memory.Large<byte>((int)Math.Min(Array.MaxLength, EntityIds.FirstRecord + expectedBytes + (long)expected * EntityIds.RecordHead), cleared: false);
        _records.AsSpan(0, EntityIds.FirstRecord).Clear();
    }

    /// <summary>Goes on from ids that exist, which keep their indices.</summary>
    public EntityIdsBuilder(EntityIds ids)
    {
        _slots = ToArray(ids.Slots);
        _places = ToArray(ids.Places);
        _records = ToArray(ids.Records);
        _used = _records.Length;
        Count = ids.Count;
    }

    public int Count { get; private set; }

    /// <summary>Ids that were appended more than once: the later index and the first.</summary>
    public List<(int Later, int First)> Doubles { get; } = [];

    /// <summary>Finds the index of each id, and gives the next one to each that is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddAll(IdList ids, Span<int> indices)
    {
        Grow((long)Count + ids.Count);
        Span<int> candidates = stackalloc int[Batch];
        var tags = ids.Tags;
        for (var from = 0; from < tags.Length; from += Batch)
        {
            var many = Math.Min(Batch, tags.Length - from);
            for (var k = 0; k < many; k++)
                Memory.Prefetch(in _slots[EntityIds.Home(tags[from + k], _slots.Length)]);
            for (var k = 0; k < many; k++)
            {
                var place = EntityIds.Candidate(_slots, tags[from + k]);
                Memory.Prefetch(in _records[place]);
                candidates[k] = place;
            }
            for (var k = 0; k < many; k++)
            {
                var id = ids[from + k];
                var place = candidates[k];
                // One that is new, stands earlier in the batch or shares its tag with another is searched for again.
                indices[from + k] = place > 0 && EntityIds.IdAt(_records, place).SequenceEqual(id) ? EntityIds.IndexAt(_records, place) : Add(id, tags[from + k]);
            }
        }
    }

    /// <summary>Finds the index of an id, or gives it the next one.</summary>
    public int Add(ReadOnlySpan<byte> id)
    {
        Grow(Count + 1L);
        return Add(id, EntityIds.Tag(id));
    }

    /// <summary>Gives the next indices to the ids, whether or not there are such ids; those that there are come to light in <see cref="Build"/>.</summary>
    public void Append(IdList ids)
    {
        if (_tags.Length < Count + ids.Count) Array.Resize(ref _tags, Math.Max(Count + ids.Count, Math.Max(_places.Length, _tags.Length * 2)));
        ids.Tags.CopyTo(_tags.AsSpan(Count));
        for (var i = 0; i < ids.Count; i++) Write(ids[i]);
    }

    /// <summary>The ids; the builder must not be used after.</summary>
    public EntityIds Build()
    {
        if (_tags.Length > 0) Index();
        // Spare room is not copied away, which would take as much again for a moment.
        return new EntityIds(_slots, _places.AsMemory(0, Count), _records.AsMemory(0, _used));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add(ReadOnlySpan<byte> id, uint tag)
    {
        var slot = EntityIds.Home(tag, _slots.Length);
        for (ulong entry; (entry = _slots[slot]) != 0; slot = EntityIds.Next(slot, _slots.Length))
        {
            var place = EntityIds.PlaceOf(entry);
            if (EntityIds.TagOf(entry) == tag && EntityIds.IdAt(_records, place).SequenceEqual(id)) return EntityIds.IndexAt(_records, place);
        }
        var index = Count;
        _slots[slot] = EntityIds.Entry(tag, Write(id));
        return index;
    }

    private int Write(ReadOnlySpan<byte> id)
    {
        var place = _used;
        var size = EntityIds.RecordHead + id.Length;
        if (_records.Length - place < size)
        {
            var records = Memory.Large<byte>(MoreThan(_records.Length, (long)place + size), cleared: false);
            _records.AsSpan(0, place).CopyTo(records);
            _records = records;
        }
        if (Count == _places.Length) Array.Resize(ref _places, MoreThan(_places.Length, Count + 1L));
        var record = _records.AsSpan(place, size);
        MemoryMarshal.Write(record, Count);
        MemoryMarshal.Write(record[sizeof(int)..], (ushort)id.Length);
        id.CopyTo(record[EntityIds.RecordHead..]);
        _places[Count++] = (uint)place;
        _used = place + size;
        return place;
    }

    private static int MoreThan(int length, long needed)
    {
        if (needed > Array.MaxLength) throw new InvalidDataFileException($"The ids take more than {Array.MaxLength} bytes together, or there are more than so many; a graph can't have as many.");
        return (int)Math.Min(Array.MaxLength, Math.Max(needed, length + (long)length / 2 + 64));
    }

    /// <summary>At most two slots in three are taken, so that searches stay short.</summary>
    private static int SlotsFor(long count) => (int)Math.Min(Array.MaxLength, 16 + count + count / 2);

    private void Grow(long count)
    {
        if (SlotsFor(count) <= _slots.Length) return;
        var slots = Memory.Large<ulong>(SlotsFor(count + count / 2), cleared: true);
        // Homes rise with tags: what is read in order is written in order.
        foreach (var entry in _slots)
        {
            if (entry == 0) continue;
            var slot = EntityIds.Home(EntityIds.TagOf(entry), slots.Length);
            while (slots[slot] != 0) slot = EntityIds.Next(slot, slots.Length);
            slots[slot] = entry;
        }
        _slots = slots;
    }

    /// <summary>Fills the table with all that was appended.</summary>
    private void Index()
    {
        _slots = Memory.Large<ulong>(SlotsFor(Count), cleared: true);
        var parts = IdTablePart.Cut(_slots, _tags.AsMemory(0, Count), _places, _records);
        Parallel.ForEach(parts, part => part.Fill());
        foreach (var part in parts) part.FillRest();
        Doubles.AddRange(parts.SelectMany(part => part.Doubles).Order());
        _tags = [];
    }

    private static T[] ToArray<T>(ReadOnlyMemory<T> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : memory.ToArray();
}
