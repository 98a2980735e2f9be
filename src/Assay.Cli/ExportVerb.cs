using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Evidence;
using Assay.Formats.Exports;

namespace Assay.Cli;

/// <summary><c>assay export FORMAT</c>: writes rows of the record in another format, and says what it could not hold.</summary>
internal sealed class ExportVerb(Terminal terminal, TimeProvider time)
{
    private static readonly string[] s_formats = [.. ExportFormat.All.Select(format => format.Name)];

    private readonly Argument<string> _format = new("FORMAT") { Description = $"The format: {string.Join("; ", ExportFormat.All.Select(format => $"{format.Name}, {format.Description}"))}." };

    private readonly Option<string?> _pack = new("--pack") { HelpName = "NAME", Description = "The rows of this pack, built-in or loaded with --evidence." };

    private readonly Option<string?> _entity = new("--entity") { HelpName = "NAME", Description = "The surroundings of this entity, by id or name." };

    private readonly Option<int> _depth = new("--depth") { HelpName = "N", Description = "With --entity: so many steps from tie to tie are taken; 1 unless given.", DefaultValueFactory = _ => 1 };

    private readonly Option<string?> _finding = new("--finding") { HelpName = "ID", Description = "The rows behind this finding, as c5, of the result given with --of." };

    private readonly Option<string?> _of = new("--of") { HelpName = "FILE", Description = "With --finding: the JSON that assay check --format json wrote." };

    private readonly Option<PartialDate?> _at = ViewOptions.DateOption("--at", time, "Leave out what surely held at no time in this day, month or year, and figures of other periods.");

    private readonly Option<string?> _out = new("--out", "-o")
    {
        HelpName = "FILE|FOLDER", Description = "Write here instead of to standard output. Formats of several files go to a folder that is made, or to a zip archive if the name ends in .zip; on standard output they are a zip archive.",
    };

    private readonly Option<string?> _report = new("--report") { HelpName = "FILE", Description = "Write what was written and what was lost to this file too, as JSON." };

    private readonly Option<string?> _partitions = new("--partition-by")
    {
        HelpName = "KEY,…", Description = $"With parquet: divide each table into folders by these keys, the first outermost: {string.Join("; ", PartitionKey.All.Select(key => $"{key.Name}, {key.Meaning}"))}.",
    };

    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("export", "Write a pack, an entity's surroundings or the rows behind a finding in another format.");
        verb.Add(_format);
        foreach (var option in new Option[] { _pack, _entity, _depth, _finding, _of, _at, _out, _report, _partitions }) verb.Add(option);
        _record.AddTo(verb);
        _format.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb, "assay export graphml --entity kazatomprom --depth 2 --out kazatomprom.graphml", "assay export dot --entity tengiz --at 2024 | dot -Tsvg",
            "assay export parquet --pack kazakhstan --partition-by country,year --out lake/", "assay export datapackage --finding c5 --of result.json --out c5.zip");
    }

    private int Run(ParseResult line)
    {
        var name = line.GetRequiredValue(_format);
        var format = ExportFormat.Find(name) ?? throw StopException.Usage($"there is no format '{name}'{Suggestion.For(name, s_formats)}; there are: {string.Join(", ", s_formats)}");
        var partitions = Partitions(line, format);
        var target = line.GetValue(_out) is { } given && given != "-" ? given : null;
        if (target is null && format.IsSeveral && terminal.IsScreen) throw StopException.Usage($"{format.Name} is not for reading on a screen; name a folder or a zip file with --out");
        var report = new ExportReport();
        var scope = Scope(line, report);
        if (format.IsSeveral) ExportOutput.Write(terminal, target, format.Files(scope, report, partitions));
        else if (target is not null) OutputFile.Write(target, stream => format.Write(scope, stream, report));
        else
        {
            format.Write(scope, terminal.Bytes, report);
            terminal.Bytes.Flush();
        }
        if (line.GetValue(_report) is { } into) OutputFile.Write(into, ExportReportJson.Bytes(report));
        Tell(report);
        if (format.Name == "datapackage" && scope.Pack is null && !scope.Statements.Any(row => row.Place.IsImported))
            terminal.Error.WriteLine("it stands for itself, and --evidence would find its ids twice: assay pack lint FOLDER reads it alone, assay import table FOLDER/datapackage.json --into PACK takes it in beside the packs there are");
        return ExitCode.Done;
    }

    private ExportScope Scope(ParseResult line, ExportReport report)
    {
        var (pack, entity, finding) = (line.GetValue(_pack), line.GetValue(_entity), line.GetValue(_finding));
        if (new[] { pack, entity, finding }.Count(word => word is not null) != 1) throw StopException.Usage("say what to export: --pack NAME, --entity NAME or --finding ID --of FILE, one of the three");
        if (line.GetResult(_depth) is { Implicit: false } && entity is null) throw StopException.Usage("--depth goes with --entity");
        if (line.GetValue(_depth) < 0) throw StopException.Usage("--depth is a number of steps, 0 or more");
        if (line.GetValue(_of) is not null != finding is not null) throw StopException.Usage("--finding ID and --of FILE go together");
        // Before the record is loaded, which takes longer.
        var rows = finding is null ? [] : FindingRows.Of(line.GetValue(_of)!, finding);
        // A row is handed on as it was told, and a link as a row of its own.
        var evidence = _record.LoadAsTold(line);
        var selection = new ExportSelection(evidence, report) { At = line.GetValue(_at)?.Days };
        if (pack is not null)
        {
            var packs = evidence.Packs.Select(known => known.Name).ToList();
            return packs.Contains(pack) ? selection.OfPack(pack) : throw StopException.Usage($"there is no pack '{pack}'{Suggestion.For(pack, packs)}; there are: {string.Join(", ", packs)}; load others with --evidence");
        }
        if (entity is not null) return selection.Around(StopException.For(() => _record.Load(line).Names.Entity(entity, _ => true, "an entity")), line.GetValue(_depth));
        return selection.OfRows(rows, $"finding-{finding}", $"The rows behind the finding {finding}");
    }

    private ImmutableArray<PartitionKey> Partitions(ParseResult line, ExportFormat format)
    {
        if (line.GetValue(_partitions) is not { } words) return [];
        if (format.Name != "parquet") throw StopException.Usage($"--partition-by goes with parquet, not with {format.Name}");
        string[] known = [.. PartitionKey.All.Select(key => key.Name)];
        var keys = words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => PartitionKey.All.FirstOrDefault(key => key.Name == word) ?? throw StopException.Usage($"rows are not divided by '{word}'{Suggestion.For(word, known)}; there are: {string.Join(", ", known)}"))
            .ToImmutableArray();
        return keys.Distinct().Count() == keys.Length ? keys : throw StopException.Usage("a key of --partition-by stands there twice");
    }

    private void Tell(ExportReport report)
    {
        terminal.Error.WriteLine($"written: {string.Join(", ", report.Written.Select(part => $"{part.Count} {part.What}"))}");
        foreach (var loss in report.Losses)
            terminal.Error.WriteLine($"not held: {loss.Count} {loss.What}{(loss.Rows is [var first, ..] ? $", the first: {first}" : "")}");
    }
}
