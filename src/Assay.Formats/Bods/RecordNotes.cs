using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// What the record of this program knows of a row and the standard has no field for, as the custom object <see cref="Property"/> of an annotation, which the
/// standard provides for. Other readers may leave it out: what the statement itself says is true without it.
/// </summary>
internal sealed record RecordNotes
{
    /// <summary>The name of the object.</summary>
    public const string Property = "assay";

    private static readonly RecordNotes s_none = new();

    /// <summary>What a stake is in, where it is no share and no vote: <c>participating</c>; an interest that the standard has no word for: <c>consolidation</c>.</summary>
    public string Interest { get; init; } = "";

    /// <summary>Whether a share or votes are an interest of the record, and no stake.</summary>
    public bool IsOfShares => Interest is "shareholding" or "voting-rights";

    /// <summary>How far the row can be relied on, where it is not reported.</summary>
    public string Status { get; init; } = "";

    /// <summary>Dates that are less precise than a day, of which the statement has the first day.</summary>
    public string From { get; init; } = "";

    /// <summary>The first day on which it is no longer so, likewise.</summary>
    public string To { get; init; } = "";

    /// <summary>The date that the source speaks of, of which the statement has the last day; <c>-</c>: there is none.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The central figure of a range.</summary>
    public string Share { get; init; } = "";

    /// <summary>What the source is, where it is news.</summary>
    public string SourceKind { get; init; } = "";

    /// <summary>When the source appeared, where no day of it is known.</summary>
    public string SourceDate { get; init; } = "";

    /// <summary>The sources beside the one of the statement.</summary>
    public ImmutableArray<SourceCells> Sources { get; init; } = [];

    /// <summary>The notes of a statement, if it has any.</summary>
    public static RecordNotes Of(JsonElement statement)
    {
        if (!statement.TryGetProperty("annotations", out var annotations)) return s_none;
        foreach (var annotation in annotations.EnumerateArray())
            if (annotation.TryGetProperty(Property, out var notes) && notes.ValueKind == JsonValueKind.Object) return Read(notes);
        return s_none;
    }

    /// <summary>Writes the annotation, if there is anything to say.</summary>
    public void Write(Utf8JsonWriter json)
    {
        (string Name, string Value)[] texts = [("interest", Interest), ("status", Status), ("from", From), ("to", To), ("seen", Seen), ("share", Share), ("sourceKind", SourceKind), ("sourceDate", SourceDate)];
        if (Sources.IsEmpty && texts.All(text => text.Value.Length == 0)) return;
        json.WriteStartArray("annotations");
        json.WriteStartObject();
        json.WriteString("statementPointerTarget", "");
        json.WriteString("motivation", "commenting");
        json.WriteString("description", Status.Length > 0 ? $"Not said by the source itself: {Status}. What else the record knows stands in the object beside this." : "What the record knows beyond the fields of the standard stands in the object beside this.");
        json.WriteStartObject(Property);
        foreach (var (name, value) in texts)
            if (value.Length > 0) json.WriteString(name, value);
        if (!Sources.IsEmpty)
        {
            json.WriteStartArray("sources");
            foreach (var source in Sources)
            {
                json.WriteStartObject();
                json.WriteString("publisher", source.Publisher);
                json.WriteString("title", source.Title);
                if (source.Date.Length > 0) json.WriteString("date", source.Date);
                if (source.Url.Length > 0) json.WriteString("url", source.Url);
                json.WriteString("kind", source.Kind);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static RecordNotes Read(JsonElement notes) => new()
    {
        Interest = Text(notes, "interest"), Status = Text(notes, "status"), From = Text(notes, "from"), To = Text(notes, "to"), Seen = Text(notes, "seen"),
        Share = Text(notes, "share"), SourceKind = Text(notes, "sourceKind"), SourceDate = Text(notes, "sourceDate"),
        Sources = notes.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
            ? [.. sources.EnumerateArray().Where(source => source.ValueKind == JsonValueKind.Object).Select(source =>
                new SourceCells(Text(source, "publisher"), Text(source, "title"), Text(source, "date"), Text(source, "url"), Text(source, "kind"))).Where(source => source.Publisher.Length > 0 && source.Title.Length > 0)]
            : [],
    };

    private static string Text(JsonElement notes, string name) => notes.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>A source as the record has it.</summary>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it appeared; empty: not known.</param>
/// <param name="Url">Its address; empty: none.</param>
/// <param name="Kind"><c>primary</c>, <c>news</c> or <c>reference</c>.</param>
internal sealed record SourceCells(string Publisher, string Title, string Date, string Url, string Kind);
