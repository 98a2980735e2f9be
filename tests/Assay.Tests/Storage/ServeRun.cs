using System.Diagnostics;
using Assay.Tests.Cli;

namespace Assay.Tests.Storage;

/// <summary>A running <c>assay serve</c>, a process of its own.</summary>
internal sealed class ServeRun : IDisposable
{
    private readonly Process _process;

    private ServeRun(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Starts one over a store and waits until it is open.</summary>
    public static async Task<ServeRun> StartAsync(string store)
    {
        var start = new ProcessStartInfo("dotnet", [CommandRun.Program, "serve", "--store", store, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("open at ", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServeRun(process, new Uri(line.Split("open at ")[1].Split([',', ';'])[0]));
        }
        throw new InvalidOperationException($"assay serve ended before it was open: {await complaints}");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
