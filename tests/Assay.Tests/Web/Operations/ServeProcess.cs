using System.Diagnostics;
using System.Globalization;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Web.Operations;

/// <summary><c>assay serve</c> as a process of its own, over a store in a folder of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task<string> _log;
    private readonly Task<string> _rest;

    private ServeProcess(Process process, string folder, Uri address, Task<string> log) => (_process, _folder, Address, _log, _rest) = (process, folder, address, log, process.StandardOutput.ReadToEndAsync());

    public Uri Address { get; }

    public static async Task<ServeProcess> StartAsync(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("assay-serve-").FullName;
        var process = Process.Start(new ProcessStartInfo("dotnet", [CommandRun.Program, "serve", "--store", Path.Combine(folder, "assay.db"), "--local-packs", Path.Combine(folder, "packs"), "--urls", "http://127.0.0.1:0", .. options])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var log = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"It ended before it was open: {await log}");
        return new ServeProcess(process, folder, new Uri(line.Split("open at ")[1]), log);
    }

    /// <summary>Asks it to end, as systemd does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end: exit code, what it said, its log.</summary>
    public async Task<(int ExitCode, string Output, string Log)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _rest, await _log);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
