namespace Assay.Ownership;

/// <summary>A column that grows; plain memory at the end. As a list, but handed over without a copy.</summary>
internal struct Column<T>(int capacity)
    where T : unmanaged
{
    private T[] _items = LargeMemory.Uninitialized<T>(Math.Max(4, capacity));

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
            Grow(1);
        _items[Count++] = item;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        if (items.Length > _items.Length - Count)
            Grow(items.Length);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public readonly ReadOnlyMemory<T> ToMemory() => _items.AsMemory(0, Count);

    /// <summary>The column as an array of its own; the column itself if it is full.</summary>
    public readonly T[] ToArray()
    {
        if (Count == _items.Length)
            return _items;
        T[] items = LargeMemory.Uninitialized<T>(Count);
        _items.AsSpan(0, Count).CopyTo(items);
        return items;
    }

    private void Grow(int more)
    {
        T[] larger = LargeMemory.Uninitialized<T>((int)Math.Min(Array.MaxLength, Math.Max(2L * _items.Length, (long)Count + more)));
        _items.AsSpan(0, Count).CopyTo(larger);
        _items = larger;
    }
}
