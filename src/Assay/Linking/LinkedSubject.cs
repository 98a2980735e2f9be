using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>What kind of thing a subject of linking is, as far as it matters for whether two may be the same.</summary>
public enum LinkedKind
{
    /// <summary>Not known: it may be any.</summary>
    Unknown,
    /// <summary>A human being.</summary>
    Person,
    /// <summary>Whatever is registered or founded, of a form that is not known: it may be any of the three bodies that follow.</summary>
    Body,
    /// <summary>A company, fund, trust or partnership.</summary>
    Company,
    /// <summary>An office of a state.</summary>
    Agency,
    /// <summary>An international body with members.</summary>
    Bloc,
    /// <summary>A state.</summary>
    State,
    /// <summary>A field, mine, pipeline, vessel, place, project.</summary>
    Thing,
}

/// <summary>An entity as linking sees it: what it is called, what it is registered as, and what bears witness.</summary>
public sealed record LinkedSubject
{
    /// <summary>Its id, of whatever form its source has.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public LinkedKind Kind { get; init; }

    /// <summary>Its names, the usual one first.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Ids elsewhere, as <c>lei:…</c>, <c>wikidata:Q…</c>, <c>gb-coh:07444723</c>.</summary>
    public ImmutableArray<string> Identifiers { get; init; } = [];

    /// <summary>Its countries, as ISO 3166 codes or names in any language that the rules know. Empty: not known.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>When a person was born, a body registered; null: not known.</summary>
    public PartialDate? Began { get; init; }

    /// <summary>The packs that have an entity of its id. Two that one pack has are two to it, whatever their names.</summary>
    public ImmutableArray<string> Packs { get; init; } = [];

    /// <summary>The subject that an entity of the record is.</summary>
    public static LinkedSubject Of(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new LinkedSubject
        {
            Id = entity.EntityId.Value,
            Kind = KindOf(entity.Kind),
            Names = [entity.Name, .. entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text)],
            Identifiers = entity.Identifiers,
            Countries = entity.Country is { } country ? [country.Value] : [],
        };
    }

    /// <summary>The kind of a subject that is an entity of that kind.</summary>
    public static LinkedKind KindOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => LinkedKind.Person,
        EntityKind.State => LinkedKind.State,
        EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline or EntityKind.Port or EntityKind.Place or EntityKind.Asset or EntityKind.Project => LinkedKind.Thing,
        EntityKind.Company or EntityKind.Fund or EntityKind.Arrangement => LinkedKind.Company,
        EntityKind.Agency => LinkedKind.Agency,
        EntityKind.Bloc => LinkedKind.Bloc,
        EntityKind.Group => LinkedKind.Unknown,
        _ => LinkedKind.Body,
    };
}
