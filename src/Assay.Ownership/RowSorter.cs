using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Sorts stakes into rows. They are dealt into buckets of neighbouring rows as they come, so that each bucket can then be
/// counted and placed within a processor's own cache, several at once: a radix sort whose first pass is the arrival.
/// </summary>
internal sealed class RowSorter
{
    /// <summary>2¹⁵ rows a bucket: their counters take 128 KiB.</summary>
    private const int BucketBits = 15;

    private const int BucketRows = 1 << BucketBits;
    private const int FewestInBlock = 16;
    private const int MostInBlock = 1 << 12;
    private const int SlabSize = 1 << 18;

    private readonly List<List<Block>> _buckets = [];
    private Cursor[] _cursors = [];
    private Entry[] _slab = [];
    private int _slabUsed;
    private bool _exact = true;

    /// <summary>How many stakes came; may pass what one graph can hold.</summary>
    public long Count { get; private set; }

    public void Add(int row, int partner, double low, double high)
    {
        ref Cursor cursor = ref CursorOf(row);
        if (cursor.High is not null)
            cursor.High[cursor.At - cursor.First] = high;
        else if (high != low)
            SetHigh(ref cursor, high);
        cursor.Entries[cursor.At++] = new Entry(row, partner, low);
        Count++;
    }

    /// <summary>Stakes whose shares are exact, a column each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> partners, ReadOnlySpan<double> shares)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            ref Cursor cursor = ref CursorOf(rows[i]);
            if (cursor.High is not null)
                cursor.High[cursor.At - cursor.First] = shares[i];
            cursor.Entries[cursor.At++] = new Entry(rows[i], partners[i], shares[i]);
        }

        Count += rows.Length;
    }

    /// <summary>
    /// The rows, partners ascending within each, parallel stakes added up; and how many met at most in one. Empties
    /// the sorter. Rows that nothing was added to are empty.
    /// </summary>
    public (StakeRows Rows, int MostParallel) ToRows(int rowCount, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        int count = checked((int)Count);
        int[] start = LargeMemory.Zeros<int>(rowCount + 1);
        int[] partner = LargeMemory.Uninitialized<int>(count);
        double[] low = LargeMemory.Uninitialized<double>(count);
        double[] high = _exact ? low : LargeMemory.Uninitialized<double>(count);

        int[] first = new int[_buckets.Count + 1];
        for (int i = 0; i < _buckets.Count; i++)
        {
            Seal(i);
            first[i + 1] = first[i] + _buckets[i].Sum(block => block.Length);
        }

        bool parallel = false;
        int done = 0;
        Strands.Run(
            _buckets.Count,
            threads,
            i =>
            {
                int row = i << BucketBits;
                Span<int> ends = start.AsSpan((row + 1)..(Math.Min(rowCount, row + BucketRows) + 1));
                if (Place(_buckets[i], ends, row, first[i], partner, low, high))
                    Volatile.Write(ref parallel, true);
                _buckets[i] = [];
                progress?.Report(Interlocked.Increment(ref done) / (double)_buckets.Count);
            },
            cancellation);
        if (_buckets.Count << BucketBits is var reached && reached >= 0 && reached < rowCount)
            start.AsSpan((reached + 1)..).Fill(count);

        int most = parallel ? Merge(start, partner, low, high) : 1;
        int left = start[rowCount];
        ReadOnlyMemory<double> least = low.AsMemory(0, left);
        return (new StakeRows(start, partner.AsMemory(0, left), least, _exact ? least : high.AsMemory(0, left)), most);
    }

    /// <summary>Adds up, in place, neighbouring slots of a row that have the same partner; returns the most that met in one.</summary>
    private static int Merge(int[] start, int[] partner, double[] low, double[] high)
    {
        bool exact = ReferenceEquals(low, high);
        int write = 0;
        int most = 1;
        int from = 0;
        for (int row = 0; row < start.Length - 1; row++)
        {
            int end = start[row + 1];
            start[row] = write;
            int together = 0;
            for (int slot = from; slot < end; slot++)
            {
                bool parallel = write > start[row] && partner[write - 1] == partner[slot];
                together = parallel ? together + 1 : 1;
                most = Math.Max(most, together);
                if (parallel)
                    write--;
                double before = parallel ? low[write] : 0;
                double beforeHigh = parallel ? high[write] : 0;
                partner[write] = partner[slot];
                low[write] = before + low[slot];
                if (!exact)
                    high[write] = beforeHigh + high[slot];
                write++;
            }

            from = end;
        }

        start[^1] = write;
        return most;
    }

    /// <summary>
    /// Writes a bucket's rows to their slots, from <paramref name="first"/> on, and where each ends; returns whether two
    /// stakes have the same row and partner.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Place(List<Block> blocks, Span<int> ends, int firstRow, int first, int[] partner, double[] low, double[] high)
    {
        bool exact = ReferenceEquals(low, high);
        foreach (Block block in blocks)
        {
            foreach (Entry entry in block.Entries.AsSpan(block.First, block.Length))
                ends[entry.Row - firstRow]++;
        }

        int next = first;
        foreach (ref int end in ends)
            (end, next) = (next, next + end);
        foreach (Block block in blocks)
        {
            ReadOnlySpan<Entry> entries = block.Entries.AsSpan(block.First, block.Length);
            for (int i = 0; i < entries.Length; i++)
            {
                Entry entry = entries[i];
                int slot = ends[entry.Row - firstRow]++;
                partner[slot] = entry.Partner;
                low[slot] = entry.Low;
                if (!exact)
                    high[slot] = block.High is null ? entry.Low : block.High[i];
            }
        }

        bool parallel = false;
        int from = first;
        foreach (int end in ends)
        {
            if (end - from > 1)
                parallel |= RowOrder.Sort(partner.AsSpan(from..end), low.AsSpan(from..end), exact ? [] : high.AsSpan(from..end));
            from = end;
        }

        return parallel;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Cursor CursorOf(int row)
    {
        int bucket = row >> BucketBits;
        if (bucket >= _cursors.Length || _cursors[bucket].At == _cursors[bucket].End)
            NextBlock(bucket);
        return ref _cursors[bucket];
    }

    /// <summary>Gives a bucket room: a small array of its own at first, later a run of a slab that all share.</summary>
    private void NextBlock(int bucket)
    {
        if (bucket >= _cursors.Length)
            Array.Resize(ref _cursors, Math.Max(bucket + 1, 2 * _cursors.Length));
        while (_buckets.Count <= bucket)
            _buckets.Add([]);
        Seal(bucket);
        int length = Math.Clamp(2 * (_buckets[bucket].Count == 0 ? 0 : _buckets[bucket][^1].Length), FewestInBlock, MostInBlock);
        if (length < MostInBlock)
        {
            _cursors[bucket] = new Cursor { Entries = GC.AllocateUninitializedArray<Entry>(length), End = length };
            return;
        }

        if (_slab.Length - _slabUsed < length)
            (_slab, _slabUsed) = (LargeMemory.Uninitialized<Entry>(SlabSize), 0);
        _cursors[bucket] = new Cursor { Entries = _slab, First = _slabUsed, At = _slabUsed, End = _slabUsed + length };
        _slabUsed += length;
    }

    /// <summary>Puts what a bucket's cursor has written with its blocks.</summary>
    private void Seal(int bucket)
    {
        ref Cursor cursor = ref _cursors[bucket];
        if (cursor.At > cursor.First)
            _buckets[bucket].Add(new Block(cursor.Entries, cursor.First, cursor.At - cursor.First, cursor.High));
        cursor = default;
    }

    /// <summary>Begins a block's column of greatest shares with the first that is not exact.</summary>
    private void SetHigh(ref Cursor cursor, double high)
    {
        _exact = false;
        cursor.High = new double[cursor.End - cursor.First];
        for (int i = cursor.First; i < cursor.At; i++)
            cursor.High[i - cursor.First] = cursor.Entries[i].Low;
        cursor.High[cursor.At - cursor.First] = high;
    }

    private readonly record struct Entry(int Row, int Partner, double Low);

    /// <summary>A run of entries in the order they came; High, where it is not null, has their greatest shares.</summary>
    private readonly record struct Block(Entry[] Entries, int First, int Length, double[]? High);

    /// <summary>Where a bucket's next entry goes.</summary>
    private struct Cursor
    {
        public Entry[] Entries;
        public double[]? High;
        public int First;
        public int At;
        public int End;
    }
}
