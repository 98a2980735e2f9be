using System.Globalization;
using System.Text.Json;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>The sources of statements: one row for each that says something of its own.</summary>
internal sealed class BodsSources(ImportSink sink)
{
    private readonly HashSet<UInt128> _known = [];

    /// <summary>The ids of a statement's sources, as a cell; the file itself where the statement says nothing.</summary>
    public string Of(BodsStatement statement, RecordNotes notes)
    {
        var first = Read(statement, notes) is { } source ? IdOf(source, statement.Frame.Line) : sink.FileSource;
        return notes.Sources.IsEmpty ? first : ImportSink.List([first, .. notes.Sources.Select(other => IdOf(other, statement.Frame.Line))]);
    }

    private string IdOf(SourceCells source, int line)
    {
        var hash = RecordIndex.Hash(string.Join('\n', source.Publisher, source.Title, source.Date, source.Url, source.Kind));
        var id = ImportedId.Of("bods-source", hash.ToString("x32", CultureInfo.InvariantCulture));
        if (!_known.Add(hash)) return id;
        return sink.Add(line, "sources", ("id", id), ("publisher", source.Publisher), ("title", source.Title), ("date", source.Date), ("url", source.Url), ("kind", source.Kind)) ? id : sink.FileSource;
    }

    private SourceCells? Read(BodsStatement statement, RecordNotes notes)
    {
        var (publisher, date, url) = ("", "", "");
        if (statement.Json.TryGetProperty("publicationDetails", out var publication))
        {
            var by = publication.GetProperty("publisher");
            (publisher, url, date) = (Text(by, "name"), Text(by, "url"), Day(publication, "publicationDate"));
        }
        if (!statement.Json.TryGetProperty("source", out var source)) return publisher.Length > 0 ? new SourceCells(publisher, "[BODS statements]", date, url, "primary") : null;
        var types = source.TryGetProperty("type", out var list) ? list.EnumerateArray().Select(type => type.GetString()!).ToArray() : [];
        var said = string.Join(", ", source.TryGetProperty("assertedBy", out var speakers) ? speakers.EnumerateArray().Select(speaker => Text(speaker, "name")).Where(name => name.Length > 0) : []);
        var title = Text(source, "description");
        if (title.Length > 0 && publisher.Length > 0 && said.Length > 0) sink.Skip("source.assertedBy beside a description", statement.Frame.Line);
        if (title.Length == 0) title = publisher.Length > 0 && said.Length > 0 ? $"[stated by {said}]" : $"[{(types.Length > 0 ? string.Join(", ", types.Select(Words)) : "BODS statements")}]";
        if (Text(source, "url") is { Length: > 0 } own) url = own;
        if (publisher.Length == 0) publisher = said.Length > 0 ? said : url.Length > 0 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : "";
        if (Day(source, "retrievedAt") is { Length: > 0 } retrieved) date = retrieved;
        if (Evidence.PartialDate.TryParse(notes.SourceDate, out var partial) && date == partial.First.ToString("O", CultureInfo.InvariantCulture)) date = notes.SourceDate;
        if (publisher.Length > 0) return new SourceCells(publisher, title, date, url, notes.SourceKind.Length > 0 ? notes.SourceKind : KindOf(types));
        sink.Skip("source of an unnamed publisher", statement.Frame.Line);
        return null;
    }

    private static string KindOf(string[] types) => types.Contains("thirdParty") && !types.Any(type => type is "selfDeclaration" or "officialRegister" or "primaryResearch") ? "reference" : "primary";

    private static string Words(string type) => type switch
    {
        "selfDeclaration" => "self declaration", "officialRegister" => "official register", "thirdParty" => "third party", "primaryResearch" => "primary research", _ => type,
    };

    private static string Day(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && TextFormat.Day(value.GetString()!) is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : "";

    private static string Text(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? value.GetString()!.Trim() : "";
}
