namespace Assay.Ownership;

/// <summary>Hands over parts in their order, one at a time, though they come in any.</summary>
internal sealed class OrderedParts<T>(int count, Action<T> finish)
{
    private readonly Lock _gate = new();
    private readonly T[] _parts = new T[count];
    private readonly bool[] _there = new bool[count];
    private int _next;
    private bool _finishing;

    /// <summary>Adds a part; hands over all that can be, unless another thread is at it.</summary>
    public void Add(int place, T part)
    {
        lock (_gate)
        {
            _parts[place] = part;
            _there[place] = true;
            if (_finishing)
                return;
            _finishing = true;
        }

        while (TryTake(out T next))
            finish(next);
    }

    private bool TryTake(out T part)
    {
        lock (_gate)
        {
            _finishing = _next < count && _there[_next];
            part = _finishing ? _parts[_next] : default!;
            if (_finishing)
                _parts[_next++] = default!;
            return _finishing;
        }
    }
}
