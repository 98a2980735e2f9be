using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>
/// The nationality of owners on given days: that of the group parent's seat, never that of a vehicle's registration; offices of a state
/// are the state's. A joint vehicle has none: its shareholders count.
/// </summary>
internal sealed class Nationalities(Inquiry inquiry, DayRange days)
{
    private readonly Dictionary<EntityId, ProofStep> _known = [];

    /// <summary>The proof of an owner's nationality; its value names a state, or none where it is not known.</summary>
    public ProofStep Of(EntityId owner)
    {
        if (_known.TryGetValue(owner, out var known)) return known;
        var rows = ImmutableArray.CreateBuilder<Statement>();
        var state = Find(owner, rows);
        return _known[owner] = new ProofStep
        {
            Rule = ProofRule.Nationality,
            Text = state is { } id
                ? inquiry.Say(id == owner ? "nationality-of-state" : "nationality", ("owner", inquiry.Name(owner)), ("state", inquiry.Name(id)), ("through", Through(rows)))
                : inquiry.Say("nationality-unknown", ("owner", inquiry.Name(owner))),
            Value = new StepValue.Named(state),
            Rows = [.. rows.DistinctBy(row => row.Id)],
            Given = new Given { Subject = owner, Days = days },
        };
    }

    /// <summary>Whether an owner only stands for its shareholders: a joint venture, or a vehicle whose owners are all known.</summary>
    public bool IsTransparent(EntityId owner)
    {
        if (inquiry.Evidence.Entity(owner) is not { Kind: EntityKind.Company } firm) return false;
        var stakes = inquiry.Evidence.StakesIn(owner).Where(row => StakeRows.IsOwned(row) && row.Validity.HoldsOn(days) != Truth.False).ToList();
        if (stakes.Count == 0) return false;
        var isVehicle = firm.Country is null || IsRegistrationOnly(firm.EntityId);
        if (isVehicle && StakeRows.CoveredAtLeast(inquiry, owner, days) is { Low: >= 100 }) return true;
        return ParentOn(firm) is null && firm.Parent is null && (isVehicle || stakes.Any(row => row.Interest == Interest.Participating));
    }

    /// <summary>
    /// The parent of a group, unless stake rows show that it was not yet, or no longer, an owner on the days; else the one that consolidates the firm in its
    /// accounts as the top of the group.
    /// </summary>
    public Entity? ParentOn(Entity firm)
    {
        if (firm.Parent is null) return Consolidation(firm) is { } row ? inquiry.Evidence.Entity(row.Holder) : null;
        if (firm.Parent is not { } parent || inquiry.Evidence.Entity(parent) is not { } top) return null;
        var stakes = inquiry.Evidence.StakesIn(firm.EntityId).Where(row => row.Owner == parent && StakeRows.IsOwned(row)).ToList();
        return stakes.Count > 0 && stakes.All(row => row.Validity.HoldsOn(days) == Truth.False) ? null : top;
    }

    /// <summary>The row by which one other consolidates a firm throughout the days, as the top of its group or directly; null where none or several do.</summary>
    public OtherInterest? Consolidation(Entity firm, string type = OtherInterest.UltimateConsolidation)
    {
        var rows = inquiry.Evidence.InterestsIn(firm.EntityId).Where(row => row.Type == type && row.Holder != firm.EntityId && row.Validity.HoldsOn(days) != Truth.False).ToList();
        return rows.Count > 0 && rows.TrueForAll(row => row.Holder == rows[0].Holder) ? rows.Find(row => row.Validity.HoldsOn(days) == Truth.True) : null;
    }

    /// <summary>Whether stake rows show that the parent was an owner for only a part of the days.</summary>
    private bool ParentChanged(Entity firm)
    {
        var stakes = inquiry.Evidence.StakesIn(firm.EntityId).Where(row => row.Owner == firm.Parent && StakeRows.IsOwned(row)).ToList();
        return stakes.Count > 0 && (NoneHeld(days.First) || NoneHeld(days.Last));

        bool NoneHeld(DateOnly day) => stakes.All(row => row.Validity.HoldsOn(DayRange.On(day)) == Truth.False);
    }

    private EntityId? Find(EntityId owner, ImmutableArray<Statement>.Builder rows)
    {
        if (inquiry.Evidence.Entity(owner) is not { } firm) return null;
        rows.Add(firm);
        var seen = new HashSet<EntityId> { owner };
        while (firm.Kind != EntityKind.State && ParentOn(firm) is { } parent && seen.Add(parent.EntityId))
        {
            if (ParentChanged(firm)) return null;
            if (firm.Parent is null) rows.Add(Consolidation(firm)!);
            rows.Add(firm = parent);
        }
        if (firm.Kind == EntityKind.State) return firm.EntityId;
        // Of a parent that the record does not describe nothing is known.
        if (firm.Parent is { } named && inquiry.Evidence.Entity(named) is null) return null;
        // A parent that was not yet, or no longer, the owner: the rows that show it.
        if (firm.Parent is { } other) rows.AddRange(inquiry.Evidence.StakesIn(firm.EntityId).Where(row => row.Owner == other && StakeRows.IsOwned(row)));
        var seats = inquiry.Evidence.DomicilesOf(firm.EntityId).Where(row => !IsUndated(row)).ToList();
        if (seats.Count == 0) return firm.Parent is null && (IsRegistrationOnly(firm.EntityId) || IsRegistered(firm)) ? null : firm.Country;
        var held = seats.Where(row => row.Validity.HoldsOn(days, fromAlways: true) == Truth.True).ToList();
        if (held.Count != 1) return null;
        rows.Add(held[0]);
        return held[0].Country;
    }

    private bool IsRegistrationOnly(EntityId firm) => inquiry.Evidence.DomicilesOf(firm) is { Length: > 0 } seats && seats.All(IsUndated);

    // What was imported tells of a body where it is registered, and not whose it is.
    private static bool IsRegistered(Entity firm) => firm.Place.IsImported && firm.Kind is not (EntityKind.State or EntityKind.Person or EntityKind.Agency);

    private static bool IsUndated(Domicile row) => row.Validity is { From: null, To: null };

    private string Through(IReadOnlyList<Statement> rows) => rows.OfType<Entity>().Last() is var top && rows.OfType<Entity>().Count() > 1
        ? inquiry.Say("nationality-through", ("parent", top.Name))
        : "";
}
