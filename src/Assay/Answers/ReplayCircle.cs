using Assay.Evidence;

namespace Assay.Answers;

/// <summary>
/// Replays a share through owners that own each other by repeated substitution: from "nothing is theirs" upwards and from "all may be theirs"
/// downwards, each round a valid bound, until nothing moves.
/// </summary>
internal static class ReplayCircle
{
    private const int MostRounds = 5000;

    public static StepValue? Recompute(ProofStep step)
    {
        var stakes = step.Inputs.Where(input => input.Rule is ProofRule.StakeHeld or ProofRule.GroupParent).ToList();
        var ends = step.Inputs.Except(stakes).ToDictionary(end => (end.Rule == ProofRule.Belongs ? end.Inputs[0] : end).Given.Subject!.Value, end => ((StepValue.Truth)end.Value).Value);
        var firms = stakes.GroupBy(stake => stake.Given.Object!.Value).ToDictionary(firm => firm.Key, firm => firm.ToList());
        var complete = step.Rows.Cast<Completeness>()
            .Where(list => list.Table == "stakes" && list.Covers is { Low: >= 100 } && ReplayTruths.Spans(list, step.Given.Days!.Value)).Select(list => list.Subject).ToHashSet();
        if (firms.Values.Any(held => held.Select(stake => stake.Given.Subject).Distinct().Count() != held.Count) || ends.Keys.Any(firms.ContainsKey)) return null;
        var low = Settle(firms, complete, owner => ends.TryGetValue(owner, out var end) ? end == Truth.True ? 1 : 0 : null, 0, isLow: true);
        var high = Settle(firms, complete, owner => ends.TryGetValue(owner, out var end) ? end == Truth.False ? 0 : 1 : null, 1, isLow: false);
        var asset = step.Given.Object!.Value;
        return ReplayFigures.Percent(low[asset] * 100, Math.Max(low[asset], high[asset]) * 100);
    }

    private static Dictionary<EntityId, decimal> Settle(Dictionary<EntityId, List<ProofStep>> firms, HashSet<EntityId> complete, Func<EntityId, decimal?> end, decimal start, bool isLow)
    {
        var worth = firms.Keys.ToDictionary(firm => firm, _ => start);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = 0m;
            foreach (var (firm, held) in firms)
            {
                var next = Math.Round(Worth([.. held.Select(stake => Term(stake, end, worth, start))], complete.Contains(firm), isLow), 20);
                moved = Math.Max(moved, Math.Abs(next - worth[firm]));
                worth[firm] = next;
            }
            if (moved < 0.0000000000001m) break;
        }
        return worth;
    }

    // A firm that is neither an end nor has stakes of its own is wholly unknown.
    private static (decimal Low, decimal High, decimal Worth) Term(ProofStep stake, Func<EntityId, decimal?> end, Dictionary<EntityId, decimal> worth, decimal unknown)
    {
        var owner = stake.Given.Subject!.Value;
        var share = ReplayFigures.Value(stake);
        return (share.Low / 100, share.High / 100, end(owner) ?? worth.GetValueOrDefault(owner, unknown));
    }

    // What the least shares leave goes to the unknown part; where all owners are listed, first to those that add least (or most).
    private static decimal Worth(List<(decimal Low, decimal High, decimal Worth)> terms, bool isComplete, bool isLow)
    {
        var sum = terms.Sum(term => term.Low * term.Worth);
        var left = Math.Max(0, 1 - terms.Sum(term => term.Low));
        if (isComplete)
            foreach (var term in isLow ? terms.OrderBy(term => term.Worth) : terms.OrderByDescending(term => term.Worth))
            {
                var more = Math.Min(left, term.High - term.Low);
                sum += more * term.Worth;
                left -= more;
            }
        return Math.Min(1, sum + (isLow ? 0 : left));
    }
}
