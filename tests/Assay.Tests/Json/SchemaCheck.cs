using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Tests.Json;

/// <summary>
/// Checks a document against a JSON Schema with the few keywords that the project's schemas use; a keyword that it doesn't know is an
/// error, so that no part of a schema goes unchecked.
/// </summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "title", "description", "$defs", "examples"];

    /// <summary>Every place where the document breaks the schema.</summary>
    public IReadOnlyList<string> Check(JsonElement document) => [.. Check(root, document, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name)).SelectMany(keyword => Check(schema, keyword, value, at));

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value, string at) => keyword.Name switch
    {
        "$ref" => Check(Resolve(keyword.Value.GetString()!), value, at),
        "type" => Unless(HasType(keyword.Value, value), at, $"is no {keyword.Value}"),
        "const" => Unless(JsonElement.DeepEquals(keyword.Value, value), at, $"is not {keyword.Value}"),
        "enum" => Unless(keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), at, $"{value} is none of {keyword.Value}"),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), at, $"{value} does not match {keyword.Value}"),
        "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), at, $"is shorter than {keyword.Value}"),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(), at, $"{value} is below {keyword.Value}"),
        "required" => keyword.Value.EnumerateArray().SelectMany(name => Unless(value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name.GetString()!, out _), at, $"has no {name}")),
        "properties" => Members(value).Where(member => keyword.Value.TryGetProperty(member.Name, out _))
            .SelectMany(member => Check(keyword.Value.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
        "additionalProperties" => Members(value).Where(member => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _))
            .SelectMany(member => keyword.Value.ValueKind == JsonValueKind.False ? [$"{at} has the unknown member {member.Name}"] : Check(keyword.Value, member.Value, $"{at}.{member.Name}")),
        "propertyNames" => Members(value).SelectMany(member => Check(keyword.Value, JsonSerializer.SerializeToElement(member.Name), $"{at}.{member.Name}")),
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{at}[{i}]")),
        "oneOf" => Unless(keyword.Value.EnumerateArray().Count(one => !Check(one, value, at).Any()) == 1, at, $"fits not exactly one alternative: {value}"),
        _ => throw new NotSupportedException($"The schema uses '{keyword.Name}', which this check does not know."),
    };

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (schema, name) => schema.GetProperty(name));

    private static IEnumerable<string> Unless(bool holds, string at, string problem) => holds ? [] : [$"{at} {problem}"];

    private static JsonElement.ObjectEnumerator Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;

    private static bool HasType(JsonElement types, JsonElement value) => types.ValueKind == JsonValueKind.Array
        ? types.EnumerateArray().Any(type => HasType(type, value))
        : types.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            var other => throw new NotSupportedException($"The schema uses the type '{other}'."),
        };
}
