using Spectre.Console;

namespace Assay.Cli;

/// <summary>Shows on standard error how far a run over several articles has come, where a person is watching.</summary>
internal static class ProgressLine
{
    public static void Over(IReadOnlyList<string> files, Terminal terminal, Action<string> work)
    {
        if (files.Count == 1 || !terminal.ShowsProgress)
        {
            foreach (var file in files) work(file);
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        console.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("checking", maxValue: files.Count);
            foreach (var file in files)
            {
                task.Description = Markup.Escape(Path.GetFileName(file));
                work(file);
                task.Increment(1);
            }
        });
    }
}
