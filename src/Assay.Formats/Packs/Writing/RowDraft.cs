using System.Collections.Immutable;

namespace Assay.Formats.Packs.Writing;

/// <summary>What is wrong with a row that is being filled in.</summary>
/// <param name="Field">The column; of a new source <c>source.url</c>; empty: the whole row.</param>
/// <param name="Code"><c>missing</c>, <c>unknown</c>, <c>several</c>, <c>line-break</c>, <c>one-of</c>, <c>no-day</c>, or a code of lint.</param>
/// <param name="Text">What is wrong, and how to mend it.</param>
public sealed record RowFault(string Field, string Code, string Text)
{
    /// <summary>Ids that may be meant.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];
}

/// <summary>
/// A row that is filled in by people: names become ids, what can be told from the rest is filled in, and what is missing or wrong is gathered by
/// column. What then stands against it is lint's to say.
/// </summary>
public sealed class RowDraft
{
    /// <summary>What the fields of a new source begin with.</summary>
    public const string SourceStart = "source.";

    private static readonly PackTable s_sources = PackTable.All.Single(table => table.Name == "sources");

    private readonly PackTable _table;
    private readonly KnownIds _known;
    private readonly List<RowFault> _faults = [];

    private RowDraft(PackTable table, KnownIds known) => (_table, _known) = (table, known);

    /// <summary>The table.</summary>
    public PackTable Table => _table;

    /// <summary>The rows: several where a repeated column has several values.</summary>
    public IReadOnlyList<string[]> Rows { get; private set; } = [];

    /// <summary>The row of a new source; null: there is none.</summary>
    public string[]? Source { get; private set; }

    /// <summary>What is missing or unknown.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>What was filled in that nobody said, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; private set; } = [];

