using System.Diagnostics;
using System.Text;

namespace Assay.Tests.Cli;

/// <summary>One run of the built command line as a process of its own.</summary>
internal sealed record CommandRun(int ExitCode, byte[] OutputBytes, string Error, TimeSpan Elapsed)
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Assay.Cli.dll");

    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>Standard error as lines.</summary>
    public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>assay</c> with these arguments in the checkout, with nothing on standard input.</summary>
    public static CommandRun Of(params string[] arguments) => With("", arguments);

    /// <summary>Runs <c>assay</c> with this text on standard input.</summary>
    public static CommandRun With(string input, params string[] arguments) => Start("dotnet", Checkout.Root, input, [Program, .. arguments]);

    /// <summary>Runs any program.</summary>
    public static CommandRun Start(string program, string folder, string input, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8, StandardInputEncoding = new UTF8Encoding(false),
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var complaints = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input, which is its right.
        }
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end.");
        }
        Task.WaitAll(reading, complaints);
        return new CommandRun(process.ExitCode, output.ToArray(), complaints.Result, clock.Elapsed);
    }
}
