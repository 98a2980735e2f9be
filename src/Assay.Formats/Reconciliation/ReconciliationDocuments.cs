using System.Text.Json.Serialization;

namespace Assay.Formats.Reconciliation;

/// <summary>What the service offers, by version 0.2 of the protocol.</summary>
internal sealed record ManifestDocument
{
    public IReadOnlyList<string> Versions { get; } = ["0.2"];

    public required string Name { get; init; }

    public required string IdentifierSpace { get; init; }

    public required string SchemaSpace { get; init; }

    public required string Documentation { get; init; }

    public required IReadOnlyList<TypeDocument> DefaultTypes { get; init; }

    public required AddressPattern View { get; init; }

    public required PreviewPattern Preview { get; init; }

    public required SuggestServices Suggest { get; init; }

    public required ExtendService Extend { get; init; }

    public required int BatchSize { get; init; }
}

/// <summary>An address with <c>{{id}}</c> in it.</summary>
internal sealed record AddressPattern(string Url);

/// <summary>The address of a preview, with <c>{{id}}</c> in it, and the size of its frame in pixels.</summary>
internal sealed record PreviewPattern(string Url, int Width, int Height);

/// <summary>Where what people type is completed.</summary>
internal sealed record SuggestServices(ServicePlace Entity, ServicePlace Property, ServicePlace Type);

/// <summary>Where properties are fetched.</summary>
internal sealed record ExtendService([property: JsonPropertyName("propose_properties")] ServicePlace ProposeProperties);

/// <summary>An address in two parts.</summary>
internal sealed record ServicePlace([property: JsonPropertyName("service_url")] string ServiceUrl, [property: JsonPropertyName("service_path")] string ServicePath);

/// <summary>A type, with those above it where it has any.</summary>
internal sealed record TypeDocument(string Id, string Name, IReadOnlyList<TypeDocument>? Broader = null);

/// <summary>The candidates for one query.</summary>
internal sealed record ResultDocument(IReadOnlyList<CandidateDocument> Result);

/// <summary>A candidate.</summary>
internal sealed record CandidateDocument(
    string Id, string Name, string Description, IReadOnlyList<TypeDocument> Type, decimal Score, IReadOnlyList<FeatureDocument> Features, bool Match);

/// <summary>What the score was made of: a number from 0 to 1.</summary>
internal sealed record FeatureDocument(string Id, decimal Value);

/// <summary>What a text that is being typed may become.</summary>
internal sealed record SuggestionsDocument(IReadOnlyList<SuggestionDocument> Result);

/// <summary>An entity, property or type.</summary>
internal sealed record SuggestionDocument(string Id, string Name, string? Description = null, IReadOnlyList<TypeDocument>? Notable = null, IReadOnlyList<TypeDocument>? Broader = null);

/// <summary>The properties that entities of a type can have.</summary>
internal sealed record ProposalDocument(string Type, int? Limit, IReadOnlyList<PropertyDocument> Properties);

/// <summary>A property, with the type of its values where they are entities.</summary>
internal sealed record PropertyDocument(string Id, string Name, TypeDocument? Type = null);

/// <summary>Values by entity and property.</summary>
internal sealed record ExtensionDocument(IReadOnlyList<PropertyDocument> Meta, OrderedDictionary<string, OrderedDictionary<string, IReadOnlyList<ValueDocument>>> Rows);

/// <summary>A value: an entity, or a text.</summary>
internal sealed record ValueDocument(string? Id = null, string? Name = null, string? Str = null);

/// <summary>How the documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ManifestDocument))]
[JsonSerializable(typeof(OrderedDictionary<string, ResultDocument>))]
[JsonSerializable(typeof(SuggestionsDocument))]
[JsonSerializable(typeof(ProposalDocument))]
[JsonSerializable(typeof(ExtensionDocument))]
internal sealed partial class ReconciliationContext : JsonSerializerContext;
