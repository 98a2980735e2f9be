using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Spectre.Console;

namespace Assay.Cli;

/// <summary>Does work over several articles, at most so many at once, and shows on standard error how far it has come, where a person is watching.</summary>
internal static class ProgressLine
{
    /// <param name="articles">The articles.</param>
    /// <param name="terminal">Where a person may be watching.</param>
    /// <param name="atOnce">How many at once; one: in their order.</param>
    /// <param name="work">The work on one, and where its complaints go.</param>
    public static void Over(IReadOnlyList<NamedArticle> articles, Terminal terminal, int atOnce, Action<NamedArticle, TextWriter> work)
    {
        if (articles.Count == 1 || !terminal.ShowsProgress)
        {
            Run(articles, atOnce, article => Tell(terminal.Error, complaints => work(article, complaints)));
            return;
        }
        // Lines between would tear the bar: they wait until it is gone.
        using var held = new StringWriter();
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
            console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
            {
                var task = progress.AddTask("checking", maxValue: articles.Count);
                Run(articles, atOnce, article =>
                {
                    Tell(held, complaints => work(article, complaints));
                    task.Increment(1);
                });
            });
        }
        finally
        {
            terminal.Error.Write(held);
        }
    }

    private static void Run(IReadOnlyList<NamedArticle> articles, int atOnce, Action<NamedArticle> work)
    {
        try
        {
            // Without buffering, one at a time means in their order, and several at once that none waits behind a long one.
            Parallel.ForEach(Partitioner.Create(articles, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, work);
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>What one article gives rise to is told in one piece, whatever others are told of at the time.</summary>
    private static void Tell(TextWriter to, Action<TextWriter> work)
    {
        using var complaints = new StringWriter { NewLine = to.NewLine };
        try
        {
            work(complaints);
        }
        finally
        {
            lock (to)
            {
                to.Write(complaints);
                to.Flush();
            }
        }
    }
}
