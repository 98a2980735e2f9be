using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Formats.Exports;

/// <summary>Writes the report of an export as JSON: <c>{ "written": [{ "what", "count" }], "lost": [{ "what", "count", "rows" }] }</c>.</summary>
public static class ExportReportJson
{
    /// <summary>The report as UTF-8.</summary>
    public static byte[] Bytes(ExportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("written");
            foreach (var (what, count) in report.Written)
            {
                json.WriteStartObject();
                json.WriteString("what", what);
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("lost");
            foreach (var loss in report.Losses)
            {
                json.WriteStartObject();
                json.WriteString("what", loss.What);
                json.WriteNumber("count", loss.Count);
                json.WriteStartArray("rows");
                foreach (var row in loss.Rows) json.WriteStringValue(row.ToString());
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
