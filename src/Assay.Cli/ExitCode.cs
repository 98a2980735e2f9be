namespace Assay.Cli;

/// <summary>What the process returns. A refuted claim is a result, not an error.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int ProblemsFound = 1;
    public const int WrongUsage = 2;
    public const int InputUnreadable = 3;
    public const int EvidenceBroken = 4;
    public const int OutputUnwritable = 5;
    public const int Fault = 70;
    public const int Interrupted = 130;

    /// <summary>Every code with its meaning, as <c>--help</c> prints them and <c>docs/commands.md</c> explains them.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done; a refuted claim is a result, not an error"),
        (ProblemsFound, "problems found: by pack lint, rules lint, pack add, import or link score, or a proof that --verify could not replay"),
        (WrongUsage, "wrong usage: an unknown verb, option, claim, name or id, or something missing"),
        (InputUnreadable, "an article or another file could not be read: missing, a folder, empty, binary, too large, an unknown encoding"),
        (EvidenceBroken, "evidence, rules or a graph are missing or broken"),
        (OutputUnwritable, "the output could not be written"),
        (Fault, "a fault of the program itself"),
        (Interrupted, "interrupted"),
    ];
}
