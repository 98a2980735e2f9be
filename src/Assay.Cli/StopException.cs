namespace Assay.Cli;

/// <summary>Ends a verb with an exit code and lines for standard error that say what is wrong, where, and how to mend it.</summary>
internal sealed class StopException(int exitCode, IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<string> Lines { get; } = lines;

    public static StopException Usage(string line) => new(Cli.ExitCode.WrongUsage, [line]);

    public static StopException Input(string line) => new(Cli.ExitCode.InputUnreadable, [line]);
}
