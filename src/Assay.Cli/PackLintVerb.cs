using System.CommandLine;
using System.Globalization;
using Assay.Formats;
using Assay.Formats.Packs.Lint;
using Assay.Formats.Records;

namespace Assay.Cli;

/// <summary><c>assay pack lint DIR…</c>: prints every problem of some packs.</summary>
internal static class PackLintVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore, Description = "Folders of packs, or folders that hold them. A pack that they build on is looked for beside them, then among the built-in ones." };
        var verb = new Command("lint", "Print every problem of evidence packs.");
        verb.Add(folders);
        folders.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => Run(line.GetRequiredValue(folders), terminal));
        return new Verb(verb, "assay pack lint packs", "assay pack lint my-pack");
    }

    private static int Run(IReadOnlyList<string> folders, Terminal terminal)
    {
        var leftOut = new List<string>();
        var problems = folders.SelectMany(folder => Check(folder, leftOut)).Distinct().ToArray();
        // Without the pack that it builds on nearly every id of a pack is unknown: one cause, told once.
        var incomplete = problems.Where(problem => problem.Code == "missing-pack").Select(problem => Path.GetDirectoryName(problem.File)).ToHashSet();
        if (incomplete.Count > 0)
        {
            problems = [.. problems.Where(problem => problem.Code == "missing-pack" || !incomplete.Contains(Path.GetDirectoryName(problem.File)))];
            terminal.Error.WriteLine("assay: a pack that builds on a missing one is not checked further");
        }
        foreach (var problem in problems) terminal.Output.WriteLine(problem);
        foreach (var words in leftOut) terminal.Error.WriteLine($"assay: {words}");
        terminal.Error.WriteLine(problems.Length == 1 ? "assay: 1 problem" : $"assay: {(problems.Length == 0 ? "no" : problems.Length.ToString(CultureInfo.InvariantCulture))} problems");
        return problems.Length == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
    }

    private static IReadOnlyList<Problem> Check(string folder, List<string> leftOut)
    {
        try
        {
            return PackLint.Check(folder, leftOut);
        }
        catch (DirectoryNotFoundException)
        {
            throw StopException.Input(LoadedRecord.NoFolder(folder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{folder}: it cannot be read: {error.Message}");
        }
    }
}
