using System.Collections.Immutable;
using System.Runtime.InteropServices;

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
    private readonly RowIndex<Stake> _stakesIn = new(RowKey.StakesIn), _stakesOf = new(RowKey.StakesOf);
    private readonly RowIndex<Membership> _membersOf = new(RowKey.MembersOf), _bodiesOf = new(RowKey.BodiesOf);
    private readonly RowIndex<Agreement> _agreementsWith = new(RowKey.AgreementsWith);
    private readonly RowIndex<Operation> _operationsOn = new(RowKey.OperationsOn);
    private readonly RowIndex<Domicile> _domicilesOf = new(RowKey.Domiciles);
    private readonly RowIndex<Measure> _measures = new(RowKey.Measures);
    private readonly RowIndex<Part> _parts = new(RowKey.Parts);
    private readonly RowIndex<Ranking> _rankings = new(RowKey.Rankings);
    private readonly RowIndex<Completeness> _completeness = new(RowKey.Completeness);
    private readonly RowIndex<Regime> _regimesOf = new(RowKey.Regimes);
    private readonly RowIndex<Route> _routes = new(RowKey.Routes);
    private readonly RowIndex<OtherInterest> _interestsIn = new(RowKey.InterestsIn), _interestsOf = new(RowKey.InterestsOf);
    private readonly RowIndex<DisclosureException> _exceptionsOf = new(RowKey.Exceptions);
    private readonly Dictionary<Type, RowIndex[]> _ofKind = [];
    private readonly EvidenceSnapshot? _below;
    private readonly Shelf _shelf;
    private readonly ImmutableArray<Entity> _storedOnes;
    private readonly bool _isPlain;
    private readonly int _leftOut;
    private readonly bool _tellsAside;
    private RowIndex[]? _indexes;
    private Statement[]? _allStatements;
    private Entity[]? _allEntities;
    private Source[]? _allSources;

    /// <summary>Indexes the statements.</summary>
    /// <param name="packs">The packs that they come from.</param>
    /// <param name="statements">All rows that are held in memory, in file order; ids must be unique.</param>
    /// <param name="sources">All sources that are held in memory; ids must be unique.</param>
    /// <param name="stores">The rows of packs that are kept outside memory.</param>
    /// <param name="appliesLinks">Whether linked entities are read as one; else every row is as it was told.</param>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public EvidenceSnapshot(IEnumerable<PackVersion> packs, IEnumerable<Statement> statements, IEnumerable<Source> sources, IEnumerable<StoredRows>? stores = null, bool appliesLinks = true)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(sources);
        Packs = [.. packs];
        HeldSources = [.. sources];
        ImmutableArray<Statement> told = [.. statements];
        var stored = new Shelf(Packs, stores ?? []);
        var reading = new EntityReading(told, stored, !appliesLinks);
        (Links, _isPlain) = (reading.Links, reading.IsPlain);
        (_sources, _byId) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var source in HeldSources) _sources.Add(source.Id.Value, source);
        Held = _isPlain ? told : [.. told.Select(reading.Read).OfType<Statement>()];
        _leftOut = told.Length - Held.Length;
        var ones = Held.OfType<Entity>().Where(IsOne).ToList();
        if (!appliesLinks) ones = [.. ones.DistinctBy(entity => entity.EntityId)];
        _entities = ById(ones);
        LinkedRows[] read = [];
        if (!_isPlain) read = [.. stored.Stores.Select(store => new LinkedRows(store, reading, One))];
        _shelf = _isPlain ? stored : new Shelf(Packs, read);
        // One that is held may be read as one that is stored.
        _storedOnes = _isPlain ? [] : [.. told.OfType<Entity>().Where(entity => !_entities.ContainsKey(entity.EntityId.Value)).Select(entity => Links.ReadAs(entity.EntityId)).Distinct().Select(One).OfType<Entity>()];
        HeldEntities = [.. ones, .. _storedOnes];
        if (!_storedOnes.IsEmpty) _entities = ById(HeldEntities);
        _tellsAside = Tellings() > 1;
        var aside = Stores.IsEmpty ? LeftAside() : [];
        foreach (var statement in Held)
        {
            _byId.Add(statement.Id.Value, statement);
            if (!aside.Contains(statement)) Index(statement);
        }
        foreach (var index in Indexes) index.Seal(_shelf);

        Entity? One(EntityId id) => _entities.TryGetValue(id.Value, out var held) ? held : read.Select(store => store.One(id)).FirstOrDefault(one => one is not null);
    }

    // A record with some rows changed shares all that stays as it is: what would change a verdict is found by asking thousands of such records.
    private EvidenceSnapshot(EvidenceSnapshot before, params ReadOnlySpan<(Statement? Gone, Statement? Row)> changes)
    {
        (Packs, HeldSources, Links, _sources, _shelf, _below, _tellsAside) = (before.Packs, before.HeldSources, before.Links, before._sources, before._shelf, before, before._tellsAside);
        (_isPlain, _leftOut) = (before._isPlain, before._leftOut);
        _byId = new(StringComparer.Ordinal);
        foreach (var (mine, theirs) in Indexes.Zip(before.Indexes)) mine.PutOver(theirs);
        var statements = before.Held.ToBuilder();
        var isOfEntity = false;
        foreach (var (gone, row) in changes)
        {
            var at = gone is null ? -1 : statements.IndexOf(gone, 0, statements.Count, ReferenceEqualityComparer.Instance);
            if (row is not null && at >= 0) statements[at] = row;
            else if (at >= 0) statements.RemoveAt(at);
            // What takes the place of a stored row is told by its id alone.
            else if (gone is null && row is not null) statements.Add(row);
            isOfEntity |= gone is Entity || row is Entity;
            foreach (var index in Indexes) index.Leave(gone);
            foreach (var one in new[] { gone, row }.OfType<Statement>())
            {
                _byId[one.Id.Value] = row;
                Index(one);
            }
        }
        Held = statements.ToImmutable();
        _storedOnes = isOfEntity ? [.. before._storedOnes.Select(Now).OfType<Entity>()] : before._storedOnes;
        HeldEntities = isOfEntity ? [.. Held.OfType<Entity>().Where(IsOne), .. _storedOnes] : before.HeldEntities;
        _entities = isOfEntity ? ById(HeldEntities) : before._entities;
        foreach (var index in Indexes) index.Seal(shelf: null);
    }

    /// <summary>Which entities are read as others.</summary>
    public EntityLinks Links { get; }

    /// <summary>The packs loaded.</summary>
    public ImmutableArray<PackVersion> Packs { get; }

    /// <summary>The rows that are held in memory, in file order: those of packs of tables.</summary>
    public ImmutableArray<Statement> Held { get; }

    /// <summary>The entities that are held in memory, in file order; at the end those that are stored and that held ones are read as.</summary>
    public ImmutableArray<Entity> HeldEntities { get; }

    /// <summary>Whether an entity is among <see cref="HeldEntities"/>, or read as one of them.</summary>
    public bool Holds(EntityId id) => _entities.ContainsKey(id.ToString());

    /// <summary>The sources that are held in memory.</summary>
    public ImmutableArray<Source> HeldSources { get; }

    /// <summary>The rows that are kept outside memory, a store for each pack that has any.</summary>
    public ImmutableArray<StoredRows> Stores => _shelf.Stores;

    /// <summary>
    /// Every row, in file order. Where rows are kept outside memory, the first call makes all of them: what is asked of a record of any size asks by
    /// <see cref="Rows{T}(RowKey, ReadOnlySpan{string})"/> or the look-ups.
    /// </summary>
    public ImmutableArray<Statement> Statements => Stores.IsEmpty ? Held : ImmutableCollectionsMarshal.AsImmutableArray(_allStatements ??= [.. Rows<Statement>()]);

    /// <summary>Every entity, in file order; see <see cref="Statements"/>.</summary>
    public ImmutableArray<Entity> Entities => Stores.IsEmpty ? HeldEntities : ImmutableCollectionsMarshal.AsImmutableArray(_allEntities ??= [.. Rows<Entity>().Where(entity => Links.ReadAs(entity.EntityId) == entity.EntityId).Distinct()]);

    /// <summary>Every source; see <see cref="Statements"/>.</summary>
    public ImmutableArray<Source> Sources => Stores.IsEmpty ? HeldSources : ImmutableCollectionsMarshal.AsImmutableArray(_allSources ??= [.. HeldSources, .. Stores.SelectMany(store => store.Sources)]);

    /// <summary>When the latest source appeared; null: there is none, or none is dated.</summary>
    public PartialDate? LatestSource => HeldSources.Select(source => source.Date).Concat(Stores.Select(store => store.LatestSource)).Max();

    /// <summary>How many rows the packs have, those among them that tell nothing more once entities are read as one.</summary>
    public long Count => Held.Length + _leftOut + Stores.Sum(store => store.Count);

    /// <summary>All rows of a kind, in file order. Those that are kept outside memory are made one after the other.</summary>
    public IEnumerable<T> Rows<T>() where T : Statement => Now(_shelf.All(Held.OfType<T>()));

    /// <summary>The rows of a kind under any of some texts, in file order. Held ones are looked through, stored ones looked up.</summary>
    /// <param name="key">By what.</param>
    /// <param name="values">The texts, as <see cref="RowKeys"/> makes them.</param>
    public ImmutableArray<T> Rows<T>(RowKey key, params ReadOnlySpan<string> values) where T : Statement
    {
        var held = ImmutableArray.CreateBuilder<T>();
        foreach (var row in Held)
            if (row is T one && (row is not Entity _ || key == RowKey.ById) && RowKeys.Of(row, key).AsSpan().ContainsAny(values)) held.Add(one);
        if (key != RowKey.ById)
            foreach (var entity in HeldEntities)
                if (entity is T one && (RowKeys.Of(entity, key).AsSpan().ContainsAny(values) || (key == RowKey.Entity && LeadTo(entity, values)))) held.Add(one);
        return Stores.IsEmpty ? held.DrainToImmutable() : WithStored(held.DrainToImmutable(), key, values);
    }

    /// <summary>Rows that are held, and were found in some other way, with those stored under a text, in file order.</summary>
    public ImmutableArray<T> WithStored<T>(ImmutableArray<T> held, RowKey key, params ReadOnlySpan<string> values) where T : Statement
    {
        if (Stores.IsEmpty) return held;
        var all = Now(_shelf.Find(held, key, values));
        // What one pack was asked for may be read as what stands in another.
        return _isPlain ? [.. all] : [.. all.Distinct(ReferenceEqualityComparer.Instance).Cast<T>().OrderBy(row => _shelf.OrderOf(row.Place.Pack)).ThenBy(row => row is Entity ? row.Place.Line : 0)];
    }

    /// <summary>The entity, or null where the record has none by that id.</summary>
    public Entity? Entity(EntityId id)
    {
        if (_entities.TryGetValue(id.ToString(), out var held)) return held;
        foreach (var store in Stores)
            if (store.Find<Entity>(RowKey.Entity, id.ToString()) is [var stored, ..]) return _below is null ? stored : Now(stored) as Entity;
        return null;
    }

    /// <summary>The entity's usual name, or its id where the record has none.</summary>
    public string NameOf(EntityId id) => Entity(id)?.Name ?? id.ToString();

    /// <summary>The source, or null.</summary>
    public Source? Source(SourceId id)
    {
        if (_sources.TryGetValue(id.ToString(), out var held)) return held;
        foreach (var store in Stores)
            if (store.Source(id) is { } stored) return stored;
        return null;
    }

    /// <summary>The row, or null.</summary>
    public Statement? Statement(StatementId id)
    {
        if (_byId.TryGetValue(id.ToString(), out var row)) return row;
        if (_below is not null) return _below.Statement(id);
        foreach (var store in Stores)
            if (store.Statement(id) is { } stored) return stored;
        return null;
    }

    /// <summary>The stakes held in an asset or company, at any time, planned ones included.</summary>
    public ImmutableArray<Stake> StakesIn(EntityId asset) => _tellsAside ? [.. StakeTellings.Counted(_stakesIn[asset.Value])] : _stakesIn[asset.Value];

    /// <summary>The stakes that an owner holds, at any time.</summary>
    public ImmutableArray<Stake> StakesOf(EntityId owner) => _tellsAside
        ? [.. _stakesOf[owner.Value].Where(stake => StakesIn(stake.Asset).Contains(stake, ReferenceEqualityComparer.Instance))]
        : _stakesOf[owner.Value];

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
    public ImmutableArray<Measure> Measures(EntityId subject, string indicator) => _measures[RowKeys.Both(subject.Value, indicator)];

    /// <summary>The parts of a whole for an indicator, over all periods.</summary>
    public ImmutableArray<Part> Parts(EntityId whole, string indicator) => _parts[RowKeys.Both(whole.Value, indicator)];

    /// <summary>The places on all lists that rank by an indicator.</summary>
    public ImmutableArray<Ranking> Rankings(string indicator) => _rankings[indicator];

    /// <summary>The contract regimes of an asset, at any time.</summary>
    public ImmutableArray<Regime> RegimesOf(EntityId asset) => _regimesOf[asset.Value];

    /// <summary>The ways by which goods leave a place of origin, over all periods.</summary>
    public ImmutableArray<Route> Routes(EntityId origin, string commodity) => _routes[RowKeys.Both(origin.Value, commodity)];

    /// <summary>What is said of the completeness of a table for a subject.</summary>
    public ImmutableArray<Completeness> Completeness(string table, EntityId subject) => _completeness[RowKeys.Both(table, subject.Value)];

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
        return Changed(row => keep(row) ? row : null);
    }

    /// <summary>The same record with each row read as something else of the same kind and keys, or left out.</summary>
    internal EvidenceSnapshot Changed(Func<Statement, Statement?> change) =>
        new(Packs, Held.Select(change).OfType<Statement>(), HeldSources, Stores.Select(store => new ChangedRows(store, row => Now(row) is { } now ? change(now) : null)));

    // A stored row as the changes over it have it.
    private IEnumerable<T> Now<T>(IEnumerable<T> rows) where T : Statement => _below is null || Stores.IsEmpty ? rows : rows.Select(row => Now(row) as T).OfType<T>();

    private Statement? Now(Statement row)
    {
        for (var record = this; record is not null; record = record._below)
            if (record._byId.TryGetValue(row.Id.Value, out var now)) return now;
        return row;
    }

    private bool LeadTo(Entity entity, ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
            if (Links.ReadAs(new EntityId(id)) == entity.EntityId) return true;
        return false;
    }

    private bool IsOne(Entity entity) => Links.ReadAs(entity.EntityId) == entity.EntityId;

    // Entities by their ids, and by those of others that are read as them.
    private Dictionary<string, Entity> ById(IEnumerable<Entity> ones)
    {
        var entities = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in ones)
        {
            entities.Add(entity.EntityId.Value, entity);
            foreach (var id in Links.LinkedTo(entity.EntityId)) entities[id.Value] = entity;
        }
        return entities;
    }

    // How many packs, or kinds of packs, tell of stakes.
    private int Tellings() => Stores.IsEmpty ? 0 : Held.OfType<Stake>().Select(StakeTellings.TellingOf)
        .Concat(Stores.SelectMany(store => store.Rows<Stake>().Take(1)).Select(StakeTellings.TellingOf)).Distinct().Count();

    private HashSet<Statement> LeftAside()
    {
        var aside = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        if (!Held.Any(row => row is Stake && row.Place.IsImported)) return aside;
        foreach (var asset in Held.OfType<Stake>().GroupBy(stake => stake.Asset))
        {
            Stake[] stakes = [.. asset];
            aside.UnionWith(stakes.Except<Statement>(StakeTellings.Counted(stakes), ReferenceEqualityComparer.Instance));
        }
        return aside;
    }

    private void Index(Statement statement)
    {
        ref var indexes = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofKind, statement.GetType(), out _);
        if (indexes is null)
        {
            var keys = RowKeys.Of(statement);
            indexes = [.. Indexes.Where(index => keys.Contains(index.Key))];
        }
        foreach (var index in indexes)
            foreach (var key in RowKeys.Of(statement, index.Key)) index.Add(statement, key);
    }

    // Each must stand here: only those are sealed.
    private RowIndex[] Indexes => _indexes ??=
    [
        _stakesIn, _stakesOf, _membersOf, _bodiesOf, _agreementsWith, _operationsOn, _domicilesOf, _measures, _parts, _rankings, _completeness,
        _regimesOf, _routes, _interestsIn, _interestsOf, _exceptionsOf,
    ];
}
