using System.CommandLine;
using System.Globalization;
using Assay.Formats.Imports;
using Assay.Formats.Packs.Writing;

namespace Assay.Cli;

/// <summary><c>assay import FORMAT FILE… --into PACK</c>: takes files of other formats into a pack, and says what it could not take.</summary>
internal sealed class ImportVerb
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly RecordOptions _record = new();

    private readonly Argument<string> _format = new("FORMAT");

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The files, as they lie there: packed by gzip or Zstandard, or all files of a zip archive; - for standard input.",
    };

    private readonly Option<string?> _into = new("--into") { HelpName = "PACK", Description = "The folder of the pack: one that is there gets the rows beside its own, one that is not is made." };
    private readonly Option<string?> _at = new("--at") { HelpName = "DATE", Description = "Take what the files say as of this day, where they tell a history." };
    private readonly Option<string?> _publisher = new("--publisher") { HelpName = "TEXT", Description = "Who published the files, where they do not say so themselves." };
    private readonly Option<string?> _title = new("--title") { HelpName = "TEXT", Description = "The title of a pack that is made." };
    private readonly Option<bool> _replace = new("--replace") { Description = "Drop what the pack held before, but for its links." };
    private readonly Option<bool> _noLinks = new("--no-links") { Description = "Do not look for the imported entities among those of the packs beside it; assay link find does it later." };
    private readonly Option<string> _keep = new("--keep") { HelpName = "auto|csv|register", Description = "How the rows are kept: as CSV tables that people read and edit, or as one register file for millions of rows.", DefaultValueFactory = _ => "auto" };

    private readonly ImportTableOptions _tables;

    public ImportVerb(Terminal terminal, TimeProvider time)
    {
        (_terminal, _time, _tables) = (terminal, time, new ImportTableOptions(terminal));
        _format.Description = $"What the files are: {string.Join("; ", Import.Formats.Select(format => $"{format.Name} ({format.Title})"))}.";
        _format.AcceptOnlyFromAmong([.. Import.Formats.Select(format => format.Name)]);
        _keep.AcceptOnlyFromAmong("auto", "csv", "register");
        _files.Validators.Add(CommandLine.RefuseUnknownOptions);
    }

    public Verb Create()
    {
        var verb = new Command("import", "Take files of other formats into an evidence pack: all of it or nothing.");
        verb.Add(_format);
        verb.Add(_files);
        foreach (var option in new Option[] { _into, _at, _publisher, _title, _replace, _noLinks, _keep }) verb.Add(option);
        _tables.AddTo(verb);
        _record.AddEvidenceTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay import gleif lei2.csv.zip rr.csv.zip repex.csv.zip --into packs/gleif", "assay import bods statements.json --into packs/owners --at 2025-06-17",
            "curl -s https://example.org/entities.ftm.json | assay import ftm - --into packs/listed --publisher \"Example Register\"", "assay import table register.csv --guess > register.yaml",
            "assay import table register.csv --map register.yaml --into packs/register");
    }

    private int Run(ParseResult line)
    {
        var format = line.GetRequiredValue(_format);
        if (_tables.RunAlone(line, format, () => FilesOf(line)) is { } done) return done;
        var plan = new ImportPlan
        {
            Pack = PackOf(line.GetValue(_into) ?? throw StopException.Usage("say which pack the rows go into: --into PACK")), Files = FilesOf(line), Mapping = _tables.Mapping(line, format), Title = line.GetValue(_title)?.Trim() ?? "", Publisher = line.GetValue(_publisher)?.Trim() ?? "",
            At = DateOf(line.GetValue(_at)), Today = DateOnly.FromDateTime(_time.GetLocalNow().Date), Replaces = line.GetValue(_replace), Links = !line.GetValue(_noLinks), Known = _record.Packs(line),
            AsRegister = line.GetRequiredValue(_keep) switch { "csv" => false, "register" => true, _ => null },
        };
        var result = Reading(plan, () => Waiting.For(_terminal, progress => Import.Run(format, plan, progress)));
        ImportReport.Print(_terminal, plan.Pack, result);
        if (!result.IsWritten) return ExitCode.InputUnreadable;
        return result.ProblemCount == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
    }

    private List<ImportFile> FilesOf(ParseResult line) => line.GetValue(_files) is { Length: > 0 } paths ? Files(paths) : throw StopException.Usage("name the files to import; - for standard input");

    private static string PackOf(string folder)
    {
        var pack = folder.TrimEnd('/', '\\');
        var name = Path.GetFileName(pack);
        if (name.Length > Slugs.Longest) throw StopException.Usage($"'{name}' has {name.Length} letters, and the name of a pack, the last part of the path, at most {Slugs.Longest}");
        if (name.Length == 0 || name != Slugs.Of(name)) throw StopException.Usage($"'{folder}' is no name for a pack: write the last part of the path in lower-case letters, digits and hyphens");
        return File.Exists(pack) ? throw StopException.Usage($"{pack} is a file; name a folder") : pack;
    }

    private static List<ImportFile> Files(string[] paths)
    {
        if (paths.Count(path => path == "-") > 1) throw StopException.Usage("standard input can be read once; give - once");
        var files = new List<ImportFile>();
        foreach (var path in paths.Distinct())
        {
            if (Directory.Exists(path)) throw StopException.Input($"{path}: it is a folder; name the files in it");
            if (path != "-" && !File.Exists(path)) throw StopException.Input($"{path}: there is no such file");
            try
            {
                files.AddRange(ImportFile.At(path, Console.OpenStandardInput));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw StopException.Input($"{path}: it cannot be read: {error.Message}");
            }
        }
        return files;
    }

    private static DateOnly? DateOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw StopException.Usage($"--at '{text}' is no day; write it as 2025-06-17");

    private static ImportResult Reading(ImportPlan plan, Func<ImportResult> run)
    {
        try
        {
            return run();
        }
        catch (ImportException error)
        {
            throw error.IsOfPack ? StopException.Usage(error.Message) : StopException.Input(error.Message);
        }
        catch (Assay.Formats.InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [.. error.Problems.Select(problem => problem.ToString()).DefaultIfEmpty(error.Message)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{plan.Pack}: {error.Message.TrimEnd('.')}; nothing of the pack was changed"]);
        }
    }
}
