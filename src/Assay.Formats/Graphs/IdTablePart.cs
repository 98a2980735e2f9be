namespace Assay.Formats.Graphs;

/// <summary>
/// One stretch of the table of ids, filled by one thread while others fill the rest: of all ids it takes those whose search begins in it,
/// in the order of their indices, so that the table is the same whatever the threads do. Ids whose search leaves the stretch wait until all are done.
/// </summary>
internal sealed class IdTablePart
{
    /// <summary>In how many a large table is cut; fixed, for the order of the slots depends on it.</summary>
    private const int Parts = 4;

    /// <summary>Tables below this are filled by one.</summary>
    private const int LargeTable = 1 << 16;

    private const int Batch = 64;

    private readonly ulong[] _slots;
    private readonly ReadOnlyMemory<uint> _tags;
    private readonly uint[] _places;
    private readonly byte[] _records;
    private readonly int _from;
    private readonly int _to;
    private readonly List<int> _waiting = [];

    private IdTablePart(ulong[] slots, ReadOnlyMemory<uint> tags, uint[] places, byte[] records, int from, int to)
    {
        _slots = slots;
        _tags = tags;
        _places = places;
        _records = records;
        _from = from;
        _to = to;
    }

    /// <summary>Ids that came more than once: the later index and the first.</summary>
    public List<(int Later, int First)> Doubles { get; } = [];

    public static IdTablePart[] Cut(ulong[] slots, ReadOnlyMemory<uint> tags, uint[] places, byte[] records)
    {
        var many = slots.Length < LargeTable ? 1 : Parts;
        var parts = new IdTablePart[many];
        for (var i = 0; i < many; i++)
            parts[i] = new IdTablePart(slots, tags, places, records, (int)((long)slots.Length * i / many), (int)((long)slots.Length * (i + 1) / many));
        return parts;
    }

    public void Fill()
    {
        var tags = _tags.Span;
        Span<int> mine = stackalloc int[Batch];
        var many = 0;
        for (var index = 0; index < tags.Length; index++)
        {
            var home = EntityIds.Home(tags[index], _slots.Length);
            // Without a branch, which would be guessed wrong for every other id.
            mine[many] = index;
            many += home >= _from & home < _to ? 1 : 0;
            if (many < Batch) continue;
            Fill(mine, tags);
            many = 0;
        }
        Fill(mine[..many], tags);
    }

    /// <summary>Those whose search left the stretch; to be called for one part after the other.</summary>
    public void FillRest()
    {
        foreach (var index in _waiting) Put(index, _tags.Span[index], int.MaxValue);
    }

    private void Fill(ReadOnlySpan<int> indices, ReadOnlySpan<uint> tags)
    {
        foreach (var index in indices) Memory.Prefetch(in _slots[EntityIds.Home(tags[index], _slots.Length)]);
        foreach (var index in indices)
            if (!Put(index, tags[index], _to)) _waiting.Add(index);
    }

    private bool Put(int index, uint tag, int end)
    {
        var slots = _slots;
        var slot = EntityIds.Home(tag, slots.Length);
        for (ulong entry; (entry = slots[slot]) != 0;)
        {
            if (EntityIds.TagOf(entry) == tag)
            {
                var place = EntityIds.PlaceOf(entry);
                if (EntityIds.IdAt(_records, place).SequenceEqual(EntityIds.IdAt(_records, (int)_places[index])))
                {
                    Doubles.Add((index, EntityIds.IndexAt(_records, place)));
                    return true;
                }
            }
            if (++slot == end) return false;
            if (slot == slots.Length) slot = 0;
        }
        slots[slot] = EntityIds.Entry(tag, (int)_places[index]);
        return true;
    }
}
