namespace Assay.Ownership;

/// <summary>What part of each entity belongs to one group, between bounds. Immutable.</summary>
public sealed class GroupShares
{
    private readonly Reach _reach;
    private readonly ShareInterval[] _shares;

    internal GroupShares(Reach reach, ShareInterval[] shares, double gap)
    {
        _reach = reach;
        _shares = shares;
        Gap = gap;
    }

    /// <summary>How much wider than the tightest any interval of a cycle member may be: 0, but where a complete asset's shares are ranges.</summary>
    public double Gap { get; }

    /// <summary>Bounds of the part of an entity that belongs to the group.</summary>
    /// <param name="entity">Index of the entity.</param>
    /// <returns>The bounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entity"/> is not one that the solver looks at.</exception>
    public ShareInterval this[int entity]
    {
        get
        {
            int number = _reach.NumberOf(entity);
            return number >= 0
                ? _shares[number]
                : throw new ArgumentOutOfRangeException(nameof(entity), entity, "The entity is not above those the solver was prepared for.");
        }
    }
}