    /// <summary>Fills in a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">What is given, by column; several with bars between them; of a new source under <see cref="SourceStart"/>.</param>
    /// <param name="known">The ids there are.</param>
    public static RowDraft Of(PackTable table, IReadOnlyDictionary<string, string> cells, KnownIds known)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(known);
        var draft = new RowDraft(table, known);
        draft.Fill(cells);
        return draft;
    }

    private void Fill(IReadOnlyDictionary<string, string> given)
    {
        var filled = _table.Columns.Where(column => column.Kind != ColumnKind.Sources).ToDictionary(column => column.Name, column => Given(column, column.Name, given));
        foreach (var column in _table.Columns.Where(column => column.Kind is not (ColumnKind.Sources or ColumnKind.OwnId) && filled[column.Name].Length == 0))
        {
            if (column.Usual.Length > 0) filled[column.Name] = [column.Usual];
            else if (column.IsRequired) Lacks(column.Name, column.Meaning);
        }
        foreach (var group in _table.Columns.Where(column => column.OneOf.Length > 0).GroupBy(column => column.OneOf))
            if (group.All(column => filled[column.Name].Length == 0)) _faults.Add(new RowFault(group.First().Name, "one-of", $"one of {string.Join(", ", group.Select(column => column.Name))} is needed: {group.First().Meaning}"));
        if (filled.TryGetValue("id", out var id) && id.Length == 0)
        {
            var slug = _table.Columns.FirstOrDefault(column => column is { Kind: ColumnKind.Text, IsRequired: true }) is { } naming && filled[naming.Name] is [var name, ..] ? Slugs.Of(name) : "";
            if (slug.Length > 0) filled["id"] = [slug];
            else Lacks("id", _table.Columns[0].Meaning);
        }
        var sources = _table.Columns.Any(column => column.Kind == ColumnKind.Sources) ? SourcesOf(given) : "";
        SeenBySource(filled, sources);
        var repeated = _table.Columns.FirstOrDefault(column => column.IsRepeated);
        string[] values = repeated is null || filled[repeated.Name].Length == 0 ? [""] : filled[repeated.Name];
        Rows = [.. values.Select(value => _table.Columns.Select(column => column.Kind == ColumnKind.Sources ? sources : column == repeated ? value : string.Join('|', filled[column.Name])).ToArray())];
    }

    private string[] Given(Column column, string field, IReadOnlyDictionary<string, string> given)
    {
        var text = given.GetValueOrDefault(field, "").Trim();
        if (text.AsSpan().ContainsAny('\n', '\r'))
        {
            _faults.Add(new RowFault(field, "line-break", "it holds a line break; write it on one line"));
            return [];
        }
        string[] parts = [.. (column.IsList || column.IsRepeated ? text.Split('|') : [text]).Select(part => part.Trim()).Where(part => part.Length > 0)];
        return column.Refers is { } referent ? [.. parts.Select(part => Resolved(referent, field, part))] : parts;
    }

    private string Resolved(Referent referent, string field, string text)
    {
        var found = _known.Find(referent, text);
        if (found.Id is { } id) return id;
        var hint = found.Suggestions.IsEmpty ? "add it first, or correct the name" : "choose one of those that may be meant, or correct the name";
        _faults.Add(new RowFault(field, found.Suggestions.Length > 1 ? "several" : "unknown", $"'{text}' is unknown; {hint}") { Suggestions = found.Suggestions });
        return text;
    }

    private void Lacks(string field, string meaning) => _faults.Add(new RowFault(field, "missing", $"it is missing: {meaning}"));

    private string SourcesOf(IReadOnlyDictionary<string, string> given)
    {
        var ids = given.GetValueOrDefault("sources", "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => Resolved(Referent.Source, "sources", text)).ToList();
        var fresh = s_sources.Columns.ToDictionary(column => column.Name, column => Given(column, SourceStart + column.Name, given) is [var text, ..] ? text : "");
        // A kind that is chosen in a list says nothing of itself.
        if (fresh.All(pair => pair.Value.Length == 0 || pair.Key == "kind"))
        {
            if (ids.Count == 0) _faults.Add(new RowFault("sources", "missing", "a source is missing: one that the record has, or the address, title, publisher and date of a new one"));
            return string.Join('|', ids);
        }
        if (fresh["url"].Length > 0 && _known.SourceAt(fresh["url"]) is { } there)
        {
            Remarks = [.. Remarks, $"the page is already the source '{there}', which is cited"];
            return string.Join('|', ids.Append(there).Distinct());
        }
        foreach (var column in s_sources.Columns.Where(column => fresh[column.Name].Length == 0 && column.Kind != ColumnKind.OwnId))
        {
            if (column.Usual.Length > 0) fresh[column.Name] = column.Usual;
            // A page without an address cannot be looked up again, so one is asked for although the format can do without.
            else if (column.IsRequired || column.Kind == ColumnKind.Address) Lacks(SourceStart + column.Name, column.Meaning);
        }
        if (fresh["id"].Length == 0) fresh["id"] = Slugs.Free(Slugs.Of($"s-{fresh["publisher"]} {(fresh["date"] is { Length: >= 4 } date ? date[..4] : "")}"), id => _known.Has(Referent.Source, id));
        Source = [.. s_sources.Columns.Select(column => fresh[column.Name])];
        return string.Join('|', ids.Append(fresh["id"]));
    }

    // Without a first day, a row counts only from the day its source speaks of; the day the source appeared is the least that can be said.
    private void SeenBySource(Dictionary<string, string[]> filled, string sources)
    {
        if (!filled.TryGetValue("seen", out var seen) || seen.Length > 0 || filled["from"].Length > 0 || sources.Length == 0) return;
        var date = Source is { } added ? added[s_sources.IndexOf("date")] : _known.DateOf(sources.Split('|')[0]);
        if (string.IsNullOrEmpty(date))
        {
            _faults.Add(new RowFault("from", "no-day", "neither its first day nor the date of its source is known, so that it would hold on no day; fill in from or seen"));
            return;
        }
        filled["seen"] = [date];
        Remarks = [.. Remarks, $"no first day is given: it is taken as seen on {date}, the date of its source"];
    }
}
