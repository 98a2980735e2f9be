using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assay.Reactions;

/// <summary>
/// A sketch of every reader's ratings by which those alike are found without comparing all with all: of 32 hashes of "this finding, this
/// rating" each reader's least (Broder 1997), in bands of two. Two readers fall into one bucket of a band with the square of the chance that a
/// rating of either is one of both; of sixteen bands, accounts that copy half of what they say from one list miss each other about once in a hundred times.
/// </summary>
internal sealed class VoteSketches
{
    /// <summary>How many bands there are.</summary>
    public const int Bands = Hashes / 2;

    private const int Hashes = 32;
    private static readonly Vector512<uint> s_first = Odds(0);
    private static readonly Vector512<uint> s_second = Odds(16);

    private readonly uint[] _least;
    private readonly int[] _readers;

    private VoteSketches(uint[] least, int[] readers, ulong[] records) => (_least, _readers, Records) = (least, readers, records);

    /// <summary>A hash of all that each reader rated; 0 for those without a sketch.</summary>
    public ulong[] Records { get; }

    /// <summary>The sketches of the readers with at least so many ratings.</summary>
    public static VoteSketches Of(RatingRows byReader, int fewest, int threads)
    {
        int[] readers = [.. Enumerable.Range(0, byReader.Count).Where(reader => byReader.Row(reader).Length >= fewest)];
        uint[] least = LargeMemory.Uninitialized<uint>(readers.Length * Hashes);
        ulong[] records = new ulong[byReader.Count];
        const int readersOfAPart = 1 << 12;
        SharedWork.Run((readers.Length + readersOfAPart - 1) / readersOfAPart, threads, part =>
        {
            for (int i = part * readersOfAPart; i < Math.Min(readers.Length, (part + 1) * readersOfAPart); i++)
                records[readers[i]] = Sketch(byReader.Row(readers[i]), least.AsSpan(i * Hashes, Hashes));
        });
        return new VoteSketches(least, readers, records);
    }

    /// <summary>The readers of each bucket of a band that has several.</summary>
    public List<int[]> Buckets(int band)
    {
        ulong[] keys = new ulong[_readers.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = ((ulong)_least[i * Hashes + 2 * band] << 32) | _least[i * Hashes + 2 * band + 1];
        int[] sorted = [.. _readers];
        Array.Sort(keys, sorted);
        var buckets = new List<int[]>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            if (to - from > 1)
                buckets.Add(sorted[from..to]);
        }

        return buckets;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Sketch(ReadOnlySpan<uint> row, Span<uint> least)
    {
        unchecked
        {
            var first = Vector512<uint>.AllBitsSet;
            var second = Vector512<uint>.AllBitsSet;
            ulong record = 0;
            foreach (uint cell in row)
            {
                ulong hash = Mix.Of(cell);
                record += hash;
                var low = Vector512.Create((uint)hash);
                var high = Vector512.Create((uint)(hash >> 32));
                first = Vector512.Min(first, low * s_first ^ high);
                second = Vector512.Min(second, low * s_second ^ high);
            }

            first.CopyTo(least);
            second.CopyTo(least[16..]);
            return record;
        }
    }

    private static Vector512<uint> Odds(int from)
    {
        Span<uint> odds = stackalloc uint[16];
        for (int i = 0; i < odds.Length; i++)
            odds[i] = unchecked((uint)Mix.Of((ulong)(from + i))) | 1;
        return Vector512.Create<uint>(odds);
    }
}
