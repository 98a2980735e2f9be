using System.Globalization;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>Holds a value against a schema. How deep it goes is bounded by the schema, which does not refer to itself.</summary>
internal sealed class SchemaCheck
{
    private readonly Stack<string> _path = new();
    private readonly List<SchemaFault> _faults = [];

    /// <summary>Everything in the statement that is not as the schema of BODS 0.4 wants it.</summary>
    public IReadOnlyList<SchemaFault> Check(JsonElement statement)
    {
        _path.Clear();
        _faults.Clear();
        Check(statement, BodsSchema.Statement);
        // Without a kind of record the schemas of all three kinds apply, and what they say of the details is of no use.
        if (_faults.Any(fault => fault.Missing == "recordType")) _faults.RemoveAll(fault => fault.Path.StartsWith(".recordDetails", StringComparison.Ordinal));
        return [.. _faults.DistinctBy(fault => (fault.Keyword, fault.Path, fault.Missing))];
    }

    private void Check(JsonElement value, SchemaNode node)
    {
        if (node.Target is { } target) Check(value, target);
        if (node.Type.Length > 0 && !IsOf(value, node.Type))
        {
            // What else it must be follows from its kind.
            Add("type", Shown(value), Article(node.Type));
            return;
        }
        CheckValue(value, node);
        switch (value.ValueKind)
        {
            case JsonValueKind.String: CheckText(value.GetString()!, node); break;
            case JsonValueKind.Number: CheckNumber(value, node); break;
            case JsonValueKind.Object: CheckObject(value, node); break;
            case JsonValueKind.Array when node.Items is { } items: CheckItems(value, items); break;
        }
        foreach (var part in node.AllOf) Check(value, part);
        if (node.AnyOf.Count > 0 && !node.AnyOf.Any(part => Matches(value, part))) AddChoice("anyOf", value, node.AnyOf);
        if (node.OneOf.Count > 0 && node.OneOf.Count(part => Matches(value, part)) != 1) CheckOne(value, node.OneOf);
        if (node.If is { } condition && node.Then is { } then && Matches(value, condition)) Check(value, then);
        if (node.Not is { } not && Matches(value, not)) Add("not", Shown(value), "something else");
    }

    private void CheckValue(JsonElement value, SchemaNode node)
    {
        if (node.Enum.Count > 0 && !(value.ValueKind == JsonValueKind.String && node.Enum.Any(value.ValueEquals))) Add("enum", Shown(value), $"one of {string.Join(", ", node.Enum)}");
        if (node.Const is { } only && !IsSame(value, only)) Add("const", Shown(value), only);
    }

    private void CheckText(string text, SchemaNode node)
    {
        if (node.MinLength is { } least && Length(text) < least) Add("minLength", $"'{Cut(text)}' of {Length(text)} characters", $"at least {least}");
        if (node.MaxLength is { } most && Length(text) > most) Add("maxLength", $"'{Cut(text)}' of {Length(text)} characters", $"at most {most}");
        if (node.Pattern is { } pattern && !pattern.IsMatch(text)) Add("pattern", $"'{Cut(text)}'", $"a text of the form {pattern}");
        if (node.Format.Length > 0 && !TextFormat.Is(node.Format, text)) Add("format", $"'{Cut(text)}'", TextFormat.Name(node.Format));
    }

    private void CheckNumber(JsonElement value, SchemaNode node)
    {
        var number = value.GetDouble();
        if (node.Minimum is { } least && number < (double)least) Add("minimum", Shown(value), $"at least {Number(least)}");
        if (node.Maximum is { } most && number > (double)most) Add("maximum", Shown(value), $"at most {Number(most)}");
    }

    private void CheckObject(JsonElement value, SchemaNode node)
    {
        foreach (var name in node.Required)
            if (!value.TryGetProperty(name, out _)) _faults.Add(new SchemaFault("required", Path, name, "", $"the field {name}"));
        if (node.MinProperties is { } least && value.GetPropertyCount() < least) Add("minProperties", "an object without fields", $"at least {least}");
        if (node.Properties.Count == 0) return;
        foreach (var property in value.EnumerateObject())
        {
            if (!node.Properties.TryGetValue(property.Name, out var schema)) continue;
            _path.Push($".{property.Name}");
            Check(property.Value, schema);
            _path.Pop();
        }
    }

    private void CheckItems(JsonElement value, SchemaNode items)
    {
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            _path.Push(string.Create(CultureInfo.InvariantCulture, $"[{at++}]"));
            Check(item, items);
            _path.Pop();
        }
    }

    /// <summary>Where just one of the schemas is for values of this kind, what is wrong by that one says more.</summary>
    private void CheckOne(JsonElement value, IReadOnlyList<SchemaNode> parts)
    {
        var ofKind = parts.Where(part => (part.Target ?? part).Type is var type && (type.Length == 0 || IsOf(value, type))).ToArray();
        if (ofKind is [var only]) Check(value, only);
        else AddChoice("oneOf", value, parts);
    }

    private bool Matches(JsonElement value, SchemaNode node)
    {
        var before = _faults.Count;
        Check(value, node);
        var matches = _faults.Count == before;
        _faults.RemoveRange(before, _faults.Count - before);
        return matches;
    }

    private void AddChoice(string keyword, JsonElement value, IReadOnlyList<SchemaNode> parts) =>
        Add(keyword, Shown(value), string.Join(" or ", parts.Select(part => Wanted(part.Target ?? part)).Distinct(StringComparer.Ordinal)));

    private static string Wanted(SchemaNode node) => node switch
    {
        { Required: { Count: > 0 } names } => $"an object with {string.Join(" and ", names)}",
        { Format.Length: > 0 } => TextFormat.Name(node.Format),
        { Pattern: { } pattern } => $"a text of the form {pattern}",
        _ => Article(node.Type),
    };

    private string Path => string.Concat(_path.Reverse());

    private void Add(string keyword, string found, string expected) => _faults.Add(new SchemaFault(keyword, Path, "", found, expected));

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };

    private static bool IsSame(JsonElement value, string json)
    {
        using var other = JsonDocument.Parse(json);
        return JsonElement.DeepEquals(value, other.RootElement);
    }

    // JSON Schema counts characters, not the halves of which .NET makes the rarer ones.
    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string Article(string type) => type is "object" or "array" ? $"an {type}" : $"a {type}";

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"'{Cut(value.GetString()!)}'",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "an empty array" : "an array",
        _ => Cut(value.GetRawText()),
    };

    private static string Cut(string text) => text.Length <= 60 ? text : $"{text[..(char.IsHighSurrogate(text[56]) ? 56 : 57)]}...";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
