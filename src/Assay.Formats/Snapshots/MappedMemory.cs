using System.Buffers;

namespace Assay.Formats.Snapshots;

/// <summary>Elements in an opened snapshot. Does not own the mapping: that ends with the snapshot.</summary>
internal sealed unsafe class MappedMemory<T>(Snapshot snapshot, long offset, int count) : MemoryManager<T> where T : unmanaged
{
    /// <inheritdoc/>
    public override Span<T> GetSpan() => new(snapshot.At(offset), count);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, count);
        // Mapped memory does not move.
        return new MemoryHandle((T*)snapshot.At(offset) + elementIndex);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
