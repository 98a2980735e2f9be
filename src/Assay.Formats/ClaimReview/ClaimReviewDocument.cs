using System.Text.Json.Serialization;
using Assay.Formats.LinkedData;

namespace Assay.Formats.ClaimReview;

/// <summary>A finding as schema.org's <c>ClaimReview</c>. What is not known is left out.</summary>
internal sealed record ClaimReviewDocument
{
    /// <summary>Where names come from; null inside a graph, which says it once.</summary>
    [JsonPropertyName("@context")]
    public string? Context { get; init; }

    [JsonPropertyName("@type")]
    public string Type { get; } = "ClaimReview";

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string ClaimReviewed { get; init; }

    public required RatingDocument ReviewRating { get; init; }

    public required ReviewedClaim ItemReviewed { get; init; }

    public required string ReviewBody { get; init; }

    public required NamedThing Author { get; init; }

    public required NamedThing Editor { get; init; }

    public required string DatePublished { get; init; }

    public string? DateModified { get; init; }

    public required string InLanguage { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string>? IsBasedOn { get; init; }

    public required NamedThing SdPublisher { get; init; }
}

/// <summary>A verdict; without numbers where it says nothing of how true the claim is.</summary>
internal sealed record RatingDocument(string AlternateName, int? RatingValue, int? BestRating, int? WorstRating)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Rating";
}

/// <summary>What the article claims.</summary>
internal sealed record ReviewedClaim
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "Claim";

    public required string Text { get; init; }

    public NamedThing? Author { get; init; }

    public string? DatePublished { get; init; }

    public string? InLanguage { get; init; }

    public required AppearanceDocument Appearance { get; init; }
}

/// <summary>The article in which the claim stands.</summary>
internal sealed record AppearanceDocument
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "Article";

    public string? Url { get; init; }

    public string? Headline { get; init; }

    public NamedThing? Author { get; init; }

    public NamedThing? Publisher { get; init; }

    public string? DatePublished { get; init; }

    public string? InLanguage { get; init; }
}

/// <summary>Several reviews of one page.</summary>
internal sealed record ClaimReviewGraph(
    [property: JsonPropertyName("@context")] string Context,
    [property: JsonPropertyName("@graph")] IReadOnlyList<ClaimReviewDocument> Graph);

/// <summary>How the documents are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ClaimReviewDocument))]
[JsonSerializable(typeof(ClaimReviewGraph))]
internal sealed partial class ClaimReviewContext : JsonSerializerContext;
