namespace Assay.Formats.Packs;

/// <summary>What an id in a cell names.</summary>
public enum Referent
{
    /// <summary>A row of <c>entities.csv</c>.</summary>
    Entity,
    /// <summary>An entity, an agreement or an event.</summary>
    EntityAgreementOrEvent,
    /// <summary>What a completeness row speaks of: an entity, an agreement, an event or a published list.</summary>
    Subject,
    /// <summary>A row of <c>agreements.csv</c>.</summary>
    Agreement,
    /// <summary>A row of <c>propositions.csv</c>.</summary>
    Proposition,
    /// <summary>A list of <c>rankings.csv</c>.</summary>
    List,
    /// <summary>A row of <c>sources.csv</c>.</summary>
    Source,
}
