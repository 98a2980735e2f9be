using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>The edges of one block, their ends by places in <see cref="Ids"/>. Cleared and filled again.</summary>
internal sealed class EdgeBlock
{
    private int[] _owners = new int[1 << 11];
    private int[] _assets = new int[1 << 11];
    private double[] _low = new double[1 << 11];
    private double[] _high = new double[1 << 11];
    private byte[] _kinds = new byte[1 << 11];

    /// <summary>The ids that the block names, in its order.</summary>
    public IdList Ids { get; } = new();

    public int Count { get; private set; }

    /// <summary>Whether every share is exact.</summary>
    public bool IsExact { get; private set; }

    public ReadOnlySpan<int> Owners => _owners.AsSpan(0, Count);

    public ReadOnlySpan<int> Assets => _assets.AsSpan(0, Count);

    public ReadOnlySpan<double> Low => _low.AsSpan(0, Count);

    public ReadOnlySpan<double> High => _high.AsSpan(0, Count);

    public ReadOnlySpan<byte> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>Adds an edge between two ids by their places.</summary>
    public void Add(int owner, int asset, double low, double high, byte kind)
    {
        if (Count == _owners.Length)
        {
            var more = 2 * Count;
            Array.Resize(ref _owners, more);
            Array.Resize(ref _assets, more);
            Array.Resize(ref _low, more);
            Array.Resize(ref _high, more);
            Array.Resize(ref _kinds, more);
        }
        _owners[Count] = owner;
        _assets[Count] = asset;
        _low[Count] = low;
        _high[Count] = high;
        _kinds[Count++] = kind;
        IsExact &= low == high;
    }

    public void Clear()
    {
        Ids.Clear();
        Count = 0;
        IsExact = true;
    }
}

/// <summary>All edges, block after block in the order of the file, with their ids numbered. Not safe to use from several threads at once.</summary>
internal sealed class EdgeColumns
{
    private EntityIdsBuilder? _ids;
    private const int MostExpected = 1 << 25;

    private readonly bool _hasKinds;
    private int[] _owners = [];
    private int[] _assets = [];
    private double[] _low = [];
    private double[]? _high;
    private byte[] _kinds = [];
    private int[] _found = [];
    private int _count;
    private long _expected;

    /// <param name="hasKinds">Whether edges are of several kinds.</param>
    public EdgeColumns(bool hasKinds) => _hasKinds = hasKinds;

    /// <summary>Adds a block, after all those before it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="blocks">About how many blocks there will be in all; the first tells how much they hold.</param>
    public void Add(EdgeBlock block, long blocks)
    {
        if (_expected == 0) _expected = (block.Count + block.Count / 16 + 16) * blocks;
        if (_found.Length < block.Ids.Count) _found = new int[2 * block.Ids.Count];
        // Room for what may come at the most is room that is not touched, and need not grow.
        _ids ??= BuilderFor(block.Ids.Count * blocks);
        _ids.AddAll(block.Ids, _found);
        Reserve(_count + block.Count, !block.IsExact);
        var to = _count;
        _count += block.Count;
        var found = _found;
        var owners = block.Owners;
        var assets = block.Assets;
        for (var i = 0; i < owners.Length; i++)
        {
            _owners[to + i] = found[owners[i]];
            _assets[to + i] = found[assets[i]];
        }
        block.Low.CopyTo(_low.AsSpan(to));
        if (_high is not null) block.High.CopyTo(_high.AsSpan(to));
        if (_hasKinds) block.Kinds.CopyTo(_kinds.AsSpan(to));
    }

    /// <summary>The edges; nothing may be added after.</summary>
    public RegisterEdges Build(long rows, LeftOut leftOut)
    {
        var low = _low.AsMemory(0, _count);
        return new RegisterEdges
        {
            Ids = _ids?.Build() ?? EntityIds.Empty,
            Owners = _owners.AsMemory(0, _count),
            Assets = _assets.AsMemory(0, _count),
            Low = low,
            High = _high is null ? low : _high.AsMemory(0, _count),
            Kinds = _hasKinds ? _kinds.AsMemory(0, _count) : default,
            RowCount = rows,
            LeftOut = leftOut.All,
        };
    }

    private static EntityIdsBuilder BuilderFor(long ids) => new((int)Math.Min(ids, MostExpected), Math.Min(ids, MostExpected) * 32);

    private void Reserve(int count, bool ranges)
    {
        if (_owners.Length < count)
        {
            var room = (int)Math.Min(Array.MaxLength, Math.Max(count, Math.Max(_expected, _owners.Length + _owners.Length / 2L)));
            Array.Resize(ref _owners, room);
            Array.Resize(ref _assets, room);
            Array.Resize(ref _low, room);
            if (_high is not null) Array.Resize(ref _high, room);
            if (_hasKinds) Array.Resize(ref _kinds, room);
        }
        if (_high is not null || !ranges) return;
        _high = new double[_low.Length];
        _low.AsSpan(0, _count).CopyTo(_high);
    }
}
