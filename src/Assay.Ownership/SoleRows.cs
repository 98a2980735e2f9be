using System.Numerics;
using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Whom each entity is the sole controller of, in compressed rows, ascending within each row: a counting sort in two
/// steps, of which each touches memory in few places at a time.
/// </summary>
internal sealed class SoleRows
{
    private const int Piece = 1 << 17;
    private const int MostBuckets = 256;

    private readonly int[] _sole;
    private readonly int _shift;
    private readonly int _buckets;
    private readonly int _pieces;
    private readonly int[] _places;
    private readonly Edge[] _edges;

    private SoleRows(int[] sole, int threads, CancellationToken cancellation)
    {
        _sole = sole;
        _shift = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, sole.Length - 1)) + 1 - BitOperations.Log2(MostBuckets));
        _buckets = sole.Length == 0 ? 0 : ((sole.Length - 1) >> _shift) + 1;
        _pieces = (int)(((long)sole.Length + Piece - 1) / Piece);
        _places = new int[(_buckets * _pieces) + 1];
        Strands.Run(_pieces, threads, Count, cancellation);
        for (int i = 1; i < _places.Length; i++)
            _places[i] += _places[i - 1];
        _edges = LargeMemory.Uninitialized<Edge>(_places[^1]);
        Strands.Run(_pieces, threads, Distribute, cancellation);
        Start = LargeMemory.Uninitialized<int>(sole.Length + 1);
        Start[^1] = _edges.Length;
        Below = LargeMemory.Uninitialized<int>(_edges.Length);
        Strands.Run(_buckets, threads, () => new int[1 << _shift], Sort, null, cancellation);
    }

    /// <summary>Per entity where its row begins; one more at the end.</summary>
    public int[] Start { get; }

    /// <summary>The entities of the rows.</summary>
    public int[] Below { get; }

    public static SoleRows Build(int[] sole, int threads, CancellationToken cancellation) => new(sole, threads, cancellation);

    /// <summary>Counts the edges of a piece by bucket, one place further than they begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(int piece)
    {
        unchecked
        {
            Span<int> counts = stackalloc int[MostBuckets];
            counts.Clear();
            int from = piece * Piece;
            foreach (int above in _sole.AsSpan(from, Math.Min(Piece, _sole.Length - from)))
            {
                if (above >= 0)
                    counts[above >> _shift]++;
            }

            for (int bucket = 0; bucket < _buckets; bucket++)
                _places[(bucket * _pieces) + piece + 1] = counts[bucket];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Distribute(int piece)
    {
        unchecked
        {
            Span<int> next = stackalloc int[MostBuckets];
            for (int bucket = 0; bucket < _buckets; bucket++)
                next[bucket] = _places[(bucket * _pieces) + piece];
            int[] sole = _sole;
            Edge[] edges = _edges;
            int shift = _shift;
            int to = Math.Min(sole.Length, (piece * Piece) + Piece);
            for (int entity = piece * Piece; entity < to; entity++)
            {
                int above = sole[entity];
                if (above >= 0)
                    edges[next[above >> shift]++] = new Edge(above, entity);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(int[] next, int bucket)
    {
        unchecked
        {
            int first = bucket << _shift;
            int[] start = Start;
            int[] below = Below;
            ReadOnlySpan<Edge> edges = _edges.AsSpan(_places[bucket * _pieces].._places[(bucket + 1) * _pieces]);
            int rows = Math.Min(1 << _shift, _sole.Length - first);
            Array.Clear(next, 0, rows);
            foreach (ref readonly Edge edge in edges)
                next[edge.Above - first]++;
            int place = _places[bucket * _pieces];
            for (int row = 0; row < rows; row++)
            {
                int count = next[row];
                start[first + row] = place;
                next[row] = place;
                place += count;
            }

            foreach (ref readonly Edge edge in edges)
                below[next[edge.Above - first]++] = edge.Below;
        }
    }

    private readonly record struct Edge(int Above, int Below);
}
