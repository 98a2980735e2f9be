using System.Collections.Concurrent;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Storage.Reactions;

namespace Assay.Web.Reactions;

/// <summary>
/// What of an article can be reacted to. Kept for a second at most after something was published: a reaction that comes meanwhile belongs to the
/// verdict that its reader saw.
/// </summary>
internal sealed class ReactionTargets(Store store, TimeProvider time)
{
    private const int MostKept = 1000;

    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, PublishedVersion> _kept = new(StringComparer.Ordinal);
    private long _asked;
    private long _revision = -1;

    /// <summary>The latest version of an article; null: there is none.</summary>
    public async Task<PublishedVersion?> FindAsync(string article, CancellationToken cancellation)
    {
        var asked = Interlocked.Read(ref _asked);
        if ((asked == 0 || time.GetElapsedTime(asked) >= AskEvery) && Interlocked.CompareExchange(ref _asked, time.GetTimestamp(), asked) == asked)
        {
            var revision = (await store.RevisionsAsync(cancellation)).Published;
            if (Interlocked.Exchange(ref _revision, revision) != revision) _kept.Clear();
        }
        if (_kept.TryGetValue(article, out var known)) return known;
        var version = await store.Published.FindAsync(article, null, cancellation);
        if (version is null) return null;
        if (_kept.Count >= MostKept) _kept.Clear();
        return _kept[article] = version;
    }

    /// <summary>What a claim of a version, or the version as a whole (an empty claim), is reacted to as; null: there is none.</summary>
    public static ReactionTarget? Of(PublishedVersion version, string claim)
    {
        if (claim.Length == 0) return new ReactionTarget(version.Article, "", 0);
        return version.Findings.FirstOrDefault(finding => finding.Claim == claim) is { } found ? new ReactionTarget(version.Article, claim, found.Since) : null;
    }
}
