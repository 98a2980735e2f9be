using System.Runtime.InteropServices;

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

    private readonly List<Bucket?> _buckets = [];

    /// <summary>How many stakes came; may pass what one graph can hold.</summary>
    public long Count { get; private set; }

    public void Add(int row, int partner, double low, double high)
    {
        BucketOf(row).Add(new Entry(row, partner, low), high);
        Count++;
    }

    /// <summary>Stakes whose shares are exact, a column each.</summary>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> partners, ReadOnlySpan<double> shares)
    {
        for (int i = 0; i < rows.Length; i++)
            BucketOf(rows[i]).Add(new Entry(rows[i], partners[i], shares[i]));
        Count += rows.Length;
    }

    /// <summary>
    /// The rows, partners ascending within each, parallel stakes added up; and how many met at most in one. Empties
    /// the sorter. Rows that nothing was added to are empty.
    /// </summary>
    public (StakeRows Rows, int MostParallel) ToRows(int rowCount, int threads, CancellationToken cancellation)
    {
        int count = checked((int)Count);
        int[] start = new int[rowCount + 1];
        int[] partner = GC.AllocateUninitializedArray<int>(count);
        double[] low = GC.AllocateUninitializedArray<double>(count);
        bool exact = _buckets.TrueForAll(bucket => bucket is null || bucket.IsExact);
        double[] high = exact ? low : GC.AllocateUninitializedArray<double>(count);

        int[] first = new int[_buckets.Count + 1];
        for (int i = 0; i < _buckets.Count; i++)
            first[i + 1] = first[i] + (_buckets[i]?.Count ?? 0);
        bool parallel = false;
        Strands.Run(
            _buckets.Count,
            threads,
            i =>
            {
                int row = i << BucketBits;
                int end = Math.Min(rowCount, row + BucketRows);
                if (_buckets[i] is not { } bucket)
                    start.AsSpan((row + 1)..(end + 1)).Fill(first[i]);
                else if (bucket.Place(start.AsSpan((row + 1)..(end + 1)), row, first[i], partner, low, high))
                    Volatile.Write(ref parallel, true);
                _buckets[i] = null;
            },
            cancellation);
        if (_buckets.Count << BucketBits is var reached && reached >= 0 && reached < rowCount)
            start.AsSpan((reached + 1)..).Fill(count);

        int most = parallel ? Merge(start, partner, low, high) : 1;
        int left = start[rowCount];
        ReadOnlyMemory<double> least = low.AsMemory(0, left);
        return (new StakeRows(start, partner.AsMemory(0, left), least, exact ? least : high.AsMemory(0, left)), most);
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

    private Bucket BucketOf(int row)
    {
        int index = row >> BucketBits;
        if (index >= _buckets.Count)
            CollectionsMarshal.SetCount(_buckets, index + 1);
        return _buckets[index] ??= new Bucket();
    }

    private readonly record struct Entry(int Row, int Partner, double Low);

    /// <summary>Entries in the order they came, in blocks that grow from a few to what is still a small object.</summary>
    private sealed class Bucket
    {
        private const int FewestInBlock = 16;
        private const int MostInBlock = 4096;

        private readonly List<(Entry[] Entries, double[]? High)> _full = [];
        private Entry[] _entries = [];
        private double[]? _high;
        private int _used;

        public int Count { get; private set; }

        public bool IsExact { get; private set; } = true;

        public void Add(Entry entry)
        {
            if (_used == _entries.Length)
                Grow();
            if (_high is not null)
                _high[_used] = entry.Low;
            _entries[_used++] = entry;
            Count++;
        }

        public void Add(Entry entry, double high)
        {
            Add(entry);
            if (high == entry.Low)
                return;
            IsExact = false;
            if (_high is null)
            {
                _high = new double[_entries.Length];
                for (int i = 0; i < _used; i++)
                    _high[i] = _entries[i].Low;
            }

            _high[_used - 1] = high;
        }

        /// <summary>
        /// Writes the rows to their slots, from <paramref name="first"/> on, and where each ends; returns whether two
        /// stakes have the same row and partner.
        /// </summary>
        public bool Place(Span<int> ends, int firstRow, int first, int[] partner, double[] low, double[] high)
        {
            _full.Add((_entries.AsSpan(0, _used).ToArray(), _high));
            foreach ((Entry[] entries, _) in _full)
            {
                foreach (Entry entry in entries)
                    ends[entry.Row - firstRow]++;
            }

            int next = first;
            foreach (ref int end in ends)
                (end, next) = (next, next + end);
            foreach ((Entry[] entries, double[]? most) in _full)
            {
                for (int i = 0; i < entries.Length; i++)
                {
                    Entry entry = entries[i];
                    int slot = ends[entry.Row - firstRow]++;
                    partner[slot] = entry.Partner;
                    low[slot] = entry.Low;
                    if (!ReferenceEquals(low, high))
                        high[slot] = most is null ? entry.Low : most[i];
                }
            }

            bool parallel = false;
            int from = first;
            foreach (int end in ends)
            {
                if (end - from > 1)
                    parallel |= RowOrder.Sort(partner.AsSpan(from..end), low.AsSpan(from..end), ReferenceEquals(low, high) ? [] : high.AsSpan(from..end));
                from = end;
            }

            return parallel;
        }

        private void Grow()
        {
            if (_used > 0)
                _full.Add((_entries, _high));
            _entries = GC.AllocateUninitializedArray<Entry>(Math.Clamp(Count, FewestInBlock, MostInBlock));
            _high = null;
            _used = 0;
        }
    }
}
