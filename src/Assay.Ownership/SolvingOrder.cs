using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Ownership;

/// <summary>A run of places.</summary>
internal readonly record struct Places(int First, int End)
{
    public int Count => End - First;
}

/// <summary>
/// Entities that can be solved at once, since none holds another but within one cycle: first the single ones, by
/// whether they are valued and by how much they hold, then cycle after cycle.
/// </summary>
/// <param name="Valued">The single entities that have a value of their own.</param>
/// <param name="Single">The single entities that have none.</param>
/// <param name="Cycles">Which cycles.</param>
/// <param name="End">Where the members of the last cycle end.</param>
internal readonly record struct Level(Places Valued, Places Single, Places Cycles, int End);

/// <summary>
/// The order in which a reach is solved. Every entity has a place; what holds comes after what is held, the members of
/// a cycle lie side by side. Levels follow Kahn, "Topological sorting of large networks", Communications of the ACM
/// 5(11), 1962; what that leaves lies in cycles or above them, and only there are components searched for.
/// </summary>
internal sealed class SolvingOrder
{
    /// <summary>Entities with up to this many holdings are kept together by their number, so that their rows need no ends.</summary>
    public const int MostSorted = 12;

    private const int Unplaced = -1;

    /// <summary>Added to what a member of a cycle waits for: it is ready when this alone is left, but goes with its cycle.</summary>
    private const int InCycle = 1 << 30;

    private readonly Reach _reach;
    private readonly int _valued;
    private readonly int[] _left;
    private readonly int[] _queue;
    private readonly byte[] _classOf;
    private readonly List<int[]> _cycles = [];
    private readonly List<int> _ready = [];
    private readonly List<Places> _cyclePlaces = [];
    private readonly List<int> _solved = [];
    private readonly List<Level> _levels = [];
    private readonly int[] _classes = new int[2 * (MostSorted + 2)];
    private int[] _waiting = [];
    private int _tail;
    private int _placed;

    private SolvingOrder(Reach reach, int valued)
    {
        _reach = reach;
        _valued = valued;
        _left = LargeMemory.Uninitialized<int>(reach.Count);
        reach.Holdings.AsSpan(0, reach.Count).CopyTo(_left);
        _queue = LargeMemory.Uninitialized<int>(reach.Count);
        _classOf = LargeMemory.Uninitialized<byte>(reach.Count);
        NumberAt = LargeMemory.Uninitialized<int>(reach.Count);
        PlaceOf = LargeMemory.Uninitialized<int>(reach.Count);
        HoldingsAt = LargeMemory.Uninitialized<int>(reach.Count);
    }

    /// <summary>Per place the number of the entity there.</summary>
    public int[] NumberAt { get; }

    /// <summary>Per number its place.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Per place how many holdings the entity there has, those within its own cycle not counted.</summary>
    public int[] HoldingsAt { get; }

    public ReadOnlySpan<Level> Levels => CollectionsMarshal.AsSpan(_levels);

    /// <summary>The places of each cycle, in the order of levels.</summary>
    public ReadOnlySpan<Places> Cycles => CollectionsMarshal.AsSpan(_cyclePlaces);

    /// <param name="reach">What is to be solved.</param>
    /// <param name="valued">How many numbers, the first, may have a value of their own.</param>
    /// <param name="progress">Is told how much of the preparation is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SolvingOrder Find(Reach reach, int valued, IProgress<double>? progress, CancellationToken cancellation)
    {
        var order = new SolvingOrder(reach, valued);
        order.PlaceOf.AsSpan().Fill(Unplaced);
        for (int number = 0; number < reach.Count; number++)
        {
            if (reach.Holdings[number] == 0)
                order._queue[order._tail++] = number;
        }

        int head = 0;
        while (order._placed < reach.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            if (head == order._tail && order._ready.Count == 0)
            {
                order.FindCycles();
                continue;
            }

            int end = order._tail;
            order.PlaceLevel(head, end);
            head = end;
            progress?.Report(OwnershipSolver.OrderPart * order._placed / reach.Count);
        }

        return order;
    }

    private void PlaceLevel(int from, int to)
    {
        int first = _placed;
        int valuedEnd = PlaceSingles(_queue.AsSpan(from..to));
        int singleEnd = _placed;
        int firstCycle = _cyclePlaces.Count;
        int[] ready = [.. _ready];
        _ready.Clear();
        foreach (int cycle in ready)
        {
            _cyclePlaces.Add(new Places(_placed, _placed + _cycles[cycle].Length));
            foreach (int member in _cycles[cycle])
                Place(member, _placed++, _reach.Holdings[member]);
        }

        _levels.Add(new Level(new Places(first, valuedEnd), new Places(valuedEnd, singleEnd), new Places(firstCycle, _cyclePlaces.Count), _placed));
        Finish(first);
    }

