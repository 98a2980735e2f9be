using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>Rows of the statements about entities and persons.</summary>
internal sealed class EntityRows(ImportSink sink)
{
    // Kinds that the record knows and the standard does not: the standard has them under another type, with this word as the local name of the type.
    private static readonly string[] s_kindsByName = ["fund", "bloc", "field", "mine", "pipeline", "port", "place", "asset", "project"];

    /// <summary>Takes the latest statement of a record.</summary>
    public void Add(BodsStatement statement, RecordEntry entry, string sources)
    {
        var isPerson = statement.Kind == RecordKind.Person;
        var details = statement.Details;
        var unspecified = details.TryGetProperty(isPerson ? "unspecifiedPersonDetails" : "unspecifiedEntityDetails", out var why) ? why : default;
        var names = (isPerson ? NamesOfPerson(details) : NamesOfEntity(details)).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        var (kind, note) = isPerson ? (KindOfPerson(details), "") : KindOfEntity(details, names);
        if (names.Count == 0)
        {
            names.Add(kind == "group" ? PartyIds.NameOfUnspecified(isPerson ? "person not named" : "entity not named", entry.Reason) : $"[{kind} {statement.RecordId}, not named]");
            sink.Skip(isPerson ? "persons without a name" : "entities without a name", statement.Frame.Line);
        }
        if (unspecified.ValueKind == JsonValueKind.Object && unspecified.TryGetProperty("description", out var description)) note = note.Length > 0 ? $"{note}; {description.GetString()}" : description.GetString()!;
        var country = isPerson ? Nationality(statement, details) : Jurisdiction(statement, details);
        var id = PartyIds.Of(entry, statement.RecordId);
        var isTaken = sink.Add(statement.Frame.Line, "entities",
            ("id", id), ("kind", kind), ("name", names[0]), ("aliases", ImportSink.List(names.Skip(1).Where(name => name != names[0]).Select(name => name.TrimStart('~', ' ')))),
            ("country", country), ("identifiers", ImportSink.List(Identifiers(statement, details, kind, names[0], country))), ("sources", sources), ("note", note));
        if (isTaken && details.TryGetProperty(isPerson ? "deathDate" : "dissolutionDate", out var ended) && PartialDate.TryParse(ended.GetString(), out var end)) sink.End(statement.Frame.Line, id, end);
        // Where it is registered says nothing of whose it is.
        if (isTaken && country.Length > 0 && kind is not ("state" or "person" or "agency"))
            sink.Add(statement.Frame.Line, "domiciles", ("entity", id), ("country", country), ("sources", sources));
    }

    private static string KindOfPerson(JsonElement details) => details.GetProperty("personType").GetString() == "knownPerson" ? "person" : "group";

    private static (string Kind, string Note) KindOfEntity(JsonElement entity, List<string> names)
    {
        var type = entity.GetProperty("entityType");
        var said = type.TryGetProperty("details", out var details) ? details.GetString()! : "";
        if (s_kindsByName.Contains(said)) return (said, "");
        if (type.GetProperty("type").ValueEquals("stateBody"u8)) return StateBody.Read(type, said, entity, names);
        if (type.GetProperty("type").ValueEquals("state"u8)) return SovereignState.Read(names.Count > 0 ? names[0] : "", said, entity);
        return (type.GetProperty("type").GetString() switch
        {
            "registeredEntity" => "company",
            "legalEntity" => "organization",
            "arrangement" => "arrangement",
            _ => "group",
        }, said);
    }

    /// <summary>Whether the standard's own types have no better one for a kind, so that its name stands beside the type.</summary>
    public static bool IsKindByName(string kind) => s_kindsByName.Contains(kind);

    private static IEnumerable<string> NamesOfEntity(JsonElement details)
    {
        if (details.TryGetProperty("name", out var name)) yield return name.GetString()!;
        if (!details.TryGetProperty("alternateNames", out var others)) yield break;
        foreach (var other in others.EnumerateArray()) yield return other.GetString()!;
    }

    private static IEnumerable<string> NamesOfPerson(JsonElement details)
    {
        if (!details.TryGetProperty("names", out var names)) return [];
        // The legal name comes first, then one without a type.
        return names.EnumerateArray().OrderBy(name => !name.TryGetProperty("type", out var type) ? 1 : type.ValueEquals("legal"u8) ? 0 : 2).Select(name => name.GetProperty("fullName").GetString()!);
    }

    // The code of a country among the numbers of whoever is in it makes nobody that country.
    private static bool IsOfState(string identifier) => identifier.StartsWith("iso", StringComparison.OrdinalIgnoreCase);

    private string Jurisdiction(BodsStatement statement, JsonElement details)
    {
        if (!details.TryGetProperty("jurisdiction", out var jurisdiction)) return "";
        return Country(statement, jurisdiction, "entity recordDetails.jurisdiction");
    }

    private string Nationality(BodsStatement statement, JsonElement details)
    {
        if (!details.TryGetProperty("nationalities", out var nationalities) || nationalities.GetArrayLength() == 0) return "";
        if (nationalities.GetArrayLength() == 1)
        {
            var state = Country(statement, nationalities[0], "person recordDetails.nationalities");
            if (Territories.NameOf(state) is null) return state;
            // Who is from there is a national of a state, and it is not said of which.
            sink.Skip("person recordDetails.nationalities, a territory", statement.Frame.Line);
            return "";
        }
        // One of two nationalities would stand for both.
        sink.Skip("person recordDetails.nationalities, several", statement.Frame.Line);
        return "";
    }

    private string Country(BodsStatement statement, JsonElement country, string what)
    {
        if (!country.TryGetProperty("code", out var code)) { sink.Skip($"{what} without a code", statement.Frame.Line); return ""; }
        var text = code.GetString()!;
        if (KnownCodes.State(text) is not { } state) { sink.Skip($"{what} with a code that ISO 3166-1 does not have", statement.Frame.Line); return ""; }
        if (text.Length > 2) sink.Skip($"{what}, a part of a state", statement.Frame.Line);
        return state;
    }

    private static IEnumerable<string> Identifiers(BodsStatement statement, JsonElement details, string kind, string name, string country)
    {
        yield return PartyIds.Identifier(statement.RecordId);
        if (kind == SovereignState.Type && country.Length > 0 && SovereignState.IsCalled(name, country)) yield return $"iso3:{KnownCodes.ThreeLetters(country)}";
        if (details.TryGetProperty("identifiers", out var identifiers))
            foreach (var identifier in identifiers.EnumerateArray())
                if (BodsIdentifier.Read(identifier) is { } read && (kind == SovereignState.Type || !IsOfState(read))) yield return read;
        if (!details.TryGetProperty("publicListing", out var listing) || !listing.TryGetProperty("securitiesListings", out var listings)) yield break;
        foreach (var listed in listings.EnumerateArray())
        {
            var security = listed.GetProperty("security");
            var market = listed.TryGetProperty("marketIdentifierCode", out var code) ? code : listed.GetProperty("stockExchangeName");
            yield return $"ticker:{security.GetProperty("ticker").GetString()} ({market.GetString()})";
            if (security.TryGetProperty("id", out var id) && security.TryGetProperty("idScheme", out var scheme)) yield return $"{scheme.GetString()}:{id.GetString()}";
        }
    }
}
