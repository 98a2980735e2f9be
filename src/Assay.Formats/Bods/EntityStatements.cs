using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>Writes entities and persons as statements.</summary>
internal sealed class EntityStatements(ExportScope scope, RecordNames names, StatementWriter statements, ExportReport report)
{
    private static readonly string[] s_ofTrust = ["settlor", "trustee", "protector", "beneficiary-of-legal-arrangement"], s_ofNomination = ["nominee", "nominator"];

    /// <summary>Whether the country of a kind of entity is where it is registered.</summary>
    public static bool HasRegistration(EntityKind kind) => kind is not (EntityKind.State or EntityKind.Person or EntityKind.Agency);

    /// <summary>The subtype that an entity needs for the interests in it; empty: none.</summary>
    public static string SubtypeOf(RecordNames names, Entity entity)
    {
        var types = names.InterestsIn(entity.EntityId);
        if (entity.Kind is EntityKind.Arrangement or EntityKind.Organization && types.Any(type => s_ofTrust.Take(3).Contains(type))) return "trust";
        return entity.Kind == EntityKind.Arrangement && types.Any(s_ofNomination.Contains) ? "nomination" : "";
    }

    /// <summary>Whether the standard allows an interest of a type in an entity.</summary>
    public static bool Allows(RecordNames names, Entity entity, string type) =>
        s_ofTrust.Take(3).Contains(type) ? SubtypeOf(names, entity) == "trust" : !s_ofNomination.Contains(type) || SubtypeOf(names, entity) == "nomination";

    /// <summary>Writes an entity.</summary>
    public void Write(Entity entity)
    {
        var name = names[entity.EntityId];
        if (entity.Parent is not null) report.Lost("parents of groups", entity.Id);
        foreach (var _ in entity.Aliases.Where(alias => alias.IsMetonym)) report.Lost("places that stand for a state or body", entity.Id);
        if (entity.Kind == EntityKind.Person) statements.Write(entity, "person", name, name, null, new RecordNotes(), json => WritePerson(json, entity));
        else statements.Write(entity, "entity", name, name, null, new RecordNotes(), json => WriteEntity(json, entity));
    }

    private void WritePerson(Utf8JsonWriter json, Entity person)
    {
        json.WriteString("personType", "knownPerson");
        json.WriteStartArray("names");
        foreach (var (name, isFirst) in Names(person).Select((name, at) => (name, at == 0)))
        {
            json.WriteStartObject();
            if (!isFirst) json.WriteString("type", "alternative");
            json.WriteString("fullName", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteIdentifiers(json, person);
        if (person.Note.Length > 0) report.Lost("notes on persons", person.Id);
        if (CountryOf(person) is not { } country) return;
        if (Territories.NameOf(country.Value) is not null) report.Lost("nationalities that are not read back: of territories", person.Id);
        json.WriteStartArray("nationalities");
        WriteCountry(json, country);
        json.WriteEndArray();
    }

    private void WriteEntity(Utf8JsonWriter json, Entity entity)
    {
        var word = entity.Kind.ToString().ToLowerInvariant();
        var isByName = EntityRows.IsKindByName(word);
        var country = CountryOf(entity);
        var subtype = SubtypeOf(names, entity);
        var body = entity.Kind == EntityKind.Agency ? StateBody.OfAgency(entity.Note, country is not null)
            : entity.Kind == EntityKind.Organization && subtype.Length == 0 ? StateBody.OfOrganization(Names(entity), entity.Note, country?.Value ?? "") : null;
        var state = entity.Kind == EntityKind.Organization && subtype.Length == 0 && body is null ? SovereignState.OfOrganization(entity.Name, entity.Note, country?.Value ?? "") : null;
        if (entity.Kind == EntityKind.Agency && country is { } seat && !StateBody.IsOfWhole(seat.Value, Names(entity))) report.Lost("agencies that are read back as state bodies of a place: by their name, or their country's code", entity.Id);
        var note = entity.Kind == EntityKind.State ? SovereignState.DetailsOf(entity.Name, entity.Note, country?.Value ?? "") : body?.Details ?? state?.Details ?? entity.Note;
        if (body is not null) subtype = body.Subtype;
        json.WriteStartObject("entityType");
        json.WriteString("type", body is not null ? StateBody.Type : state is not null ? SovereignState.Type : entity.Kind switch
        {
            EntityKind.Company => "registeredEntity",
            EntityKind.Organization or EntityKind.Fund or EntityKind.Bloc => "legalEntity",
            EntityKind.State => SovereignState.Type,
            EntityKind.Group => "unknownEntity",
            _ => "arrangement",
        });
        if (subtype.Length > 0) json.WriteString("subtype", subtype);
        if (isByName) json.WriteString("details", word);
        else if (note.Length > 0 && !EntityRows.IsKindByName(note)) json.WriteString("details", note);
        json.WriteEndObject();
        if (note.Length > 0 && (isByName || EntityRows.IsKindByName(note))) report.Lost("notes on entities whose kind stands in their place", entity.Id);
        if (isByName) report.Lost("kinds of entity that the standard has no type for, which stand in its details", entity.Id);
        json.WriteString("name", entity.Name);
        var others = Names(entity).Skip(1).ToArray();
        if (others.Length > 0)
        {
            json.WriteStartArray("alternateNames");
            foreach (var other in others) json.WriteStringValue(other);
            json.WriteEndArray();
        }
        WriteIdentifiers(json, entity);
        if (country is not { } where) return;
        if (HasRegistration(entity.Kind) && !names.IsRegistered(entity.EntityId)) report.Lost("countries that are read back as the registration alone", entity.Id);
        json.WritePropertyName("jurisdiction");
        WriteCountry(json, where, body?.Place ?? state?.Place ?? "");
    }

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text).Prepend(entity.Name).Distinct(StringComparer.Ordinal);

    private static void WriteIdentifiers(Utf8JsonWriter json, Entity entity)
    {
        // What the name and the country of a state say is made of them again.
        var isSaid = entity.Kind == EntityKind.State && CountryOf(entity) is { } state && SovereignState.IsCalled(entity.Name, state.Value);
        var written = entity.Identifiers.Where(identifier => PartyIds.RecordIdOf(identifier) is null
            && !(isSaid && CountryOf(entity) is { } country && identifier == $"iso3:{KnownCodes.ThreeLetters(country.Value)}")).ToArray();
        if (written.Length == 0) return;
        json.WriteStartArray("identifiers");
        foreach (var identifier in written)
        {
            var (scheme, schemeName, id) = BodsIdentifier.Write(identifier, entity.Kind == EntityKind.Person);
            json.WriteStartObject();
            json.WriteString("id", id);
            if (scheme.Length > 0) json.WriteString("scheme", scheme);
            if (schemeName.Length > 0) json.WriteString("schemeName", schemeName);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static EntityId? CountryOf(Entity entity)
    {
        if (entity.Country is not { } country) return null;
        if (KnownCodes.State(country.Value) == country.Value) return country;
        return null;
    }

    private void WriteCountry(Utf8JsonWriter json, EntityId country, string part = "")
    {
        json.WriteStartObject();
        json.WriteString("name", part.Length > 0 ? part : scope.Evidence.Entity(country)?.Name ?? country.Value.ToUpperInvariant());
        json.WriteString("code", part.Length > 0 ? part : country.Value.ToUpperInvariant());
        json.WriteEndObject();
    }
}
