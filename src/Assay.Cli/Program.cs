using System.Runtime.InteropServices;
using System.Text;
using Assay.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var output = Console.OpenStandardOutput();
return new CommandLine(new Terminal(Console.Out, Console.Error, output, !Console.IsErrorRedirected), TimeProvider.System).Run(args);

static void Interrupt(PosixSignalContext signal)
{
    OutputFile.CleanUp();
    Console.Error.WriteLine("assay: interrupted");
    Environment.Exit(ExitCode.Interrupted);
}
