using System.Runtime.CompilerServices;

namespace Assay.Reactions;

/// <summary>Sorts ratings into rows by reader, those of one reader in the order given.</summary>
internal static class RatingSorter
{
    /// <summary>Below this many the work is over before another thread has begun.</summary>
    private const int FewestToShare = 1 << 16;

    /// <summary>Checks and sorts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index or rating is out of range.</exception>
    public static RatingRows ByReader<T>(T source, int readerCount, int findingCount, int threads)
        where T : struct, IRatingSource
    {
        int parts = source.Count < FewestToShare ? 1 : SharedWork.Threads(threads);
        int[] wrong = new int[parts];
        SharedWork.Run(parts, threads, part => wrong[part] = FirstWrong(source, readerCount, findingCount, Bound(source.Count, part, parts), Bound(source.Count, part + 1, parts)));
        foreach (int index in wrong)
            if (index >= 0)
                throw Wrong(index, source.Reader(index), source.Finding(index), source.Halves(index), readerCount, findingCount);

        // Each part reads everything and writes what belongs to its own readers, so none waits for another.
        int[] starts = new int[readerCount + 1];
        SharedWork.Run(parts, threads, part => Count(source, starts, Bound(readerCount, part, parts), Bound(readerCount, part + 1, parts)));
        for (int reader = 0; reader < readerCount; reader++)
            starts[reader + 1] += starts[reader];
        int[] next = starts.AsSpan(0, readerCount).ToArray();
        uint[] cells = LargeMemory.Uninitialized<uint>(source.Count);
        int[] bounds = RatingRows.Bounds(starts, parts);
        SharedWork.Run(parts, threads, part => Scatter(source, cells, next, bounds[part], bounds[part + 1]));
        return new RatingRows(starts, cells);
    }

    private static int Bound(int count, int part, int parts) => (int)((long)count * part / parts);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FirstWrong<T>(T source, int readerCount, int findingCount, int from, int to)
        where T : struct, IRatingSource
    {
        unchecked
        {
            for (int i = from; i < to; i++)
                if ((uint)source.Reader(i) >= (uint)readerCount || (uint)source.Finding(i) >= (uint)findingCount || source.Halves(i) > 2)
                    return i;
            return -1;
        }
    }

    private static unsafe void Count<T>(T source, int[] startOf, int from, int to)
        where T : struct, IRatingSource
    {
        fixed (int* starts = startOf)
        {
            unchecked
            {
                for (int i = 0; i < source.Count; i++)
                {
                    int reader = source.Reader(i);
                    if ((uint)(reader - from) < (uint)(to - from))
                        starts[reader + 1]++;
                }
            }
        }
    }

    private static unsafe void Scatter<T>(T source, uint[] target, int[] nextOf, int from, int to)
        where T : struct, IRatingSource
    {
        fixed (uint* cells = target)
        fixed (int* next = nextOf)
        {
            unchecked
            {
                for (int i = 0; i < source.Count; i++)
                {
                    int reader = source.Reader(i);
                    if ((uint)(reader - from) < (uint)(to - from))
                        cells[next[reader]++] = ((uint)source.Finding(i) << 2) | (uint)source.Halves(i);
                }
            }
        }
    }

    private static ArgumentOutOfRangeException Wrong(int index, int reader, int finding, int halves, int readerCount, int findingCount)
    {
        if (reader < 0 || reader >= readerCount)
            return new(nameof(reader), $"Reaction {index} is by reader {reader}; there are {readerCount} readers.");
        if (finding < 0 || finding >= findingCount)
            return new(nameof(finding), $"Reaction {index} is to finding {finding}; there are {findingCount} findings.");
        return new(nameof(halves), $"Rating {index} is {halves} halves; a rating has 0, 1 or 2.");
    }
}
