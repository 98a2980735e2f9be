using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Ownership;

/// <summary>
/// What each place holds: rows by owner, in the order of solving, ready to be streamed. The rows of a chunk lie one
/// after the other; where they are equally long a pass needs no ends and takes no branch. Holdings within one cycle are
/// left out; those in cycles that hold all of themselves carry nothing.
/// </summary>
internal sealed class HoldingRows
{
    private readonly int[] _end;
    private readonly int[] _asset;
    private readonly double[] _share;

    private HoldingRows(int[] end, int[] asset, double[] share)
    {
        _end = end;
        _asset = asset;
        _share = share;
    }

    public static HoldingRows Gather(Reach reach, SolvingOrder order, ReadOnlySpan<CycleBlock> cycles)
    {
        int[] end = new int[reach.Count];
        int slots = 0;
        for (int place = 0; place < end.Length; place++)
        {
            end[place] = slots;
            slots += reach.Holdings[order.NumberAt[place]];
        }

        var rows = new HoldingRows(end, GC.AllocateUninitializedArray<int>(slots), GC.AllocateUninitializedArray<double>(slots));
        foreach (Level level in order.Levels)
        {
            rows.Deal(reach, order, level.Valued.First, level.Single.End, default, carries: true);
            for (int cycle = level.Cycles.First; cycle < level.Cycles.End; cycle++)
            {
                Places members = order.Cycles[cycle];
                rows.Deal(reach, order, members.First, members.End, members, carries: cycles[cycle].Block is not null);
            }
        }

        return rows;
    }

    /// <summary>How many holdings a place has.</summary>
    public int HoldingsAt(int place) => _end[place] - (place == 0 ? 0 : _end[place - 1]);

    /// <summary>
    /// Writes for each place of a chunk its own value and its shares of what it holds. <paramref name="values"/> and
    /// <paramref name="held"/> may be one memory.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(in Chunk chunk, ReadOnlySpan<double> values, Span<double> held)
    {
        Span<double> to = held[chunk.Places.First..chunk.Places.End];
        ReadOnlySpan<double> own = chunk.Valued ? values[chunk.Places.First..chunk.Places.End] : default;
        switch (chunk.Degree)
        {
            case -1: SumVarying(chunk, own, held, to); break;
            case 0 when chunk.Valued: own.CopyTo(to); break;
            case 0: to.Clear(); break;
            case 1: SumOne(chunk.Slot, own, held, to); break;
            case 2: SumTwo(chunk.Slot, own, held, to); break;
            default: SumSome(chunk.Slot, chunk.Degree, own, held, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumOne(int slot, ReadOnlySpan<double> own, ReadOnlySpan<double> held, Span<double> to)
    {
        ReadOnlySpan<int> asset = _asset.AsSpan(slot, to.Length);
        ReadOnlySpan<double> share = _share.AsSpan(slot, to.Length);
        ref double x = ref MemoryMarshal.GetReference(held);
        if (own.IsEmpty)
        {
            for (int i = 0; i < to.Length; i++)
                to[i] = share[i] * Unsafe.Add(ref x, asset[i]);
            return;
        }

        for (int i = 0; i < to.Length; i++)
            to[i] = own[i] + (share[i] * Unsafe.Add(ref x, asset[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumTwo(int slot, ReadOnlySpan<double> own, ReadOnlySpan<double> held, Span<double> to)
    {
        ref int asset = ref MemoryMarshal.GetReference(_asset.AsSpan(slot, 2 * to.Length));
        ref double share = ref MemoryMarshal.GetReference(_share.AsSpan(slot, 2 * to.Length));
        ref double x = ref MemoryMarshal.GetReference(held);
        for (int i = 0; i < to.Length; i++)
        {
            nuint k = (nuint)(2 * i);
            double sum = (Unsafe.Add(ref share, k) * Unsafe.Add(ref x, Unsafe.Add(ref asset, k)))
                + (Unsafe.Add(ref share, k + 1) * Unsafe.Add(ref x, Unsafe.Add(ref asset, k + 1)));
            to[i] = own.IsEmpty ? sum : own[i] + sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumSome(int slot, int degree, ReadOnlySpan<double> own, ReadOnlySpan<double> held, Span<double> to)
    {
        ref int asset = ref MemoryMarshal.GetReference(_asset.AsSpan(slot, degree * to.Length));
        ref double share = ref MemoryMarshal.GetReference(_share.AsSpan(slot, degree * to.Length));
        ref double x = ref MemoryMarshal.GetReference(held);
        for (int i = 0; i < to.Length; i++)
        {
            double sum = own.IsEmpty ? 0 : own[i];
            for (int k = 0; k < degree; k++)
                sum += Unsafe.Add(ref share, k) * Unsafe.Add(ref x, Unsafe.Add(ref asset, k));
            to[i] = sum;
            asset = ref Unsafe.Add(ref asset, degree);
            share = ref Unsafe.Add(ref share, degree);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumVarying(in Chunk chunk, ReadOnlySpan<double> own, ReadOnlySpan<double> held, Span<double> to)
    {
        ref double x = ref MemoryMarshal.GetReference(held);
        int slot = chunk.Slot;
        for (int i = 0; i < to.Length; i++)
        {
            int end = _end[chunk.Places.First + i];
            ReadOnlySpan<int> asset = _asset.AsSpan(slot..end);
            ReadOnlySpan<double> share = _share.AsSpan(slot..end);
            double even = own.IsEmpty ? 0 : own[i];
            double odd = 0;
            int k = 0;
            for (; k + 1 < share.Length; k += 2)
            {
                even += share[k] * Unsafe.Add(ref x, asset[k]);
                odd += share[k + 1] * Unsafe.Add(ref x, asset[k + 1]);
            }

            if (k < share.Length)
                even += share[k] * Unsafe.Add(ref x, asset[k]);
            to[i] = even + odd;
            slot = end;
        }
    }

    /// <summary>As the other, for several vectors at once that lie interleaved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(in Chunk chunk, int vectors, ReadOnlySpan<double> values, Span<double> held)
    {
        int slot = chunk.Slot;
        for (int place = chunk.Places.First; place < chunk.Places.End; place++)
        {
            int end = chunk.Degree < 0 ? _end[place] : slot + chunk.Degree;
            Span<double> to = held.Slice(place * vectors, vectors);
            if (chunk.Valued)
                values.Slice(place * vectors, vectors).CopyTo(to);
            else
                to.Clear();
            for (; slot < end; slot++)
            {
                double share = _share[slot];
                ReadOnlySpan<double> from = held.Slice(_asset[slot] * vectors, vectors);
                for (int k = 0; k < to.Length; k++)
                    to[k] += share * from[k];
            }
        }
    }

    private void Deal(Reach reach, SolvingOrder order, int from, int to, Places cycle, bool carries)
    {
        ReadOnlySpan<int> start = reach.Rows.Start;
        ReadOnlySpan<int> partner = reach.Rows.Partner;
        ReadOnlySpan<double> low = reach.Rows.Low;
        for (int place = from; place < to; place++)
        {
            int number = order.NumberAt[place];
            for (int slot = start[number]; slot < start[number + 1]; slot++)
            {
                int owner = order.PlaceOf[partner[slot]];
                if (owner >= cycle.First && owner < cycle.End)
                    continue;
                int at = _end[owner]++;
                _asset[at] = place;
                _share[at] = carries ? low[slot] : 0;
            }
        }
    }
}
