using System.Text.Json.Serialization;

namespace Assay.Formats.LinkedData;

/// <summary>An entity of the record in schema.org's words. What is not known is left out.</summary>
internal sealed record EntityDocument
{
    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@type")]
    public required string Type { get; init; }

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public IReadOnlyList<string>? AlternateName { get; init; }

    public string? LeiCode { get; init; }

    public IReadOnlyList<IdentifierDocument>? Identifier { get; init; }

    public IReadOnlyList<string>? SameAs { get; init; }

    public NamedThing? ParentOrganization { get; init; }

    public NamedThing? Location { get; init; }

    public NamedThing? ContainedInPlace { get; init; }

    public IReadOnlyList<NamedThing>? SubjectOf { get; init; }
}

/// <summary>An id in a scheme of ids.</summary>
internal sealed record IdentifierDocument([property: JsonPropertyName("propertyID")] string Scheme, string Value)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "PropertyValue";
}

/// <summary>A source of the record.</summary>
internal sealed record SourceDocument
{
    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@type")]
    public string Type { get; } = "CreativeWork";

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public NamedThing? Publisher { get; init; }

    public string? DatePublished { get; init; }

    public string? Url { get; init; }
}

/// <summary>The packs of the record.</summary>
internal sealed record CatalogDocument
{
    [JsonPropertyName("@context")]
    public string Context { get; } = "https://schema.org";

    [JsonPropertyName("@type")]
    public string Type { get; } = "DataCatalog";

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public required NamedThing Publisher { get; init; }

    public required IReadOnlyList<DatasetDocument> Dataset { get; init; }
}

/// <summary>A pack.</summary>
internal sealed record DatasetDocument
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "Dataset";

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Url { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyList<IdentifierDocument> Identifier { get; init; }
}

/// <summary>How the documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(EntityDocument))]
[JsonSerializable(typeof(SourceDocument))]
[JsonSerializable(typeof(CatalogDocument))]
internal sealed partial class LinkedDataContext : JsonSerializerContext;
