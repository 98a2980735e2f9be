using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>Reads the parts of a mapping, and knows what several of them need of the whole.</summary>
internal sealed class MappingParts(string file, Func<string, string?> beside, List<Problem> problems)
{
    private readonly Dictionary<string, ValueTranslation> _translations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private ImmutableArray<MappedSource> _sources = [];
    private ImmutableArray<MappedInput> _inputs = [];

    public Mapping? Read(RuleNode root)
    {
        if (!root.IsMap)
        {
            root.Report("map", "no map", "a map with 'mapping', 'inputs' and 'rows'", "write 'key: value' lines; docs/formats/tables.md shows one");
            return null;
        }
        Allow(root, "mapping", "title", "sources", "inputs", "translations", "rows");
        if (Required(root, "mapping") is { } form && Text(form) is var version && version != MappingFile.KnownForm)
            form.Report("mapping-form", $"'{version}'", $"mapping: {MappingFile.KnownForm}", "write it so, or use the program version that knows this form");
        root["title"]?.Text();
        _sources = [.. List(root, "sources").Select(SourceOf).OfType<MappedSource>()];
        Unique(List(root, "sources"), "id");
        _inputs = root["inputs"] is null ? [new MappedInput("input", PlaceOf(root))] : [.. List(root, "inputs").Select(node => InputPart.Read(node, PlaceOf(node), this))];
        Unique(List(root, "inputs"), "name");
        ReadTranslations(root["translations"]);
        if (Required(root, "rows") is { IsList: false } none) none.Report("list", "no list", "a list of the rows to make", "write '- table: …' lines");
        var rows = List(root, "rows").Select(node => new RowPart(this, node).Read()).OfType<MappedRow>().ToImmutableArray();
        foreach (var input in _inputs.Where(input => !rows.Any(row => row.Input == input.Name)))
            problems.Add(input.Place.Problem("unused-input", $"'{input.Name}', which no row is made from", "inputs that rows are made from", "use it in 'from', or remove it"));
        foreach (var name in _translations.Keys.Where(name => !_used.Contains(name)))
            if (root["translations"]?[name] is { } unused) unused.Report("unused-translation", $"'{name}', which no cell uses", "translations that cells use", "use it in 'translate', or remove it");
        return new Mapping(file) { Sources = _sources, Inputs = _inputs, Rows = rows };
    }

    public IReadOnlyList<MappedInput> Inputs => _inputs;

    public bool HasSource(string id) => _sources.Any(source => source.Id == id);

    public IEnumerable<string> SourceIds => _sources.Select(source => source.Id);

    public ValueTranslation? TranslationFor(RuleNode node)
    {
        var name = Text(node);
        if (_translations.TryGetValue(name, out var found))
        {
            _used.Add(name);
            return found;
        }
        node.Report("unknown-translation", $"'{name}'", _translations.Count == 0 ? "a name of 'translations', of which there are none" : string.Join(", ", _translations.Keys), Nearest(name, _translations.Keys));
        return null;
    }

    public MappingPlace PlaceOf(RuleNode node) => new(file, node.Line, node.Column);

    /// <summary>The entry of that key; a problem where it is missing.</summary>
    public static RuleNode? Required(RuleNode node, string key)
    {
        if (!node.IsMap) return null;
        if (node[key] is { } value) return value;
        node.Report("missing-key", $"no '{key}'", $"the key '{key}'", "add it");
        return null;
    }

    public static string Text(RuleNode? node) => node is { } given ? given.Text() : "";

    public static void Allow(RuleNode node, params string[] keys)
    {
        if (!node.IsMap) return;
        foreach (var (key, value) in node.Entries())
            if (!keys.Contains(key)) value.Report("unknown-key", $"'{key}'", string.Join(", ", keys), Nearest(key, keys));
    }

    public static string Nearest(string word, IEnumerable<string> known) => Packs.Lint.NearestId.Find(word, known) is { } near ? $"perhaps '{near}' is meant" : "correct or remove it";

    private static IEnumerable<RuleNode> List(RuleNode node, string key) => node[key] is { IsList: true } list ? list.Items() : [];

    private static void Unique(IEnumerable<RuleNode> nodes, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
            if (node.IsMap && node[key] is { IsText: true } name && !seen.Add(name.Text())) name.Report("duplicate-name", $"'{name.Text()}' again", "each name once", "rename one");
    }

    private MappedSource? SourceOf(RuleNode node)
    {
        var table = TableFormat.Find("sources")!;
        if (!node.IsMap)
        {
            node.Report("map", "no map", "a source with id, publisher, title", "write 'id: …' and the others");
            return null;
        }
        Allow(node, [.. table.Columns]);
        var cells = new List<(string, string)>();
        foreach (var column in table.Fields)
        {
            var value = node[column.Name] is { } given ? Text(given).Trim() : column.Usual;
            if (value.Length == 0 && column.Name == "kind") value = "reference";
            if (value.Length == 0 && column.IsRequired) node.Report("missing-key", $"no '{column.Name}'", column.Meaning, "add it");
            if (column.Kind == ColumnKind.Date && value.Length > 0 && !PartialDate.TryParse(value, out _)) node[column.Name]?.Report("bad-date", $"'{value}'", "YYYY, YYYY-MM or YYYY-MM-DD", "write it so, in quotes");
            if (!column.Words.IsEmpty && value.Length > 0 && !column.Words.Contains(value)) node[column.Name]?.Report("bad-word", $"'{value}'", string.Join(" | ", column.Words), Nearest(value, column.Words));
            if (column.Kind == ColumnKind.OwnId && value.Length > 0 && value != Slugs.Of(value)) node[column.Name]?.Report("bad-id", $"'{value}'", "lower-case letters, digits and hyphens", $"write it as {Slugs.Of(value)}");
            if (value.Length > 0) cells.Add((column.Name, value));
        }
        return cells.Exists(cell => cell.Item1 == "id") ? new MappedSource([.. cells]) : null;
    }

    private void ReadTranslations(RuleNode? node)
    {
        if (node is not { } all) return;
        foreach (var (name, value) in all.Entries())
            _translations[name] = TranslationPart.Read(name, value, beside);
    }
}
