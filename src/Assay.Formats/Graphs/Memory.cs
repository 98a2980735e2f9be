using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Assay.Formats.Graphs;

/// <summary>Hints to the processor and to the system about memory. Without them all works the same, more slowly.</summary>
internal static partial class Memory
{
    private const int LargePage = 1 << 21;
    private const int PreferLargePages = 14;

    /// <summary>Asks for the cache line of a value, where the processor takes such hints. Never faults and changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T value) where T : unmanaged
    {
        // Should the collector move the array between the two, the hint is for a wrong line and no more than that.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
    }

    /// <summary>
    /// An array that is read here and there: of large pages where the system gives them on request, for with small ones each such read
    /// is two, the first for where the page is.
    /// </summary>
    /// <param name="length">How many elements.</param>
    /// <param name="cleared">Whether they must be zero.</param>
    public static unsafe T[] Large<T>(int length, bool cleared) where T : unmanaged
    {
        if (!OperatingSystem.IsLinux() || (long)length * sizeof(T) < 8 * LargePage) return new T[length];
        // Pinned, for the pages asked for are those where the array lies now.
        var array = cleared ? GC.AllocateArray<T>(length, pinned: true) : GC.AllocateUninitializedArray<T>(length, pinned: true);
        var start = ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + LargePage - 1) & ~(nuint)(LargePage - 1);
        // Whether it is granted does not matter.
        _ = Advise(start, (nuint)length * (nuint)sizeof(T) - LargePage, PreferLargePages);
        return array;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
