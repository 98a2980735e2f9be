using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Who stands, or may stand, above whom over given days: as parent of its group or its state, by its accounts, by stakes that may be more than half.</summary>
internal sealed class Upward(Inquiry inquiry, DayRange days)
{
    private const decimal Half = 50;

    /// <summary>Whether the one stands, or may stand, above the other, at whatever distance; nobody stands above itself.</summary>
    public bool IsAbove(EntityId one, EntityId other)
    {
        var (seen, waiting) = (new HashSet<EntityId> { other }, new Queue<EntityId>([other]));
        while (waiting.TryDequeue(out var below))
            foreach (var above in Next(below))
            {
                if (above == one && one != other) return true;
                if (seen.Add(above)) waiting.Enqueue(above);
            }
        return false;
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
