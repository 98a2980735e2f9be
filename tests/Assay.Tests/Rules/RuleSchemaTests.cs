using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Rules;
using Assay.Mentions;
using Assay.Questions;
using Assay.Tests.Guards;
using Assay.Tests.Json;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Tests.Rules;

/// <summary>The schemas beside the rule files, for editors: each file keeps to its own, and they know every key and word that the loaders know.</summary>
public sealed partial class RuleSchemaTests
{
    private static readonly string Rules = Checkout.PathOf("rules");
    private static readonly Dictionary<string, JsonElement> Schemas = Directory.GetFiles(Path.Combine(Rules, "schema"), "*.schema.json")
        .ToDictionary(file => Path.GetFileName(file).Split('.')[0], file => JsonDocument.Parse(File.ReadAllText(file)).RootElement);

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Rules, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(Path.GetRelativePath(Rules, file).Replace(Path.DirectorySeparatorChar, '/')));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_rule_file_keeps_to_its_schema(string file) =>
        Assert.Empty(new SchemaCheck(SchemaOf(file)).Check(Read(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_schema_refuses_a_key_that_is_misspelt(string file)
    {
        if (file == "wording.yaml") return; // Its keys are its own.
        var document = JsonNode.Parse(Read(file).GetRawText())!.AsObject();
        document["misspelt"] = "x";
        Assert.NotEmpty(new SchemaCheck(SchemaOf(file)).Check(JsonSerializer.SerializeToElement(document)));
    }

    [Fact]
    public void Every_key_that_a_loader_accepts_is_in_a_schema()
    {
        var known = Schemas.Values.SelectMany(Objects).Select(keys => keys.ToHashSet()).ToList();
        var accepted = ProjectTests.Sources("Assay.Formats").Where(file => file.Contains($"{Path.DirectorySeparatorChar}Rules{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Accepted().Matches(ProjectTests.Code(file))).Select(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        Assert.NotEmpty(accepted);
        // A key in a variable is one of several sections' own; the others of its list must be there.
        Assert.All(accepted, keys => Assert.Contains(known, one => one.Count == keys.Length && keys.Where(key => key.StartsWith('"')).All(key => one.Contains(key.Trim('"')))));
    }

    [Fact]
    public void The_words_of_the_schemas_are_those_of_the_program()
    {
        Assert.Equal(Words<ClaimKind>(), Texts(Schemas["frames"], "properties", "kind", "enum"));
        Assert.Equal(Words<ClaimKind>(), Texts(Schemas["signs"], "$defs", "sign", "properties", "kind", "enum"));
        Assert.Equal(Words<MembershipSense>(), Texts(Schemas["frames"], "$defs", "frame", "properties", "membership", "enum"));
        Assert.Equal(Words<AgreementSense>(), Texts(Schemas["frames"], "$defs", "frame", "properties", "agreement", "enum"));
        Assert.Equal(Words<Quantifier>(), Texts(Schemas["frames"], "$defs", "frame", "properties", "quantifier", "enum"));
        Assert.Equal(Words<OwnershipMeasure>(), Texts(Schemas["readings"], "$defs", "choice", "properties", "measure", "enum"));
        Assert.Equal(Words<MeterOf>(), Texts(Schemas["meters"], "properties", "figures", "items", "properties", "of", "enum"));
        Assert.Equal(Words<WordClass>().Where(word => word is not ("none" or "closed")), Keys(Schemas["words"], "properties", "classes", "properties"));
        Assert.Equal(Enum.GetNames<EntityKind>().Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal), Keys(Schemas["words"], "properties", "descriptions", "properties"));
    }

    private static JsonElement SchemaOf(string file) => Schemas[file.Contains("/frames/", StringComparison.Ordinal) ? "frames" : Path.GetFileNameWithoutExtension(file)];

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetNames<T>().Select(RuleNode.Kebab).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(JsonElement schema, params string[] path) =>
        path.Aggregate(schema, (at, name) => at.GetProperty(name)).EnumerateArray().Select(word => word.GetString()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(JsonElement schema, params string[] path) =>
        path.Aggregate(schema, (at, name) => at.GetProperty(name)).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<IEnumerable<string>> Objects(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => (schema.TryGetProperty("properties", out var keys) && keys.ValueKind == JsonValueKind.Object && schema.TryGetProperty("additionalProperties", out _)
            ? [keys.EnumerateObject().Select(key => key.Name)] : Array.Empty<IEnumerable<string>>()).Concat(schema.EnumerateObject().SelectMany(member => Objects(member.Value))),
        _ => [],
    };

    private static JsonElement Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Rules, file))));
        return JsonSerializer.SerializeToElement(NodeOf(stream.Documents[0].RootNode));
    }

    private static JsonNode? NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, NodeOf(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(NodeOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when Number().IsMatch(plain.Value!) => JsonNode.Parse(plain.Value!),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => throw new NotSupportedException($"No rule file has a {node.GetType().Name}."),
    };

    [GeneratedRegex(@"AllowOnly\(((?!params)[^)]*)\)")]
    private static partial Regex Accepted();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();
}
