using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Whether an owner is one of the holders asked about: of their nationality, or themselves.</summary>
internal sealed class HolderTest(Inquiry inquiry, Holder holder, DayRange days)
{
    private readonly Dictionary<EntityId, ProofStep> _memberships = [];

    /// <summary>Who stands above whom on the days.</summary>
    public Upward Upward { get; } = new(inquiry, days);

    /// <summary>The holders in words.</summary>
    public string Words => inquiry.Say(holder.Sense == HolderSense.Nationals ? "holders-nationals" : "holders-themselves", ("names", inquiry.Names(holder.Members)));

    /// <summary>Whether a nationality is one of those asked about, itself or as a member of a group asked about.</summary>
    public ProofStep Belongs(ProofStep nationality)
    {
        var state = ((StepValue.Named)nationality.Value).Value;
        var inputs = ImmutableArray.Create(nationality);
        var truth = Truth.Unknown;
        if (state is { } id)
        {
            truth = holder.Members.Contains(id) ? Truth.True : Truth.False;
            if (truth == Truth.False)
            {
                var memberships = holder.Members.Where(IsSet).Select(set => InSet(id, set)).ToList();
                inputs = inputs.AddRange(memberships);
                truth = memberships.Aggregate(truth, (sum, step) => sum.Or(step.Truth));
            }
        }
        return new ProofStep
        {
            Rule = ProofRule.Belongs, Text = nationality.Text, Value = new StepValue.Truth(truth), Inputs = inputs,
            Rows = state is null ? [] : [.. Holders()],
            Given = new Given { Members = holder.Members, Days = days },
        };
    }

    /// <summary>Whether an owner is the holder itself: one of the members, in a group of theirs, or an office of a state among them.</summary>
    public ProofStep IsHolder(EntityId owner)
    {
        var entity = inquiry.Evidence.Entity(owner);
        if (holder.Members.Contains(owner)) return IsHolder(owner, owner, Truth.True, []);
        if (entity is { Kind: EntityKind.Agency } && StateOf(entity) is var (state, shown))
            return IsHolder(owner, state, holder.Members.Contains(state) ? Truth.True : Truth.False, shown);
        var sets = holder.Members.Where(IsSet).Select(set => InSet(owner, set)).Where(step => step.Truth == Truth.True).ToImmutableArray();
        return sets is [var first, ..]
            ? IsHolder(owner, owner, Truth.True, []) with { Rule = ProofRule.AnyOf, Inputs = [first], Given = new Given { Subject = owner } }
            : IsHolder(owner, owner, Truth.False, []);
    }

    /// <summary>
    /// Whether an owner that nothing in the record ties to the holder is surely another: a named owner is, unless the holder is a state
    /// and the owner a firm of that state or of unknown nationality. A block of unnamed owners may always be the holder, and so may a firm
    /// of an imported register, a person of one with a name like the holder's, and whatever the record asks to be linked with the holder.
    /// What an owner has it may also have through the holder, where that is its own (<see cref="MayHoldThrough"/>).
    /// </summary>
    public ProofStep Apart(EntityId owner, ProofStep nationality)
    {
        var entity = inquiry.Evidence.Entity(owner);
        // A state or firm of which the record doesn't say that it is outside the groups asked about may be in them; an office is as its state.
        var counted = entity is { Kind: EntityKind.Agency } && StateOf(entity) is var (state, _) ? state : owner;
        var memberships = holder.Members.Where(IsSet).Select(set => InSet(counted, set)).ToImmutableArray();
        var isOutside = memberships.All(step => step.Truth == Truth.False);
        var truth = isOutside && IsApart(entity, ((StepValue.Named)nationality.Value).Value) ? Truth.False : Truth.Unknown;
        return new ProofStep
        {
            Rule = ProofRule.Apart,
            Text = inquiry.Say(truth == Truth.False ? "owner-is-another" : "owner-may-be", ("owner", inquiry.Name(owner)), ("holder", Words), ("nationality", nationality.Text)),
            Value = new StepValue.Truth(truth),
            Rows = [.. new[] { entity }.OfType<Statement>().Concat(Holders()).DistinctBy(row => row.Id)],
            Inputs = [nationality, .. memberships],
            Given = new Given { Subject = owner, Members = holder.Members },
        };
    }

