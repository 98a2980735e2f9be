using System.CommandLine;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Cli;

/// <summary>The options that say where a row comes from: a source that the pack has, or a new one that is added in the same go.</summary>
internal sealed class SourceOptions
{
    private static readonly PackTable s_sources = PackTable.All.Single(table => table.Name == "sources");

    private readonly Option<string[]> _known = new("--source") { HelpName = "ID", Description = "A source that the pack or one below it has, by its id, title or address; may be given several times." };

    private readonly (Column Column, Option<string?> Option)[] _new =
        [.. s_sources.Columns.Select(column => (column, new Option<string?>($"--source-{column.Name}") { HelpName = column.Words.IsEmpty ? "TEXT" : string.Join('|', column.Words), Description = $"A new source: {column.Meaning}." }))];

    public void AddTo(Command verb)
    {
        verb.Add(_known);
        foreach (var (_, option) in _new) verb.Add(option);
    }

    /// <summary>The ids of the sources of a row, and the row of the source that is new, if one is.</summary>
    /// <param name="line">What the user gave.</param>
    /// <param name="form">Completes ids, asks and gathers what is missing.</param>
    public (string Ids, string[]? New) Of(ParseResult line, RowForm form)
    {
        var ids = (line.GetValue(_known) ?? []).SelectMany(text => text.Split('|')).Select(text => form.Resolve(Referent.Source, "--source", text)).ToList();
        var given = _new.ToDictionary(pair => pair.Column.Name, pair => line.GetValue(pair.Option)?.Trim() ?? "");
        if (given.Values.All(text => text.Length == 0) && ids.Count == 0 && form.Asks) AskFor(given, ids, form);
        if (given.Values.All(text => text.Length == 0))
        {
            if (ids.Count == 0) form.Lacks("a source: --source ID of one that the pack has, or --source-url, --source-title, --source-publisher and --source-date of a new one");
            return (string.Join('|', ids), null);
        }
        if (given["url"].Length > 0 && form.Known.SourceAt(given["url"]) is { } there)
        {
            form.Say($"the page is already the source '{there}', which is cited");
            return (string.Join('|', ids.Append(there).Distinct()), null);
        }
        // The id is made of what the other columns say.
        var row = new string[s_sources.Columns.Length];
        foreach (var (column, _) in _new.OrderBy(pair => pair.Column.Kind == ColumnKind.OwnId))
            row[s_sources.IndexOf(column.Name)] = Cell(column, given, form);
        return (string.Join('|', ids.Append(row[0])), row);
    }

    private static void AskFor(Dictionary<string, string> given, List<string> ids, RowForm form)
    {
        var answer = form.Ask(new Prompt("source", "the id of one that the pack has, or the address of the page", [], IsRequired: true, ""));
        if (form.Known.Find(Referent.Source, answer).Id is { } known) ids.Add(known);
        else given["url"] = answer;
    }

    private static string Cell(Column column, Dictionary<string, string> given, RowForm form)
    {
        if (given[column.Name] is { Length: > 0 } text) return text;
        if (column.Name == "id")
        {
            var year = given["date"] is { Length: >= 4 } date ? date[..4] : "";
            var slug = Slugs.Of($"s-{given["publisher"]} {year}");
            return Slugs.Free(slug, id => form.Known.Has(Referent.Source, id));
        }
        // A page without an address cannot be looked up again, so one is asked for although the format can do without.
        var isNeeded = column.IsRequired || column.Kind == ColumnKind.Address;
        if (form.Asks) return given[column.Name] = form.Ask(new Prompt($"source {column.Name}", column.Meaning, column.Words, isNeeded, column.Usual));
        if (column.Usual.Length > 0) return column.Usual;
        if (isNeeded) form.Lacks($"--source-{column.Name} ({column.Meaning})");
        return "";
    }
}
