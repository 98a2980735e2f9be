using Assay.Articles;
using Assay.Findings;
using Assay.Formats.Packs.Diff;

namespace Assay.Cli;

/// <summary>A claim of an article whose verdict two versions of a pack do not agree on.</summary>
/// <param name="Article">The article.</param>
/// <param name="Before">The finding with the first version; null: the claim is not found with it.</param>
/// <param name="After">The finding with the second; null: the claim is not found with it.</param>
/// <param name="Rows">The changed rows that a proof of either cites; empty where the difference lies in the names alone.</param>
internal sealed record VerdictChange(string Article, Finding? Before, Finding? After, IReadOnlyList<RowChange> Rows)
{
    /// <summary>The finding that names the claim.</summary>
    public Finding Claimed => (After ?? Before)!;

    /// <summary>The differences between two checks of one article, in its order.</summary>
    public static IEnumerable<VerdictChange> Between(string name, CheckedArticle before, CheckedArticle after, IReadOnlyList<RowChange> changes)
    {
        var old = before.Findings.GroupBy(Place).ToDictionary(group => group.Key, group => new Queue<Finding>(group));
        var found = new List<VerdictChange>();
        foreach (var now in after.Findings)
        {
            var then = old.TryGetValue(Place(now), out var same) && same.Count > 0 ? same.Dequeue() : null;
            if (then?.Verdict != now.Verdict) found.Add(new VerdictChange(name, then, now, Blamed(then, now, changes)));
        }
        found.AddRange(old.Values.SelectMany(rest => rest).Select(then => new VerdictChange(name, then, null, Blamed(then, null, changes))));
        return found.OrderBy(change => change.Claimed.Claim.Span.Start);
    }

    private static (TextSpan, Claims.ClaimKind) Place(Finding finding) => (finding.Claim.Span, finding.Claim.Kind);

    private static RowChange[] Blamed(Finding? before, Finding? after, IReadOnlyList<RowChange> changes)
    {
        var (old, now) = (Cited(before), Cited(after));
        return [.. changes.Where(change => (change.IdBefore is { } id && old.Contains(id)) || (change.Fate != RowFate.Removed && now.Contains(change.Id)))];
    }

    private static HashSet<string> Cited(Finding? finding) =>
        finding is null ? [] : [.. finding.Readings.SelectMany(reading => reading.Answer.Proof.AllRows()).Select(row => row.Id.Value)];
}
