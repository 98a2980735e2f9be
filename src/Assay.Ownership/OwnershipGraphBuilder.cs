using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>
/// Gathers stakes, in chunks of any size and any order, and makes a graph of them. Holds about 16 bytes a stake, 24
/// where shares are ranges. Not safe for use from several threads at once.
/// </summary>
public sealed class OwnershipGraphBuilder
{
    private RowSorter _byAsset = new();
    private int _greatest = -1;
    private long _greatestAt;

    /// <summary>How many stakes were added since the last graph was built.</summary>
    public long StakeCount => _byAsset.Count;

    /// <summary>Adds stakes.</summary>
    /// <param name="stakes">The stakes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or a share is not a number from 0 to 1; stakes before it are added.</exception>
    /// <exception cref="ArgumentException">A least share is above its greatest; stakes before it are added.</exception>
    /// <exception cref="InvalidOperationException">There are more stakes than one graph can hold, about 2³¹.</exception>
    public void Add(ReadOnlySpan<Stake> stakes)
    {
        CheckRoom(stakes.Length);
        foreach (ref readonly Stake stake in stakes)
        {
            CheckIndices(stake.Owner, stake.Asset, StakeCount);
            if (!(stake.Low >= 0 && stake.Low <= 1 && stake.High >= 0 && stake.High <= 1))
                throw new ArgumentOutOfRangeException(nameof(stakes), $"Stake {StakeCount}: shares {stake.Low} to {stake.High} are not within 0 to 1.");
            if (stake.Low > stake.High)
                throw new ArgumentException($"Stake {StakeCount}: least share {stake.Low} is above greatest share {stake.High}.", nameof(stakes));
            _byAsset.Add(stake.Asset, stake.Owner, stake.Low, stake.High);
        }
    }

    /// <summary>Adds stakes whose shares are exact, a column each.</summary>
    /// <param name="owners">Indices of the owning entities.</param>
    /// <param name="assets">Indices of the owned entities, as many.</param>
    /// <param name="shares">The shares, 0 to 1, as many.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative, or a share is not a number from 0 to 1; nothing is added.</exception>
    /// <exception cref="ArgumentException">The columns differ in length; nothing is added.</exception>
    /// <exception cref="InvalidOperationException">There are more stakes than one graph can hold, about 2³¹.</exception>
    public void Add(ReadOnlySpan<int> owners, ReadOnlySpan<int> assets, ReadOnlySpan<double> shares)
    {
        if (owners.Length != assets.Length || owners.Length != shares.Length)
            throw new ArgumentException($"There are {owners.Length} owners, {assets.Length} assets and {shares.Length} shares.", nameof(shares));
        CheckRoom(owners.Length);
        for (int i = 0; i < shares.Length; i++)
        {
            CheckIndices(owners[i], assets[i], StakeCount + i);
            if (!(shares[i] >= 0 && shares[i] <= 1))
                throw new ArgumentOutOfRangeException(nameof(shares), $"Stake {StakeCount + i}: share {shares[i]} is not within 0 to 1.");
        }

        _byAsset.Add(assets, owners, shares);
    }

    /// <summary>
    /// Makes a graph of the stakes added, and forgets them. Takes time proportional to entities and stakes, on as many
    /// threads as <see cref="OwnershipOptions.Threads"/> says.
    /// </summary>
    /// <param name="entityCount">The number of entities, 0 or more.</param>
    /// <param name="complete">Per entity: whether its recorded owners are all it has. Empty if that is said of none.</param>
    /// <param name="options">How ill data is treated.</param>
    /// <param name="progress">Is told how much of the work is done, 0 to 1.</param>
    /// <param name="cancellation">Stops the work; the stakes are then gone.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entityCount"/> is negative, or a stake's index is not an entity.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="complete"/> is neither empty nor one per entity; or more than the whole of an asset is held and
    /// <paramref name="options"/> say <see cref="ExcessHandling.Refuse"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public OwnershipGraph Build(
        int entityCount,
        ReadOnlySpan<bool> complete = default,
        OwnershipOptions options = default,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entityCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entityCount, Array.MaxLength);
        if (!complete.IsEmpty && complete.Length != entityCount)
            throw new ArgumentException($"There are {entityCount} entities and {complete.Length} marks of completeness.", nameof(complete));
        if (_greatest >= entityCount)
            throw new ArgumentOutOfRangeException(nameof(entityCount), $"Stake {_greatestAt}: {_greatest} is not among {entityCount} entities.");

        RowSorter sorter = _byAsset;
        (_byAsset, _greatest) = (new RowSorter(), -1);
        (StakeRows byAsset, int mostParallel) = sorter.ToRows(entityCount, options.Threads, progress, cancellation);
        bool[]? marks = complete.Contains(true) ? complete.ToArray() : null;
        ImmutableArray<OverfullAsset> overfull = ExcessShares.Find(byAsset);
        if (!overfull.IsEmpty && options.Excess == ExcessHandling.Refuse)
            throw new ArgumentException($"The least shares in asset {overfull[0].Asset} sum to {overfull[0].Sum}, more than 1; so in {overfull.Length} assets.", nameof(options));
        if (!overfull.IsEmpty)
            byAsset = ExcessShares.Settle(byAsset, overfull, options.Excess, ref marks);
        return new OwnershipGraph(byAsset, marks, overfull, mostParallel, options.Threads);
    }

    private void CheckIndices(int owner, int asset, long at)
    {
        if (Math.Min(owner, asset) < 0)
            throw new ArgumentOutOfRangeException(nameof(owner), $"Stake {at}: {(owner < 0 ? $"owner {owner}" : $"asset {asset}")} is not an entity.");
        if (Math.Max(owner, asset) > _greatest)
            (_greatest, _greatestAt) = (Math.Max(owner, asset), at);
    }

    private void CheckRoom(int more)
    {
        if (StakeCount + more > Array.MaxLength)
            throw new InvalidOperationException($"A graph holds at most {Array.MaxLength} stakes.");
    }
}
