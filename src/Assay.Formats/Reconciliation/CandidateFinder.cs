using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Formats.Reconciliation;

/// <summary>An entity that may be the one asked for.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Score">How well it fits, from 0 to 100.</param>
/// <param name="Features">What the score was made of.</param>
/// <param name="IsMatch">Whether it is certainly the one.</param>
internal sealed record Candidate(Entity Entity, decimal Score, ImmutableArray<(string Id, decimal Value)> Features, bool IsMatch);

/// <summary>
/// Finds the entities that a query may mean. One is certain only if it has exactly the name or id asked for (or an identifier), nothing that is known of it
/// contradicts the query, and it alone is so.
/// </summary>
internal sealed class CandidateFinder(EvidenceSnapshot evidence, NameMatches names)
{
    private const decimal PropertiesWeight = 0.3m;
    private const decimal OtherType = 0.8m;

    /// <summary>The candidates, best first, as many as the query asks for.</summary>
    public ImmutableArray<Candidate> Find(ReconciliationQuery query)
    {
        var found = (query.Text.Length > 0 ? names.Find(query.Text) : Everything(query))
            .Where(match => query.Strictness == "should" || EntityTypes.Fits(match.Entity, query))
            .Select(match => Weigh(match, query)).Where(weighed => weighed.Score > 0).ToList();
        var certain = found.Where(weighed => weighed.IsCertain).Take(2).ToList();
        return
        [
            .. found.OrderByDescending(weighed => weighed.Score).ThenBy(weighed => weighed.Entity.EntityId.Value, StringComparer.Ordinal).Take(query.Limit)
                .Select(weighed => new Candidate(weighed.Entity, weighed.Score, weighed.Features, certain is [var one] && one == weighed)),
        ];
    }

    /// <summary>Without a name, what is known of the properties decides alone.</summary>
    private IEnumerable<NameMatch> Everything(ReconciliationQuery query) =>
        evidence.HeldEntities.Concat(Identified(query)).Where(entity => query.Properties.Any(property => Agrees(entity, property) == Truth.True)).Select(entity => new NameMatch(entity, 0, IsExact: false));

    // Of those kept outside memory only the ones that an identifier names: whatever else is known of them, millions have alike.
    private IEnumerable<Entity> Identified(ReconciliationQuery query)
    {
        string[] ids = [.. query.Properties.SelectMany(property => property.Values.SelectMany(value => new[] { value, $"{property.Id}:{value}" })).Select(id => id.ToLowerInvariant()).Distinct()];
        return evidence.Stores.SelectMany(store => store.Find<Entity>(RowKey.Identified, ids));
    }

    private Weighed Weigh(NameMatch match, ReconciliationQuery query)
    {
        var (entity, hasName) = (match.Entity, query.Text.Length > 0);
        var features = ImmutableArray.CreateBuilder<(string, decimal)>();
        if (hasName) features.Add(("name", Math.Round(match.Likeness, 3)));
        var agree = 0;
        var (isContradicted, isIdentified) = (false, false);
        foreach (var property in query.Properties)
        {
            var truth = Agrees(entity, property);
            if (truth == Truth.True) agree++;
            isContradicted |= truth == Truth.False;
            isIdentified |= truth == Truth.True && EntityProperty.Find(property.Id)!.Identifies;
            features.Add(($"property:{property.Id}", truth switch { Truth.True => 1, Truth.False => 0, _ => 0.5m }));
        }
        var fits = EntityTypes.Fits(entity, query);
        if (!query.Types.IsEmpty) features.Add(("type", fits ? 1 : 0));
        var part = query.Properties.IsEmpty ? 1 : (decimal)agree / query.Properties.Length;
        var score = hasName ? match.Likeness * (1 - PropertiesWeight) + Math.Min(match.Likeness, part) * PropertiesWeight : part * (isIdentified ? 1 : NotNamed);
        return new Weighed(entity, Math.Round(100 * (fits ? score : score * OtherType), 1), features.ToImmutable(), fits && !isContradicted && (hasName ? match.IsExact : isIdentified));
    }

    // Properties without a name never make an entity certain, unless one of them is an identifier.
    private const decimal NotNamed = 0.6m;

    /// <summary>Whether one of the values asked for is one that the entity has; unknown where the record has none.</summary>
    private Truth Agrees(Entity entity, AskedProperty asked)
    {
        var values = EntityProperty.Find(asked.Id)!.Values(entity).ToList();
        if (values.Count == 0 || asked.Values.IsEmpty) return Truth.Unknown;
        return values.Any(value => asked.Values.Any(text => Same(value, text))) ? Truth.True : Truth.False;
    }

    private bool Same(PropertyValue value, string text) => value.Entity is { } id
        ? names.Exactly(text).Contains(id)
        : value.Text.Equals(text, StringComparison.OrdinalIgnoreCase) || NameMatches.Key(value.Text) is { Length: > 0 } key && key == NameMatches.Key(text);

    private sealed record Weighed(Entity Entity, decimal Score, ImmutableArray<(string Id, decimal Value)> Features, bool IsCertain);
}
