using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay pack</c>: the verbs about evidence packs.</summary>
internal static class PackVerb
{
    public static Verb Create() => new(new Command("pack", "Look at evidence packs, make them, add to them."), "assay pack list", "assay pack lint packs");
}
