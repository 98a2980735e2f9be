using System.CommandLine;
using Assay.Evidence;

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

    /// <summary>Loads what the user named.</summary>
    /// <exception cref="StopException">A pack or a rule file is missing or broken.</exception>
    public Record Load(ParseResult line) => Record.Load(line.GetValue(_evidence) ?? [], line.GetValue(_rules));

    /// <summary>Loads the packs alone.</summary>
    /// <exception cref="StopException">A pack is missing or broken.</exception>
    public EvidenceSnapshot LoadEvidence(ParseResult line) => Record.LoadEvidence(line.GetValue(_evidence) ?? []);
}
