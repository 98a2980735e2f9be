using System.Text.Json.Serialization;

namespace Assay.Formats.OEmbed;

/// <summary>A <c>rich</c> response by oEmbed 1.0.</summary>
internal sealed record OEmbedDocument
{
    public string Type { get; } = "rich";

    public string Version { get; } = "1.0";

    public required string Title { get; init; }

    public string? AuthorName { get; init; }

    public required string ProviderName { get; init; }

    public required string ProviderUrl { get; init; }

    public required int CacheAge { get; init; }

    public required string Html { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }
}

/// <summary>How the document is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(OEmbedDocument))]
internal sealed partial class OEmbedContext : JsonSerializerContext;
