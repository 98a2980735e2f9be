using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// All statements in force: the packs that were loaded, indexed. Immutable and safe to share between threads.
/// Look-ups that find nothing give an empty array. Rows keep the order of their files: where several rows tell one figure,
/// the first is the one that sums use.
/// </summary>
public sealed class EvidenceSnapshot
{
    private readonly FrozenDictionary<EntityId, Entity> _entities;
    private readonly FrozenDictionary<SourceId, Source> _sources;
    private readonly FrozenDictionary<StatementId, Statement> _byId;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Stake>> _stakesIn;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Stake>> _stakesOf;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Membership>> _membersOf;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Membership>> _bodiesOf;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Agreement>> _agreementsWith;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Operation>> _operationsOn;
    private readonly FrozenDictionary<EntityId, ImmutableArray<Domicile>> _domicilesOf;
    private readonly FrozenDictionary<(EntityId, string), ImmutableArray<Measure>> _measures;
    private readonly FrozenDictionary<(EntityId, string), ImmutableArray<Part>> _parts;
    private readonly FrozenDictionary<string, ImmutableArray<Ranking>> _rankings;
    private readonly FrozenDictionary<(string, EntityId), ImmutableArray<Completeness>> _completeness;

    /// <summary>Indexes the statements.</summary>
    /// <param name="packs">The packs that they come from.</param>
    /// <param name="statements">All rows, in file order; ids must be unique.</param>
    /// <param name="sources">All sources; ids must be unique.</param>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public EvidenceSnapshot(IEnumerable<PackVersion> packs, IEnumerable<Statement> statements, IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(sources);
        Packs = [.. packs];
        Statements = [.. statements];
        _sources = sources.ToFrozenDictionary(s => s.Id);
        _byId = Statements.ToFrozenDictionary(s => s.Id);
        Entities = [.. Statements.OfType<Entity>()];
        _entities = Entities.ToFrozenDictionary(e => e.EntityId);
        _stakesIn = Index<EntityId, Stake>(s => [s.Asset]);
        _stakesOf = Index<EntityId, Stake>(s => [s.Owner]);
        _membersOf = Index<EntityId, Membership>(m => [m.Body]);
        _bodiesOf = Index<EntityId, Membership>(m => [m.Member]);
        _agreementsWith = Index<EntityId, Agreement>(a => a.Parties.Distinct());
        _operationsOn = Index<EntityId, Operation>(o => [o.Asset]);
        _domicilesOf = Index<EntityId, Domicile>(d => [d.Firm]);
        _measures = Index<(EntityId, string), Measure>(m => [(m.Subject, m.Indicator)]);
        _parts = Index<(EntityId, string), Part>(p => [(p.Whole, p.Indicator)]);
        _rankings = Index<string, Ranking>(r => [r.Indicator]);
        _completeness = Index<(string, EntityId), Completeness>(c => [(c.Table, c.Subject)]);
    }

    /// <summary>The packs loaded.</summary>
    public ImmutableArray<PackVersion> Packs { get; }

    /// <summary>Every row, in file order.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>Every entity, in file order.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>Every source.</summary>
    public ImmutableArray<Source> Sources => _sources.Values;

    /// <summary>The entity, or null where the record has none by that id.</summary>
    public Entity? Entity(EntityId id) => _entities.GetValueOrDefault(id);

    /// <summary>The entity's usual name, or its id where the record has none.</summary>
    public string NameOf(EntityId id) => Entity(id)?.Name ?? id.ToString();

    /// <summary>The source, or null.</summary>
    public Source? Source(SourceId id) => _sources.GetValueOrDefault(id);

    /// <summary>The row, or null.</summary>
    public Statement? Statement(StatementId id) => _byId.GetValueOrDefault(id);

    /// <summary>The stakes held in an asset or company, at any time, planned ones included.</summary>
    public ImmutableArray<Stake> StakesIn(EntityId asset) => Of(_stakesIn, asset);

    /// <summary>The stakes that an owner holds, at any time.</summary>
    public ImmutableArray<Stake> StakesOf(EntityId owner) => Of(_stakesOf, owner);

    /// <summary>All memberships in a body or group, at any time.</summary>
    public ImmutableArray<Membership> MembersOf(EntityId body) => Of(_membersOf, body);

    /// <summary>All memberships of an entity, at any time.</summary>
    public ImmutableArray<Membership> BodiesOf(EntityId member) => Of(_bodiesOf, member);

    /// <summary>The agreements to which an entity is a party by name.</summary>
    public ImmutableArray<Agreement> AgreementsWith(EntityId party) => Of(_agreementsWith, party);

    /// <summary>Who operated, held the licence of or exploited an asset.</summary>
    public ImmutableArray<Operation> OperationsOn(EntityId asset) => Of(_operationsOn, asset);

    /// <summary>The seats of a firm that moved.</summary>
    public ImmutableArray<Domicile> DomicilesOf(EntityId firm) => Of(_domicilesOf, firm);

    /// <summary>The figures of a subject for an indicator, over all periods.</summary>
    public ImmutableArray<Measure> Measures(EntityId subject, string indicator) => Of(_measures, (subject, indicator));

    /// <summary>The parts of a whole for an indicator, over all periods.</summary>
    public ImmutableArray<Part> Parts(EntityId whole, string indicator) => Of(_parts, (whole, indicator));

    /// <summary>The places on all lists that rank by an indicator.</summary>
    public ImmutableArray<Ranking> Rankings(string indicator) => Of(_rankings, indicator);

    /// <summary>What is said of the completeness of a table for a subject.</summary>
    public ImmutableArray<Completeness> Completeness(string table, EntityId subject) => Of(_completeness, (table, subject));

    /// <summary>The same record with one row put in the place of the row of the same id.</summary>
    public EvidenceSnapshot Replace(Statement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new EvidenceSnapshot(Packs, Statements.Select(s => s.Id == row.Id ? row : s), Sources);
    }

    /// <summary>The same record with only the rows that pass.</summary>
    public EvidenceSnapshot Where(Func<Statement, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return new EvidenceSnapshot(Packs, Statements.Where(keep), Sources);
    }

    private FrozenDictionary<TKey, ImmutableArray<T>> Index<TKey, T>(Func<T, IEnumerable<TKey>> keysOf)
        where TKey : notnull
        where T : Statement =>
        Statements.OfType<T>()
            .SelectMany(row => keysOf(row).Select(key => (key, row)))
            .GroupBy(pair => pair.key, pair => pair.row)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    private static ImmutableArray<T> Of<TKey, T>(FrozenDictionary<TKey, ImmutableArray<T>> index, TKey key)
        where TKey : notnull => index.TryGetValue(key, out var rows) ? rows : [];
}
