using System.Text.Json.Serialization;

namespace Assay.Formats.Annotations;

/// <summary>The annotations of an article by the W3C Web Annotation Data Model. What is not known is left out.</summary>
internal sealed record AnnotationCollectionDocument
{
    [JsonPropertyName("@context")]
    public string Context { get; } = "http://www.w3.org/ns/anno.jsonld";

    public required string Id { get; init; }

    public string Type { get; } = "AnnotationCollection";

    public required string Label { get; init; }

    public required int Total { get; init; }

    public string? Modified { get; init; }

    public required AgentDocument Generator { get; init; }

    public required AnnotationPageDocument First { get; init; }
}

/// <summary>The one page of a collection.</summary>
internal sealed record AnnotationPageDocument(string Id, string PartOf, int StartIndex, IReadOnlyList<AnnotationDocument> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "AnnotationPage";
}

/// <summary>One finding.</summary>
internal sealed record AnnotationDocument
{
    public required string Id { get; init; }

    public string Type { get; } = "Annotation";

    public string Motivation { get; } = "assessing";

    public required AgentDocument Creator { get; init; }

    public string? Created { get; init; }

    public string? Modified { get; init; }

    public required AgentDocument Generator { get; init; }

    public required IReadOnlyList<BodyDocument> Body { get; init; }

    public required TargetDocument Target { get; init; }
}

/// <summary>Who made it: a person or a program.</summary>
internal sealed record AgentDocument(string Type, string Name);

/// <summary>What is said: text, or a page by its address.</summary>
internal sealed record BodyDocument
{
    public required string Type { get; init; }

    public required string Purpose { get; init; }

    public string? Value { get; init; }

    public string? Format { get; init; }

    public string? Language { get; init; }

    public string? Source { get; init; }
}

/// <summary>What it is said of.</summary>
internal sealed record TargetDocument(string Source, IReadOnlyList<SelectorDocument> Selector, StateDocument? State)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "SpecificResource";
}

/// <summary>A copy of the source to which the positions apply.</summary>
internal sealed record StateDocument(string Cached)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TimeState";
}

/// <summary>A stretch of text, by its words or by its place in Unicode code points, the end not included.</summary>
internal sealed record SelectorDocument
{
    public required string Type { get; init; }

    public string? Exact { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }
}

/// <summary>How the documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(AnnotationCollectionDocument))]
internal sealed partial class AnnotationContext : JsonSerializerContext;
