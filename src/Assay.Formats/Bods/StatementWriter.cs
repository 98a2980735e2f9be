using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Exports;

namespace Assay.Formats.Bods;

/// <summary>Writes statements one after the other: what all kinds have in common, and an id that follows from what the statement says.</summary>
internal sealed class StatementWriter
{
    private const string Version = "0.4";
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<SourceId, Source> _sources;
    private readonly DateOnly _fallback;
    private readonly ExportReport _report;
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _isFirst = true;

    /// <summary>Writes to a stream.</summary>
    public StatementWriter(ExportScope scope, ExportReport report, Stream output)
    {
        (_report, _output) = (report, output);
        var cited = scope.CitedSources();
        _sources = cited.ToDictionary(source => source.Id);
        // The day of statements that nothing dates: the latest source speaks last.
        _fallback = cited.Select(source => source.Date?.First).OfType<DateOnly>().DefaultIfEmpty(new DateOnly(1970, 1, 1)).Max();
    }

    /// <summary>Begins the array.</summary>
    public void Begin() => _output.Write("["u8);

    /// <summary>Ends the array.</summary>
    public void End() => _output.Write("\n]\n"u8);

    /// <summary>Writes a statement.</summary>
    /// <param name="row">The row that it says.</param>
    /// <param name="kind">What its record is of, as the standard writes it.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="about">The record whose owners it is about.</param>
    /// <param name="date">Its day; null: that of its source.</param>
    /// <param name="notes">What the record knows beyond the standard; its sources are added.</param>
    /// <param name="details">Writes the fields of <c>recordDetails</c>.</param>
    /// <param name="status">Whether it opens or closes the record.</param>
    public void Write(Statement row, string kind, string recordId, string about, DateOnly? date, RecordNotes notes, Action<Utf8JsonWriter> details, string status = "new")
    {
        var sources = row.Sources.Select(id => _sources.GetValueOrDefault(id)).OfType<Source>().ToArray();
        var day = date ?? sources.Select(source => source.Date?.First).FirstOrDefault(known => known is not null) ?? _fallback;
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("statementDate", Day(day));
            json.WriteString("declarationSubject", about);
            json.WriteString("recordId", recordId);
            json.WriteString("recordType", kind);
            json.WriteString("recordStatus", status);
            if (sources.Length > 0) notes = WriteSource(json, sources[0], notes, row);
            (notes with { Sources = [.. sources.Skip(1).Select(Cells)] }).Write(json);
            json.WriteStartObject("recordDetails");
            json.WriteBoolean("isComponent", false);
            details(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        var body = _buffer.WrittenSpan;
        _output.Write(_isFirst ? "\n{\"statementId\":\""u8 : ",\n{\"statementId\":\""u8);
        _isFirst = false;
        _output.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(XxHash128.Hash(body))));
        _output.Write("\","u8);
        _output.Write(body[1..]);
        _report.Wrote(kind switch { "entity" => "entities", "person" => "persons", _ => "relationships" }, status == "new" ? 1 : 0);
    }

    private RecordNotes WriteSource(Utf8JsonWriter json, Source source, RecordNotes notes, Statement row)
    {
        if (source.Date is { } date)
        {
            json.WriteStartObject("publicationDetails");
            json.WriteString("publicationDate", Day(date.First));
            json.WriteString("bodsVersion", Version);
            json.WriteStartObject("publisher");
            json.WriteString("name", source.Publisher);
            json.WriteEndObject();
            json.WriteEndObject();
            if (date.Day is null) notes = notes with { SourceDate = date.ToString() };
        }
        json.WriteStartObject("source");
        if (source.Kind != "primary")
        {
            json.WriteStartArray("type");
            json.WriteStringValue("thirdParty");
            json.WriteEndArray();
            if (source.Kind == "news") notes = notes with { SourceKind = source.Kind };
        }
        json.WriteString("description", source.Title);
        if (source.Url.Length > 0 && TextFormat.Is("uri", source.Url)) json.WriteString("url", source.Url);
        else if (source.Url.Length > 0) _report.Lost("addresses of sources that are none by RFC 3986", row.Id);
        if (source.Date is null)
        {
            json.WriteStartArray("assertedBy");
            json.WriteStartObject();
            json.WriteString("name", source.Publisher);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
        return notes;
    }

    private static SourceCells Cells(Source source) => new(source.Publisher, source.Title, source.Date?.ToString() ?? "", source.Url, source.Kind);

    /// <summary>A day as the standard writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
