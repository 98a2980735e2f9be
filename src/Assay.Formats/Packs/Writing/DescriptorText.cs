using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Formats.Packs.Writing;

/// <summary>Writes <c>datapackage.json</c>: the schemas come from the columns of the format.</summary>
internal static class DescriptorText
{
    private const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string ListPattern = @"^[^|]+(\|[^|]+)*$";
    private const string DatePattern = @"^\d{4}(-\d\d(-\d\d)?)?$";
    private const string PeriodPattern = @"^\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-H[12]|-([1-9]|1[0-2])M)?$";

    /// <summary>The descriptor of a pack with every table of the format.</summary>
    public static byte[] Of(string name, string title, string version, IEnumerable<string> buildsOn) => Of(name, title, version, buildsOn, TableFormat.All);

    /// <summary>The descriptor of a pack with some tables.</summary>
    public static byte[] Of(string name, string title, string version, IEnumerable<string> buildsOn, IEnumerable<TableFormat> tables, string imported = "") => Bytes(new JsonObject
    {
        ["profile"] = "tabular-data-package",
        ["name"] = name,
        ["title"] = title,
        ["version"] = version,
        ["assay"] = Assay(buildsOn, imported),
        ["resources"] = new JsonArray([.. PackTable.All.Where(t => tables.Contains(t.Format)).Select(t => (JsonNode)Resource(t))]),
    });

    private static JsonObject Assay(IEnumerable<string> buildsOn, string imported)
    {
        var assay = new JsonObject { ["format"] = PackDescriptor.KnownFormat, ["buildsOn"] = new JsonArray([.. buildsOn.Select(b => (JsonNode)b)]) };
        if (imported.Length > 0) assay["imported"] = imported;
        return assay;
    }

    /// <summary>The descriptor with one table more.</summary>
    public static byte[] With(byte[] descriptor, PackTable table)
    {
        var root = JsonNode.Parse(descriptor)!.AsObject();
        if (root["resources"] is not JsonArray resources) root["resources"] = resources = [];
        resources.Add((JsonNode)Resource(table));
        return Bytes(root);
    }

    /// <summary>A register as a resource: a file of no common format, so that other programs leave it alone.</summary>
    private static JsonObject Register() => new() { ["name"] = "register", ["path"] = Registers.RegisterFormat.FileName, ["format"] = "snapshot", ["mediatype"] = "application/octet-stream" };

    /// <summary>The descriptor with a register among its resources, or without.</summary>
    public static byte[] WithRegister(byte[] descriptor, bool has)
    {
        var root = JsonNode.Parse(descriptor)!.AsObject();
        if (root["resources"] is not JsonArray resources) root["resources"] = resources = [];
        var there = resources.FirstOrDefault(resource => resource?["path"]?.GetValue<string>() == Registers.RegisterFormat.FileName);
        if (has == there is not null) return descriptor;
        if (has) resources.Add((JsonNode)Register());
        else resources.Remove(there);
        return Bytes(root);
    }

    /// <summary>The descriptor of a pack that builds on some packs more.</summary>
    public static byte[] BuildingOn(byte[] descriptor, IEnumerable<string> more)
    {
        string[] added = [.. more.Order(StringComparer.Ordinal)];
        if (added.Length == 0) return descriptor;
        var root = JsonNode.Parse(descriptor)!.AsObject();
        if (root["assay"] is not JsonObject assay) root["assay"] = assay = [];
        if (assay["buildsOn"] is not JsonArray list) assay["buildsOn"] = list = [];
        foreach (var pack in added) list.Add((JsonNode)pack);
        return Bytes(root);
    }

    /// <summary>A table as a resource with its schema.</summary>
    public static JsonObject Resource(PackTable table) => new()
    {
        ["name"] = table.Name,
        ["path"] = table.Format.File,
        ["profile"] = "tabular-data-resource",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)Field(c))]),
            ["missingValues"] = new JsonArray(""),
        },
    };

    private static JsonObject Field(Column column)
    {
        var constraints = new JsonObject();
        if (column.IsRequired) constraints["required"] = true;
        if (PatternOf(column) is { } pattern) constraints["pattern"] = pattern;
        if (column.Kind == ColumnKind.OwnId) constraints["unique"] = true;
        if (!column.Words.IsEmpty) constraints["enum"] = new JsonArray([.. column.Words.Select(w => (JsonNode)w)]);
        if (column is { Kind: ColumnKind.Percent, Sign: null }) (constraints["minimum"], constraints["maximum"]) = (0, 100);
        if (column.Kind is ColumnKind.Rank) constraints["minimum"] = 1;
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Sign is not null ? "string" : column.Kind switch { ColumnKind.Number or ColumnKind.Percent => "number", ColumnKind.Rank => "integer", _ => "string" },
        };
        if (column.Kind == ColumnKind.Address) field["format"] = "uri";
        if (constraints.Count > 0) field["constraints"] = constraints;
        return field;
    }

    private static string? PatternOf(Column column) => column switch
    {
        { IsList: true } => ListPattern,
        { Sign: { } sign } => $@"^{sign}?(100|\d\d?)(\.\d+)?$",
        { Kind: ColumnKind.OwnId or ColumnKind.Slug or ColumnKind.Reference } => SlugPattern,
        { Kind: ColumnKind.Date } => DatePattern,
        { Kind: ColumnKind.Period } => PeriodPattern,
        _ => null,
    };

    private static byte[] Bytes(JsonObject root)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            root.WriteTo(writer);
        bytes.Write(Encoding.UTF8.GetBytes("\n"));
        return bytes.ToArray();
    }
}
