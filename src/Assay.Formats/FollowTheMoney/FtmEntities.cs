using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>The entities of a scope as those of FollowTheMoney.</summary>
internal sealed class FtmEntities(ExportScope scope, FtmModel model, FtmDatasets datasets, ExportReport report)
{
    /// <summary>What ids begin with that were not given there.</summary>
    public const string Mine = "assay-";

    private static readonly (string State, string Scheme)[] s_registers = [.. FtmData.Rows("registers.csv").Select(cells => (cells[0], cells[1]))];
    private readonly Dictionary<EntityId, (Entity Entity, string Id, FtmSchema Schema)> _chosen = [];

    /// <summary>Chooses an id and a schema for each.</summary>
    /// <param name="held">What stakes are held in: the standard lets only assets be held, and of firms only a Company is one.</param>
    public void Choose(HashSet<EntityId> held)
    {
        var entities = scope.Statements.OfType<Entity>().ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            if (SchemaOf(entity, held.Contains(entity.EntityId)) is not { } schema)
            {
                report.Lost($"entities of kind {WordOf(entity)}", entity.Id);
                continue;
            }
            var id = entity.Identifiers.FirstOrDefault(identifier => identifier.StartsWith("ftm:", StringComparison.Ordinal))?[4..];
            if (string.IsNullOrEmpty(id) || taken.Contains(id)) id = $"{Mine}{entity.EntityId}";
            while (!taken.Add(id)) id += "-2";
            _chosen[entity.EntityId] = (entity, id, schema);
        }
    }

    /// <summary>Who or what an id of the record is there; null for what has no place there.</summary>
    public (string Id, FtmSchema Schema, Entity Entity)? Find(EntityId id) => _chosen.TryGetValue(id, out var known) ? (known.Id, known.Schema, known.Entity) : null;

    /// <summary>What is written of the entities, states only where links name them.</summary>
    public ImmutableArray<FtmObject> Objects(HashSet<EntityId> used) =>
        [.. _chosen.Values.Where(one => one.Entity.Kind != EntityKind.State || used.Contains(one.Entity.EntityId)).Select(one => ObjectOf(one.Entity, one.Id, one.Schema))];

    private FtmSchema? SchemaOf(Entity entity, bool isHeld)
    {
        var name = entity.Kind switch
        {
            EntityKind.Company => "Company",
            EntityKind.Person => "Person",
            EntityKind.Project => "Project",
            EntityKind.Asset or EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline or EntityKind.Port => "Asset",
            EntityKind.State => "PublicBody",
            EntityKind.Place => null,
            EntityKind.Agency => isHeld ? "Company" : "PublicBody",
            EntityKind.Organization when IsPublicBody(entity) && !isHeld => "PublicBody",
            _ => isHeld ? "Company" : "Organization",
        };
        return name is null ? null : model.Find(name);
    }

    private FtmObject ObjectOf(Entity entity, string id, FtmSchema schema)
    {
        var isNote = !IsPublicBody(entity) || schema.Kind != FtmKind.Agency;
        if (isNote && entity.Kind != EntityKind.Group && WordOf(entity) != FtmThings.WordOf(schema.Kind)) report.Lost($"kind {WordOf(entity)}: written as {schema.Name}", entity.Id);
        if (entity.Parent is not null) report.Lost("tops of groups", entity.Id);
        var one = new FtmObject(id, schema, entity.Name).With("name", entity.Name);
        foreach (var alias in entity.Aliases)
        {
            if (alias.IsMetonym) report.Lost("places that stand for a state or body", entity.Id);
            else one.With("alias", alias.Text);
        }
        var state = entity.Kind == EntityKind.State ? entity.EntityId : entity.Country;
        if (state is { } where)
        {
            var code = FtmCountries.CodeOf(where.Value);
            if (code is null) report.Lost("countries that the format has no code for", entity.Id);
            else one.With(schema.Kind == FtmKind.Person ? "nationality" : schema.Is("LegalEntity") ? "jurisdiction" : "country", code);
        }
        if (entity.Kind == EntityKind.Group) one.With("classification", FtmThings.NotNamed);
        if (entity.Kind == EntityKind.Agency && schema.Kind == FtmKind.Agency && IsReadAsLocal(entity)) report.Lost("agencies that are read back as public bodies of a place: by their name, or their country's code", entity.Id);
        else if (entity.Kind == EntityKind.Person && entity.Country is { } of && !FtmCountries.HasNationals(of.Value)) report.Lost("nationalities that are not read back: of territories and former states", entity.Id);
        foreach (var identifier in entity.Identifiers) AddIdentifier(one, entity, identifier);
        if (isNote) one.With("notes", entity.Note);
        // A body without a level of government is read as nobody's in particular.
        if (isNote && schema.Kind == FtmKind.Agency) one.With("topics", FtmThings.Central);
        datasets.Put(one, entity.Sources);
        return one;
    }

    private static bool IsPublicBody(Entity entity) => entity is { Kind: EntityKind.Organization, Note: FtmThings.PublicBody };

    private static bool IsReadAsLocal(Entity agency) =>
        (agency.Country is { } country && !FtmCountries.HasNationals(country.Value)) || agency.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Append(agency.Name).Any(LocalBodies.IsTold);

    private void AddIdentifier(FtmObject one, Entity entity, string identifier)
    {
        var colon = identifier.IndexOf(':', StringComparison.Ordinal);
        var (scheme, value) = colon < 0 ? ("", identifier) : (identifier[..colon], identifier[(colon + 1)..]);
        if (scheme == "ftm")
        {
            if (value != one.Id && value.Length > 0) one.Referents.Add(value);
            return;
        }
        var property = PropertyFor(one.Schema, scheme, entity.Country?.Value ?? "");
        if (property is null || (one.Schema.Kind == FtmKind.Person && scheme is not ("lei" or "wikidata"))) report.Lost($"identifiers of the scheme {scheme}", entity.Id);
        else one.With(property, value);
    }

    private string? PropertyFor(FtmSchema schema, string scheme, string state)
    {
        if (scheme.Length == 0) return null;
        if (model.PropertyFor(schema, FtmUse.Identifier, scheme) is { } property) return property;
        if (state.Length == 0) return null;
        if (Array.IndexOf(s_registers, (state, scheme)) >= 0) return model.PropertyFor(schema, FtmUse.RegisterNumber, "reg");
        // A number is read back with the country that stands beside it.
        return scheme.EndsWith($"-{state}", StringComparison.Ordinal) ? model.PropertyFor(schema, FtmUse.RegisterNumber, scheme[..^(state.Length + 1)]) : null;
    }

    private static string WordOf(Entity entity) => entity.Kind.ToString().ToLowerInvariant();
}
