namespace Assay.Cli;

/// <summary>Ends a verb with an exit code and lines for standard error that say what is wrong, where, and how to mend it.</summary>
internal sealed class StopException(int exitCode, IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<string> Lines { get; } = lines;

    public static StopException Usage(string line) => new(Cli.ExitCode.WrongUsage, [line]);

    public static StopException Input(string line) => new(Cli.ExitCode.InputUnreadable, [line]);

    /// <summary>What was asked on the command line; where it cannot be asked so, the usage was wrong.</summary>
    /// <exception cref="StopException">It cannot be asked so.</exception>
    public static T For<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (AskingException wrong)
        {
            throw Usage(wrong.Message);
        }
    }
}
