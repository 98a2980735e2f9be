using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays steps on who an owner is: its nationality, whether that is one asked about, whether it is the holder.</summary>
internal static class ReplayOwners
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Nationality => Nationality(step),
        ProofRule.Belongs => Belongs(step),
        ProofRule.IsHolder => IsHolder(step),
        _ => Apart(step),
    };

    /// <summary>Whether one entity is the parent of another by its row, or by a row that says that it consolidates it throughout the days: as the top of the group, or, where control is asked about, directly.</summary>
    public static bool IsParent(ProofStep step, Entity firm, EntityId parent, bool isControl = false) => firm.Parent == parent || (firm.Parent is null
        && step.Rows.OfType<OtherInterest>().Any(row => (isControl ? row.IsConsolidation : row.Type == OtherInterest.UltimateConsolidation) && row.Holder == parent && row.Subject == firm.EntityId && ReplayTruths.Over(row.Validity, step.Given.Days!.Value, false) == Truth.True));

    private static StepValue? Nationality(ProofStep step)
    {
        var stated = ((StepValue.Named)step.Value).Value;
        if (stated is null) return step.Value;
        var chain = step.Rows.OfType<Entity>().ToList();
        if (chain.Count == 0 || chain[0].EntityId != step.Given.Subject) return null;
        for (var i = 1; i < chain.Count; i++)
            if (!IsParent(step, chain[i - 1], chain[i].EntityId)) return null;
        var top = chain[^1];
        if (top.Kind == EntityKind.State) return new StepValue.Named(top.EntityId);
        var days = step.Given.Days!.Value;
        // The chain may end below a parent only if that was certainly not the owner on the days, or closes a circle.
        if (top.Parent is { } parent && chain.TrueForAll(link => link.EntityId != parent))
        {
            var links = step.Rows.OfType<Stake>().Where(stake => stake.Owner == parent && stake.Asset == top.EntityId).ToList();
            if (links.Count == 0 || links.Exists(stake => ReplayTruths.Over(stake.Validity, days, false) != Truth.False)) return null;
        }
        if (step.Rows.OfType<Domicile>().SingleOrDefault() is not { } seat) return new StepValue.Named(top.Country);
        return seat.Firm == top.EntityId && ReplayTruths.Over(seat.Validity, days, true) == Truth.True ? new StepValue.Named(seat.Country) : null;
    }

    private static StepValue.Truth? Belongs(ProofStep step)
    {
        if (step.Inputs[0].Value is not StepValue.Named { Value: { } state }) return new StepValue.Truth(Truth.Unknown);
        if (step.Given.Members.Contains(state)) return new StepValue.Truth(Truth.True);
        var sets = step.Rows.OfType<Entity>().Where(entity => step.Given.Members.Contains(entity.EntityId) && entity.Kind is EntityKind.Group or EntityKind.Bloc).ToList();
        var memberships = step.Inputs.Skip(1).ToList();
        if (memberships.Count < sets.Count) return null;
        foreach (var membership in memberships.SelectMany(input => input.AllSteps()).Where(input => input.Rule is ProofRule.Holds or ProofRule.NotListed))
            if (membership.Given.Subject != state || !step.Given.Members.Contains(membership.Given.Object!.Value)) return null;
        var truths = memberships.Select(input => ((StepValue.Truth)input.Value).Value).ToList();
        return new StepValue.Truth(truths.Contains(Truth.True) ? Truth.True : truths.Contains(Truth.Unknown) ? Truth.Unknown : Truth.False);
    }

    private static StepValue.Truth? IsHolder(ProofStep step)
    {
        var members = step.Given.Members;
        if (step.Rows.IsEmpty) return new StepValue.Truth(members.Contains(step.Given.Subject!.Value) ? Truth.True : Truth.False);
        if (step.Rows[0] is not Entity { Kind: EntityKind.Agency } office || office.EntityId != step.Given.Subject) return null;
        var state = step.Rows.Length > 1 ? ((Entity)step.Rows[1]).EntityId : office.Country;
        return new StepValue.Truth(state is { } id && members.Contains(id) ? Truth.True : Truth.False);
    }

    private static StepValue.Truth? Apart(ProofStep step)
    {
        if (step.Rows.Length == 0 || step.Rows[0] is not Entity owner || owner.EntityId != step.Given.Subject) return new StepValue.Truth(Truth.Unknown);
        var isOfRegister = owner.Place.IsImported && owner.Kind is not (EntityKind.State or EntityKind.Person) && step.Rows is not [_, Completeness, ..];
        var isNamedAlike = owner.Kind == EntityKind.Person && step.Rows.Skip(1).OfType<Entity>().Any(member => member.Kind == EntityKind.Person && (owner.Place.IsImported || member.Place.IsImported) && NameWords.MayBeOfOne(owner, member));
        // That two are perhaps to be linked the rows do not show; not to know it is never too much.
        if (isOfRegister || isNamedAlike || step.Truth == Truth.Unknown) return new StepValue.Truth(Truth.Unknown);
        if (step.Rows.Length > 1 && step.Rows[1] is Completeness list)
            return owner.Kind == EntityKind.Group && list is { Table: "stakes", Covers.Low: >= 100 } && list.Subject == step.Given.Object && ReplayTruths.Spans(list, step.Given.Days!.Value)
                ? new StepValue.Truth(Truth.False)
                : null;
        var nationality = ((StepValue.Named)step.Inputs[0].Value).Value;
        var states = step.Rows.OfType<Entity>().Where(entity => entity.Kind == EntityKind.State && step.Given.Members.Contains(entity.EntityId)).Select(entity => entity.EntityId).ToList();
        if (step.Given.Members.Any(id => !step.Rows.OfType<Entity>().Any(entity => entity.EntityId == id))) return new StepValue.Truth(Truth.Unknown);
        var groups = step.Given.Members.Count(id => step.Rows.OfType<Entity>().Any(entity => entity.EntityId == id && entity.Kind is EntityKind.Group or EntityKind.Bloc));
        var memberships = step.Inputs.Skip(1).ToList();
        if (memberships.Count < groups) return null;
        if (memberships.Exists(input => ((StepValue.Truth)input.Value).Value != Truth.False)) return new StepValue.Truth(Truth.Unknown);
        foreach (var told in memberships.SelectMany(input => input.AllSteps()).Where(input => input.Rule is ProofRule.Holds or ProofRule.NotListed))
            if (!step.Given.Members.Contains(told.Given.Object!.Value) || (owner.Kind != EntityKind.Agency && told.Given.Subject != owner.EntityId)) return null;
        var onlyStates = states.Count == step.Given.Members.Length;
        var truth = owner.Kind switch
        {
            EntityKind.State or EntityKind.Person or EntityKind.Agency or EntityKind.Bloc => Truth.False,
            EntityKind.Group when nationality is null || !onlyStates => Truth.Unknown,
            _ when states.Count == 0 => Truth.False,
            _ => nationality is { } state && !states.Contains(state) ? Truth.False : Truth.Unknown,
        };
        return new StepValue.Truth(truth);
    }
}
