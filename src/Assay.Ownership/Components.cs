namespace Assay.Ownership;

/// <summary>A run of entities in solving order that hold each other in a cycle, or one that holds itself.</summary>
internal readonly record struct Cycle(int First, int Count)
{
    public int End => First + Count;

    /// <summary>Whether a place in solving order lies in the cycle, and at which of its members.</summary>
    public bool Has(int place, out int member)
    {
        member = place - First;
        return member >= 0 && member < Count;
    }
}

/// <summary>
/// The order in which a graph is solved: owners before what they own, the members of a cycle side by side.
/// Strongly connected components after Tarjan, "Depth-first search and linear graph algorithms",
/// SIAM Journal on Computing 1(2), 1972, section 4, with an explicit stack.
/// </summary>
internal sealed class Components
{
    private const int Unseen = 0;

    private readonly StakeRows _byAsset;
    private readonly Func<int, int, bool> _carries;
    private readonly int[] _seen;
    private readonly int[] _lowest;
    private readonly int[] _next;
    private readonly int[] _path;
    private readonly int[] _open;
    private readonly List<Cycle> _cycles = [];
    private int _pathCount;
    private int _openCount;
    private int _clock;
    private int _done;

    private Components(StakeRows byAsset, Func<int, int, bool> carries)
    {
        _byAsset = byAsset;
        _carries = carries;
        int count = byAsset.RowCount;
        Order = new int[count];
        _seen = new int[count];
        _lowest = new int[count];
        _next = new int[count];
        _path = new int[count];
        _open = new int[count];
    }

    /// <summary>All entities, owners first.</summary>
    public int[] Order { get; }

    public IReadOnlyList<Cycle> Cycles => _cycles;

    /// <param name="byAsset">The stakes.</param>
    /// <param name="carries">Whether, for an asset and a slot of its row, value can pass to that owner.</param>
    public static Components Find(StakeRows byAsset, Func<int, int, bool> carries)
    {
        var components = new Components(byAsset, carries);
        for (int entity = 0; entity < byAsset.RowCount; entity++)
        {
            if (components._seen[entity] == Unseen)
                components.Visit(entity);
        }

        return components;
    }

    private void Visit(int root)
    {
        Enter(root);
        while (_pathCount > 0)
        {
            int asset = _path[_pathCount - 1];
            if (_next[asset] < _byAsset.Start[asset + 1])
            {
                int slot = _next[asset]++;
                int owner = _byAsset.Partner[slot];
                if (!_carries(asset, slot))
                    continue;
                if (_seen[owner] == Unseen)
                    Enter(owner);
                else if (_lowest[owner] != int.MaxValue)
                    _lowest[asset] = Math.Min(_lowest[asset], _seen[owner]);
            }
            else
            {
                Leave(asset);
            }
        }
    }

    private void Enter(int entity)
    {
        _seen[entity] = _lowest[entity] = ++_clock;
        _next[entity] = _byAsset.Start[entity];
        _path[_pathCount++] = entity;
        _open[_openCount++] = entity;
    }

    private void Leave(int asset)
    {
        _pathCount--;
        int lowest = _lowest[asset];
        if (lowest == _seen[asset])
            Close(asset);
        if (_pathCount > 0)
        {
            int below = _path[_pathCount - 1];
            _lowest[below] = Math.Min(_lowest[below], lowest);
        }
    }

    private void Close(int head)
    {
        int first = _done;
        int member;
        do
        {
            member = _open[--_openCount];
            _lowest[member] = int.MaxValue;
            Order[_done++] = member;
        }
        while (member != head);

        if (_done - first > 1 || HoldsItself(head))
            _cycles.Add(new Cycle(first, _done - first));
    }

    private bool HoldsItself(int entity)
    {
        for (int slot = _byAsset.Start[entity]; slot < _byAsset.Start[entity + 1]; slot++)
        {
            if (_byAsset.Partner[slot] == entity && _carries(entity, slot))
                return true;
        }

        return false;
    }
}
