using System.Collections.Immutable;

namespace Assay.Formats.Reconciliation;

/// <summary>What a client asks: which entity is meant.</summary>
internal sealed record ReconciliationQuery
{
    /// <summary>The key that the client gave it.</summary>
    public required string Key { get; init; }

    /// <summary>The name that it has; empty: only properties are known.</summary>
    public string Text { get; init; } = "";

    /// <summary>The types that are wanted; none: any.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>How strictly: <c>any</c> of them, <c>all</c>, or as a wish alone (<c>should</c>).</summary>
    public string Strictness { get; init; } = "any";

    /// <summary>The most candidates that are wanted.</summary>
    public int Limit { get; init; } = ReconciliationLimits.UsualCandidates;

    /// <summary>What else is known of it.</summary>
    public ImmutableArray<AskedProperty> Properties { get; init; } = [];
}

/// <summary>A property with the values that a client has for it; the id of an entity counts as a value.</summary>
internal sealed record AskedProperty(string Id, ImmutableArray<string> Values);

/// <summary>A client's wish for the properties of entities that it has found.</summary>
internal sealed record ExtensionQuery(ImmutableArray<string> Ids, ImmutableArray<string> Properties);

/// <summary>How much one request may ask for.</summary>
internal static class ReconciliationLimits
{
    /// <summary>Characters of JSON.</summary>
    public const int Characters = 1_000_000;

    /// <summary>Queries of a batch.</summary>
    public const int Queries = 50;

    /// <summary>Types, properties, or values of a property.</summary>
    public const int Details = 20;

    /// <summary>Entities whose properties are asked for at once.</summary>
    public const int Entities = 200;

    /// <summary>Candidates where the client names no limit.</summary>
    public const int UsualCandidates = 10;

    /// <summary>Candidates, or suggestions, whatever the client asks for.</summary>
    public const int Candidates = 50;

    /// <summary>Levels of JSON inside each other.</summary>
    public const int Depth = 8;
}
