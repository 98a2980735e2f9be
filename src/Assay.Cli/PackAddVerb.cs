using System.CommandLine;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Cli;

/// <summary><c>assay pack add stake PACK …</c>: adds a row of one table to a pack. There is one such verb for each table of the format.</summary>
internal sealed class PackAddVerb
{
    private readonly Terminal _terminal;
    private readonly PackTable _table;
    private readonly Argument<string> _pack = new("PACK") { Description = "The pack's folder." };
    private readonly (Column Column, Option<string[]> Option)[] _columns;
    private readonly SourceOptions? _sources;

    private PackAddVerb(Terminal terminal, PackTable table)
    {
        _terminal = terminal;
        _table = table;
        _columns = [.. table.Columns.Where(column => column.Kind != ColumnKind.Sources).Select(column => (column, OptionOf(column)))];
        if (table.Columns.Any(column => column.Kind == ColumnKind.Sources)) _sources = new SourceOptions();
    }

    /// <summary>The verb that the others are under.</summary>
    public static Verb Group() => new(new Command("add", "Add a row to an evidence pack."), "assay pack add entity atlantis", "assay pack add stake atlantis --owner … --asset … --share … --interest shares --source …");

    /// <summary>The verbs, one a table.</summary>
    public static IEnumerable<Verb> All(Terminal terminal) => PackTable.All.Select(table => new PackAddVerb(terminal, table).Create());

    private Verb Create()
    {
        var verb = new Command(_table.RowName, $"Add a row to {_table.Name}.csv.");
        verb.Add(_pack);
        foreach (var (_, option) in _columns) verb.Add(option);
        _sources?.AddTo(verb);
        _pack.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        var needed = string.Concat(_columns.Where(pair => pair.Column is { IsRequired: true, Usual: "" }).Select(pair => $" {pair.Option.Name} …"));
        return new Verb(verb, $"assay pack add {_table.RowName} atlantis", $"assay pack add {_table.RowName} atlantis{needed}{(_sources is null ? "" : " --source …")}");
    }

    private int Run(ParseResult line)
    {
        var folder = line.GetRequiredValue(_pack);
        var editor = PackFolder.Open(folder, () => PackEditor.Open(folder));
        var form = new RowForm(editor.Known, _terminal);
        var cells = new Dictionary<string, string[]>();
        foreach (var (column, option) in _columns) cells[column.Name] = Given(column, option, line, form);
        Complete(cells, form);
        var source = _sources?.Of(line, form);
        SeenBySource(cells, source, form);
        form.StopIfUnfinished(_table.RowName);
        if (source?.New is { } added) editor.Add(PackTable.All.Single(table => table.Name == "sources"), [added]);
        var rows = RowsOf(cells, source?.Ids ?? "");
        editor.Add(_table, rows);
        RefuseProblems(editor, rows);
        Save(editor, folder);
        foreach (var row in rows) _terminal.Output.WriteLine($"{folder}/{_table.Name}.csv: {PackTable.Line(row)}");
        return ExitCode.Done;
    }

    private static string[] Given(Column column, Option<string[]> option, ParseResult line, RowForm form)
    {
        string[] texts = [.. (line.GetValue(option) ?? []).SelectMany(text => column.IsList ? text.Split('|') : [text]).Select(text => text.Trim()).Where(text => text.Length > 0)];
        if (texts.Length > 1 && !column.IsList && !column.IsRepeated) throw StopException.Usage($"{option.Name} is given twice; a row holds one");
        if (texts.FirstOrDefault(text => text.AsSpan().ContainsAny('\n', '\r')) is not null) throw StopException.Usage($"{option.Name} holds a line break; write it on one line");
        return column.Refers is { } referent ? [.. texts.Select(text => form.Resolve(referent, option.Name, text))] : texts;
    }

    /// <summary>Fills in what can be told from the rest, asks for what a person can tell, and notes what is then still missing.</summary>
    private void Complete(Dictionary<string, string[]> cells, RowForm form)
    {
        foreach (var (column, option) in _columns)
        {
            if (cells[column.Name].Length > 0 || column.Kind == ColumnKind.OwnId) continue;
            if (form.Asks) cells[column.Name] = Asked(column, option, cells, form);
            else if (column.Usual.Length > 0) cells[column.Name] = [column.Usual];
            else if (column.IsRequired) form.Lacks($"{option.Name} ({column.Meaning})");
        }
        foreach (var group in _columns.Where(pair => pair.Column.OneOf.Length > 0).GroupBy(pair => pair.Column.OneOf))
            if (group.All(pair => cells[pair.Column.Name].Length == 0)) form.Lacks($"one of {string.Join(", ", group.Select(pair => pair.Option.Name))} ({group.First().Column.Meaning})");
        if (cells.TryGetValue("id", out var id) && id.Length == 0 && Naming(cells) is { Length: > 0 } slug) cells["id"] = [slug];
        else if (id is { Length: 0 }) form.Lacks($"--id ({_table.Columns[0].Meaning})");
    }

