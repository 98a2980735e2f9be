namespace Assay.Ownership;

/// <summary>
/// The cycles among some entities: the strongly connected components of more than one, and single entities that hold
/// themselves. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1(2), 1972, with an
/// explicit stack.
/// </summary>
internal sealed class Components
{
    private const int Unseen = 0;

    private readonly ReadOnlyMemory<int> _start;
    private readonly ReadOnlyMemory<int> _owner;
    private readonly int[] _seen;
    private readonly int[] _lowest;
    private readonly int[] _next;
    private readonly int[] _path;
    private readonly int[] _open;
    private readonly List<int[]> _cycles = [];
    private int _pathCount;
    private int _openCount;
    private int _clock;

    private Components(ReadOnlyMemory<int> start, ReadOnlyMemory<int> owner)
    {
        _start = start;
        _owner = owner;
        int count = start.Length - 1;
        _seen = new int[count];
        _lowest = new int[count];
        _next = new int[count];
        _path = new int[count];
        _open = new int[count];
    }

    /// <summary>The cycles, each as its members.</summary>
    /// <param name="start">Where the owners of each entity begin in <paramref name="owner"/>, and where the last end.</param>
    /// <param name="owner">Owners.</param>
    public static List<int[]> FindCycles(ReadOnlyMemory<int> start, ReadOnlyMemory<int> owner)
    {
        var components = new Components(start, owner);
        for (int entity = 0; entity < start.Length - 1; entity++)
        {
            if (components._seen[entity] == Unseen)
                components.Visit(entity);
        }

        return components._cycles;
    }

    private void Visit(int root)
    {
        ReadOnlySpan<int> start = _start.Span;
        ReadOnlySpan<int> owners = _owner.Span;
        Enter(root);
        while (_pathCount > 0)
        {
            int asset = _path[_pathCount - 1];
            if (_next[asset] == start[asset + 1])
            {
                Leave(asset);
                continue;
            }

            int owner = owners[_next[asset]++];
            if (_seen[owner] == Unseen)
                Enter(owner);
            else if (_lowest[owner] != int.MaxValue)
                _lowest[asset] = Math.Min(_lowest[asset], _seen[owner]);
        }
    }

    private void Enter(int entity)
    {
        _seen[entity] = _lowest[entity] = ++_clock;
        _next[entity] = _start.Span[entity];
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
        int from = _openCount;
        int member;
        do
        {
            member = _open[--from];
            _lowest[member] = int.MaxValue;
        }
        while (member != head);

        ReadOnlySpan<int> members = _open.AsSpan(from.._openCount);
        _openCount = from;
        if (members.Length > 1 || _owner.Span[_start.Span[head].._start.Span[head + 1]].Contains(head))
            _cycles.Add([.. members]);
    }
}
