using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Storage.Published;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Desk;

/// <summary>
/// Finds the published articles whose verdicts would be others with the record as it is now: in the background, when the desk is looked at and
/// either the record or what is published is not what it was the last time. Safe to share between threads.
/// </summary>
internal sealed partial class ChangedArticles(Store store, LiveRecord record, CheckQueue queue, CheckLimits limits, TimeProvider time, ILogger<ChangedArticles> log)
{
    // The latest are looked at; older ones when they are opened.
    private const int MostArticles = 100;
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Result? _last;
    private bool _isRunning;

    private sealed record Result(ImmutableArray<ChangedArticle> Articles, LoadedRecord Record, long At, bool IsPublishedSince);

    /// <summary>What is known; null: it is being looked up for the first time, or anew with another record.</summary>
    public ImmutableArray<ChangedArticle>? Now()
    {
        var current = record.Current;
        lock (_lock)
        {
            var age = _last is null ? TimeSpan.MaxValue : time.GetElapsedTime(_last.At);
            var isOld = _last is null || _last.Record != current || age > MostAge || _last.IsPublishedSince && age > LeastAge;
            if (isOld && !_isRunning)
            {
                _isRunning = true;
                _ = RunAsync(current);
            }
            return _last is { } known && known.Record == current && !known.IsPublishedSince ? known.Articles : null;
        }
    }

    /// <summary>Says that something was published, so that what is known no longer holds.</summary>
    public void Forget()
    {
        lock (_lock)
            if (_last is not null) _last = _last with { IsPublishedSince = true };
    }

    private async Task RunAsync(LoadedRecord current)
    {
        var found = ImmutableArray<ChangedArticle>.Empty;
        try
        {
            found = await FindAsync(current);
        }
#pragma warning disable CA1031 // It runs for nobody in particular: the reason is in the log, and it is tried again later.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(log, error);
        }
        lock (_lock)
        {
            _last = new Result(found, current, time.GetTimestamp(), IsPublishedSince: false);
            _isRunning = false;
        }
    }

    private async Task<ImmutableArray<ChangedArticle>> FindAsync(LoadedRecord current)
    {
        var drafts = (await store.Drafts.AllAsync()).Where(draft => draft.PublishedAs is not null).ToLookup(draft => draft.PublishedAs);
        var found = ImmutableArray.CreateBuilder<ChangedArticle>();
        var started = time.GetTimestamp();
        foreach (var article in await store.Published.ArticlesAsync(MostArticles))
        {
            if (time.GetElapsedTime(started) > limits.MostSearch) break;
            if (drafts[article.Id].FirstOrDefault() is not { } line || await store.Drafts.FindAsync(line.Id) is not { } draft || await store.Published.FindAsync(article.Id) is not { } version) continue;
            // A version that was made with this record and these rules has nothing to be told.
            if (version.RulesSha256 == current.Rules.Sha256 && version.Packs == string.Join('\n', current.Evidence.Packs.Select(pack => $"{pack.Name} {pack.Version} {pack.Sha256}")) && draft.Edits.All(edit => edit.Made <= version.Published)) continue;
            var document = await store.Published.DocumentAsync(article.Id, version.Number);
            await queue.RunLastAsync(() =>
            {
                if (Compare(draft, version, document, current) is { Claims.IsEmpty: false } changed) found.Add(changed);
            });
        }
        return found.ToImmutable();
    }

    private ChangedArticle Compare(Draft draft, PublishedVersion version, byte[]? document, LoadedRecord current)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var check = new DraftCheck(draft, current, new PartialDate(day.Year, day.Month, day.Day), limits, time);
        check.Run();
        var article = check.Checked.GetAwaiter().GetResult();
        return new ChangedArticle(version.Article, draft.Id, version.Title, VersionComparison.Changes(version, document, new OpenDraft(check, new CheckedDraft(draft, article, check.Edits))));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Published articles could not be checked again")]
    private static partial void LogFailed(ILogger log, Exception error);
}
