using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>What kind of thing an entity is.</summary>
public enum EntityKind
{
    /// <summary>A state, recognised or de facto, present or former.</summary>
    State,
    /// <summary>An international body with members.</summary>
    Bloc,
    /// <summary>A company.</summary>
    Company,
    /// <summary>An office of a state: a ministry, bank, authority, mission.</summary>
    Agency,
    /// <summary>A fund or foundation.</summary>
    Fund,
    /// <summary>An oil, gas or mineral field.</summary>
    Field,
    /// <summary>A mine.</summary>
    Mine,
    /// <summary>A pipeline.</summary>
    Pipeline,
    /// <summary>A port.</summary>
    Port,
    /// <summary>A place that is none of the others.</summary>
    Place,
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A named set (its members are memberships) or a residual block that completes a sum.</summary>
    Group,
    /// <summary>A body corporate that is none of the others: an association, a party, a legal person of unknown form.</summary>
    Organization,
    /// <summary>A trust, partnership or the like: an arrangement without legal personality.</summary>
    Arrangement,
    /// <summary>A thing that is owned and is none of the others: a building, a ship.</summary>
    Asset,
    /// <summary>An undertaking with participants.</summary>
    Project,
}

/// <summary>A name a text may use for an entity. A metonym is a place that stands for a state or body ("London").</summary>
/// <param name="Text">The name.</param>
/// <param name="IsMetonym">Whether it is a metonym.</param>
public readonly record struct Alias(string Text, bool IsMetonym);

/// <summary>A person, state, company, body, asset or place that statements are about.</summary>
public sealed record Entity : Statement
{
    /// <summary>Its id.</summary>
    public required EntityId EntityId { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Its usual name.</summary>
    public required string Name { get; init; }

    /// <summary>Every other name.</summary>
    public ImmutableArray<Alias> Aliases { get; init; } = [];

    /// <summary>The state where it is registered or located today.</summary>
    public EntityId? Country { get; init; }

    /// <summary>The top company, fund or person of its group; null where it is the top itself, a joint venture, or unknown.</summary>
    public EntityId? Parent { get; init; }

    /// <summary>Ids elsewhere, as <c>lei:…</c>, <c>wikidata:Q…</c>.</summary>
    public ImmutableArray<string> Identifiers { get; init; } = [];

    /// <summary>Whether nothing is known of it but its id: rows name it, and no file described it.</summary>
    public bool IsBare => Name == $"[{EntityId}]" || (Name.StartsWith("LEI ", StringComparison.Ordinal) && Identifiers.Contains($"lei:{Name[4..]}"));

    /// <summary>Whether two descriptions cannot be of one entity: one is of a person or a state, the other of something else of these or of a body.</summary>
    public bool Contradicts(Entity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !IsBare && !other.IsBare && SortOf(Kind) is { } one && SortOf(other.Kind) is { } another && one != another;
    }

    // Groups and things may be called by many a kind.
    private static EntityKind? SortOf(EntityKind kind) => kind switch
    {
        EntityKind.Person or EntityKind.State => kind,
        EntityKind.Company or EntityKind.Fund or EntityKind.Organization or EntityKind.Arrangement or EntityKind.Agency or EntityKind.Bloc => EntityKind.Organization,
        _ => null,
    };
}
