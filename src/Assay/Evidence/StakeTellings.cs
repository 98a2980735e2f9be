namespace Assay.Evidence;

/// <summary>
/// Several packs may tell who owns an asset, and the same owner may stand in each under another id: shares of different packs are not summed blindly.
/// Packs made by hand know each other's ids and count as one; each imported pack is a telling of its own.
/// </summary>
public static class StakeTellings
{
    /// <summary>The most that stakes in one thing make in percent: published percentages are rounded; ten owners with two decimals can miss 100 by a twentieth, whole numbers by more.</summary>
    public const decimal Most = 100.5m;

    /// <summary>The most that these stakes make in percent: where one of them is more than its figure, as "more than 50", that is not rounded.</summary>
    public static decimal MostOf(IEnumerable<Stake> stakes) => stakes.Any(stake => stake.IsAboveLeast) ? 100 : Most;

    /// <summary>
    /// The stakes in one asset that are counted. The telling of the packs made by hand comes first. An imported one adds owners that those before it do
    /// not have, if it has all of theirs too, so that nobody is counted under two ids, and if all together hold no more than the whole; else its rows are
    /// left aside. Where there are imported ones alone, none goes before the other: all are counted, what several tell alike once.
    /// </summary>
    /// <param name="stakes">All stakes in the asset, at any time.</param>
    public static IReadOnlyList<Stake> Counted(IReadOnlyList<Stake> stakes)
    {
        ArgumentNullException.ThrowIfNull(stakes);
        if (stakes.All(stake => TellingOf(stake) == TellingOf(stakes[0]))) return stakes;
        if (stakes.All(stake => stake.Place.IsImported)) return ToldOnce(stakes);
        var counted = new List<Stake>();
        foreach (var telling in stakes.GroupBy(TellingOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var owners = counted.Select(stake => stake.Owner).ToHashSet();
            var more = telling.Where(stake => !owners.Contains(stake.Owner)).ToList();
            if (counted.Count > 0 && !owners.IsSubsetOf(telling.Select(stake => stake.Owner))) continue;
            if (counted.Count > 0 && Open(counted).Concat(Open(more)).Sum(stake => stake.Share.Low) > MostOf(counted.Concat(more))) continue;
            counted.AddRange(more);
        }
        var kept = counted.ToHashSet<Stake>(ReferenceEqualityComparer.Instance);
        return [.. stakes.Where(kept.Contains)];
    }

    private static List<Stake> ToldOnce(IReadOnlyList<Stake> stakes)
    {
        var tellers = new Dictionary<(EntityId, Bounds, Interest, PartialDate?, PartialDate?), string>();
        return [.. stakes.Where(stake => tellers.TryAdd((stake.Owner, stake.Share, stake.Interest, stake.Validity.From, stake.Validity.To), TellingOf(stake))
            || tellers[(stake.Owner, stake.Share, stake.Interest, stake.Validity.From, stake.Validity.To)] == TellingOf(stake))];
    }

    // Stakes that go on, which is all that can be summed without a day.
    private static IEnumerable<Stake> Open(IEnumerable<Stake> stakes) =>
        stakes.Where(stake => stake.Validity.To is null && stake.Interest != Interest.Votes && stake.StakeStatus != RowStatus.Planned);

    /// <summary>Whose telling a stake is of: one of the packs made by hand, or an imported pack's.</summary>
    internal static string TellingOf(Stake stake) => stake.Place.IsImported ? stake.Place.Pack : "";
}