    /// <summary>Places entities by counting: the valued first, then by holdings, else as they came; returns where the valued end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int PlaceSingles(ReadOnlySpan<int> numbers)
    {
        Array.Clear(_classes);
        ReadOnlySpan<int> holdings = _reach.Holdings;
        ReadOnlySpan<int> placeOf = PlaceOf;
        Span<byte> classOf = _classOf.AsSpan(0, numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i + 24 < numbers.Length)
                Ahead.Fetch(holdings, numbers[i + 24]);
            int of = ClassOf(numbers[i]);
            classOf[i] = (byte)of;
            _classes[of]++;
        }

        int next = _placed;
        for (int k = 0; k < _classes.Length; k++)
            (_classes[k], next) = (next, next + _classes[k]);
        int valuedEnd = _classes[MostSorted + 2];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i + 24 < numbers.Length)
                Ahead.Fetch(placeOf, numbers[i + 24]);
            int degree = classOf[i] % (MostSorted + 2);
            Place(numbers[i], _classes[classOf[i]]++, degree <= MostSorted ? degree : holdings[numbers[i]]);
        }

        _placed = next;
        return valuedEnd;
    }

    private int ClassOf(int number) =>
        (number < _valued ? 0 : MostSorted + 2) + Math.Min(_reach.Holdings[number], MostSorted + 1);

    private void Place(int number, int place, int holdings)
    {
        NumberAt[place] = number;
        HoldingsAt[place] = holdings;
        PlaceOf[number] = place;
    }

    /// <summary>Tells the owners of a level's entities that these are placed; those that waited for no other join the next level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(int first)
    {
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> owners = _reach.Rows.Partner;
        ReadOnlySpan<int> level = NumberAt.AsSpan(first.._placed);
        ReadOnlySpan<int> left = _left;
        for (int i = 0; i < level.Length; i++)
        {
            if (i + 24 < level.Length)
            {
                Ahead.Fetch(start, level[i + 24]);
                Ahead.Fetch(owners, start[level[i + 16]]);
                if (start[level[i + 8]] is var next && next < owners.Length)
                    Ahead.Fetch(left, owners[next]);
            }

            foreach (int owner in owners[start[level[i]]..start[level[i] + 1]])
            {
                int stillLeft = --_left[owner];
                if (stillLeft == 0)
                    _queue[_tail++] = owner;
                else if (stillLeft == InCycle && --_waiting[CycleOf(owner)] == 0)
                    _ready.Add(CycleOf(owner));
            }
        }
    }

    private int CycleOf(int number) => Unplaced - 1 - PlaceOf[number];

    /// <summary>Finds the cycles among what is not placed. From then on what a member holds within its cycle does not count as its holding.</summary>
    private void FindCycles()
    {
        int[] left = new int[_reach.Count - _placed];
        int count = 0;
        for (int number = 0; number < _reach.Count; number++)
        {
            if (PlaceOf[number] == Unplaced)
                left[count++] = number;
        }

        foreach (int[] members in Components.FindCycles(StartsOf(left, out ReadOnlyMemory<int> owners), owners))
        {
            int cycle = _cycles.Count;
            _cycles.Add([.. members.Select(member => left[member]).Order()]);
            foreach (int member in _cycles[cycle])
                PlaceOf[member] = Unplaced - 1 - cycle;
        }

        _waiting = new int[_cycles.Count];
        for (int cycle = 0; cycle < _cycles.Count; cycle++)
            LeaveInside(cycle);
    }

    private void LeaveInside(int cycle)
    {
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> partner = _reach.Rows.Partner;
        int[] members = _cycles[cycle];
        foreach (int member in members)
        {
            foreach (int owner in partner[start[member]..start[member + 1]])
            {
                if (PlaceOf[owner] != PlaceOf[member])
                    continue;
                _reach.Holdings[owner]--;
                _left[owner]--;
            }
        }

        _waiting[cycle] = members.Count(member => _left[member] > 0);
        foreach (int member in members)
            _left[member] += InCycle;
        if (_waiting[cycle] == 0)
            _ready.Add(cycle);
    }

    /// <summary>The rows of these entities, by their places in the list; PlaceOf serves as the way back meanwhile.</summary>
    private ReadOnlyMemory<int> StartsOf(int[] left, out ReadOnlyMemory<int> owners)
    {
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> partner = _reach.Rows.Partner;
        int[] starts = new int[left.Length + 1];
        var found = new Column<int>(2 * left.Length);
        for (int i = 0; i < left.Length; i++)
            PlaceOf[left[i]] = i;
        for (int i = 0; i < left.Length; i++)
        {
            foreach (int owner in partner[start[left[i]]..start[left[i] + 1]])
                found.Add(PlaceOf[owner]);
            starts[i + 1] = found.Count;
        }

        foreach (int number in left)
            PlaceOf[number] = Unplaced;
        owners = found.ToMemory();
        return starts;
    }
}
