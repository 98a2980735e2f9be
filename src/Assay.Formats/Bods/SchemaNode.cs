using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Formats.Bods;

/// <summary>One schema of a JSON Schema file (draft 2020-12), with the keywords that the schema of BODS uses; another keyword is refused when it is read.</summary>
internal sealed class SchemaNode
{
    private static readonly TimeSpan s_patternLimit = TimeSpan.FromSeconds(1);
    private static readonly FrozenSet<string> s_annotations =
        FrozenSet.Create(StringComparer.Ordinal, "$id", "$schema", "$comment", "$defs", "title", "description", "version", "codelist", "openCodelist", "propertyOrder");

    /// <summary>The kinds of value that are allowed; empty: any.</summary>
    public string Type { get; private init; } = "";

    public FrozenDictionary<string, SchemaNode> Properties { get; private init; } = FrozenDictionary<string, SchemaNode>.Empty;

    public IReadOnlyList<string> Required { get; private init; } = [];

    public SchemaNode? Items { get; private init; }

    /// <summary>The allowed texts; empty: any.</summary>
    public IReadOnlyList<string> Enum { get; private init; } = [];

    /// <summary>The only value that is allowed, as JSON; null: any.</summary>
    public string? Const { get; private init; }

    public int? MinLength { get; private init; }

    public int? MaxLength { get; private init; }

    public int? MinProperties { get; private init; }

    public decimal? Minimum { get; private init; }

    public decimal? Maximum { get; private init; }

    public Regex? Pattern { get; private init; }

    public string Format { get; private init; } = "";

    public IReadOnlyList<SchemaNode> AnyOf { get; private init; } = [];

    public IReadOnlyList<SchemaNode> OneOf { get; private init; } = [];

    public IReadOnlyList<SchemaNode> AllOf { get; private init; } = [];

    public SchemaNode? If { get; private init; }

    public SchemaNode? Then { get; private init; }

    public SchemaNode? Not { get; private init; }

    /// <summary>The schema that this one refers to and adds to; null: none.</summary>
    public SchemaNode? Target { get; private init; }

    /// <summary>Reads a schema.</summary>
    /// <param name="json">The schema.</param>
    /// <param name="find">Gives the schema that a reference names.</param>
    public static SchemaNode Read(JsonElement json, Func<string, SchemaNode> find)
    {
        foreach (var keyword in json.EnumerateObject())
            if (!s_annotations.Contains(keyword.Name) && !s_keywords.Contains(keyword.Name)) throw new NotSupportedException($"The schema uses the keyword {keyword.Name}.");
        SchemaNode? One(string name) => json.TryGetProperty(name, out var value) ? Read(value, find) : null;
        IReadOnlyList<SchemaNode> Several(string name) => json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => Read(item, find))] : [];
        string Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString()! : "";
        int? Whole(string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;
        decimal? Number(string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
        IReadOnlyList<string> Texts(string name) => json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
        return new SchemaNode
        {
            Type = Text("type"),
            Properties = json.TryGetProperty("properties", out var properties)
                ? properties.EnumerateObject().ToFrozenDictionary(property => property.Name, property => Read(property.Value, find), StringComparer.Ordinal)
                : FrozenDictionary<string, SchemaNode>.Empty,
            Required = Texts("required"),
            Items = One("items"),
            Enum = Texts("enum"),
            Const = json.TryGetProperty("const", out var only) ? only.GetRawText() : null,
            MinLength = Whole("minLength"),
            MaxLength = Whole("maxLength"),
            MinProperties = Whole("minProperties"),
            Minimum = Number("minimum"),
            Maximum = Number("maximum"),
            Pattern = json.TryGetProperty("pattern", out var pattern) ? PatternOf(pattern.GetString()!) : null,
            Format = Text("format"),
            AnyOf = Several("anyOf"),
            OneOf = Several("oneOf"),
            AllOf = Several("allOf"),
            If = One("if"),
            Then = One("then"),
            Not = One("not"),
            Target = json.TryGetProperty("$ref", out var name) ? find(name.GetString()!) : null,
        };
    }

    private static readonly FrozenSet<string> s_keywords = FrozenSet.Create(StringComparer.Ordinal,
        "type", "properties", "required", "items", "enum", "const", "minLength", "maxLength", "minProperties", "minimum", "maximum", "pattern", "format",
        "anyOf", "oneOf", "allOf", "if", "then", "not", "$ref");

    // In .NET $ also stands before a line break at the end, which the schema does not mean.
    private static Regex PatternOf(string pattern) =>
        new(pattern.EndsWith('$') ? $@"{pattern[..^1]}\z" : pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, s_patternLimit);
}
