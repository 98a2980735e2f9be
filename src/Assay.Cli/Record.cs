using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Rules;

namespace Assay.Cli;

/// <summary>The evidence and the rules that an article is set beside.</summary>
internal sealed record Record(EvidenceSnapshot Evidence, RuleSet Rules)
{
    /// <summary>Loads the built-in evidence with the packs of these folders, and the rules of a folder or else the built-in ones.</summary>
    /// <exception cref="StopException">A pack or a rule file is missing or broken.</exception>
    public static Record Load(IReadOnlyList<string> packs, string? rules)
    {
        // Beside each other: both are most of what a short run takes.
        var evidence = Task.Run(() => LoadEvidence(packs));
        var read = LoadRules(rules);
        return new Record(evidence.GetAwaiter().GetResult(), read);
    }

    /// <summary>Refuses a language that was asked for and has no rules.</summary>
    /// <exception cref="StopException">There are none.</exception>
    public void RequireLanguage(string? asked)
    {
        if (asked is not null && !Rules.Languages.Contains(asked)) throw StopException.Usage($"there are no rules for the language '{asked}'; there are: {string.Join(", ", Rules.Languages)}");
    }

    /// <summary>Loads the built-in evidence with the packs of these folders.</summary>
    /// <exception cref="StopException">A pack is missing or broken.</exception>
    public static EvidenceSnapshot LoadEvidence(IReadOnlyList<string> packs) => Loaded(() =>
    {
        foreach (var pack in packs)
            if (!Directory.Exists(pack)) throw new StopException(ExitCode.EvidenceBroken, [NoFolder(pack)]);
        return EvidencePack.LoadAll(packs);
    });

    /// <summary>That there is no folder of a pack, with the one beside it that was probably meant, or the built-in one of that name.</summary>
    public static string NoFolder(string pack)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(pack)) ?? "";
        var beside = Directory.Exists(parent.Length == 0 ? "." : parent) ? Directory.GetDirectories(parent.Length == 0 ? "." : parent).Select(folder => Path.Combine(parent, Path.GetFileName(folder))) : [];
        var builtIn = EvidencePack.Embedded().Packs.Any(known => known.Name == pack) ? $"; {pack} is built in and need not be named" : "";
        return $"{pack}: there is no such folder{Suggestion.For(pack, beside)}; name a folder with a datapackage.json{builtIn}";
    }

    private static RuleSet LoadRules(string? folder) => Loaded(() => folder is null ? RuleFiles.Default : RuleFiles.Load(folder));

    private static T Loaded<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, error.Problems.Count == 0 ? [error.Message] : [.. error.Problems.Select(problem => problem.ToString())]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{error.Message.TrimEnd('.')}; check the folders after --evidence and --rules"]);
        }
    }
}
