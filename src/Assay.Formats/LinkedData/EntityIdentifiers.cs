using Assay.Evidence;

namespace Assay.Formats.LinkedData;

/// <summary>The ids that the record has of an entity elsewhere, apart: scheme and value.</summary>
internal static class EntityIdentifiers
{
    private const string Wikidata = "wikidata", Country = "iso3", LegalEntity = "lei";

    /// <summary>All of them; one without a scheme has an empty one.</summary>
    public static IEnumerable<(string Scheme, string Value)> Of(Entity entity) => entity.Identifiers.Select(identifier =>
        identifier.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? (identifier[..at], identifier[(at + 1)..]) : ("", identifier));

    /// <summary>The first of a scheme; null: none.</summary>
    public static string? Of(Entity entity, string scheme) => Of(entity).Where(pair => pair.Scheme == scheme).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>The code of three letters by ISO 3166-1; null: none.</summary>
    public static string? ThreeLetters(Entity entity) => Of(entity, Country);

    /// <summary>The code of two letters by ISO 3166-1, which is a state's id; null where the state has no code, or it is no state.</summary>
    public static string? TwoLetters(Entity entity) =>
        entity is { Kind: EntityKind.State, EntityId.Value: [_, _] id } && ThreeLetters(entity) is not null ? id.ToUpperInvariant() : null;

    /// <summary>The legal entity identifier by ISO 17442; null: none.</summary>
    public static string? Lei(Entity entity) => Of(entity, LegalEntity);

    /// <summary>The names by which other sites know it as a web address; null: none.</summary>
    public static IReadOnlyList<string>? SameAs(Entity entity) =>
        Of(entity, Wikidata) is { Length: > 1 } id && id[0] == 'Q' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? [$"http://www.wikidata.org/entity/{id}"] : null;
}
