using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Assay.Tests.LinkedData;

/// <summary>
/// Holds a document to <c>schema-org.csv</c>: the types and properties of schema.org (release 30.0) that are written, what each may hold, and which of
/// them schema.org and the readers of fact checks ask for.
/// </summary>
internal static class SchemaOrg
{
    private static readonly ILookup<string, (string Property, string Need, string[] Values)> Table = File.ReadLines(Checkout.PathOf("tests", "Assay.Tests", "LinkedData", "schema-org.csv")).Skip(1)
        .Select(line => line.Split(',')).ToLookup(cells => cells[0], cells => (cells[1], cells[2], cells[3].Split('|')));

    /// <summary>Fails where the document has what the table has not, or lacks what is required or recommended.</summary>
    public static void Holds(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        if (root.TryGetProperty("@graph", out var graph)) Assert.All(graph.EnumerateArray(), item => Thing(item, isRoot: true));
        else Thing(root, isRoot: true);
    }

    private static string Thing(JsonElement thing, bool isRoot)
    {
        var type = thing.GetProperty("@type").GetString()!;
        Assert.True(Table.Contains(type), $"There is no type {type} in the table.");
        foreach (var member in thing.EnumerateObject().Where(member => !member.Name.StartsWith('@')))
        {
            var (property, _, values) = Table[type].FirstOrDefault(row => row.Property == member.Name);
            Assert.True(property is not null, $"{type} has no {member.Name} in the table.");
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value]) Value(value, values, $"{type}.{property}");
        }
        // A thing that is only named inside another says where it is described.
        foreach (var (property, need, _) in Table[type].Where(row => row.Need == "required" || (row.Need == "recommended" && isRoot)))
            Assert.True(thing.TryGetProperty(property, out _), $"{type} lacks {property}, which is {need}.");
        return type;
    }

    private static void Value(JsonElement value, string[] expected, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: Assert.True(expected.Contains(Thing(value, isRoot: false)), $"{place} may not be a {value.GetProperty("@type")}."); break;
            case JsonValueKind.Number: Assert.True(expected.Contains("Number"), $"{place} is no number."); break;
            case JsonValueKind.String when expected.Contains("URL"): Assert.True(Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https", $"{place} is no address: {value}"); break;
            case JsonValueKind.String when expected.Contains("Date"): Assert.True(IsDate(value.GetString()!), $"{place} is no date: {value}"); break;
            case JsonValueKind.String: Assert.True(expected.Contains("Text"), $"{place} is no text."); break;
            default: Assert.Fail($"{place} is {value.ValueKind}."); break;
        }
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
