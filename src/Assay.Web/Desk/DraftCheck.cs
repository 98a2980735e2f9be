using System.Collections.Immutable;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Storage.Drafts;

namespace Assay.Web.Desk;

/// <summary>
/// One revision of a draft being checked against one record: the claims come first, then the findings in their order, then what would change
/// them. It goes on whether anybody waits or not. Safe to share between threads.
/// </summary>
internal sealed class DraftCheck(Draft draft, LoadedRecord record, PartialDate today, CheckLimits limits, TimeProvider time)
{
    private readonly TaskCompletionSource<ArticleCheck> _claims = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CheckedArticle> _checked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CheckedArticle> _searched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<TaskCompletionSource<Finding>> _findings = [];
    private volatile bool _isDropped;

    /// <summary>The draft as it was.</summary>
    public Draft Draft => draft;

    /// <summary>The record that it is checked against.</summary>
    public LoadedRecord Record => record;

    /// <summary>Its edits as corrections.</summary>
    public DraftEdits Edits { get; } = DraftEdits.Of(draft.Edits);

    /// <summary>The claims, once the article is read.</summary>
    public Task<ArticleCheck> Claims => _claims.Task;

    /// <summary>The whole, once all findings are there; the search for what would change them may still go on.</summary>
    public Task<CheckedArticle> Checked => _checked.Task;

    /// <summary>The whole with what would change the findings; where that took too long, without the rest of it.</summary>
    public Task<CheckedArticle> Searched => _searched.Task;

    /// <summary>The best that is known by now; null: not all findings are there.</summary>
    public CheckedArticle? Best => _searched.Task.IsCompletedSuccessfully ? _searched.Task.Result : _checked.Task.IsCompletedSuccessfully ? _checked.Task.Result : null;

    /// <summary>Whether it ended without a result.</summary>
    public bool IsFailed => _checked.Task.IsFaulted;

    /// <summary>A finding by its place from 0, once the claims are known.</summary>
    public Task<Finding> Finding(int at) => _findings[at].Task;

    /// <summary>Reads and checks.</summary>
    public void Run()
    {
        var started = time.GetTimestamp();
        var check = record.Assayer.CheckEach(draft.Article, draft.Article.Date, today, Edits.Corrections);
        check = Edits.WithoutUndone(check);
        _findings = [.. check.Claims.Select(_ => new TaskCompletionSource<Finding>(TaskCreationOptions.RunContinuationsAsynchronously))];
        _claims.SetResult(check);
        var findings = new List<Finding>(check.Claims.Length);
        foreach (var finding in check.Findings)
        {
            if (time.GetElapsedTime(started) > limits.MostTime) throw new CheckStoppedException(DeskWords.Say("CheckTooLong", limits.MostTime.TotalMinutes, findings.Count, check.Claims.Length));
            findings.Add(finding);
            _findings[findings.Count - 1].SetResult(finding);
        }
        _checked.SetResult(check.With(findings));
    }

    /// <summary>Looks for what would change the findings, until it takes too long or nobody will ask for it any more.</summary>
    public void Search()
    {
        var article = _checked.Task.Result;
        var started = time.GetTimestamp();
        var findings = article.Findings.ToBuilder();
        for (var at = 0; at < findings.Count && !_isDropped && time.GetElapsedTime(started) < limits.MostSearch; at++)
            findings[at] = findings[at] with { Sensitivity = record.Sensitivity.Of(findings[at]) };
        _searched.TrySetResult(article with { Findings = findings.DrainToImmutable() });
    }

    /// <summary>Says that it is not kept any more: what nobody waits for need not go on.</summary>
    public void Drop() => _isDropped = true;

    /// <summary>Ends it without a result.</summary>
    public void Fail(Exception error)
    {
        _claims.TrySetException(error);
        foreach (var finding in _findings) finding.TrySetException(error);
        _checked.TrySetException(error);
        if (_checked.Task.IsCompletedSuccessfully) _searched.TrySetResult(_checked.Task.Result);
        else _searched.TrySetException(error);
        // Each is looked at, so that none counts as unobserved.
        foreach (var task in new Task[] { _claims.Task, _checked.Task, _searched.Task }.Concat(_findings.Select(finding => finding.Task))) _ = task.Exception;
    }
}
