using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Assay.Ownership;

/// <summary>
/// Asks memory for what a loop will need a few rounds later. Walks through a graph jump about in columns far larger
/// than any cache; asked for in time, many such jumps wait at once. Where a processor has no such hint nothing happens.
/// </summary>
internal static unsafe class Ahead
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ReadOnlySpan<T> column, int index)
        where T : unmanaged
    {
        if (Sse.IsSupported && (uint)index < (uint)column.Length)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in column[index])));
    }
}
