using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Formats.Mappings.Tables;

/// <summary>
/// The tables of a Frictionless Data Package, with what its descriptor says of them: dialects, encodings, missing values, the forms of numbers and dates, and
/// foreign keys. Both versions of the standard are read.
/// </summary>
internal sealed class DataPackageTables(string file, Func<string, Stream?> openBeside, Action<Problem> problems, Action<string> skip)
{
    /// <summary>The tables of a descriptor.</summary>
    public IReadOnlyList<InputTable> Read(Stream descriptor)
    {
        try
        {
            using var json = JsonDocument.Parse(descriptor);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array)
                return [.. resources.EnumerateArray().SelectMany(Tables)];
            Report("no-resources", "no list of resources", "a data package", "name its datapackage.json");
        }
        catch (JsonException error)
        {
            problems(new Problem("bad-json", file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, "text that is no JSON", "a JSON object", "correct the syntax"));
        }
        return [];
    }

    private IEnumerable<InputTable> Tables(JsonElement resource)
    {
        var name = Text(resource, "name");
        if (resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("data", out _))
        {
            skip($"data that stands in the descriptor itself ({name})");
            yield break;
        }
        var format = Text(resource, "format");
        if (format.Length > 0 && format is not ("csv" or "tsv" or "txt"))
        {
            skip($"resources that are no tables of text ({name}, {format})");
            yield break;
        }
        foreach (var path in Paths(resource))
        {
            if (path.Contains("://", StringComparison.Ordinal))
            {
                skip($"resources that lie elsewhere ({path})");
                continue;
            }
            if (System.IO.Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            {
                Report("outside", $"the path '{path}'", "a file in the package's folder", "put it there");
                continue;
            }
            Stream? first;
            if ((first = openBeside(path)) is null)
            {
                Report("missing-file", $"the resource '{name}' at '{path}', which is not there", "a file of the package", "put it there; its rows are left out");
                continue;
            }
            first.Dispose();
            var schema = SchemaOf(resource);
            yield return new TextTable(() => openBeside(path) ?? throw new FileNotFoundException($"There is no {path} any more.", path))
            {
                Name = name.Length > 0 ? name : System.IO.Path.GetFileNameWithoutExtension(path),
                File = $"{file[..(file.LastIndexOfAny(['/', '\\', '!']) + 1)]}{path}",
                Own = DialectOf(resource, format),
                Missing = MissingOf(schema),
                Forms = FormsOf(schema),
                References = [.. ReferencesOf(resource), .. ReferencesOf(schema)],
            };
        }
    }

    private static IEnumerable<string> Paths(JsonElement resource) =>
        resource.ValueKind != JsonValueKind.Object || !resource.TryGetProperty("path", out var path) ? []
        : path.ValueKind == JsonValueKind.String ? [path.GetString()!]
        : path.ValueKind == JsonValueKind.Array ? path.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()!) : [];

    private JsonElement SchemaOf(JsonElement resource)
    {
        if (!resource.TryGetProperty("schema", out var schema)) return default;
        if (schema.ValueKind != JsonValueKind.String) return schema;
        using var stream = schema.GetString() is { } path && !path.Contains("://", StringComparison.Ordinal) && !path.Split('/', '\\').Contains("..") ? openBeside(path) : null;
        if (stream is null)
        {
            skip($"schemas that lie elsewhere ({schema.GetString()})");
            return default;
        }
        try
        {
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            Report("bad-json", $"the schema '{schema.GetString()}', which is no JSON", "a JSON object", "correct the syntax");
            return default;
        }
    }

    private TextDialect DialectOf(JsonElement resource, string format)
    {
        var isTabs = format == "tsv";
        var encoding = Text(resource, "encoding");
        if (encoding.Length > 0 && TextEncodings.Find(encoding) is null) Report("encoding", $"the encoding '{encoding}'", string.Join(", ", TextEncodings.Names), "convert the file to UTF-8; it is read as that");
        if (!resource.TryGetProperty("dialect", out var dialect) || dialect.ValueKind != JsonValueKind.Object)
        {
            if (dialect.ValueKind == JsonValueKind.String) skip($"dialects that lie elsewhere ({dialect.GetString()})");
            return new TextDialect { Delimiter = isTabs ? '\t' : ',', Encoding = encoding.Length > 0 ? TextEncodings.Find(encoding) : null };
        }
        return new TextDialect
        {
            Encoding = encoding.Length > 0 ? TextEncodings.Find(encoding) : null,
            Delimiter = Sign(dialect, "delimiter") ?? (isTabs ? '\t' : ','),
            Quote = Sign(dialect, "quoteChar") ?? '"',
            Escape = Sign(dialect, "escapeChar"),
            Comment = Sign(dialect, "commentChar") ?? '\0',
            HasHeader = !dialect.TryGetProperty("header", out var header) || header.ValueKind != JsonValueKind.False,
            Columns = resource.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Object ? [.. Items(schema, "fields").Select(field => Text(field, "name"))] : [],
        };
    }

    private static ImmutableArray<string> MissingOf(JsonElement schema) =>
        [.. Items(schema, "missingValues").Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : Text(value, "value"))];

    private static Dictionary<string, ColumnForm> FormsOf(JsonElement schema)
    {
        var forms = new Dictionary<string, ColumnForm>(StringComparer.Ordinal);
        foreach (var field in Items(schema, "fields"))
        {
            var (point, group, format) = (Sign(field, "decimalChar"), Sign(field, "groupChar"), Text(field, "format"));
            var numbers = point is null && group is null ? null : new NumberForm(point ?? '.', group);
            var date = Text(field, "type") is "date" or "datetime" or "yearmonth" && format.Contains('%', StringComparison.Ordinal) ? FormOf(format) : null;
            if (numbers is not null || date is not null) forms[Text(field, "name")] = new ColumnForm(numbers, date);
        }
        return forms;
    }

    // The standard writes forms as C's strptime does.
    private static string? FormOf(string format)
    {
        var form = format.Replace("%Y", "yyyy", StringComparison.Ordinal).Replace("%m", "MM", StringComparison.Ordinal).Replace("%d", "dd", StringComparison.Ordinal)
            .Replace("%B", "MMMM", StringComparison.Ordinal).Replace("%b", "MMM", StringComparison.Ordinal).Replace("%H", "HH", StringComparison.Ordinal)
            .Replace("%M", "mm", StringComparison.Ordinal).Replace("%S", "ss", StringComparison.Ordinal);
        return !form.Contains('%', StringComparison.Ordinal) && DateText.IsForm(form) ? form : null;
    }

    private static IEnumerable<TableReference> ReferencesOf(JsonElement owner)
    {
        foreach (var key in Items(owner, "foreignKeys"))
        {
            if (key.ValueKind != JsonValueKind.Object || !key.TryGetProperty("reference", out var other)) continue;
            yield return new TableReference(Names(key, "fields"), Text(other, "resource"), Names(other, "fields"), Text(other, "package"));
        }
    }

    private static ImmutableArray<string> Names(JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var names) && names.ValueKind == JsonValueKind.String ? [names.GetString()!]
        : [.. Items(owner, key).Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)];

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string Text(JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static char? Sign(JsonElement owner, string key) => Text(owner, key) is [var sign] ? sign : null;

    private void Report(string code, string found, string expected, string mend) => problems(new Problem(code, file, 0, 0, found, expected, mend));
}
