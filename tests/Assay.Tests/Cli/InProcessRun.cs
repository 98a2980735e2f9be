using System.Text;
using Assay.Cli;

namespace Assay.Tests.Cli;

/// <summary>One run of the command line inside the test, where a person may answer its questions.</summary>
internal sealed record InProcessRun(int ExitCode, string Output, string Error)
{
    /// <summary>Standard error as lines.</summary>
    public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>assay</c> with nobody at the terminal.</summary>
    public static InProcessRun Of(params string[] arguments) => With(null, arguments);

    /// <summary>Runs <c>assay</c> with somebody who answers.</summary>
    public static InProcessRun With(Func<Prompt, string>? ask, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream();
        var exitCode = new CommandLine(new Terminal(output, error, bytes) { Ask = ask }, TimeProvider.System).Run(arguments);
        return new InProcessRun(exitCode, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}
