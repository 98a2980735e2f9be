using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// Which entities are read as others, by the <see cref="Link"/> rows of the record. Entities that are linked with each other are all read as one of them;
/// where a row says that two of them are different, none of them is linked, for nobody can tell which of the rows is wrong.
/// </summary>
public sealed class EntityLinks
{
    private readonly Dictionary<EntityId, EntityId> _readAs = [];
    private readonly Dictionary<EntityId, ImmutableArray<EntityId>> _linked = [];
    private readonly HashSet<(EntityId, EntityId)> _open = [];

    /// <summary>Those of some rows.</summary>
    /// <param name="rows">All link rows.</param>
    /// <param name="isKnown">Whether the record has an entity; a link with one that it has not is left alone.</param>
    public EntityLinks(IEnumerable<Link> rows, Func<EntityId, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(isKnown);
        Link[] links = [.. rows.Where(link => isKnown(link.Entity) && isKnown(link.SameAs))];
        var groups = new Dictionary<EntityId, List<EntityId>>();
        foreach (var link in links.Where(link => link.Outcome == LinkOutcome.Same && link.Entity != link.SameAs)) Join(groups, link.Entity, link.SameAs);
        var targets = links.Where(link => link.Outcome == LinkOutcome.Same).Select(link => link.SameAs).ToHashSet();
        var sources = links.Where(link => link.Outcome == LinkOutcome.Same).Select(link => link.Entity).ToHashSet();
        foreach (var group in groups.Values.Distinct())
        {
            if (links.Any(link => link.Outcome == LinkOutcome.Different && group.Contains(link.Entity) && group.Contains(link.SameAs))) continue;
            // The one that others are linked to and that is linked to none; the first by its id where that is not one.
            var one = group.OrderBy(id => targets.Contains(id) && !sources.Contains(id) ? 0 : 1).ThenBy(id => id.Value, StringComparer.Ordinal).First();
            _linked[one] = [.. group.Where(id => id != one).OrderBy(id => id.Value, StringComparer.Ordinal)];
            foreach (var id in _linked[one]) _readAs[id] = one;
        }
        foreach (var link in links.Where(link => link.Outcome != LinkOutcome.Different && ReadAs(link.Entity) != ReadAs(link.SameAs)))
        {
            _open.Add((ReadAs(link.Entity), ReadAs(link.SameAs)));
            _open.Add((ReadAs(link.SameAs), ReadAs(link.Entity)));
        }
    }

    /// <summary>Whether no entity is read as another.</summary>
    public bool IsEmpty => _readAs.Count == 0;

    /// <summary>Whether two entities may be one: the record asks whether they are, or its rows contradict each other.</summary>
    public bool MayBeOne(EntityId one, EntityId other) => _open.Contains((ReadAs(one), ReadAs(other)));

    /// <summary>What an entity is read as: itself, as a rule.</summary>
    public EntityId ReadAs(EntityId id) => _readAs.TryGetValue(id, out var one) ? one : id;

    /// <summary>What an entity is read as, where there is one.</summary>
    public EntityId? ReadAs(EntityId? id) => id is { } some ? ReadAs(some) : null;

    /// <summary>The others that are read as an entity.</summary>
    public ImmutableArray<EntityId> LinkedTo(EntityId id) => _linked.TryGetValue(id, out var others) ? others : [];

    /// <summary>A row as it is read: with the entities that those it names are read as.</summary>
    /// <returns>The row; null where it tells nothing of the entity that its own is read as.</returns>
    public Statement? Read(Statement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            Entity entity => entity with { Country = ReadAs(entity.Country), Parent = ReadAs(entity.Parent) },
            Stake stake => ReadAs(stake.Owner) == ReadAs(stake.Asset) && stake.Owner != stake.Asset ? null : stake with { Owner = ReadAs(stake.Owner), Asset = ReadAs(stake.Asset) },
            OtherInterest held => held with { Holder = ReadAs(held.Holder), Subject = ReadAs(held.Subject) },
            DisclosureException silence => silence with { Subject = ReadAs(silence.Subject) },
            Operation run => run with { Operator = ReadAs(run.Operator), Asset = ReadAs(run.Asset) },
            // That a register only tells where an entity is registered says nothing of what another pack knows of its seat.
            Domicile { Validity: { From: null, To: null } } seat when ReadAs(seat.Firm) != seat.Firm => null,
            Domicile seat => seat with { Firm = ReadAs(seat.Firm), Country = ReadAs(seat.Country) },
            Regime regime => regime with { Asset = ReadAs(regime.Asset) },
            Membership member => member with { Member = ReadAs(member.Member), Body = ReadAs(member.Body) },
            Position post => post with { Person = ReadAs(post.Person), Of = ReadAs(post.Of) },
            Agreement agreement => agreement with { Parties = ReadAs(agreement.Parties) },
            Event happening => happening with { Participants = ReadAs(happening.Participants) },
            Attribution said => said with { About = ReadAs(said.About), SaidBy = ReadAs(said.SaidBy), Named = ReadAs(said.Named) },
            Measure measure => measure with { Subject = ReadAs(measure.Subject) },
            Part part => part with { Whole = ReadAs(part.Whole), Subject = ReadAs(part.Subject) },
            Ranking ranking => ranking with { Subject = ReadAs(ranking.Subject) },
            Route route => route with { Origin = ReadAs(route.Origin), Via = ReadAs(route.Via), Destination = ReadAs(route.Destination) },
            Completeness whole => whole with { Subject = ReadAs(whole.Subject) },
            _ => row,
        };
    }

    /// <summary>An entity with the names and identifiers of those that are read as it.</summary>
    /// <param name="entity">The one.</param>
    /// <param name="others">The rows of the others.</param>
    public static Entity With(Entity entity, IEnumerable<Entity> others)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(others);
        Entity[] all = [.. others];
        if (all.Length == 0) return entity;
        var names = all.SelectMany(other => other.Aliases.Prepend(new Alias(other.Name, false))).Where(alias => alias.Text != entity.Name);
        return entity with
        {
            Aliases = [.. entity.Aliases.Concat(names).DistinctBy(alias => alias.Text)],
            Identifiers = [.. entity.Identifiers.Concat(all.SelectMany(other => other.Identifiers)).Distinct()],
            Sources = [.. entity.Sources.Concat(all.SelectMany(other => other.Sources)).Distinct()],
        };
    }

    private ImmutableArray<EntityId> ReadAs(ImmutableArray<EntityId> ids) => ids.Any(_readAs.ContainsKey) ? [.. ids.Select(ReadAs).Distinct()] : ids;

    private static void Join(Dictionary<EntityId, List<EntityId>> groups, EntityId left, EntityId right)
    {
        if (!groups.TryGetValue(left, out var one)) groups[left] = one = [left];
        if (!groups.TryGetValue(right, out var other)) groups[right] = other = [right];
        if (ReferenceEquals(one, other)) return;
        one.AddRange(other);
        foreach (var id in other) groups[id] = one;
    }
}