    private string[] Asked(Column column, Option<string[]> option, Dictionary<string, string[]> cells, RowForm form)
    {
        var othersTold = column.OneOf.Length > 0 && _columns.Any(pair => pair.Column.OneOf == column.OneOf && cells[pair.Column.Name].Length > 0);
        if (othersTold) return [];
        var answer = form.Ask(new Prompt(column.Name, column.Meaning, column.Words, column.IsRequired, column.Usual));
        string[] texts = [.. (column.IsList || column.IsRepeated ? answer.Split('|') : [answer]).Select(text => text.Trim()).Where(text => text.Length > 0)];
        return column.Refers is { } referent ? [.. texts.Select(text => form.Resolve(referent, option.Name, text))] : texts;
    }

    // A row with an id of its own is named by its first text that must be there.
    private string Naming(Dictionary<string, string[]> cells) =>
        _table.Columns.FirstOrDefault(column => column is { Kind: ColumnKind.Text, IsRequired: true }) is { } naming && cells[naming.Name] is [var name, ..] ? Slugs.Of(name) : "";

    // Without a first day, a row counts only from the day its source speaks of; the day the source appeared is the least that can be said.
    private static void SeenBySource(Dictionary<string, string[]> cells, (string Ids, string[]? New)? source, RowForm form)
    {
        if (!cells.TryGetValue("seen", out var seen) || seen.Length > 0 || cells["from"].Length > 0 || source is not { } cited || !form.IsWhole) return;
        var date = cited.New is { } added ? added[3] : form.Known.DateOf(cited.Ids.Split('|')[0]);
        if (string.IsNullOrEmpty(date))
        {
            form.Lacks("--from or --seen (neither its first day nor the date of its source is known, so that it would hold on no day)");
            return;
        }
        cells["seen"] = [date];
        form.Say($"no first day is given: it is taken as seen on {date}, the date of its source");
    }

    private string[][] RowsOf(Dictionary<string, string[]> cells, string sources)
    {
        var repeated = _columns.Select(pair => pair.Column).FirstOrDefault(column => column.IsRepeated);
        string[] values = repeated is null ? [""] : cells[repeated.Name];
        return [.. values.Select(value => _table.Columns.Select(column =>
            column.Kind == ColumnKind.Sources ? sources : column.IsRepeated ? value : string.Join('|', cells[column.Name])).ToArray())];
    }

    private void RefuseProblems(PackEditor editor, IReadOnlyList<string[]> rows)
    {
        var problems = editor.NewProblems();
        // Nothing can cite a source or a proposition before it is there.
        Problem[] standing = [.. problems.Where(problem => !(problem.Code is "unused-source" or "unused-proposition"))];
        if (standing.Length > 0)
            throw new StopException(ExitCode.ProblemsFound, [.. standing.Select(problem => problem.ToString()), $"nothing is written; the {_table.RowName} would have been: {string.Join(" and ", rows.Select(PackTable.Line))}"]);
        foreach (var problem in problems) _terminal.Error.WriteLine($"assay: {problem}");
    }

    private static void Save(PackEditor editor, string folder)
    {
        try
        {
            editor.Save();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{folder}: nothing is written: {error.Message.TrimEnd('.')}"]);
        }
    }

    private static Option<string[]> OptionOf(Column column)
    {
        var whole = $"--{column.Name.Replace('_', '-')}";
        var name = whole.EndsWith("-pct", StringComparison.Ordinal) ? whole[..^4] : whole;
        string[] aliases = name == whole ? [] : [whole];
        var usual = column.Usual.Length > 0 ? $" Without it, {column.Usual}." : "";
        var several = column.IsList || column.IsRepeated ? " May be given several times." : "";
        return new Option<string[]>(name, aliases)
        {
            HelpName = column.Words.IsEmpty ? column.Kind.ToString().ToUpperInvariant() : string.Join('|', column.Words),
            Description = $"{char.ToUpperInvariant(column.Meaning[0])}{column.Meaning[1..]}.{usual}{several}",
        };
    }
}
