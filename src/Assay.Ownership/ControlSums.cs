using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Sums per key in a table that is as small as its content, so that it stays in the nearest cache, and that is
/// emptied at no cost. Open addressing; slots carry the stamp of the filling they belong to.
/// </summary>
internal sealed class ControlSums
{
    private const int Smallest = 64;

    private Slot[] _slots = new Slot[Smallest];
    private Slot[] _spare = [];
    private int _capacity = Smallest;
    private int _count;
    private int _stamp = 1;

    public struct Slot
    {
        public int Key;
        public int Stamp;
        public double Low;
        public double High;
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        _capacity = Smallest;
        _count = 0;
        NextStamp();
    }

    /// <summary>The sums of a key; zeros if it is new. Valid until the next key is sought.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Slot Find(int key, out bool isNew)
    {
        unchecked
        {
            Slot[] slots = _slots;
            int mask = _capacity - 1;
            int at = Hash(key) & mask;
            while (slots[at].Stamp == _stamp)
            {
                if (slots[at].Key == key)
                {
                    isNew = false;
                    return ref slots[at];
                }

                at = (at + 1) & mask;
            }

            isNew = true;
            if (2 * ++_count > _capacity)
                at = Grow(key);
            ref Slot slot = ref _slots[at];
            slot.Key = key;
            slot.Stamp = _stamp;
            slot.Low = 0;
            slot.High = 0;
            return ref slot;
        }
    }

    /// <summary>Whether a key is there and its least sum is infinite.</summary>
    public bool IsInfinite(int key)
    {
        int mask = _capacity - 1;
        int at = Hash(key) & mask;
        while (_slots[at].Stamp == _stamp)
        {
            if (_slots[at].Key == key)
                return double.IsPositiveInfinity(_slots[at].Low);
            at = (at + 1) & mask;
        }

        return false;
    }

    private static int Hash(int key)
    {
        unchecked
        {
            uint mixed = (uint)key * 2654435769;
            return (int)(mixed >> 7 ^ mixed >> 19);
        }
    }

    /// <summary>Doubles the table; returns the free slot of a key that is not in it.</summary>
    private int Grow(int key)
    {
        Slot[] from = _slots;
        int fromCapacity = _capacity;
        int fromStamp = _stamp;
        _capacity *= 2;
        if (_spare.Length < _capacity)
            _spare = new Slot[_capacity];
        (_slots, _spare) = (_spare, _slots);
        NextStamp();
        for (int i = 0; i < fromCapacity; i++)
        {
            if (from[i].Stamp != fromStamp)
                continue;
            ref Slot slot = ref _slots[Free(from[i].Key)];
            slot = from[i];
            slot.Stamp = _stamp;
        }

        return Free(key);
    }

    private int Free(int key)
    {
        int at = Hash(key) & (_capacity - 1);
        while (_slots[at].Stamp == _stamp)
            at = (at + 1) & (_capacity - 1);
        return at;
    }

    private void NextStamp()
    {
        // Stamps of the two tables never meet again: when they run out both are wiped.
        if (_stamp == int.MaxValue)
        {
            _slots = new Slot[_capacity];
            _spare = [];
            _stamp = 0;
        }

        _stamp++;
    }
}
