using System.Collections.Concurrent;
using Assay.Evidence;

namespace Assay.Formats.Registers;

/// <summary>
/// Rows that were made: the last some ten thousands stay, and of others it is known for as long as somebody holds them, so that one row is never two objects.
/// Safe to share between threads.
/// </summary>
internal sealed class RowCache
{
    private const int Kept = 1 << 15;
    private const int FewestKnown = 1 << 18;

    private readonly ConcurrentDictionary<long, WeakReference<Statement>> _known = new();
    private readonly Statement?[] _kept = new Statement?[Kept];
    private int _next;
    private int _most = FewestKnown;
    private int _sweeping;

    public bool TryFind(int table, int row, out Statement statement)
    {
        statement = null!;
        return _known.TryGetValue((long)table << 32 | (uint)row, out var known) && known.TryGetTarget(out statement!);
    }

    /// <summary>The row that was made, or the one that another thread made before.</summary>
    public Statement Keep(int table, int row, Statement made)
    {
        var key = (long)table << 32 | (uint)row;
        var mine = new WeakReference<Statement>(made);
        while (true)
        {
            var known = _known.GetOrAdd(key, mine);
            if (ReferenceEquals(known, mine)) break;
            if (known.TryGetTarget(out var other)) return other;
            if (_known.TryUpdate(key, mine, known)) break;
        }
        _kept[Interlocked.Increment(ref _next) & Kept - 1] = made;
        if ((_next & 0xFFF) == 0 && _known.Count > _most) Sweep();
        return made;
    }

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) == 1) return;
        foreach (var pair in _known)
            if (!pair.Value.TryGetTarget(out _)) _known.TryRemove(pair);
        _most = Math.Max(FewestKnown, _known.Count * 2);
        _sweeping = 0;
    }
}
