using System.Text.Json.Serialization;
using Assay.Formats.Publications;

namespace Assay.Formats.LinkedData;

/// <summary>A schema.org thing of which little more than its name is said: an organization, a person, a place.</summary>
internal sealed record NamedThing
{
    [JsonPropertyName("@type")]
    public required string Type { get; init; }

    [JsonPropertyName("@id")]
    public string? Id { get; init; }

    public required string Name { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string>? SameAs { get; init; }

    /// <summary>The publisher of a site.</summary>
    public static NamedThing PublisherOf(Site site) => new() { Type = "Organization", Name = site.Publisher, Url = site.PublisherAddress.AbsoluteUri };
}
