using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class InterruptTests
{
    private const long InterruptBit = 1 << 1;

    [Fact]
    public void An_interrupt_ends_it_with_130_and_one_line()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows which signals a process catches.");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [CommandRun.Program, "check", "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var clock = Stopwatch.StartNew();
        while (!CatchesInterrupts(process.Id) && clock.Elapsed < TimeSpan.FromMinutes(1)) Thread.Sleep(50);
        // Caught from here on; the program itself takes a moment longer to ask for it.
        Thread.Sleep(1000);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal((130, "assay: interrupted\n", ""), (process.ExitCode, process.StandardError.ReadToEnd(), process.StandardOutput.ReadToEnd()));
    }

    private static bool CatchesInterrupts(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("SigCgt:", StringComparison.Ordinal));
        return line is not null && (long.Parse(line[7..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
    }
}
