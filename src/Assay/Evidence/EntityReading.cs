using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// How rows are read where several describe one entity: linked ones under ids of their own, and imported packs under one id that both have from elsewhere.
/// The first description counts, with the names and identifiers of all; the others are left out. Safe to share between threads.
/// </summary>
internal sealed class EntityReading
{
    private readonly Dictionary<string, Entity> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _heldAgain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly Shelf _shelf;
    private readonly bool _isAsTold;

    /// <summary>Over the rows of a record.</summary>
    /// <param name="held">Those that are held in memory.</param>
    /// <param name="stored">Those that are stored.</param>
    /// <param name="isAsTold">Whether every row is as it was told.</param>
    public EntityReading(IEnumerable<Statement> held, Shelf stored, bool isAsTold)
    {
        (_shelf, _isAsTold) = (stored, isAsTold);
        var links = new List<Link>();
        foreach (var row in held)
        {
            if (row is Link link) links.Add(link);
            if (row is not Entity entity || _held.TryAdd(entity.EntityId.Value, entity)) continue;
            if (!_heldAgain.TryGetValue(entity.EntityId.Value, out var again)) _heldAgain[entity.EntityId.Value] = again = [];
            again.Add(entity);
            _shared.Add(entity.EntityId.Value);
        }
        foreach (var store in stored.Stores)
            foreach (var id in _held.Keys)
                if (store.CountOf(RowKey.Entity, id) > 0) _shared.Add(id);
        Links = new EntityLinks(isAsTold ? [] : links.Concat(stored.Stores.SelectMany(store => store.Rows<Link>())), id => Of(id) is [var first, .. var rest] ? EntityLinks.With(first, rest) : null);
        IsPlain = isAsTold || (Links.IsEmpty && _shared.Count == 0 && stored.Stores.Length < 2);
    }

    /// <summary>Which entities are read as others.</summary>
    public EntityLinks Links { get; }

    /// <summary>Whether every row is read as it is.</summary>
    public bool IsPlain { get; }

    /// <summary>
    /// The rows that describe an entity under its id, the one that counts first: that of the first pack which knows more than the id. One that says that it is
    /// something of quite another kind is left out.
    /// </summary>
    public ImmutableArray<Entity> Of(EntityId id)
    {
        var held = _held.GetValueOrDefault(id.ToString());
        if (held is not null && (_shelf.Stores.IsEmpty || _isAsTold || !MayBeShared(id)) && !_heldAgain.ContainsKey(id.Value)) return [held];
        var all = new List<Entity>();
        if (held is not null) all.Add(held);
        if (held is not null && _heldAgain.TryGetValue(id.Value, out var again)) all.AddRange(again);
        foreach (var store in _shelf.Stores) all.AddRange(store.Find<Entity>(RowKey.Entity, id.ToString()));
        if (all.Count < 2) return [.. all];
        Entity[] ordered = [.. all.OrderBy(entity => entity.IsBare).ThenBy(entity => _shelf.OrderOf(entity.Place.Pack))];
        return [.. ordered.Where(entity => !ordered[0].Contradicts(entity))];
    }

    /// <summary>Whether a row is the one that counts of all that describe its entity, linked ones left aside.</summary>
    public bool Leads(Entity row) => _isAsTold || !MayBeShared(row.EntityId) || Of(row.EntityId) is not [var first, ..] || first.Id == row.Id;

    /// <summary>A row as it is read; null where it is left out.</summary>
    public Statement? Read(Statement row)
    {
        if (_isAsTold) return row;
        return row switch
        {
            Entity entity => Whole(entity),
            Domicile { Validity: { From: null, To: null } } seat when IsKnownBetter(seat) => null,
            _ => Links.Read(row),
        };
    }

    // With what the others know that are read as it.
    private Entity? Whole(Entity entity)
    {
        var linked = Links.LinkedTo(entity.EntityId);
        ImmutableArray<Entity> told = MayBeShared(entity.EntityId) ? Of(entity.EntityId) : [entity];
        if (told is [var first, ..] && first.Id != entity.Id) return null;
        var country = entity.Country ?? told.Select(other => other.Country).FirstOrDefault(other => other is not null);
        var one = (Entity)Links.Read(entity with { Country = country })!;
        return EntityLinks.With(one, told.Skip(1).Where(other => !other.IsBare).Concat(linked.SelectMany(id => Of(id))));
    }

    // A register tells only where an entity is registered: that counts where its own word for the country does.
    private bool IsKnownBetter(Domicile seat)
    {
        if (!MayBeShared(seat.Firm) || Of(seat.Firm) is not { Length: > 1 } told) return false;
        var teller = told.FirstOrDefault(entity => entity.Country is not null) ?? told[0];
        return teller.Place.Pack != seat.Place.Pack && told.Any(entity => entity.Place.Pack == seat.Place.Pack);
    }

    private bool MayBeShared(EntityId id) => _shelf.Stores.Length > 1 || _shared.Contains(id.ToString());
}
