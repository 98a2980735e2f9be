using Assay.Reactions;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Reactions;

/// <summary>Where something stands among readers.</summary>
/// <param name="Counts">How many found it useful, and how many not: the raw counts, which a crowd can move.</param>
/// <param name="Score">How useful readers who usually disagree find it, between 0 and 1; null: too few readers yet on one of the sides.</param>
internal readonly record struct Rank(ReactionCounts Counts, double? Score);

/// <summary>
/// What is shown first: by agreement between readers who usually disagree. It holds all reactions of the store in memory, follows those of other
/// processes, and fits where readers stand anew when enough has changed. Verdicts know nothing of it.
/// </summary>
internal sealed partial class ReactionRanking(Store store, TimeProvider time, ILogger<ReactionRanking> log) : BackgroundService
{
    /// <summary>From here on both sides find something useful: well above a half, which is where what nobody has settled stands.</summary>
    public const double AgreedFrom = 0.65;

    // A finding that nobody has reacted to scores a half.
    private const double Unknown = 0.5;
    private const int FewestChanges = 20;
    private const int PartChanged = 100;

    private static readonly TimeSpan FollowEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FitEvery = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _following = new(1, 1);
    private readonly Dictionary<ReactionTarget, int> _findings = [];
    private readonly Dictionary<string, int> _readers = new(StringComparer.Ordinal);
    private ReactionScores _scores = ReactionScores.Build([], 0, 0);
    private long _revision;
    private long _changes;
    private long _count;

    /// <summary>Where a finding, or an article as a whole, stands.</summary>
    public Rank Of(ReactionTarget target)
    {
        lock (_gate)
        {
            if (!_findings.TryGetValue(target, out var finding)) return default;
            var score = _scores.ScoreOf(finding);
            return new Rank(new ReactionCounts(score.Useful, score.NotUseful), score.HasTooFewReaders ? null : score.Value);
        }
    }

    /// <summary>Where a published finding stands.</summary>
    public Rank Of(string article, PublishedFinding finding) => Of(new ReactionTarget(article, finding.Claim, finding.Since));

    /// <summary>Findings of an article in the order in which to show them; equal ones as given.</summary>
    public IReadOnlyList<PublishedFinding> Order(string article, IEnumerable<PublishedFinding> findings) => Order(findings, finding => new ReactionTarget(article, finding.Claim, finding.Since));

    /// <summary>Articles in the order in which to show them; equal ones as given.</summary>
    public IReadOnlyList<ArticleLine> Order(IEnumerable<ArticleLine> articles) => Order(articles, article => new ReactionTarget(article.Id, "", 0));

    /// <summary>The findings that readers of both sides find useful, the best first.</summary>
    public IReadOnlyList<ReactionTarget> Agreed(int most)
    {
        lock (_gate)
            return [.. _findings.Where(pair => pair.Key.Claim.Length > 0).Select(pair => (pair.Key, Score: _scores.ScoreOf(pair.Value)))
                .Where(pair => !pair.Score.HasTooFewReaders && pair.Score.Value >= AgreedFrom)
                .OrderByDescending(pair => pair.Score.Value).ThenBy(pair => pair.Key.Article, StringComparer.Ordinal).ThenBy(pair => pair.Key.Claim, StringComparer.Ordinal).Take(most).Select(pair => pair.Key)];
    }

    /// <summary>Takes a reaction in that this process has kept, before it is read from the store again.</summary>
    /// <exception cref="StoreException">The store can't be read; the reaction is kept all the same.</exception>
    public Task NoteAsync(Storage.Reactions.Reaction reaction, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_findings.TryGetValue(reaction.Target, out var finding))
            {
                Set(reaction.Reader, finding, reaction.Useful);
                return Task.CompletedTask;
            }
        }
        // The first reaction to a finding: the store has its number.
        return FollowAsync(cancellation);
    }

    /// <summary>Takes in what was written since, by any process.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        await _following.WaitAsync(cancellation);
        try
        {
            var fresh = new List<KeptReaction>();
            var revision = await store.Reactions.ReadSinceAsync(_revision, fresh.Add, cancellation);
            if (fresh.Count > 0) await TakeAsync(fresh, cancellation);
            _revision = revision;
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Fits anew where readers stand.</summary>
    public void Refit()
    {
        Interlocked.Exchange(ref _changes, 0);
        _scores.Refit(threads: Math.Max(1, Environment.ProcessorCount / 2));
    }

    /// <summary>Loads all reactions before the first page is shown.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _following.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var fitted = time.GetTimestamp();
        using var timer = new PeriodicTimer(FollowEvery, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await FollowAsync(stoppingToken);
                var changes = Interlocked.Read(ref _changes);
                if (changes < Math.Max(FewestChanges, _count / PartChanged) && (changes == 0 || time.GetElapsedTime(fitted) < FitEvery)) continue;
                await Task.Run(Refit, stoppingToken);
                fitted = time.GetTimestamp();
            }
            catch (StoreException error)
            {
                NotFollowed(error.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(List<KeptReaction> fresh, CancellationToken cancellation)
    {
        var targets = await store.Reactions.TargetsAsync(_findings.Count + 1, cancellation);
        lock (_gate)
        {
            foreach (var target in targets) _findings[target] = _findings.Count;
            if (_count > 0)
            {
                foreach (var reaction in fresh) Set(reaction.Reader, (int)reaction.Target - 1, reaction.Useful);
                return;
            }
            var all = fresh.Where(reaction => reaction.Useful is not null && reaction.Target <= RatingTable.MostIndices).Select(reaction => new Assay.Reactions.Reaction(ReaderOf(reaction.Reader), (int)reaction.Target - 1, reaction.Useful!.Value))
                .Where(reaction => reaction.Reader < RatingTable.MostIndices).ToArray();
            _scores = ReactionScores.Build(all, Math.Min(_readers.Count, RatingTable.MostIndices), Math.Min(_findings.Count, RatingTable.MostIndices));
            _count = all.Length;
        }
    }

    private void Set(string reader, int finding, bool? useful)
    {
        var number = ReaderOf(reader);
        // What lies beyond the limits is counted by the store and has no score.
        if (number >= RatingTable.MostIndices || finding >= RatingTable.MostIndices || _scores.ReactionOf(number, finding) == useful) return;
        _scores.Set(number, finding, useful);
        Interlocked.Increment(ref _changes);
        _count++;
    }

    private int ReaderOf(string reader)
    {
        if (!_readers.TryGetValue(reader, out var number)) _readers[reader] = number = _readers.Count;
        return number;
    }

    private List<T> Order<T>(IEnumerable<T> items, Func<T, ReactionTarget> targetOf)
    {
        lock (_gate)
            return [.. items.OrderByDescending(item => _findings.TryGetValue(targetOf(item), out var finding) ? _scores.ScoreOf(finding).Value : Unknown)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reactions are not followed for now: {Problem}")]
    private partial void NotFollowed(string problem);
}
