using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay rules</c>: the verbs about rule files.</summary>
internal static class RulesVerb
{
    public static Verb Create() => new(new Command("rules", "Check rule files."), "assay rules lint", "assay rules lint my-rules");
}
