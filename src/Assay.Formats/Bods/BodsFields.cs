using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>Which fields of a statement the record has a place for; all others that a statement has are told, by their path.</summary>
internal sealed class BodsFields
{
    // Unknown fields have names of the file's own making; so many are told apart.
    private const int MostUnknown = 100;

    private const string Common =
        "statementId statementDate recordId recordType recordStatus recordDetails.isComponent publicationDetails.publicationDate publicationDetails.bodsVersion " +
        "publicationDetails.publisher.name publicationDetails.publisher.url source.type source.description source.url source.retrievedAt source.assertedBy.name annotations";

    private const string OfEntity =
        "entityType.type entityType.details name alternateNames jurisdiction.code jurisdiction.name identifiers.id identifiers.scheme identifiers.schemeName " +
        "unspecifiedEntityDetails.reason unspecifiedEntityDetails.description publicListing.securitiesListings.marketIdentifierCode " +
        "publicListing.securitiesListings.stockExchangeName publicListing.securitiesListings.security dissolutionDate";

    private const string OfPerson =
        "personType names.fullName identifiers.id identifiers.scheme identifiers.schemeName nationalities.code nationalities.name unspecifiedPersonDetails.reason unspecifiedPersonDetails.description deathDate";

    private const string OfRelationship =
        "componentRecords subject interestedParty interests.type interests.directOrIndirect interests.beneficialOwnershipOrControl interests.details interests.share interests.startDate interests.endDate";

    private readonly Dictionary<RecordKind, Node> _taken = new()
    {
        [RecordKind.Entity] = Tree(OfEntity), [RecordKind.Person] = Tree(OfPerson), [RecordKind.Relationship] = Tree(OfRelationship),
    };

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Tells of each field that is not taken.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="tell">Takes its path, as <c>person recordDetails.birthDate</c>.</param>
    public void Tell(BodsStatement statement, Action<string> tell) => Tell(statement.Json, _taken[statement.Kind], statement.Kind, "", tell);

    private void Tell(JsonElement value, Node taken, RecordKind kind, string path, Action<string> tell)
    {
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Tell(item, taken, kind, path, tell);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var property in value.EnumerateObject())
        {
            if (taken.Fields.TryGetValue(property.Name, out var node))
            {
                if (node.Fields.Count > 0) Tell(property.Value, node, kind, node.Path, tell);
                continue;
            }
            if (IsEmpty(property.Value)) continue;
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var what = kind switch { RecordKind.Entity => $"entity {name}", RecordKind.Person => $"person {name}", _ => $"relationship {name}" };
            tell(_told.Contains(what) || (_told.Count < MostUnknown && _told.Add(what)) ? what : "other fields");
        }
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""u8),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static Node Tree(string details)
    {
        var root = new Node("");
        foreach (var path in Common.Split(' ').Concat(details.Split(' ').Select(field => $"recordDetails.{field}")))
        {
            var node = root;
            foreach (var name in path.Split('.'))
            {
                if (!node.Fields.TryGetValue(name, out var next)) node.Fields.Add(name, next = new Node(node.Path.Length == 0 ? name : $"{node.Path}.{name}"));
                node = next;
            }
        }
        return root;
    }

    private sealed class Node(string path)
    {
        public string Path { get; } = path;

        public Dictionary<string, Node> Fields { get; } = new(StringComparer.Ordinal);
    }
}
