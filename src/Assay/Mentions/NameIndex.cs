using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>All names of the record's entities, to find the longest that begins at a token.</summary>
internal sealed class NameIndex
{
    private readonly ImmutableArray<ImmutableArray<(Entity Entity, bool IsMetonym)>> _entities;
    private readonly StoredNameIndex? _stored;

    /// <param name="evidence">The record.</param>
    /// <param name="forms">How an inflected language writes its names; null: as they are.</param>
    public NameIndex(EvidenceSnapshot evidence, NameForms? forms = null) : this(evidence.HeldEntities, forms)
    {
        if (!evidence.Stores.IsEmpty) _stored = new StoredNameIndex(evidence);
    }

    /// <param name="of">The entities.</param>
    /// <param name="forms">How an inflected language writes its names; null: as they are.</param>
    public NameIndex(IEnumerable<Entity> of, NameForms? forms)
    {
        var names = of
            .SelectMany(e => e.Aliases.Prepend(new Alias(e.Name, false)).Select(alias => (Entity: e, Alias: alias)))
            .Where(p => p.Alias.Text.Length > 1)
            .SelectMany(p => forms is null ? [p] : forms.Of(p.Alias.Text, p.Entity.Kind).Select(text => (p.Entity, Alias: p.Alias with { Text = text })))
            .GroupBy(p => p.Alias.Text, StringComparer.Ordinal)
            .ToArray();
        Names = new NameTable(names.Length);
        foreach (var name in names) Names.Add(name.Key);
        _entities = [.. names.Select(name => InOrder(name.Select(p => (p.Entity, p.Alias.IsMetonym))))];
    }

    /// <summary>The names held in memory, numbered as they were added.</summary>
    public NameTable Names { get; }

    /// <summary>The longest name that begins at a token and the entities that have it; how many tokens it takes, or 0.</summary>
    public int Match(string text, ImmutableArray<Token> tokens, int at, out ImmutableArray<(Entity Entity, bool IsMetonym)> entities)
    {
        var length = MatchHeld(text, tokens, at, out entities);
        if (_stored is null) return length;
        var stored = _stored.Match(text, tokens, at, out var others);
        if (stored == 0 || stored < length) return length;
        entities = stored > length ? others : _stored.InOrder(entities.Concat(others));
        return stored;
    }

    private int MatchHeld(string text, ImmutableArray<Token> tokens, int at, out ImmutableArray<(Entity Entity, bool IsMetonym)> entities)
    {
        var length = Names.Match(text, tokens.AsSpan(), at, out var name);
        entities = length == 0 ? [] : _entities[name];
        if (length == 0) return 0;
        var twin = Names.Twin(text, tokens.AsSpan(), at, length, name);
        if (twin < 0) return length;
        var all = entities.ToList();
        for (; twin >= 0; twin = Names.Twin(text, tokens.AsSpan(), at, length, twin)) all.AddRange(_entities[twin]);
        entities = InOrder(all);
        return length;
    }

    private static ImmutableArray<(Entity Entity, bool IsMetonym)> InOrder(IEnumerable<(Entity Entity, bool IsMetonym)> entities) =>
        [.. entities.OrderBy(e => e.IsMetonym).ThenBy(e => e.Entity.Kind).DistinctBy(e => e.Entity.EntityId)];
}
