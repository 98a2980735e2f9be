using System.Text;
using Assay.Cli;

namespace Assay.Tests.Records;

/// <summary>The command line run inside the test, on a fixed day and without a screen.</summary>
internal static class InProcess
{
    /// <summary>The day that "today" is.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var bytes = new MemoryStream();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new CommandLine(new Terminal(output, error, bytes), new FixedDay()).Run(arguments);
        return (exitCode, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>A command line as a user types it: words, and words in quotation marks.</summary>
    public static string[] Split(string line) =>
        [.. line.Split('"').SelectMany((part, at) => at % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private sealed class FixedDay : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
