using System.CommandLine;
using Assay.Formats;
using Assay.Formats.Imports;
using Assay.Formats.Mappings;

namespace Assay.Cli;

/// <summary>The options of <c>assay import table</c>: the mapping that tables are read by, its check, a first one that is guessed.</summary>
internal sealed class ImportTableOptions(Terminal terminal)
{
    private readonly Option<string?> _map = new("--map") { HelpName = "FILE", Description = "With table: the mapping by which the tables become rows of the pack. Without it the files are tables of the pack format, under their names." };

    private readonly Option<bool> _check = new("--check") { Description = "With table: only say what is wrong in the mapping; nothing is imported." };

    private readonly Option<bool> _guess = new("--guess") { Description = "With table: only write a first mapping for the files, for a person to correct, to standard output." };

    public void AddTo(Command verb)
    {
        verb.Add(_map);
        verb.Add(_check);
        verb.Add(_guess);
    }

    /// <summary>Does what needs no pack, and gives its exit code; null where there is an import to do.</summary>
    public int? RunAlone(ParseResult line, string format, Func<IReadOnlyList<ImportFile>> files)
    {
        var (check, guess) = (line.GetValue(_check), line.GetValue(_guess));
        if (format != "table" && (check || guess || line.GetValue(_map) is not null)) throw StopException.Usage($"--map, --check and --guess go with table, not with {format}");
        if (check && guess) throw StopException.Usage("--check and --guess are two things: give one of them");
        if (guess && line.GetValue(_map) is not null) throw StopException.Usage("--guess writes a mapping, --map reads one: give one of them");
        if (guess) return Guess(files());
        return check ? Check(line.GetValue(_map) ?? throw StopException.Usage("say which mapping is checked: --map FILE")) : null;
    }

    /// <summary>The mapping that was named; null: none was.</summary>
    /// <exception cref="StopException">It cannot be read, or something is wrong in it.</exception>
    public Mapping? Mapping(ParseResult line, string format)
    {
        if (format != "table" || line.GetValue(_map) is not { } path) return null;
        try
        {
            return MappingFile.Read(path);
        }
        catch (InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [.. error.Problems.Select(problem => problem.ToString())]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{path}: it cannot be read: {error.Message.TrimEnd('.')}");
        }
    }

    private int Check(string path)
    {
        try
        {
            var problems = MappingFile.Check(path);
            foreach (var problem in problems) terminal.Output.WriteLine(problem);
            terminal.Error.WriteLine($"assay: {(problems.Count == 0 ? "no problems" : problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}");
            return problems.Count == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{path}: it cannot be read: {error.Message.TrimEnd('.')}");
        }
    }

    private int Guess(IReadOnlyList<ImportFile> files)
    {
        try
        {
            var mapping = MappingGuess.Of(files, out var problems);
            terminal.Output.Write(mapping);
            terminal.Output.Flush();
            foreach (var problem in problems) terminal.Error.WriteLine($"assay: {problem}");
            if (mapping.Length == 0)
            {
                terminal.Error.WriteLine("assay: no table of the files could be looked at; no mapping was written");
                return ExitCode.ProblemsFound;
            }
            return problems.Count == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw StopException.Input($"{error.Message.TrimEnd('.')}; the files cannot be read");
        }
    }
}
