using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Formats.FollowTheMoney;

/// <summary>An entity that is written: its id, its schema, and its properties in the order in which they were set.</summary>
internal sealed class FtmObject(string id, FtmSchema schema, string caption)
{
    // Names stay readable; the file is no part of a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id => id;

    public FtmSchema Schema => schema;

    public List<(string Name, List<string> Values)> Properties { get; } = [];

    public List<string> Datasets { get; } = [];

    public List<string> Referents { get; } = [];

    /// <summary>Adds values of a property; empty ones are left out, and so are those that it has already.</summary>
    public FtmObject With(string property, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (string.IsNullOrEmpty(value)) continue;
            var known = Properties.Find(pair => pair.Name == property).Values;
            if (known is null) Properties.Add((property, known = []));
            if (!known.Contains(value)) known.Add(value);
        }
        return this;
    }

    /// <summary>Writes it as a line.</summary>
    public void WriteTo(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("caption", caption);
            json.WriteString("schema", schema.Name);
            json.WriteStartObject("properties");
            foreach (var (name, values) in Properties) Write(json, name, values);
            json.WriteEndObject();
            Write(json, "datasets", Datasets);
            Write(json, "referents", Referents);
            json.WriteBoolean("target", false);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, List<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
