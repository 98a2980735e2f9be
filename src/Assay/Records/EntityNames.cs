using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Records;

/// <summary>Finds entities by id or by any name of the record, whatever its capitals. Names come before metonyms ("London").</summary>
public sealed class EntityNames
{
    private readonly Dictionary<string, List<(Entity Entity, bool IsMetonym)>> _byName = new(StringComparer.Ordinal);
    private readonly EvidenceSnapshot _evidence;

    /// <summary>Over a record.</summary>
    public EntityNames(EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        _evidence = evidence;
        foreach (var entity in evidence.HeldEntities)
        {
            Add(entity, new Alias(entity.Name, false));
            foreach (var alias in entity.Aliases) Add(entity, alias);
        }
    }

    /// <summary>The entities that a name can mean: one by its id; else all of that name, those wanted before the others; else those it is a metonym of.</summary>
    public ImmutableArray<Entity> Find(string name, Func<Entity, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(isWanted);
        if (_evidence.Entity(new EntityId(name.Trim().ToLowerInvariant())) is { } byId && isWanted(byId)) return [byId];
        var found = Named(Fold(name));
        if (found.Count == 0) return _evidence.Entity(new EntityId(name.Trim().ToLowerInvariant())) is { } other ? [other] : [];
        return new[]
        {
            found.Where(pair => !pair.IsMetonym && isWanted(pair.Entity)),
            found.Where(pair => pair.IsMetonym && isWanted(pair.Entity)),
            found,
        }.Select(some => some.Select(pair => pair.Entity).DistinctBy(entity => entity.EntityId).ToImmutableArray()).First(some => some.Length > 0);
    }

    /// <summary>Ids and names of the entities wanted, to suggest from where a name is not known: every one that is held, and of stored ones those like it.</summary>
    public IEnumerable<string> Near(string name, Func<Entity, bool> isWanted) => _evidence.HeldEntities.Concat(_evidence.StoredLike(name)).Where(isWanted)
        .SelectMany(entity => entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(entity.Name).Prepend(entity.EntityId.Value));

    // Those of packs that come before others come first, wherever they are kept.
    private List<(Entity Entity, bool IsMetonym)> Named(string key)
    {
        var held = _byName.GetValueOrDefault(key);
        if (_evidence.Stores.IsEmpty || key.Length == 0) return held ?? [];
        var all = _evidence.WithStored<Entity>([.. (held ?? []).Select(pair => pair.Entity).DistinctBy(entity => entity.EntityId)], RowKey.Named, key);
        return [.. all.SelectMany(entity => NameKeys.Names(entity).Where(alias => Fold(alias.Text) == key).Select(alias => (entity, alias.IsMetonym)))];
    }

    private void Add(Entity entity, Alias alias)
    {
        var key = Fold(alias.Text);
        if (key.Length == 0) return;
        if (_byName.TryGetValue(key, out var entities)) entities.Add((entity, alias.IsMetonym));
        else _byName[key] = [(entity, alias.IsMetonym)];
    }

    /// <summary>What names are compared by.</summary>
    internal static string Fold(string name) => Fold(name, new TokenList());

    /// <summary>The same, with room that is used again.</summary>
    internal static string Fold(string name, TokenList tokens)
    {
        tokens.Clear();
        Scanner.Scan(name, 0, name.Length, tokens);
        var words = new List<string>(tokens.Count);
        foreach (var token in tokens.Items)
            if (token.Kind != TokenKind.LineEnd) words.Add(Letters.Fold(name.AsSpan(token.Start, token.Length), token.Kind));
        if (words is ["the", _, ..]) words.RemoveAt(0);
        return string.Join(' ', words);
    }
}
