namespace Assay.Ownership;

/// <summary>
/// One recorded stake: the owner holds at least <paramref name="Low"/> and at most <paramref name="High"/> of the asset.
/// </summary>
/// <remarks>
/// Shares are fractions: 0 is nothing, 1 the whole. An exact share has <c>Low == High</c>.
/// The values are checked when a graph is built from them, see <see cref="OwnershipGraph.Build"/>.
/// <c>default</c> is a stake of nothing of entity 0 in itself.
/// </remarks>
/// <param name="Owner">Index of the owning entity, 0 to one below the number of entities.</param>
/// <param name="Asset">Index of the owned entity, 0 to one below the number of entities; may equal <paramref name="Owner"/> (a self-holding).</param>
/// <param name="Low">The least share held, 0 to <paramref name="High"/>.</param>
/// <param name="High">The greatest share held, <paramref name="Low"/> to 1.</param>
public readonly record struct Stake(int Owner, int Asset, double Low, double High)
{
    /// <summary>A stake whose share is known exactly.</summary>
    /// <param name="owner">Index of the owning entity.</param>
    /// <param name="asset">Index of the owned entity.</param>
    /// <param name="share">The share held, 0 to 1.</param>
    public Stake(int owner, int asset, double share) : this(owner, asset, share, share)
    {
    }
}
