using System.Text.Json;

namespace Assay.Web.Desk;

/// <summary>The rows that the proof of each claim of a published document rests on.</summary>
internal static class CitedRows
{
    /// <summary>The ids of the rows, by claim.</summary>
    public static Dictionary<string, HashSet<string>> Of(byte[] document)
    {
        using var json = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = 256 });
        var all = new Dictionary<string, HashSet<string>>();
        foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray())
        {
            var rows = new HashSet<string>();
            if (claim.TryGetProperty("proof", out var proof)) Collect(proof, rows);
            all[claim.GetProperty("id").GetString()!] = rows;
        }
        return all;
    }

    private static void Collect(JsonElement element, HashSet<string> rows)
    {
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Collect(item, rows);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name == "rows" && member.Value.ValueKind == JsonValueKind.Array)
                foreach (var row in member.Value.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("place", out _))) rows.Add(row.GetProperty("id").GetString()!);
            else Collect(member.Value, rows);
        }
    }
}
