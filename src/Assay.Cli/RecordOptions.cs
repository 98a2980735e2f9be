using System.CommandLine;
using Assay.Evidence;
using Assay.Formats.Records;

namespace Assay.Cli;

/// <summary>The options that say which evidence and rules an article is set beside.</summary>
internal sealed class RecordOptions
{
    private readonly Option<string[]> _evidence = new("--evidence")
    {
        HelpName = "DIR",
        Description = "A folder with an evidence pack to load beside the built-in ones; may be given several times. A pack with the name of a built-in one takes its place.",
    };

    private readonly Option<string?> _rules = new("--rules")
    {
        HelpName = "DIR",
        Description = "A folder with rule files; each takes the place of the built-in one of the same path.",
    };

    public void AddTo(Command verb)
    {
        AddEvidenceTo(verb);
        verb.Add(_rules);
    }

    public void AddEvidenceTo(Command verb) => verb.Add(_evidence);

    /// <summary>The folders of packs that the user named.</summary>
    public IReadOnlyList<string> Packs(ParseResult line) => line.GetValue(_evidence) ?? [];

    /// <summary>The folder of rules that the user named; null: none.</summary>
    public string? Rules(ParseResult line) => line.GetValue(_rules);

    /// <summary>Loads what the user named.</summary>
    /// <exception cref="StopException">A pack or a rule file is missing or broken.</exception>
    public LoadedRecord Load(ParseResult line) => Loaded(() => LoadedRecord.Load(Packs(line), Rules(line)));

    /// <summary>Loads the packs alone.</summary>
    /// <exception cref="StopException">A pack is missing or broken.</exception>
    public EvidenceSnapshot LoadEvidence(ParseResult line) => Loaded(() => LoadedRecord.LoadEvidence(Packs(line)));

    /// <summary>Loads the packs alone, each row as it was told: linked entities are not read as one.</summary>
    /// <exception cref="StopException">A pack is missing or broken.</exception>
    public EvidenceSnapshot LoadAsTold(ParseResult line) => Loaded(() => LoadedRecord.LoadEvidence(Packs(line), appliesLinks: false));

    /// <summary>What was loaded.</summary>
    /// <exception cref="StopException">It is broken, or cannot be read.</exception>
    public static T Loaded<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (BrokenRecordException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, error.Lines);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.EvidenceBroken, [$"{error.Message.TrimEnd('.')}; check the folders after --evidence and --rules"]);
        }
    }
}
