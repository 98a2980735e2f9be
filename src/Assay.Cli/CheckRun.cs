using System.Collections.Concurrent;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Publishing.Page;
using Assay.Publishing.Terminal;

namespace Assay.Cli;

/// <summary>
/// Checks articles and lets each result go as soon as it is there: one after the other to standard output, or several at once to files. In a run over several,
/// an article that fails is told and the rest goes on; one whose result is there from an earlier run is passed over.
/// </summary>
internal sealed class CheckRun(OutputPlan plan, CheckingDesk desk, ResultRendering rendering, Terminal terminal)
{
    private readonly ConcurrentDictionary<NamedArticle, ArticleOutcome> _outcomes = [];
    private readonly ConcurrentDictionary<NamedArticle, FailedArticle> _failed = [];
    private int _exitCode = ExitCode.Done;
    private int _passed;
    private bool _isFirst = true;

    /// <summary>The options that a result depends on, beside the article, the record and the rules.</summary>
    public required string Options { get; init; }

    /// <summary>Whether articles are checked again whose results are there.</summary>
    public required bool Again { get; init; }

    /// <summary>Whether it is a run over several articles: its failures are told one by one, and at its end stands a summary.</summary>
    public required bool IsRun { get; init; }

    /// <summary>Checks the articles and returns the exit code.</summary>
    public int Over(IReadOnlyList<NamedArticle> articles)
    {
        ProgressLine.Over(articles, terminal, plan.Folder is null ? 1 : Environment.ProcessorCount, Check);
        if (IsRun && plan.Folder is { } folder) Summarise(articles, folder);
        return _exitCode;
    }

    private void Check(NamedArticle article, TextWriter complaints)
    {
        try
        {
            if (plan.TargetOf(article) is { } target) ToFile(article, target, complaints);
            else Print(rendering.Render(desk.Check(article.Path, complaints)), IsRun ? article.Path : null);
        }
        catch (StopException stop) when (IsRun && stop.ExitCode is ExitCode.InputUnreadable or ExitCode.ProblemsFound)
        {
            Fail(article, stop.Lines, stop.ExitCode, complaints);
        }
#pragma warning disable CA1031 // One article that the program fails on must not take the others' results with it: it is told and the exit code says so.
        catch (Exception fault) when (IsRun && fault is not StopException)
#pragma warning restore CA1031
        {
            Fail(article, [$"{article.Path}: a fault of the program itself: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}; please report it with the article"], ExitCode.Fault, complaints);
        }
    }

    private void ToFile(NamedArticle article, string target, TextWriter complaints)
    {
        if (!IsRun)
        {
            OutputFile.Write(target, rendering.Render(desk.Check(article.Path, complaints)));
            return;
        }
        var read = desk.Read(article.Path);
        var done = new DoneArticle(plan.Folder!, article.Name);
        var key = desk.KeyOf(read, Options);
        var outcome = Again || !File.Exists(target) ? null : done.Find(key);
        if (outcome is not null)
        {
            Interlocked.Increment(ref _passed);
        }
        else
        {
            var result = desk.Check(read, article.Path, complaints);
            outcome = ArticleOutcome.From(result.Article, article.Name, Path.GetRelativePath(plan.Folder!, target).Replace('\\', '/'), desk.Wording);
            OutputFile.Write(target, rendering.Render(result));
            done.Keep(key, outcome);
        }
        _outcomes[article] = outcome;
    }

    private void Fail(NamedArticle article, IReadOnlyList<string> lines, int exitCode, TextWriter complaints)
    {
        foreach (var text in lines) complaints.WriteLine($"assay: {text}");
        _failed[article] = new FailedArticle(article.Name, string.Join(' ', lines));
        lock (_failed) _exitCode = Math.Max(_exitCode, exitCode);
    }

    private void Summarise(IReadOnlyList<NamedArticle> articles, string folder)
    {
        var summary = new RunSummary([.. articles.Select(article => _outcomes.GetValueOrDefault(article)).OfType<ArticleOutcome>()], [.. articles.Select(article => _failed.GetValueOrDefault(article)).OfType<FailedArticle>()])
        {
            Packs = desk.Loaded is { } record ? [.. record.Evidence.Packs] : [], RulesSha256 = desk.Loaded?.Rules.Sha256 ?? "",
        };
        OutputFile.Write(Path.Combine(folder, OutputPlan.SummaryJson), RunJson.Write(summary));
        var page = RunPage.Render(summary, new PageOptions { Version = ProgramVersion.Text });
        OutputFile.Write(Path.Combine(folder, OutputPlan.SummaryPage), System.Text.Encoding.UTF8.GetBytes(page));
        terminal.Output.Write(TextConsole.Text(console => RunView.Write(console, summary), terminal));
        terminal.Output.WriteLine($"\n{Path.Combine(folder, OutputPlan.SummaryPage)}{(_passed > 0 ? $"; {_passed} of them were there already and would be the same (--again checks them again)" : "")}");
        terminal.Output.Flush();
    }

    private void Print(byte[] bytes, string? heading)
    {
        if (heading is not null)
        {
            terminal.Output.WriteLine($"{(_isFirst ? "" : "\n")}== {heading}");
            terminal.Output.Flush();
        }
        _isFirst = false;
        terminal.Bytes.Write(bytes);
        terminal.Bytes.Flush();
    }
}
