using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Formats.Packs.Diff;

namespace Assay.Cli;

/// <summary>Writes what is not the same in two versions of a pack for programs.</summary>
internal static class PackDiffJson
{
    public static void Write(Stream output, IReadOnlyList<RowChange> changes, IReadOnlyList<VerdictChange> verdicts)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("rows");
            foreach (var change in changes) Write(json, change);
            json.WriteEndArray();
            json.WriteStartArray("verdicts");
            foreach (var change in verdicts) Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
        output.Flush();
    }

    private static void Write(Utf8JsonWriter json, RowChange change)
    {
        json.WriteStartObject();
        json.WriteString("table", change.Table.Name);
        json.WriteString("change", PackDiffTable.Name(change.Fate));
        json.WriteString("id", change.Id);
        if (change.IdBefore is { } before && before != change.Id) json.WriteString("idBefore", before);
        json.WriteStartObject("cells");
        foreach (var (column, old, now) in change.Cells)
        {
            json.WriteStartArray(column);
            json.WriteStringValue(old);
            json.WriteStringValue(now);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, VerdictChange change)
    {
        json.WriteStartObject();
        json.WriteString("article", change.Article);
        json.WriteString("id", change.Claimed.Claim.Id);
        json.WriteString("quote", change.Claimed.Claim.Quote);
        json.WriteString("before", change.Before?.Verdict.ToString());
        json.WriteString("after", change.After?.Verdict.ToString());
        json.WriteStartArray("rows");
        foreach (var row in change.Rows) json.WriteStringValue(row.Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
