using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.LinkedData;

namespace Assay.Formats.Reconciliation;

/// <summary>Something the record can say of an entity, for clients to compare and to fetch.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Applies">To which kinds of entities.</param>
/// <param name="Values">Its values: entities, or texts.</param>
internal sealed record EntityProperty(string Id, string Name, Func<EntityKind, bool> Applies, Func<Entity, IEnumerable<PropertyValue>> Values)
{
    /// <summary>Whether one value belongs to one entity alone.</summary>
    public bool Identifies { get; init; }

    /// <summary>Every property, in the order in which it is offered.</summary>
    public static ImmutableArray<EntityProperty> All { get; } =
    [
        new("kind", "Kind", _ => true, entity => [Text(EntityTypes.IdOf(entity.Kind))]),
        new("country", "Country", kind => kind != EntityKind.State, entity => Other(entity.Country)),
        new("parent", "Parent", kind => kind is EntityKind.Company or EntityKind.Fund or EntityKind.Agency, entity => Other(entity.Parent)),
        new("aliases", "Other names", _ => true, entity => entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => Text(alias.Text))),
        new("iso2", "ISO 3166-1 alpha-2", IsState, entity => One(EntityIdentifiers.TwoLetters(entity))) { Identifies = true },
        new("iso3", "ISO 3166-1 alpha-3", IsState, entity => One(EntityIdentifiers.ThreeLetters(entity))) { Identifies = true },
        new("lei", "Legal entity identifier", kind => kind is EntityKind.Company or EntityKind.Fund or EntityKind.Agency or EntityKind.Bloc, entity => One(EntityIdentifiers.Lei(entity))) { Identifies = true },
        new("wikidata", "Wikidata", _ => true, entity => One(EntityIdentifiers.Of(entity, "wikidata"))) { Identifies = true },
        new("identifiers", "All identifiers", _ => true, entity => entity.Identifiers.Select(Text)),
    ];

    /// <summary>The property of that id, or null.</summary>
    public static EntityProperty? Find(string id) => All.FirstOrDefault(property => property.Id == id);

    private static bool IsState(EntityKind kind) => kind == EntityKind.State;

    private static IEnumerable<PropertyValue> Other(EntityId? id) => id is { } known ? [new PropertyValue(known, "")] : [];

    private static IEnumerable<PropertyValue> One(string? text) => text is null ? [] : [Text(text)];

    private static PropertyValue Text(string text) => new(null, text);
}

/// <summary>A value: an entity, or a text.</summary>
internal readonly record struct PropertyValue(EntityId? Entity, string Text);
