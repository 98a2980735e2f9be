using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// All statements in force: the packs that were loaded, indexed. Immutable and safe to share between threads.
/// Look-ups that find nothing give an empty array. Rows keep the order of their files: where several rows tell one figure,
/// the first is the one that sums use.
/// </summary>
public sealed class EvidenceSnapshot
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> _byId = new(StringComparer.Ordinal);
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
        Sources = [.. sources];
        Entities = [.. Statements.OfType<Entity>()];
        foreach (var source in Sources) _sources.Add(source.Id.Value, source);
        foreach (var entity in Entities) _entities.Add(entity.EntityId.Value, entity);
        foreach (var statement in Statements)
        {
            _byId.Add(statement.Id.Value, statement);
            Index(statement);
        }
        Seal();
    }

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
    public Statement? Statement(StatementId id) => _byId.GetValueOrDefault(id.ToString());

    /// <summary>The stakes held in an asset or company, at any time, planned ones included.</summary>
    public ImmutableArray<Stake> StakesIn(EntityId asset) => _stakesIn[asset.Value];

    /// <summary>The stakes that an owner holds, at any time.</summary>
    public ImmutableArray<Stake> StakesOf(EntityId owner) => _stakesOf[owner.Value];

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
            case Completeness complete: _completeness.Add(complete, complete.Table, complete.Subject.Value); break;
        }
    }

    private void Seal()
    {
        _stakesIn.Seal();
        _stakesOf.Seal();
        _membersOf.Seal();
        _bodiesOf.Seal();
        _agreementsWith.Seal();
        _operationsOn.Seal();
        _domicilesOf.Seal();
        _measures.Seal();
        _parts.Seal();
        _rankings.Seal();
        _completeness.Seal();
        _regimesOf.Seal();
        _routes.Seal();
    }
}
