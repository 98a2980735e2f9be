using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>The schema of BODS 0.4: the standard's own files, kept beside this one unchanged.</summary>
internal static class BodsSchema
{
    private static readonly Lazy<SchemaNode> s_statement = new(Load);

    /// <summary>What a statement must be.</summary>
    public static SchemaNode Statement => s_statement.Value;

    /// <summary>The lines of a list that stands beside the schema, comments left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    private static SchemaNode Load()
    {
        var files = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in (string[])["statement", "components", "entity-record", "person-record", "relationship-record"])
        {
            using var stream = Open($"{name}.json");
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement.Clone();
            files.Add(root.GetProperty("$id").GetString()!, root);
        }
        return new References(files, "urn:statement").Find("#/$defs/Statement");
    }

    private static Stream Open(string name) => typeof(BodsSchema).Assembly.GetManifestResourceStream($"bods/{name}") ?? throw new InvalidOperationException($"bods/{name} is not built in.");

    /// <summary>Finds what references mean, seen from a file: <c>urn:entity</c>, <c>#/$defs/Name</c>, <c>urn:components#/$defs/Address</c>.</summary>
    private sealed class References(Dictionary<string, JsonElement> files, string home, Dictionary<string, SchemaNode>? known = null)
    {
        private readonly Dictionary<string, SchemaNode> _known = known ?? new(StringComparer.Ordinal);

        public SchemaNode Find(string reference)
        {
            var at = reference.IndexOf('#', StringComparison.Ordinal);
            var (file, pointer) = at < 0 ? (reference, "") : (reference[..at], reference[(at + 1)..]);
            if (file.Length == 0) file = home;
            var whole = $"{file}#{pointer}";
            if (_known.TryGetValue(whole, out var node)) return node;
            var json = files[file];
            foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)) json = json.GetProperty(part);
            node = SchemaNode.Read(json, new References(files, file, _known).Find);
            _known.Add(whole, node);
            return node;
        }
    }
}
