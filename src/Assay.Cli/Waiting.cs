using System.Diagnostics;
using System.Globalization;
using Assay.Formats.Graphs;
using Assay.Formats.Imports;
using Spectre.Console;

namespace Assay.Cli;

/// <summary>Shows on standard error how far long work has come, where a person is watching and once it takes longer than a moment.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a graph's files.</summary>
    public static T For<T>(Terminal terminal, Func<IProgress<GraphProgress>?, T> work)
    {
        var told = new Told<GraphProgress>();
        return Show(terminal, () => work(terminal.ShowsProgress ? told : null), () => told.Last is { } at
            ? (Path.GetFileName(at.File) + (at.Problems > 0 ? $", {at.Problems} problems" : ""), at.TotalBytes > 0 ? (double)at.Bytes / at.TotalBytes : null)
            : ("reading", null));
    }

    /// <summary>Imports files.</summary>
    public static T For<T>(Terminal terminal, Func<IProgress<ImportProgress>?, T> work)
    {
        var told = new Told<ImportProgress>();
        var watch = Stopwatch.StartNew();
        return Show(terminal, () => work(terminal.ShowsProgress ? told : null), () => told.Last is { } at
            ? (string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(at.What)}: {at.Rows:N0} rows, {at.Done / 1e6 / watch.Elapsed.TotalSeconds:F0} MB/s{(at.Problems > 0 ? $", {at.Problems:N0} problems" : "")}"),
                at.Total > 0 ? (double)at.Done / at.Total : null)
            : ("reading", null));
    }

    /// <summary>Does other work, which tells the part done or nothing.</summary>
    public static T For<T>(Terminal terminal, string what, Func<IProgress<double>?, T> work)
    {
        var told = new Told<double>();
        return Show(terminal, () => work(terminal.ShowsProgress ? told : null), () => (what, told.Last));
    }

    private static T Show<T>(Terminal terminal, Func<T> work, Func<(string What, double? Part)> state)
    {
        if (!terminal.ShowsProgress) return work();
        var task = Task.Run(work);
        // The handle tells of the end and not of how it came: whatever goes wrong is thrown below, as it would be without a bar.
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Moment)) ShowBar(terminal, task, state);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Shows a bar until the task is over.</summary>
    internal static void ShowBar(Terminal terminal, Task task, Func<(string What, double? Part)> state)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(progress =>
        {
            var bar = progress.AddTask(Markup.Escape(state().What), maxValue: 1);
            while (!task.IsCompleted)
            {
                var (what, part) = state();
                bar.Description = Markup.Escape(what);
                bar.IsIndeterminate = part is null;
                bar.Value = part ?? 0;
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne(Blink);
            }
        });
    }

    /// <summary>The last that was told.</summary>
    private sealed class Told<T> : IProgress<T> where T : struct
    {
        private volatile object? _last;

        public T? Last => (T?)_last;

        public void Report(T value) => _last = value;
    }
}
