using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>Room for lists of trees, in which each takes its place when its length is known.</summary>
internal sealed class TreeRoom(int length)
{
    private readonly int[] _entity = LargeMemory.Uninitialized<int>(length);
    private readonly int[] _end = LargeMemory.Uninitialized<int>(length);
    private int _taken;

    public TreeList Take(int count) => new(_entity, _end, Interlocked.Add(ref _taken, count) - count, count);
}

/// <summary>Trees in preorder, one after another, with numbers that begin at 0. <c>default</c> has none.</summary>
internal readonly struct TreeList(int[] entity, int[] end, int start, int count)
{
    public int Count => count;

    /// <summary>The entity of each number.</summary>
    public Span<int> Entity => entity.AsSpan(start, count);

    /// <summary>Of each number the end of what is below it; the complement of it for the entities of a circle.</summary>
    public Span<int> End => end.AsSpan(start, count);
}

/// <summary>Makes lists of trees, with working memory that serves many.</summary>
/// <remarks>
/// The entities are gathered level by level, so that what lies scattered in memory is read in loops of which no step
/// waits for another; the preorder is made from the sizes, near at hand.
/// </remarks>
internal sealed class TreeGathering(SoleRows rows, TreeRoom room)
{
    private int[] _gathered = [];
    private int[] _above = [];
    private int[] _size = [];
    private int[] _next = [];
    private NumberRange[] _slots = [];
    private int _count;

    /// <summary>The trees of the tops among some entities, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TreeList FindTrees(ReadOnlySpan<int> sole, int from, int to)
    {
        unchecked
        {
            Reserve(to - from);
            int[] gathered = _gathered;
            int count = 0;
            for (int entity = from; entity < to; entity++)
            {
                gathered[count] = entity;
                count += sole[entity] < 0 ? 1 : 0;
            }

            _count = count;
            GatherBelow([]);
            return Order(0);
        }
    }

    /// <summary>The tree of a circle: its entities first.</summary>
    public TreeList FindTree(ReadOnlySpan<int> circle)
    {
        Reserve(circle.Length);
        circle.CopyTo(_gathered);
        _count = circle.Length;
        GatherBelow([.. circle]);
        return Order(circle.Length);
    }

    /// <summary>Gathers what is below those gathered, level after level, without some that are there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatherBelow(HashSet<int> there)
    {
        unchecked
        {
            int[] start = rows.Start;
            int[] below = rows.Below;
            _above.AsSpan(0, _count).Fill(-1);
            for (int from = 0; from < _count;)
            {
                int to = _count;
                if (_slots.Length < to - from)
                    _slots = GC.AllocateUninitializedArray<NumberRange>(to - from);
                NumberRange[] slots = _slots;
                int more = 0;
                for (int i = from; i < to; i++)
                {
                    int entity = _gathered[i];
                    int first = start[entity];
                    int end = start[entity + 1];
                    slots[i - from] = new NumberRange(first, end);
                    more += end - first;
                }

                Reserve(_count + more);
                int[] gathered = _gathered;
                int[] above = _above;
                int count = _count;
                for (int i = from; i < to; i++)
                {
                    (int slot, int end) = slots[i - from];
                    for (; slot < end; slot++)
                    {
                        int entity = below[slot];
                        if (there.Count > 0 && there.Contains(entity))
                            continue;
                        gathered[count] = entity;
                        above[count++] = i;
                    }
                }

                _count = count;
                from = to;
            }
        }
    }

    /// <summary>Makes the preorder; the first so many are a circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TreeList Order(int circle)
    {
        unchecked
        {
            int count = _count;
            int[] above = _above;
            int[] size = _size;
            int[] next = _next;
            size.AsSpan(0, count).Fill(1);
            for (int i = count - 1; i >= 0; i--)
            {
                if (above[i] >= 0)
                    size[above[i]] += size[i];
            }

            TreeList list = room.Take(count);
            Span<int> entities = list.Entity;
            Span<int> ends = list.End;
            int top = circle;
            for (int i = 0; i < count; i++)
            {
                int number;
                if (i < circle)
                {
                    number = i;
                    next[i] = top;
                    top += size[i] - 1;
                    ends[number] = ~count;
                }
                else
                {
                    ref int place = ref above[i] < 0 ? ref top : ref next[above[i]];
                    number = place;
                    place += size[i];
                    next[i] = number + 1;
                    ends[number] = number + size[i];
                }

                entities[number] = _gathered[i];
            }

            return list;
        }
    }

    private void Reserve(int count)
    {
        if (count <= _gathered.Length)
            return;
        int length = (int)Math.Min(Array.MaxLength, Math.Max(count, 2L * _gathered.Length));
        Array.Resize(ref _gathered, length);
        Array.Resize(ref _above, length);
        _size = GC.AllocateUninitializedArray<int>(length);
        _next = GC.AllocateUninitializedArray<int>(length);
    }
}
