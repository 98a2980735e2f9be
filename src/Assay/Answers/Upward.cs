using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Who stands, or may stand, above whom over given days: as parent of its group or its state, by its accounts, by stakes that may be more than half.</summary>
internal sealed class Upward(Inquiry inquiry, DayRange days)
{
    private const decimal Half = 50;

    private readonly Dictionary<EntityId, HashSet<EntityId>> _above = [];

    /// <summary>Whether the one stands, or may stand, above the other, at whatever distance; nobody stands above itself.</summary>
    public bool IsAbove(EntityId one, EntityId other) => one != other && Above(other).Contains(one);

    private HashSet<EntityId> Above(EntityId first)
    {
        if (_above.TryGetValue(first, out var known)) return known;
        var (above, waiting) = (new HashSet<EntityId>(), new Queue<EntityId>([first]));
        while (waiting.TryDequeue(out var below))
            foreach (var next in Next(below))
                if (above.Add(next)) waiting.Enqueue(next);
        return _above[first] = above;
    }

    private IEnumerable<EntityId> Next(EntityId below)
    {
        if (inquiry.Evidence.Entity(below) is { } entity)
        {
            if (entity.Parent is { } parent) yield return parent;
            if (entity is { Kind: EntityKind.Agency, Country: { } state }) yield return state;
        }
        foreach (var row in inquiry.Evidence.StakesIn(below))
            if (StakeRows.IsOwned(row) && row.Share.High > Half && row.Validity.HoldsOn(days) != Truth.False) yield return row.Owner;
        foreach (var row in inquiry.Evidence.InterestsIn(below))
            if (row.IsConsolidation && row.Validity.HoldsOn(days) != Truth.False) yield return row.Holder;
    }
}
