using System.CommandLine;
using Assay.Formats.Packs.Writing;

namespace Assay.Cli;

/// <summary><c>assay pack new NAME</c>: begins a pack.</summary>
internal sealed class PackNewVerb(Terminal terminal)
{
    private readonly Argument<string> _name = new("NAME") { Description = "The pack's name in lower-case letters, digits and hyphens: the folder that is made. A path makes it elsewhere." };

    private readonly Option<string?> _title = new("--title") { HelpName = "TEXT", Description = "The pack's title; without it, its name." };

    private readonly Option<string[]> _buildsOn = new("--builds-on")
    {
        HelpName = "PACK",
        Description = "A pack whose ids this one uses; may be given several times. Without it, world.",
    };

    public Verb Create()
    {
        var verb = new Command("new", "Begin an evidence pack: a folder with every table, empty, and its description.");
        verb.Add(_name);
        verb.Add(_title);
        verb.Add(_buildsOn);
        _name.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb, "assay pack new atlantis", "assay pack new atlantis --title \"Atlantis: who owns the salt\" --builds-on world");
    }

    private int Run(ParseResult line)
    {
        var folder = line.GetRequiredValue(_name).TrimEnd('/', '\\');
        var name = Path.GetFileName(folder);
        if (name.Length == 0 || name != Slugs.Of(name))
            throw StopException.Usage($"'{name}' is no name for a pack: write it in lower-case letters, digits and hyphens{(Slugs.Of(name) is { Length: > 0 } slug ? $", as {slug}" : "")}");
        if (Path.Exists(folder)) throw StopException.Usage($"{folder} is there already, and is left as it is; choose another name");
        var buildsOn = line.GetValue(_buildsOn) is { Length: > 0 } given ? given : ["world"];
        var pack = NewPack.Begin(folder, name, line.GetValue(_title) is { Length: > 0 } title ? title : name, buildsOn);
        if (pack.Problems.Count > 0) throw new StopException(ExitCode.EvidenceBroken, [.. pack.Problems.Select(problem => problem.ToString())]);
        Write(folder, pack.Files);
        terminal.Output.WriteLine($"{folder}: {pack.Files.Count} files; add the first row with: assay pack add entity {folder}");
        return ExitCode.Done;
    }

    // Everything goes into a folder beside it, which then takes the name: a pack is there whole or not at all.
    private static void Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        var beside = $"{folder}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(beside);
            foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(beside, name), bytes);
            Directory.Move(beside, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
            throw new StopException(ExitCode.OutputUnwritable, [$"{folder}: cannot be made: {error.Message.TrimEnd('.')}; name another place"]);
        }
    }
}
