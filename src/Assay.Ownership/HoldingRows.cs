using System.Numerics;
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
    private const int PartSize = 1 << 16;

    private readonly int[] _end;
    private readonly int[] _asset;
    private readonly double[] _share;

    private HoldingRows(int[] end, int[] asset, double[] share)
    {
        _end = end;
        _asset = asset;
        _share = share;
    }

    public static HoldingRows Gather(Reach reach, SolvingOrder order, ReadOnlySpan<CycleBlock> cycles, int threads)
    {
        int[] end = LargeMemory.Uninitialized<int>(reach.Count);
        int slots = 0;
        for (int place = 0; place < end.Length; place++)
            end[place] = slots += order.HoldingsAt[place];

        var rows = new HoldingRows(end, LargeMemory.Uninitialized<int>(slots), LargeMemory.Uninitialized<double>(slots));
        StakeRows byOwner = reach.HeldLow(threads);
        bool[]? closed = ClosedPlaces(reach.Count, cycles);
        int parts = (end.Length + PartSize - 1) / PartSize;
        Strands.Run(
            parts,
            threads,
            part => rows.Copy(byOwner, order, part * PartSize, Math.Min(end.Length, (part + 1) * PartSize), closed),
            default);
        foreach (CycleBlock cycle in cycles)
            rows.CopyOutside(byOwner, order, cycle.Places, closed);
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
        ref double x = ref MemoryMarshal.GetReference(held);
        int slot = chunk.Slot;
        for (int place = chunk.Places.First; place < chunk.Places.End; place++)
        {
            int end = chunk.Degree < 0 ? _end[place] : slot + chunk.Degree;
            ReadOnlySpan<int> assets = _asset.AsSpan(slot..end);
            ReadOnlySpan<double> shares = _share.AsSpan(slot..end);
            ReadOnlySpan<double> own = chunk.Valued ? values.Slice(place * vectors, vectors) : default;
            Span<double> to = held.Slice(place * vectors, vectors);
            int lane = 0;
            for (; lane + Vector<double>.Count <= vectors; lane += Vector<double>.Count)
            {
                Vector<double> sum = own.IsEmpty ? default : new Vector<double>(own[lane..]);
                for (int k = 0; k < assets.Length; k++)
                    sum += Vector.LoadUnsafe(ref x, (nuint)((assets[k] * vectors) + lane)) * shares[k];
                sum.CopyTo(to[lane..]);
            }

            for (; lane < vectors; lane++)
            {
                double sum = own.IsEmpty ? 0 : own[lane];
                for (int k = 0; k < assets.Length; k++)
                    sum += Unsafe.Add(ref x, (assets[k] * vectors) + lane) * shares[k];
                to[lane] = sum;
            }

            slot = end;
        }
    }

    /// <summary>Copies the rows of places that lie in no cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(StakeRows byOwner, SolvingOrder order, int from, int to, bool[]? closed)
    {
        ReadOnlySpan<int> start = byOwner.Start;
        ReadOnlySpan<int> assets = byOwner.Partner;
        ReadOnlySpan<double> shares = byOwner.Low;
        ReadOnlySpan<int> number = order.NumberAt;
        ReadOnlySpan<int> placeOf = order.PlaceOf;
        int slot = from == 0 ? 0 : _end[from - 1];
        for (int place = from; place < to; place++)
        {
            if (place + 24 < to)
            {
                Ahead.Fetch(start, number[place + 24]);
                Ahead.Fetch(assets, start[number[place + 16]]);
                Ahead.Fetch(shares, start[number[place + 16]]);
                if (start[number[place + 8]] is var next && next < assets.Length)
                    Ahead.Fetch(placeOf, assets[next]);
            }

            int row = start[number[place]];
            int rowEnd = start[number[place] + 1];
            if (rowEnd - row != _end[place] - slot)
            {
                // Some of it lies within the cycle this is in.
                slot = _end[place];
                continue;
            }

            for (; row < rowEnd; row++, slot++)
            {
                int asset = placeOf[assets[row]];
                _asset[slot] = asset;
                _share[slot] = closed is not null && closed[asset] ? 0 : shares[row];
            }
        }
    }

    private void CopyOutside(StakeRows byOwner, SolvingOrder order, Places cycle, bool[]? closed)
    {
        for (int place = cycle.First; place < cycle.End; place++)
        {
            int slot = place == 0 ? 0 : _end[place - 1];
            int number = order.NumberAt[place];
            for (int row = byOwner.Start[number]; row < byOwner.Start[number + 1]; row++)
            {
                int asset = order.PlaceOf[byOwner.Partner[row]];
                if (asset >= cycle.First && asset < cycle.End)
                    continue;
                _asset[slot] = asset;
                _share[slot++] = closed is not null && closed[asset] ? 0 : byOwner.Low[row];
            }
        }
    }

    private static bool[]? ClosedPlaces(int count, ReadOnlySpan<CycleBlock> cycles)
    {
        bool[]? closed = null;
        foreach (CycleBlock cycle in cycles)
        {
            if (cycle.Block is not null)
                continue;
            closed ??= new bool[count];
            closed.AsSpan(cycle.Places.First..cycle.Places.End).Fill(true);
        }

        return closed;
    }
}
