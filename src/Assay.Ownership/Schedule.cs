namespace Assay.Ownership;

/// <summary>
/// A run of places that one thread solves at a time: neighbours with equally many holdings, or one cycle, or several
/// small ones.
/// </summary>
/// <param name="Places">The places.</param>
/// <param name="Slot">Where the holdings of the first begin.</param>
/// <param name="Degree">How many holdings each has; -1 if that varies.</param>
/// <param name="Valued">Whether any may have a value of its own.</param>
/// <param name="Cycles">The cycles these are the places of; empty if they are single entities.</param>
internal readonly record struct Chunk(Places Places, int Slot, int Degree, bool Valued, Places Cycles);

/// <summary>
/// The chunks of a solving order, level by level. Those of one level may be solved at once; a level begins when the one
/// before it, or in the other direction the one after it, is done.
/// </summary>
internal sealed class Schedule
{
    /// <summary>Below this many places the work is over before another thread has begun.</summary>
    private const int FewestToShare = 1 << 15;

    private readonly Chunk[] _chunks;
    private readonly int[] _levelOf;
    private readonly int[] _levelStart;

    private Schedule(List<Chunk> chunks, List<int> levelStart, int places, int threads)
    {
        _chunks = [.. chunks];
        _levelStart = [.. levelStart, chunks.Count];
        _levelOf = new int[chunks.Count];
        for (int level = 0; level < levelStart.Count; level++)
            _levelOf.AsSpan(_levelStart[level].._levelStart[level + 1]).Fill(level);
        Threads = places < FewestToShare ? 1 : Strands.Count(threads);
    }

    public int Count => _chunks.Length;

    /// <summary>How many threads share the work.</summary>
    public int Threads { get; }

    public ref readonly Chunk this[int index] => ref _chunks[index];

    public static Schedule Make(SolvingOrder order, int threads)
    {
        var cutter = new Cutter(order);
        var levelStart = new List<int>();
        foreach (Level level in order.Levels)
        {
            levelStart.Add(cutter.Chunks.Count);
            cutter.CutSingles(level.Valued, valued: true);
            cutter.CutSingles(level.Single, valued: false);
            cutter.CutCycles(level.Cycles);
        }

        return new Schedule(cutter.Chunks, levelStart, order.PlaceOf.Length, threads);
    }

    /// <summary>Solves assets before their owners.</summary>
    public void RunUp(Action<int> solve) => Run(solve, _chunks.Length, up: true);

    /// <summary>Solves owners before their assets.</summary>
    public void RunDown(Action<int> solve) => Run(solve, _chunks.Length, up: false);

    private void Run(Action<int> solve, int count, bool up)
    {
        if (Threads == 1 || count == 1)
        {
            for (int i = 0; i < count; i++)
                solve(up ? i : count - 1 - i);
            return;
        }

        int taken = -1;
        int done = 0;
        bool failed = false;
        Strands.Run(
            Threads,
            Threads,
            _ =>
            {
                for (int i = Interlocked.Increment(ref taken); i < count; i = Interlocked.Increment(ref taken))
                {
                    int chunk = up ? i : count - 1 - i;
                    int before = up ? _levelStart[_levelOf[chunk]] : count - _levelStart[_levelOf[chunk] + 1];
                    var spin = new SpinWait();
                    while (Volatile.Read(ref done) < before && !Volatile.Read(ref failed))
                        spin.SpinOnce(sleep1Threshold: -1);
                    if (Volatile.Read(ref failed))
                        return;
                    try
                    {
                        solve(chunk);
                    }
                    catch
                    {
                        Volatile.Write(ref failed, true);
                        throw;
                    }

                    Interlocked.Increment(ref done);
                }
            },
            default);
    }

    private sealed class Cutter(SolvingOrder order)
    {
        private const int MostPlaces = 1 << 14;
        private const int MostSlots = 1 << 15;
        private const int FewMembers = 256;

        private int _slot;

        public List<Chunk> Chunks { get; } = [];

        public void CutSingles(Places places, bool valued)
        {
            int place = places.First;
            while (place < places.End)
            {
                int first = place;
                int slot = _slot;
                int degree = HoldingsAt(place);
                bool varies = degree > SolvingOrder.MostSorted;
                while (place < places.End && place - first < MostPlaces && _slot - slot < MostSlots
                    && (varies ? HoldingsAt(place) > SolvingOrder.MostSorted : HoldingsAt(place) == degree))
                    _slot += HoldingsAt(place++);
                Chunks.Add(new Chunk(new Places(first, place), slot, varies ? -1 : degree, valued, default));
            }
        }

        public void CutCycles(Places cycles)
        {
            int cycle = cycles.First;
            while (cycle < cycles.End)
            {
                int first = cycle;
                int from = order.Cycles[cycle].First;
                int slot = _slot;
                for (; cycle < cycles.End && (cycle == first || order.Cycles[cycle].End - from <= FewMembers); cycle++)
                {
                    for (int place = order.Cycles[cycle].First; place < order.Cycles[cycle].End; place++)
                        _slot += HoldingsAt(place);
                }

                Chunks.Add(new Chunk(new Places(from, order.Cycles[cycle - 1].End), slot, -1, true, new Places(first, cycle)));
            }
        }

        private int HoldingsAt(int place) => order.HoldingsAt[place];
    }
}
