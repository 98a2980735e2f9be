using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Ownership;

/// <summary>
/// The entities numbered so that what one controls through sole controllers alone is a range of numbers: a preorder
/// of the forest in which every entity hangs on its sole controller. Trees follow each other by their tops, and what
/// is directly below an entity by index.
/// </summary>
/// <remarks>
/// Entities that are each other's sole controllers in a circle are the top of their tree together: they have its
/// first numbers, and each of them controls the others and the whole tree. These trees come last.
/// </remarks>
internal sealed class MajorityForest
{
    private const int Piece = 1 << 14;

    private readonly int[] _end;
    private readonly ulong[] _tops;
    private readonly List<int> _circles = [];

    private MajorityForest(int count)
    {
        Number = LargeMemory.Uninitialized<int>(count);
        Entity = LargeMemory.Uninitialized<int>(count);
        _end = LargeMemory.Uninitialized<int>(count);
        _tops = new ulong[(count + 63) >> 6];
    }

    /// <summary>The number of each entity.</summary>
    public int[] Number { get; }

    /// <summary>The entity of each number.</summary>
    public int[] Entity { get; }

    /// <summary>Grows the forest; the numbers depend on nothing but the controllers.</summary>
    /// <param name="sole">Per entity its sole controller, or less than 0.</param>
    /// <param name="threads">How many threads, as <see cref="OwnershipOptions.Threads"/>.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public static MajorityForest Grow(int[] sole, int threads, CancellationToken cancellation)
    {
        SoleRows rows = SoleRows.Build(sole, threads, cancellation);
        int pieces = (int)(((long)sole.Length + Piece - 1) / Piece);
        var lists = new TreeList[pieces];
        var room = new TreeRoom(sole.Length);
        Strands.Run(
            pieces,
            threads,
            () => new TreeGathering(rows, room),
            (gathering, piece) => lists[piece] = gathering.FindTrees(sole, piece * Piece, Math.Min(sole.Length, (piece * Piece) + Piece)),
            null,
            cancellation);
        int[] first = new int[pieces + 1];
        for (int piece = 0; piece < pieces; piece++)
            first[piece + 1] = first[piece] + lists[piece].Count;

        var forest = new MajorityForest(sole.Length);
        int left = sole.Length - first[pieces];
        if (left > 0)
            Array.Fill(forest.Number, -1);
        Strands.Run(
            pieces,
            threads,
            piece => forest.Place(lists[piece], first[piece]),
            cancellation);
        if (left > 0)
            forest.PlaceCircles(sole, new TreeGathering(rows, room), first[pieces]);
        return forest;
    }

    /// <summary>What an entity controls through sole controllers, itself included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NumberRange CoverOf(int number)
    {
        int end = _end[number];
        return end > 0 ? new NumberRange(number, end) : new NumberRange(CircleOf(number), ~end);
    }

    /// <summary>The first number of the tree that a number is in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TopOf(int number)
    {
        int word = number >> 6;
        ulong tops = _tops[word] & (ulong.MaxValue >> (63 - (number & 63)));
        return tops != 0 ? (word << 6) + 63 - BitOperations.LeadingZeroCount(tops) : LastTopBefore(word);
    }

    /// <summary>How many entities are in the circle at the top of a tree; 0 if there is one entity at the top.</summary>
    public int CircleLength(int top)
    {
        int length = 0;
        while (top + length < _end.Length && _end[top + length] < 0 && (length == 0 || TopOf(top + length) == top))
            length++;
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LastTopBefore(int word)
    {
        while (_tops[--word] == 0)
        {
        }

        return (word << 6) + 63 - BitOperations.LeadingZeroCount(_tops[word]);
    }

    private int CircleOf(int number)
    {
        int at = _circles.BinarySearch(number);
        return _circles[at >= 0 ? at : ~at - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(TreeList trees, int first)
    {
        unchecked
        {
            ReadOnlySpan<int> entities = trees.Entity;
            ReadOnlySpan<int> ends = trees.End;
            entities.CopyTo(Entity.AsSpan(first));
            int[] number = Number;
            Span<int> end = _end.AsSpan(first, ends.Length);
            ulong tops = 0;
            int top = first;
            for (int i = 0; i < ends.Length; i++)
            {
                int at = first + i;
                number[entities[i]] = at;
                end[i] = ends[i] < 0 ? ends[i] - first : ends[i] + first;
                if (at == top)
                {
                    tops |= 1UL << (at & 63);
                    top = end[i] < 0 ? ~end[i] : end[i];
                }

                if ((at & 63) == 63 || i == ends.Length - 1)
                {
                    Interlocked.Or(ref _tops[at >> 6], tops);
                    tops = 0;
                }
            }
        }
    }

    /// <summary>Places what no tree has reached: from each such entity the way up ends in a circle.</summary>
    private void PlaceCircles(int[] sole, TreeGathering gathering, int first)
    {
        for (int entity = 0; entity < sole.Length; entity++)
        {
            if (Number[entity] >= 0)
                continue;
            int inCircle = FindCircle(sole, entity);
            var circle = new List<int>();
            int at = inCircle;
            do
            {
                circle.Add(at);
                at = sole[at];
            }
            while (at != inCircle);

            TreeList tree = gathering.FindTree(CollectionsMarshal.AsSpan(circle));
            _circles.Add(first);
            Place(tree, first);
            first += tree.Count;
        }
    }

    /// <summary>An entity of the circle to which the way up from another leads: Brent's search, which keeps nothing.</summary>
    private static int FindCircle(int[] sole, int entity)
    {
        int marked = entity;
        int at = sole[entity];
        for (long steps = 1, limit = 1; at != marked; steps++)
        {
            if (steps == limit)
            {
                marked = at;
                steps = 0;
                limit *= 2;
            }

            at = sole[at];
        }

        return at;
    }
}

/// <summary>Numbers from one to below another.</summary>
internal readonly record struct NumberRange(int Start, int End)
{
    public int Length => End - Start;
}
