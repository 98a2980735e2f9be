using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Reactions;

/// <summary>
/// Columns of many megabytes, in large pages where the system gives them for the asking: sorting millions of reactions
/// jumps about in such columns, and with small pages most jumps cost a second one through the page tables.
/// </summary>
internal static partial class LargeMemory
{
    /// <summary>Below this many bytes the pages do not matter.</summary>
    private const int Worthwhile = 1 << 21;

    private const int PageSize = 1 << 12;
    private const int AdviseHugePage = 14;

    /// <summary>A column whose content is whatever was there.</summary>
    public static T[] Uninitialized<T>(int length)
        where T : unmanaged
    {
        if ((long)length * Unsafe.SizeOf<T>() < Worthwhile || !OperatingSystem.IsLinux())
            return GC.AllocateUninitializedArray<T>(length);
        T[] column = GC.AllocateUninitializedArray<T>(length, pinned: true);
        Advise(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }

    /// <summary>Asks for large pages; a system that refuses keeps small ones.</summary>
    private static unsafe void Advise(Span<byte> memory)
    {
        fixed (byte* first = memory)
        {
            nint from = ((nint)first + PageSize - 1) & ~(nint)(PageSize - 1);
            nint end = ((nint)first + memory.Length) & ~(nint)(PageSize - 1);
            _ = MemoryAdvise(from, (nuint)(end - from), AdviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryAdvise(nint address, nuint length, int advice);
}
