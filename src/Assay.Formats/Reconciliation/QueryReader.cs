using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Assay.Formats.Reconciliation;

/// <summary>Reads what clients send, and reports everything that is wrong with it.</summary>
internal sealed class QueryReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ReconciliationLimits.Depth, AllowDuplicateProperties = false };

    private readonly List<JsonProblem> _problems = [];

    /// <summary>What was wrong.</summary>
    public ImmutableArray<JsonProblem> Problems => [.. _problems];

    /// <summary>A batch of queries by their keys.</summary>
    public ImmutableArray<ReconciliationQuery> Queries(string json)
    {
        using var document = Parse(json);
        if (document is null || !IsObject(document.RootElement, "$", "an object of queries by key")) return [];
        var members = document.RootElement.EnumerateObject().ToList();
        if (members.Count > ReconciliationLimits.Queries) Report("$", Count(members.Count, "queries"), $"at most {ReconciliationLimits.Queries} in a batch");
        return [.. members.Take(ReconciliationLimits.Queries).Select(member => Query(member.Name, member.Value)).OfType<ReconciliationQuery>()];
    }

    /// <summary>A wish for properties of entities; null where it can't be read.</summary>
    public ExtensionQuery? Extension(string json)
    {
        using var document = Parse(json);
        if (document is null || !IsObject(document.RootElement, "$", "an object with ids and properties")) return null;
        var (ids, properties) = (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        var (hasIds, hasProperties) = (false, false);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "ids":
                    hasIds = true;
                    ids = [.. Items(member.Value, "$.ids", ReconciliationLimits.Entities).Select(pair => Text(pair.Item, pair.Path)).OfType<string>()];
                    break;
                case "properties":
                    hasProperties = true;
                    properties = [.. Items(member.Value, "$.properties", ReconciliationLimits.Details).Select(pair => PropertyId(pair.Item, pair.Path)).OfType<string>()];
                    break;
                default:
                    Report($"$.{member.Name}", "a member that extension queries do not have", "ids, properties");
                    break;
            }
        }
        if (!hasIds) Report("$", "no ids", "a list of entity ids under 'ids'");
        if (!hasProperties) Report("$", "no properties", "a list of properties under 'properties'");
        return new ExtensionQuery(ids, properties);
    }

    private ReconciliationQuery? Query(string key, JsonElement element)
    {
        var path = $"$.{key}";
        if (!IsObject(element, path, "a query object")) return null;
        var query = new ReconciliationQuery { Key = key };
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            var value = member.Value;
            query = member.Name switch
            {
                "query" => query with { Text = Text(value, at) ?? "" },
                "type" => query with { Types = Types(value, at) },
                "type_strict" => query with { Strictness = Strictness(value, at) },
                "limit" => query with { Limit = Limit(value, at) },
                "properties" => query with { Properties = [.. Items(value, at, ReconciliationLimits.Details).Select(pair => Property(pair.Item, pair.Path)).OfType<AskedProperty>()] },
                _ => Unknown(query, at),
            };
        }
        if (query.Text.Length == 0 && query.Properties.IsEmpty) Report(path, "neither a query nor properties", "at least one of them");
        return query;
    }

    private ReconciliationQuery Unknown(ReconciliationQuery query, string path)
    {
        Report(path, "a member that queries do not have", "query, type, type_strict, limit, properties");
        return query;
    }

    private ImmutableArray<string> Types(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. Items(value, path, ReconciliationLimits.Details).Select(pair => TypeId(pair.Item, pair.Path)).OfType<string>()],
        _ => TypeId(value, path) is { } one ? [one] : [],
    };

    private string? TypeId(JsonElement value, string path) => value.ValueKind == JsonValueKind.Object ? Member(value, "id", path) : Text(value, path);

    private string Strictness(JsonElement value, string path)
    {
        var word = Text(value, path);
        if (word is "any" or "all" or "should") return word;
        if (word is not null) Report(path, $"'{Shown(word)}'", "any, all or should");
        return "any";
    }

    private int Limit(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var limit) && limit > 0) return Math.Min(limit, ReconciliationLimits.Candidates);
        Report(path, value.ValueKind == JsonValueKind.Number ? Shown(value.GetRawText()) : Shape(value), "a whole number above zero");
        return 1;
    }

    private AskedProperty? Property(JsonElement value, string path)
    {
        if (!IsObject(value, path, "an object with pid and v")) return null;
        string? id = null;
        ImmutableArray<string>? values = null;
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name == "pid") id = Text(member.Value, $"{path}.pid");
            else if (member.Name == "v") values = Values(member.Value, $"{path}.v");
            else Report($"{path}.{member.Name}", "a member that properties do not have", "pid, v");
        }
        if (id is null) Report(path, "no pid", "the id of a property");
        if (values is null) Report(path, "no v", "a value, or a list of them");
        return id is null || values is null ? null : new AskedProperty(id, values.Value);
    }

    private string? PropertyId(JsonElement value, string path) => IsObject(value, path, "an object with the id of a property") ? Member(value, "id", path) : null;

    private ImmutableArray<string> Values(JsonElement value, string path) => value.ValueKind == JsonValueKind.Array
        ? [.. Items(value, path, ReconciliationLimits.Details).Select(pair => Value(pair.Item, pair.Path)).OfType<string>()]
        : Value(value, path) is { } one ? [one] : [];

    private string? Value(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object => Member(value, "id", path),
        _ => Text(value, path),
    };

    private string? Member(JsonElement value, string name, string path)
    {
        if (value.TryGetProperty(name, out var member)) return Text(member, $"{path}.{name}");
        Report(path, $"no {name}", $"a text under '{name}'");
        return null;
    }

    private string? Text(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException)
            {
                // An escaped half of a surrogate pair is JSON, but no text.
                Report(path, "half a surrogate pair", "well-formed text");
                return null;
            }
        }
        Report(path, Shape(value), "a text");
        return null;
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(JsonElement value, string path, int most)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(path, Shape(value), "a list");
            return [];
        }
        if (value.GetArrayLength() > most) Report(path, Count(value.GetArrayLength(), "items"), $"at most {most}");
        return value.EnumerateArray().Take(most).Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));
    }

    private JsonDocument? Parse(string json)
    {
        if (json.Length > ReconciliationLimits.Characters)
        {
            Report("$", Count(json.Length, "characters"), $"at most {ReconciliationLimits.Characters}");
            return null;
        }
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Text that is no well-formed UTF-16 is refused as an argument.
            Report("$", error is JsonException { LineNumber: { } line, BytePositionInLine: { } column } ? string.Create(CultureInfo.InvariantCulture, $"text that is no JSON at line {line + 1}, byte {column + 1}, has a member twice, or is nested too deep") : "text that is no JSON", "JSON");
            return null;
        }
    }

    private bool IsObject(JsonElement value, string path, string expected)
    {
        if (value.ValueKind == JsonValueKind.Object) return true;
        Report(path, Shape(value), expected);
        return false;
    }

    private void Report(string path, string found, string expected) => _problems.Add(new JsonProblem(path, found, expected));

    private static string Shape(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
