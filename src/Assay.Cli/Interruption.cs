using System.Runtime.InteropServices;

namespace Assay.Cli;

/// <summary>What happens when the process is asked to stop: it ends at once and leaves nothing half-written, unless a verb ends by itself.</summary>
internal static class Interruption
{
    private static int _ending;

    /// <summary>From now on whoever calls this ends by itself when the process is asked to stop.</summary>
    public static void LeaveToVerb() => Interlocked.Exchange(ref _ending, 1);

    /// <summary>Answers an interrupt or a request to terminate.</summary>
    public static void Take(PosixSignalContext signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (Volatile.Read(ref _ending) != 0) return;
        OutputFile.CleanUp();
        Console.Error.WriteLine("assay: interrupted");
        Environment.Exit(ExitCode.Interrupted);
    }
}
