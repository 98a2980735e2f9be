using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Formats.Bods;

/// <summary>
/// Makes statements of 0.4 of those of 0.2 and 0.3. There a statement was the record: one that says which it replaces goes on with the record of the first
/// of them, and what named a statement names that record. Nothing is guessed: what has another name gets the new one, what has no successor stays as it is and is
/// told like every other field that the record has no place for.
/// </summary>
internal sealed class OlderVersion
{
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);

    /// <summary>Whether a statement is of a version before 0.4.</summary>
    public static bool IsOlder(JsonElement statement) => statement.TryGetProperty("statementID", out _) || statement.TryGetProperty("statementType", out _);

    /// <summary>The statement in 0.4.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="doubt">What of it could not be kept, or why it is refused; empty: nothing.</param>
    /// <returns>It as JSON, which the schema has still to accept; null: it is refused.</returns>
    public byte[]? Upgrade(JsonElement statement, out string doubt)
    {
        doubt = Refusal(statement);
        if (doubt.Length > 0) return null;
        var old = JsonObject.Create(statement)!;
        var (id, kind) = (Text(old, "statementID"), Text(old, "statementType"));
        var date = Text(old, "statementDate") is { Length: > 0 } said ? said : old["publicationDetails"] is JsonObject published ? Text(published, "publicationDate") : "";
        if (date.Length == 0)
        {
            doubt = "it has neither a statementDate nor a publicationDate";
            return null;
        }
        var record = RecordOf(old, id, out doubt);
        var isReplacement = old.ContainsKey("replacesStatements");
        foreach (var name in (string[])["statementID", "statementType", "statementDate", "replacesStatements"]) old.Remove(name);
        var upgraded = new JsonObject
        {
            ["statementId"] = id, ["statementDate"] = date, ["recordId"] = record,
            ["recordType"] = kind switch { "entityStatement" => "entity", "personStatement" => "person", _ => "relationship" },
        };
        if (isReplacement) upgraded["recordStatus"] = "updated";
        foreach (var name in (string[])["publicationDetails", "source", "annotations"]) Move(old, upgraded, name);
        PointAtAll(upgraded["annotations"]);
        old["isComponent"] ??= false;
        if (kind == "entityStatement") Entity(old);
        else if (kind == "personStatement") Person(old);
        else Relationship(old);
        upgraded["declarationSubject"] = kind == "ownershipOrControlStatement" ? (old["subject"] is JsonValue subject ? subject.GetValue<string>() : record) : record;
        upgraded["recordDetails"] = old;
        return JsonSerializer.SerializeToUtf8Bytes(upgraded);
    }

    private static string Refusal(JsonElement statement)
    {
        if (!statement.TryGetProperty("statementID", out var id) || id.ValueKind != JsonValueKind.String) return "statementID is no text, so that nothing can name the statement";
        if (!statement.TryGetProperty("statementType", out var type) || type.ValueKind != JsonValueKind.String) return "it has a statementID as before 0.4, and no statementType";
        if (type.GetString() is not ("entityStatement" or "personStatement" or "ownershipOrControlStatement")) return $"statementType is '{type.GetString()}'";
        return statement.TryGetProperty("publicationDetails", out var published) && published.ValueKind == JsonValueKind.Object
            && published.TryGetProperty("bodsVersion", out var version) && version.ValueKind == JsonValueKind.String && version.GetString() is not ("0.2" or "0.3")
            ? $"it has the fields of a version before 0.4 and says that it is of {version.GetString()}" : "";
    }

    // What a statement was once said to be of stays: the file is read twice, and both times alike.
    private string RecordOf(JsonObject old, string id, out string doubt)
    {
        doubt = "";
        if (_records.TryGetValue(id, out var known)) return known;
        if (old["replacesStatements"] is not JsonArray replaced || replaced.Count == 0) return id;
        var names = replaced.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var name) ? name : "").Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) return id;
        if (names.Select(NameOf).Distinct(StringComparer.Ordinal).Count() > 1) doubt = "it replaces statements of several records; it goes on with the first of them, and the others stay as they are";
        var record = NameOf(names[0]);
        if (record == id) doubt = "what it replaces leads back to itself; the statements are taken as one record, by their dates";
        _records.Add(id, record);
        return record;
    }

    private string NameOf(string statement) => _records.GetValueOrDefault(statement, statement);

    private static void Entity(JsonObject old)
    {
        var type = new JsonObject();
        Move(old, type, "entityType", "type");
        if (old["entitySubtype"] is JsonObject subtype)
        {
            old.Remove("entitySubtype");
            // 0.3 put the type before the subtype: stateBody-governmentDepartment.
            if (Text(subtype, "generalCategory") is { Length: > 0 } category) type["subtype"] = category[(category.IndexOf('-', StringComparison.Ordinal) + 1)..];
            Move(subtype, type, "localTerm", "details");
        }
        old["entityType"] = type;
        Move(old, old, "incorporatedInJurisdiction", "jurisdiction");
        NameCountry(old["jurisdiction"]);
        Addresses(old["addresses"]);
        Reason(old["unspecifiedEntityDetails"]);
    }

    private static void Person(JsonObject old)
    {
        foreach (var list in (string[])["nationalities", "taxResidencies"])
            if (old[list] is JsonArray countries)
                foreach (var country in countries) NameCountry(country);
        if (old["names"] is JsonArray names)
            foreach (var name in names.OfType<JsonObject>())
                if (Text(name, "type") == "individual") name["type"] = "legal";
        Addresses(old["addresses"]);
        Address(old["placeOfBirth"]);
        Reason(old["unspecifiedPersonDetails"]);
    }

    private void Relationship(JsonObject old)
    {
        if (old["subject"] is JsonObject subject && Text(subject, "describedByEntityStatement") is { Length: > 0 } entity) old["subject"] = NameOf(entity);
        if (old["interestedParty"] is JsonObject party)
        {
            var named = Text(party, "describedByEntityStatement") is { Length: > 0 } holder ? holder : Text(party, "describedByPersonStatement");
            if (named.Length > 0) old["interestedParty"] = NameOf(named);
            else if (party["unspecified"] is JsonObject unspecified)
            {
                party.Remove("unspecified");
                old["interestedParty"] = unspecified;
                Reason(unspecified);
            }
        }
        if (old["componentStatementIDs"] is JsonArray components)
        {
            old.Remove("componentStatementIDs");
            old["componentRecords"] = new JsonArray([.. components.Select(component => component is JsonValue value && value.TryGetValue<string>(out var name) ? JsonValue.Create(NameOf(name)) : component?.DeepClone())]);
        }
        if (old["interests"] is not JsonArray interests) return;
        foreach (var interest in interests.OfType<JsonObject>())
        {
            Move(interest, interest, "interestLevel", "directOrIndirect");
            if (Text(interest, "type") is { Length: > 0 } type) interest["type"] = TypeOf(type);
            if (interest["share"] is JsonObject share) Share(share);
        }
    }

    /// <summary>The word of 0.4 for an interest type: 0.2 wrote them with hyphens, and some had other names.</summary>
    private static string TypeOf(string type)
    {
        var word = string.Concat(type.Split('-').Select((part, at) => at == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
        return word switch
        {
            "settlorOfTrust" => "settlor",
            "trusteeOfTrust" => "trustee",
            "protectorOfTrust" => "protector",
            "beneficiaryOfTrust" => "beneficiaryOfLegalArrangement",
            "otherInfluenceOrControlOfTrust" or "influenceOrControl" => "otherInfluenceOrControl",
            _ => word,
        };
    }

    // Before 0.4 an exact share was repeated in its limits, and whether a limit itself belongs to the range was said beside it.
    private static void Share(JsonObject share)
    {
        foreach (var (limit, exclusive) in (ReadOnlySpan<(string, string)>)[("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")])
        {
            if (share[exclusive] is JsonValue flag && flag.TryGetValue<bool>(out var isExclusive))
            {
                share.Remove(exclusive);
                if (isExclusive) Move(share, share, limit, exclusive);
            }
            if (share["exact"] is { } exact && share[limit] is { } same && JsonNode.DeepEquals(exact, same)) share.Remove(limit);
        }
    }

    private static void Addresses(JsonNode? addresses)
    {
        if (addresses is not JsonArray list) return;
        foreach (var address in list) Address(address);
    }

    private static void Address(JsonNode? address)
    {
        if (address is not JsonObject fields) return;
        if (Text(fields, "type") == "home") fields["type"] = "residence";
        if (fields["country"] is JsonValue country && country.TryGetValue<string>(out var code)) fields["country"] = code.Length == 2 ? new JsonObject { ["name"] = code, ["code"] = code } : new JsonObject { ["name"] = code };
    }

    // 0.4 wants a name; where there is only a code, the code is all that is known of it.
    private static void NameCountry(JsonNode? country)
    {
        if (country is JsonObject fields && !fields.ContainsKey("name") && Text(fields, "code") is { Length: > 0 } code) fields["name"] = code;
    }

    private static void Reason(JsonNode? unspecified)
    {
        if (unspecified is JsonObject fields && UnspecifiedReasons.Code(Text(fields, "reason")) is { } code) fields["reason"] = code;
    }

    // The fields that an annotation pointed at stand elsewhere now.
    private static void PointAtAll(JsonNode? annotations)
    {
        if (annotations is not JsonArray list) return;
        foreach (var annotation in list.OfType<JsonObject>()) annotation["statementPointerTarget"] = "";
    }

    private static void Move(JsonObject from, JsonObject to, string name, string? newName = null)
    {
        if (!from.TryGetPropertyValue(name, out var value)) return;
        from.Remove(name);
        if (newName is null || !to.ContainsKey(newName)) to[newName ?? name] = value;
    }

    private static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
