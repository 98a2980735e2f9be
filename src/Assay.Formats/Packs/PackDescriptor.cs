using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Formats.Packs;

/// <summary>What a pack's <c>datapackage.json</c> says that this project reads. Other keys of the standard are left alone.</summary>
internal sealed record PackDescriptor
{
    /// <summary>The version of the pack format that this program reads.</summary>
    public const string KnownFormat = "1";

    /// <summary>Whether there was an object to read.</summary>
    public bool IsRead { get; init; }

    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>The packs whose entities and sources this one may use.</summary>
    public ImmutableArray<string> BuildsOn { get; init; } = [];

    /// <summary>The format that the pack was imported from; empty: it was made by hand.</summary>
    public string Imported { get; init; } = "";

    public ImmutableArray<Resource> Resources { get; init; } = [];

    /// <summary>A table as the descriptor lists it.</summary>
    internal sealed record Resource(string Name, string Path, ImmutableArray<string> Fields);

    /// <summary>Reads the descriptor of a pack; what is missing stays empty and is reported.</summary>
    public static PackDescriptor Read(PackFiles files, List<Problem> problems)
    {
        var file = $"{files.Path}/{PackFiles.DescriptorName}";
        if (files[PackFiles.DescriptorName] is not { } bytes)
        {
            problems.Add(new Problem("missing-descriptor", file, 0, 0, "no such file", "a datapackage.json beside the tables", "write one; docs/formats/packs.md shows the least it holds"));
            return new PackDescriptor();
        }
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return new DescriptorReader(file, bytes, problems).Read(json.RootElement);
        }
        catch (JsonException error)
        {
            problems.Add(new Problem("bad-json", file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, "text that is no JSON", "a JSON object", "correct the syntax"));
            return new PackDescriptor();
        }
    }

    private sealed class DescriptorReader(string file, byte[] bytes, List<Problem> problems)
    {
        public PackDescriptor Read(JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object)
            {
                Report("bad-json", "", Shape(root), "a JSON object", "begin the file with {");
                return new PackDescriptor();
            }
            var assay = root.TryGetProperty("assay", out var ours) && ours.ValueKind == JsonValueKind.Object ? ours : default;
            var format = assay.ValueKind == JsonValueKind.Object ? Text(assay, "format") : "";
            if (format != KnownFormat)
                Report("pack-format", "assay", format.Length == 0 ? "no format" : $"format '{format}'", $"\"assay\": {{\"format\": \"{KnownFormat}\"}}", "add it, or use the program version that knows this format");
            return new PackDescriptor
            {
                IsRead = true,
                Name = Required(root, "name"),
                Title = Required(root, "title"),
                Version = Required(root, "version"),
                Imported = assay.ValueKind == JsonValueKind.Object ? Text(assay, "imported") : "",
                BuildsOn = assay.ValueKind == JsonValueKind.Object ? Texts(assay, "buildsOn") : [],
                Resources = [.. Items(root, "resources").Select(r => new Resource(Text(r, "name"), Text(r, "path"), FieldsOf(r)))],
            };
        }

        private string Required(JsonElement parent, string key)
        {
            var text = Text(parent, key);
            if (text.Length == 0) Report("missing-key", key, $"no '{key}'", $"a text under '{key}'", "add it");
            return text;
        }

        private static string Text(JsonElement parent, string key) =>
            parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        private static ImmutableArray<string> Texts(JsonElement parent, string key) =>
            [.. Items(parent, key).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];

        private static ImmutableArray<string> FieldsOf(JsonElement resource) =>
            resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("schema", out var schema)
                ? [.. Items(schema, "fields").Select(f => Text(f, "name"))]
                : [];

        private static JsonElement.ArrayEnumerator Items(JsonElement parent, string key) =>
            parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                : default;

        private static string Shape(JsonElement element) => element.ValueKind.ToString().ToLowerInvariant();

        private void Report(string code, string key, string found, string expected, string mend)
        {
            var (line, column) = TextPlaces.Of(bytes, $"\"{key}\"");
            problems.Add(new Problem(code, file, line, column, found, expected, mend));
        }
    }
}
