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
        foreach (var entity in evidence.Entities)
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
        if (!_byName.TryGetValue(Fold(name), out var found)) return _evidence.Entity(new EntityId(name.Trim().ToLowerInvariant())) is { } other ? [other] : [];
        return new[]
        {
            found.Where(pair => !pair.IsMetonym && isWanted(pair.Entity)),
            found.Where(pair => pair.IsMetonym && isWanted(pair.Entity)),
            found,
        }.Select(some => some.Select(pair => pair.Entity).DistinctBy(entity => entity.EntityId).ToImmutableArray()).First(some => some.Length > 0);
    }

    /// <summary>Every id and name of the entities wanted, to suggest from.</summary>
    public IEnumerable<string> All(Func<Entity, bool> isWanted) => _evidence.Entities.Where(isWanted)
        .SelectMany(entity => entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(entity.Name).Prepend(entity.EntityId.Value));

    private void Add(Entity entity, Alias alias)
    {
        var key = Fold(alias.Text);
        if (key.Length == 0) return;
        if (_byName.TryGetValue(key, out var entities)) entities.Add((entity, alias.IsMetonym));
        else _byName[key] = [(entity, alias.IsMetonym)];
    }

    private static string Fold(string name)
    {
        var words = Tokenizer.Split(name).Where(token => token.Kind != TokenKind.LineEnd).Select(token => token.Folded).ToList();
        if (words is ["the", _, ..]) words.RemoveAt(0);
        return string.Join(' ', words);
    }
}
