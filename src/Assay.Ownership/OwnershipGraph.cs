using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>
/// Who holds how much of whom, as numbers: entities are indices, stakes are ranges of shares, stored in
/// compressed sparse rows. Immutable; safe to use from many threads at once.
/// </summary>
/// <remarks>
/// <para>
/// A <em>completion</em> of the data gives every asset one share per recorded owner, within the recorded range, and
/// an unknown part, so that they sum to 1. Of an asset marked complete the unknown part is as small as its ranges
/// allow: none, if its greatest shares reach 1. Everything in this library holds for every completion.
/// </para>
/// <para>
/// Stakes of one owner in one asset are added up (their ranges too) and count as one. Self-holdings are allowed.
/// A graph without entities or without stakes is a graph.
/// </para>
/// </remarks>
public sealed class OwnershipGraph
{
    /// <summary>
    /// Sums of shares that differ from 1, or from a half, by no more than this (10⁻¹²) count as 1, or as a half.
    /// It covers what decimal shares lose in <see cref="double"/> for up to some 4,000 owners of an asset, and is
    /// far below one share of any company ("50 % plus one share").
    /// </summary>
    public const double Tolerance = 1e-12;

    private readonly ReadOnlyMemory<bool> _complete;
    private readonly Lazy<StakeRows> _byOwner;
    private readonly int _mostParallel;

    internal OwnershipGraph(
        StakeRows byAsset, ReadOnlyMemory<bool> complete, ImmutableArray<OverfullAsset> overfull, int mostParallel, int threads)
    {
        _mostParallel = mostParallel;
        ByAsset = byAsset;
        _complete = complete;
        Overfull = overfull;
        Threads = threads;
        _byOwner = new Lazy<StakeRows>(() => byAsset.Transpose(threads));
    }

    /// <summary>The number of entities; their indices are 0 to one below it.</summary>
    public int EntityCount => ByAsset.RowCount;

    /// <summary>The number of pairs of owner and asset with a stake.</summary>
    public int StakeCount => ByAsset.StakeCount;

    /// <summary>The assets whose least shares sum to more than 1, by index; what was done with them is <see cref="OwnershipOptions.Excess"/>.</summary>
    public ImmutableArray<OverfullAsset> Overfull { get; }

    /// <summary>The graph as columns, for whoever stores it. The same memory, nothing is copied.</summary>
    public OwnershipColumns Columns => ByAsset.ToColumns(_complete, _mostParallel);

    internal StakeRows ByAsset { get; }

    internal StakeRows ByOwner => _byOwner.Value;

    /// <summary>As <see cref="OwnershipOptions.Threads"/>.</summary>
    internal int Threads { get; }

    /// <summary>Builds a graph of stakes at hand; <see cref="OwnershipGraphBuilder"/> takes them as they come.</summary>
    /// <param name="entityCount">The number of entities, 0 or more.</param>
    /// <param name="stakes">The stakes, in any order.</param>
    /// <param name="complete">
    /// Per entity: whether its recorded owners are all it has. Empty if that is said of none.
    /// </param>
    /// <param name="options">How ill data is treated.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="entityCount"/> is negative, an index is not an entity, or a share is not a number from 0 to 1.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A stake's least share is above its greatest; <paramref name="complete"/> is neither empty nor one per entity;
    /// or more than the whole of an asset is held and <paramref name="options"/> say <see cref="ExcessHandling.Refuse"/>.
    /// </exception>
    public static OwnershipGraph Build(
        int entityCount,
        ReadOnlySpan<Stake> stakes,
        ReadOnlySpan<bool> complete = default,
        OwnershipOptions options = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entityCount);
        var builder = new OwnershipGraphBuilder();
        builder.Add(stakes);
        return builder.Build(entityCount, complete, options);
    }

    /// <summary>
    /// A graph over columns that are kept elsewhere, a mapped file perhaps; they must not change while it is used.
    /// Reads every column once to check it, copies none.
    /// </summary>
    /// <param name="columns">What <see cref="Columns"/> of a graph gave.</param>
    /// <param name="overfull">What <see cref="Overfull"/> of that graph gave.</param>
    /// <param name="options">How many threads to use; ill data was settled before.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">The columns are not those of a graph; the message says where.</exception>
    public static OwnershipGraph FromColumns(
        in OwnershipColumns columns, ImmutableArray<OverfullAsset> overfull = default, OwnershipOptions options = default) =>
        ColumnCheck.ToGraph(columns, overfull.IsDefault ? [] : overfull, options.Threads);

    /// <summary>The owners of an asset, ascending.</summary>
    /// <param name="asset">Index of the asset.</param>
    /// <returns>Their indices; empty if none is recorded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asset"/> is not an entity.</exception>
    public ReadOnlySpan<int> OwnersOf(int asset) => Row(ByAsset.Partner, asset);

    /// <summary>The least shares of an asset's owners, in the order of <see cref="OwnersOf"/>, after ill data was settled.</summary>
    /// <param name="asset">Index of the asset.</param>
    /// <returns>Shares from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asset"/> is not an entity.</exception>
    public ReadOnlySpan<double> LowSharesOf(int asset) => Row(ByAsset.Low, asset);

    /// <summary>The greatest shares of an asset's owners, in the order of <see cref="OwnersOf"/>, after ill data was settled.</summary>
    /// <param name="asset">Index of the asset.</param>
    /// <returns>Shares from 0 up; the sum of parallel stakes' greatest shares may pass 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asset"/> is not an entity.</exception>
    public ReadOnlySpan<double> HighSharesOf(int asset) => Row(ByAsset.High, asset);

    /// <summary>
    /// Whether the asset's recorded owners are all it has: marked so, or reported as overfull
    /// (<see cref="ExcessHandling.Report"/>).
    /// </summary>
    /// <param name="asset">Index of the asset.</param>
    /// <returns>Whether its unknown part is as small as its ranges allow.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asset"/> is not an entity.</exception>
    public bool IsComplete(int asset)
    {
        CheckEntity(asset);
        return !_complete.IsEmpty && _complete.Span[asset];
    }

    /// <summary>
    /// Writes which entities have no recorded owner: the terminals of the plain model, in which whoever nobody is
    /// known to own keeps what reaches it.
    /// </summary>
    /// <param name="terminal">Receives one mark per entity.</param>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one place per entity.</exception>
    public void MarkUnowned(Span<bool> terminal)
    {
        CheckLength(terminal.Length, nameof(terminal));
        ReadOnlySpan<int> start = ByAsset.Start;
        for (int entity = 0; entity < terminal.Length; entity++)
            terminal[entity] = start[entity] == start[entity + 1];
    }

    /// <summary>A bound of the relative error of a sum of products over an asset's owners.</summary>
    internal double RoundingOf(int asset) => RoundingOfSum(ByAsset.Start[asset + 1] - ByAsset.Start[asset]);

    /// <summary>A bound of the relative error of a sum of products over that many stakes.</summary>
    internal double RoundingOfSum(int stakes) => Rounding.OfSum(stakes + _mostParallel);

    internal void CheckEntity(int entity)
    {
        if (entity < 0 || entity >= EntityCount)
            throw new ArgumentOutOfRangeException(nameof(entity), entity, $"Entities are 0 to {EntityCount - 1}.");
    }

    internal void CheckLength(int length, string name)
    {
        if (length != EntityCount)
            throw new ArgumentException($"There are {EntityCount} entities and {length} places.", name);
    }

    private ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> values, int entity)
    {
        CheckEntity(entity);
        ReadOnlySpan<int> start = ByAsset.Start;
        return values[start[entity]..start[entity + 1]];
    }
}
