using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// All statements in force: the packs that were loaded, indexed. Immutable and safe to share between threads.
/// Look-ups that find nothing give an empty array. Rows keep the order of their files: where several rows tell one figure,
/// the first is the one that sums use.
/// </summary>
public sealed class EvidenceSnapshot
{
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Statement?> _byId;
    private readonly RowIndex<Stake> _stakesIn = new(), _stakesOf = new();
    private readonly RowIndex<Membership> _membersOf = new(), _bodiesOf = new();
    private readonly RowIndex<Agreement> _agreementsWith = new();
    private readonly RowIndex<Operation> _operationsOn = new();
    private readonly RowIndex<Domicile> _domicilesOf = new();
    private readonly RowIndex<Measure> _measures = new();
    private readonly RowIndex<Part> _parts = new();
    private readonly RowIndex<Ranking> _rankings = new();
    private readonly RowIndex<Completeness> _completeness = new();
    private readonly RowIndex<Regime> _regimesOf = new();
    private readonly RowIndex<Route> _routes = new();
    private readonly RowIndex<OtherInterest> _interestsIn = new(), _interestsOf = new();
    private readonly RowIndex<DisclosureException> _exceptionsOf = new();
    private readonly EvidenceSnapshot? _below;

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
        Sources = [.. sources];
        ImmutableArray<Statement> told = [.. statements];
        (_entities, _sources, _byId) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var source in Sources) _sources.Add(source.Id.Value, source);
        foreach (var entity in told.OfType<Entity>()) _entities.Add(entity.EntityId.Value, entity);
        Links = new EntityLinks(told.OfType<Link>(), id => _entities.ContainsKey(id.Value));
        Statements = Links.IsEmpty ? told : [.. told.Select(Links.Read).OfType<Statement>()];
        if (!Links.IsEmpty) Statements = [.. Statements.Select(row => row is Entity entity ? Whole(entity) : row)];
        Entities = [.. Statements.OfType<Entity>().Where(entity => Links.ReadAs(entity.EntityId) == entity.EntityId)];
        var aside = LeftAside();
        foreach (var statement in Statements)
        {
            _byId.Add(statement.Id.Value, statement);
            if (!aside.Contains(statement)) Index(statement);
        }
        foreach (var index in Indexes) index.Seal();
    }

    // A record with some rows changed shares all that stays as it is: what would change a verdict is found by asking thousands of such records.
    private EvidenceSnapshot(EvidenceSnapshot before, params ReadOnlySpan<(Statement? Gone, Statement? Row)> changes)
    {
        (Packs, Sources, Links, _sources, _below) = (before.Packs, before.Sources, before.Links, before._sources, before);
        _byId = new(StringComparer.Ordinal);
        foreach (var (mine, theirs) in Indexes.Zip(before.Indexes)) mine.PutOver(theirs);
        var statements = before.Statements.ToBuilder();
        var isOfEntity = false;
        foreach (var (gone, row) in changes)
        {
            var at = gone is null ? -1 : statements.IndexOf(gone, 0, statements.Count, ReferenceEqualityComparer.Instance);
            if (row is null) statements.RemoveAt(at);
            else if (at < 0) statements.Add(row);
            else statements[at] = row;
            isOfEntity |= gone is Entity || row is Entity;
            foreach (var index in Indexes) index.Leave(gone);
            foreach (var one in new[] { gone, row }.OfType<Statement>())
            {
                _byId[one.Id.Value] = row;
                Index(one);
            }
        }
        Statements = statements.ToImmutable();
        Entities = isOfEntity ? [.. Statements.OfType<Entity>()] : before.Entities;
        _entities = isOfEntity ? Entities.ToDictionary(entity => entity.EntityId.Value, StringComparer.Ordinal) : before._entities;
        foreach (var index in Indexes) index.Seal();
    }

    /// <summary>Which entities are read as others.</summary>
    public EntityLinks Links { get; }

    /// <summary>The packs loaded.</summary>
    public ImmutableArray<PackVersion> Packs { get; }

    /// <summary>Every row, in file order.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>Every entity, in file order.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>Every source.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>The entity, or null where the record has none by that id.</summary>
    public Entity? Entity(EntityId id) => _entities.GetValueOrDefault(id.ToString());

    /// <summary>The entity's usual name, or its id where the record has none.</summary>
    public string NameOf(EntityId id) => Entity(id)?.Name ?? id.ToString();

    /// <summary>The source, or null.</summary>
    public Source? Source(SourceId id) => _sources.GetValueOrDefault(id.ToString());

    /// <summary>The row, or null.</summary>
    public Statement? Statement(StatementId id) =>
        _byId.TryGetValue(id.ToString(), out var row) ? row : _below?.Statement(id);

    /// <summary>The stakes held in an asset or company, at any time, planned ones included.</summary>
    public ImmutableArray<Stake> StakesIn(EntityId asset) => _stakesIn[asset.Value];

    /// <summary>The stakes that an owner holds, at any time.</summary>
    public ImmutableArray<Stake> StakesOf(EntityId owner) => _stakesOf[owner.Value];

    /// <summary>The interests in an entity apart from capital and votes, at any time.</summary>
    public ImmutableArray<OtherInterest> InterestsIn(EntityId subject) => _interestsIn[subject.Value];

    /// <summary>The interests that an entity holds apart from capital and votes, at any time.</summary>
    public ImmutableArray<OtherInterest> InterestsOf(EntityId holder) => _interestsOf[holder.Value];

    /// <summary>Why owners or parents of an entity are not named, at any time.</summary>
    public ImmutableArray<DisclosureException> ExceptionsOf(EntityId subject) => _exceptionsOf[subject.Value];

    /// <summary>All memberships in a body or group, at any time.</summary>
    public ImmutableArray<Membership> MembersOf(EntityId body) => _membersOf[body.Value];

    /// <summary>All memberships of an entity, at any time.</summary>
    public ImmutableArray<Membership> BodiesOf(EntityId member) => _bodiesOf[member.Value];

    /// <summary>The agreements to which an entity is a party by name.</summary>
    public ImmutableArray<Agreement> AgreementsWith(EntityId party) => _agreementsWith[party.Value];

    /// <summary>Who operated, held the licence of or exploited an asset.</summary>
    public ImmutableArray<Operation> OperationsOn(EntityId asset) => _operationsOn[asset.Value];

    /// <summary>The seats of a firm that moved.</summary>
    public ImmutableArray<Domicile> DomicilesOf(EntityId firm) => _domicilesOf[firm.Value];

    /// <summary>The figures of a subject for an indicator, over all periods.</summary>
    public ImmutableArray<Measure> Measures(EntityId subject, string indicator) => _measures[subject.Value, indicator];

    /// <summary>The parts of a whole for an indicator, over all periods.</summary>
    public ImmutableArray<Part> Parts(EntityId whole, string indicator) => _parts[whole.Value, indicator];

    /// <summary>The places on all lists that rank by an indicator.</summary>
    public ImmutableArray<Ranking> Rankings(string indicator) => _rankings[indicator];

    /// <summary>The contract regimes of an asset, at any time.</summary>
    public ImmutableArray<Regime> RegimesOf(EntityId asset) => _regimesOf[asset.Value];

    /// <summary>The ways by which goods leave a place of origin, over all periods.</summary>
    public ImmutableArray<Route> Routes(EntityId origin, string commodity) => _routes[origin.Value, commodity];

    /// <summary>What is said of the completeness of a table for a subject.</summary>
    public ImmutableArray<Completeness> Completeness(string table, EntityId subject) => _completeness[table, subject.Value];

    /// <summary>The same record with one row put in the place of the row of the same id. Cheap: all else is shared.</summary>
    public EvidenceSnapshot Replace(Statement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Statement(row.Id) is { } gone ? new EvidenceSnapshot(this, (gone, row)) : this;
    }

    /// <summary>The same record with each of these rows in the place of the row of the same id, which must be there. Cheap: all else is shared.</summary>
    internal EvidenceSnapshot ReplaceAll(IEnumerable<Statement> rows) => new(this, [.. rows.Select(row => (Statement(row.Id), (Statement?)row))]);

    /// <summary>The same record without the row of that id. Cheap: all else is shared.</summary>
    public EvidenceSnapshot Without(StatementId id) => Statement(id) is { } gone ? new EvidenceSnapshot(this, (gone, null)) : this;

    /// <summary>The same record with one row more, at the end. Cheap: all else is shared.</summary>
    /// <exception cref="ArgumentException">There is a row of that id.</exception>
    public EvidenceSnapshot Add(Statement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Statement(row.Id) is not null) throw new ArgumentException($"There is a row {row.Id} already.", nameof(row));
        return new EvidenceSnapshot(this, (null, row));
    }

    /// <summary>The same record with only the rows that pass.</summary>
    public EvidenceSnapshot Where(Func<Statement, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return new EvidenceSnapshot(Packs, Statements.Where(keep), Sources);
    }

    // With the names of those that are read as it; their ids lead to it.
    private Entity Whole(Entity entity)
    {
        var others = Links.LinkedTo(entity.EntityId);
        if (others.IsEmpty) return entity;
        var whole = EntityLinks.With(entity, others.Select(id => _entities[id.Value]));
        foreach (var id in others.Add(entity.EntityId)) _entities[id.Value] = whole;
        return whole;
    }

    private HashSet<Statement> LeftAside()
    {
        var aside = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        if (!Statements.Any(row => row is Stake && row.Place.IsImported)) return aside;
        foreach (var asset in Statements.OfType<Stake>().GroupBy(stake => stake.Asset))
        {
            Stake[] stakes = [.. asset];
            aside.UnionWith(stakes.Except<Statement>(StakeTellings.Counted(stakes), ReferenceEqualityComparer.Instance));
        }
        return aside;
    }

    private void Index(Statement statement)
    {
        switch (statement)
        {
            case Stake stake:
                _stakesIn.Add(stake, stake.Asset.Value);
                _stakesOf.Add(stake, stake.Owner.Value);
                break;
            case Membership membership:
                _membersOf.Add(membership, membership.Body.Value);
                _bodiesOf.Add(membership, membership.Member.Value);
                break;
            case Agreement agreement:
                for (var i = 0; i < agreement.Parties.Length; i++)
                    if (agreement.Parties.IndexOf(agreement.Parties[i]) == i) _agreementsWith.Add(agreement, agreement.Parties[i].Value);
                break;
            case Operation operation: _operationsOn.Add(operation, operation.Asset.Value); break;
            case Domicile domicile: _domicilesOf.Add(domicile, domicile.Firm.Value); break;
            case Measure measure: _measures.Add(measure, measure.Subject.Value, measure.Indicator); break;
            case Part part: _parts.Add(part, part.Whole.Value, part.Indicator); break;
            case Ranking ranking: _rankings.Add(ranking, ranking.Indicator); break;
            case Regime regime: _regimesOf.Add(regime, regime.Asset.Value); break;
            case Route route: _routes.Add(route, route.Origin.Value, route.Commodity); break;
            case OtherInterest interest:
                _interestsIn.Add(interest, interest.Subject.Value);
                _interestsOf.Add(interest, interest.Holder.Value);
                break;
            case DisclosureException exception: _exceptionsOf.Add(exception, exception.Subject.Value); break;
            case Completeness complete: _completeness.Add(complete, complete.Table, complete.Subject.Value); break;
        }
    }

    // Each must stand here: only those are sealed.
    private RowIndex[] Indexes =>
    [
        _stakesIn, _stakesOf, _membersOf, _bodiesOf, _agreementsWith, _operationsOn, _domicilesOf, _measures, _parts, _rankings, _completeness,
        _regimesOf, _routes, _interestsIn, _interestsOf, _exceptionsOf,
    ];
}
