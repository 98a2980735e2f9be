using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>The stakes that are certain on a day never add up to more than the whole. Votes and planned stakes are left out.</summary>
internal static class StakeCheck
{
    public static void Run(LintedPack pack)
    {
        var held = pack.Everywhere.OfType<Stake>().Where(s => s.Interest != Interest.Votes && s.StakeStatus != RowStatus.Planned);
        foreach (var asset in held.GroupBy(s => (s.Asset, LintedPack.TellingOf(s))))
        {
            Stake[] stakes = [.. asset];
            foreach (var beginning in stakes.GroupBy(Begin).OrderBy(g => g.Key))
            {
                var sum = stakes.Where(s => IsHeld(s, beginning.Key)).Sum(s => s.Share.Low);
                if (sum > StakeTellings.Most)
                    pack.Report(beginning.Last(), "share_pct", "over-100", $"{sum} % of '{asset.Key.Asset}' held on {beginning.Key:O}", "at most 100 %", "end the stake that was sold, or correct a share");
            }
        }
    }

    private static DateOnly Begin(Stake stake) => (stake.Validity.From ?? stake.Validity.Seen)?.First ?? DateOnly.MinValue;

    private static bool IsHeld(Stake stake, DateOnly day) => Begin(stake) <= day && !(stake.Validity.To is { } to && day >= to.First);
}