    /// <summary>
    /// Whether an owner may have what it has through a holder: one that stands below it in the record, or a firm of a register of whose owners nothing is
    /// known where the owner is a person of one. Records name who stands at the end of a chain, and not always what lies between.
    /// </summary>
    public bool MayHoldThrough(EntityId owner) => holder.Sense == HolderSense.Itself && holder.Members.Any(member => member != owner
        && (Upward.IsAbove(owner, member) || (inquiry.Evidence.Entity(owner) is { Kind: EntityKind.Person, Place.IsImported: true }
            && inquiry.Evidence.Entity(member) is { Kind: not (EntityKind.Person or EntityKind.State), Place.IsImported: true } && StakeRows.Held(inquiry, member, days).IsEmpty)));

    /// <summary>A block of unnamed owners beside the holder on a complete list: of others.</summary>
    public ProofStep OthersBlock(Entity block, Completeness list) => new()
    {
        Rule = ProofRule.Apart,
        Text = inquiry.Say("block-of-others", ("owner", block.Name), ("holder", Words)),
        Value = new StepValue.Truth(Truth.False),
        Rows = [block, list],
        Given = new Given { Subject = block.EntityId, Object = list.Subject, Members = holder.Members, Days = days },
    };

    private ProofStep IsHolder(EntityId owner, EntityId counted, Truth truth, ImmutableArray<Statement> rows) => new()
    {
        Rule = ProofRule.IsHolder,
        Text = inquiry.Say(truth != Truth.True ? "owner-is-another" : owner == counted ? "owner-is-holder" : "owner-is-office", ("owner", inquiry.Name(owner)), ("state", inquiry.Name(counted)), ("holder", Words), ("nationality", "")),
        Value = new StepValue.Truth(truth),
        Rows = rows,
        Given = new Given { Subject = owner, Members = holder.Members },
    };

    private bool IsApart(Entity? owner, EntityId? nationality)
    {
        if (owner is null || Holders().Count() < holder.Members.Length) return false;
        if (holder.Members.Any(member => inquiry.Evidence.Links.MayBeOne(owner.EntityId, member)) || MayHoldThrough(owner.EntityId)) return false;
        // Who stands behind a firm of a register nobody has looked into; and a person may stand there under several ids.
        if (owner.Place.IsImported && owner.Kind is not (EntityKind.State or EntityKind.Person)) return false;
        if (owner.Kind == EntityKind.Person && holder.Members.Select(inquiry.Evidence.Entity).Any(member => member is { Kind: EntityKind.Person } person && (owner.Place.IsImported || person.Place.IsImported) && NameWords.MayBeOfOne(owner, person))) return false;
        if (owner.Kind is EntityKind.State or EntityKind.Person or EntityKind.Agency or EntityKind.Bloc) return true;
        if (owner.Kind == EntityKind.Group && nationality is null) return false;
        var states = holder.Members.Where(id => inquiry.Evidence.Entity(id) is { Kind: EntityKind.State }).ToList();
        if (states.Count < holder.Members.Length && owner.Kind == EntityKind.Group) return false;
        return states.Count == 0 || (nationality is { } state && !states.Contains(state));
    }

    private ProofStep InSet(EntityId member, EntityId set)
    {
        if (holder.Members.Count(IsSet) > 1) return MembershipAnswerer.Prove(inquiry, member, set, MembershipSense.Full, days);
        if (!_memberships.TryGetValue(member, out var step))
            _memberships[member] = step = MembershipAnswerer.Prove(inquiry, member, set, MembershipSense.Full, days);
        return step;
    }

    private bool IsSet(EntityId id) => inquiry.Evidence.Entity(id) is { Kind: EntityKind.Group or EntityKind.Bloc };

    private IEnumerable<Statement> Holders() => holder.Members.Select(inquiry.Evidence.Entity).OfType<Statement>();

    // The state that a stake row names as its owner, else that of its seat.
    private (EntityId State, ImmutableArray<Statement> Rows)? StateOf(Entity office) =>
        inquiry.Evidence.StakesIn(office.EntityId).FirstOrDefault(row => inquiry.Evidence.Entity(row.Owner) is { Kind: EntityKind.State }) is { } stake
            ? (stake.Owner, [office, inquiry.Evidence.Entity(stake.Owner)!])
            : office.Country is { } country ? (country, [office]) : null;
}
