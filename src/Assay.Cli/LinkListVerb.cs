using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Csv;
using Assay.Formats.Linking;

namespace Assay.Cli;

/// <summary><c>assay link list PACK</c>: prints the decisions of a pack.</summary>
internal sealed class LinkListVerb(Terminal terminal)
{
    private static readonly string[] Formats = ["table", "json", "csv"];

    private readonly Argument<string> _pack = LinkFiles.Pack();
    private readonly Option<string?> _outcome = new("--outcome") { HelpName = "same|different|ask", Description = "Only the decisions of this outcome." };
    private readonly Option<string> _format = new("--format") { HelpName = string.Join('|', Formats), Description = "How to print them.", DefaultValueFactory = _ => Formats[0] };

    public Verb Create()
    {
        var verb = new Command("list", "Print which entities of a pack are linked, by what, and by whom.") { _pack, _outcome, _format };
        _outcome.AcceptOnlyFromAmong("same", "different", "ask");
        _format.AcceptOnlyFromAmong(Formats);
        verb.SetAction(Run);
        return new Verb(verb, "assay link list packs/gleif", "assay link list packs/gleif --outcome ask", "assay link list packs/gleif --format json");
    }

    private int Run(ParseResult line)
    {
        var book = LinkFiles.Book(line.GetRequiredValue(_pack));
        var outcome = line.GetValue(_outcome) is { } word ? Enum.Parse<LinkOutcome>(word, ignoreCase: true) : (LinkOutcome?)null;
        var rows = book.Rows.Where(row => outcome is null || row.Outcome == outcome).ToList();
        switch (line.GetRequiredValue(_format))
        {
            case "json":
                WriteJson(rows);
                break;
            case "csv":
                var text = new StringBuilder();
                text.Line("entity", "same_as", "outcome", "basis", "decided", "by", "note");
                foreach (var row in rows) text.Line(((string[])[row.Entity, row.SameAs, LinkFiles.WordOf(row.Outcome), row.Basis, row.Decided, row.By, row.Note]).Select(CsvCells.Words));
                terminal.Output.Write(text);
                break;
            default:
                foreach (var row in rows) terminal.Output.WriteLine($"{LinkFiles.WordOf(row.Outcome),-10}{row.Entity} = {row.SameAs}  ({row.Basis}{(row.By.Length > 0 ? $", {row.By}" : "")}{(row.Decided.Length > 0 ? $", {row.Decided}" : "")}{(row.Note.Length > 0 ? $": {row.Note}" : "")})");
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {rows.Count} {(rows.Count == 1 ? "decision" : "decisions")}"));
                break;
        }
        return ExitCode.Done;
    }

    private void WriteJson(List<LinkRow> rows)
    {
        using (var json = new Utf8JsonWriter(terminal.Bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("links");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("entity", row.Entity);
                json.WriteString("sameAs", row.SameAs);
                json.WriteString("outcome", LinkFiles.WordOf(row.Outcome));
                json.WriteString("basis", row.Basis);
                json.WriteString("decided", row.Decided);
                json.WriteString("by", row.By);
                json.WriteString("note", row.Note);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        terminal.Bytes.WriteByte((byte)'\n');
        terminal.Bytes.Flush();
    }
}
