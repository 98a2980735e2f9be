using Assay.Articles;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Storage.Drafts;
using Assay.Web.Operations;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Desk;

/// <summary>
/// Checks drafts off the threads of requests, and keeps the results in use, so that a page that is opened again is there at once and one that was
/// left goes on. Safe to share between threads.
/// </summary>
internal sealed partial class DraftChecks(LiveRecord record, CheckQueue queue, CheckLimits limits, TimeProvider time, WorkbenchMeters meters, ILogger<DraftChecks> log) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(Key Key, DraftCheck Check)> _kept = [];

    private sealed record Key(string Draft, long Revision, Article Article, DateOnly Day, LoadedRecord Record);

    /// <summary>The check of a draft against the record in force: the one that runs or has run, else one that is begun.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="account">For whom; checks of one account wait for each other.</param>
    public DraftCheck Start(Draft draft, string account)
    {
        var now = record.Current;
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var key = new Key(draft.Id, draft.Revision, draft.Article, day, now);
        DraftCheck check;
        lock (_lock)
        {
            if (_kept.FindIndex(pair => pair.Key == key && !pair.Check.IsFailed) is >= 0 and var at)
            {
                meters.LookedUp("checks", isThere: true);
                var known = _kept[at];
                _kept.RemoveAt(at);
                _kept.Add(known);
                return known.Check;
            }
            meters.LookedUp("checks", isThere: false);
            check = new DraftCheck(draft, now, new PartialDate(day.Year, day.Month, day.Day), limits, time);
            // What was found with an earlier record, or for an earlier revision, is not asked for again.
            Forget(pair => pair.Key.Record != now || pair.Key.Draft == draft.Id || pair.Check.IsFailed);
            if (_kept.Count >= limits.MostKept) Forget(pair => pair == _kept[0]);
            _kept.Add((key, check));
        }
        _ = RunAsync(check, account);
        return check;
    }

    /// <summary>Stops what nobody can ask for any more.</summary>
    public void Dispose()
    {
        lock (_lock) Forget(_ => true);
    }

    private void Forget(Predicate<(Key Key, DraftCheck Check)> match)
    {
        foreach (var (_, gone) in _kept.FindAll(match))
        {
            gone.Drop();
            _kept.RemoveAll(pair => pair.Check == gone);
        }
    }

    private async Task RunAsync(DraftCheck check, string account)
    {
        try
        {
            await queue.RunAsync(account, () =>
            {
                var began = time.GetTimestamp();
                check.Run();
                meters.Checked(time.GetElapsedTime(began));
            });
            await queue.RunLastAsync(check.Search);
        }
        catch (CheckStoppedException error)
        {
            check.Fail(error);
        }
#pragma warning disable CA1031 // Whatever went wrong, each who waits is told, and the reason is in the log.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(log, check.Draft.Id, error);
            check.Fail(new CheckStoppedException(DeskWords.Say("CheckFailed"), error));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The check of draft {Draft} failed")]
    private static partial void LogFailed(ILogger log, string draft, Exception error);
}
