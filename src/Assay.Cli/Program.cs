using System.Runtime.InteropServices;
using System.Text;
using Assay.Cli;
using Spectre.Console;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interruption.Take);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interruption.Take);
using var output = Console.OpenStandardOutput();
var terminal = new Terminal(Console.Out, Console.Error, output)
{
    IsScreen = !Console.IsOutputRedirected,
    Width = Console.IsOutputRedirected ? 100 : Math.Max(Console.WindowWidth, 40),
    Input = Console.In,
    ShowsProgress = !Console.IsErrorRedirected,
    Ask = Console.IsInputRedirected || Console.IsErrorRedirected
        ? null
        : prompt => prompt.Ask(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })),
};
return new CommandLine(terminal, TimeProvider.System).Run(args);
