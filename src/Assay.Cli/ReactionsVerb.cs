using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay reactions</c>: the verbs about readers' likes and dislikes.</summary>
internal static class ReactionsVerb
{
    public static Verb Create() =>
        new(new Command("reactions", "See how likes and dislikes order findings, and what a crowd can do to that order."), "assay reactions simulate");
}
