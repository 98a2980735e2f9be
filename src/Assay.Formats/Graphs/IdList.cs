using System.Runtime.CompilerServices;

namespace Assay.Formats.Graphs;

/// <summary>Ids one after the other in one array of bytes, with what the table of ids keeps of their hashes. Grows; is cleared and filled again.</summary>
internal sealed class IdList
{
    private byte[] _bytes = new byte[1 << 16];
    private int[] _ends = new int[1 << 13];
    private uint[] _tags = new uint[1 << 13];
    private int _used;

    /// <summary>How many ids it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The tag of each id, see <see cref="EntityIds.Tag"/>.</summary>
    public ReadOnlySpan<uint> Tags => _tags.AsSpan(0, Count);

    /// <summary>An id's bytes.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Adds an id, of which each character is one byte of its UTF-8.</summary>
    public void Add(ReadOnlySpan<char> bytes)
    {
        if (Count == _ends.Length || _bytes.Length - _used < bytes.Length) Grow(bytes.Length);
        var id = _bytes.AsSpan(_used, bytes.Length);
        ByteText.Narrow(bytes, id);
        _tags[Count] = EntityIds.Tag(id);
        _used += bytes.Length;
        _ends[Count++] = _used;
    }

    /// <summary>Adds an id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> id)
    {
        if (Count == _ends.Length || _bytes.Length - _used < id.Length) Grow(id.Length);
        id.CopyTo(_bytes.AsSpan(_used));
        _tags[Count] = EntityIds.Tag(id);
        _used += id.Length;
        _ends[Count++] = _used;
    }

    public void Clear()
    {
        Count = 0;
        _used = 0;
    }

    private void Grow(int more)
    {
        if (_bytes.Length - _used < more) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + more));
        if (Count < _ends.Length) return;
        Array.Resize(ref _ends, Count * 2);
        Array.Resize(ref _tags, Count * 2);
    }
}
