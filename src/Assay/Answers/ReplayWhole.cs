using Assay.Evidence;

namespace Assay.Answers;

/// <summary>
/// Replays what holders have of a whole whose parts add up to all of it. The upper bound is found by duality: for any price on a percent
/// of the whole, the price of all of it and what each part gains over it bound what can count; the least such bound is the greatest share.
/// </summary>
internal static class ReplayWhole
{
    public static StepValue? Recompute(ProofStep step)
    {
        var rows = step.Rows.OfType<Part>().ToList();
        var lists = step.Rows.OfType<Completeness>().ToList();
        if (rows.Count != step.Inputs.Length || rows.Exists(row => row.Whole != step.Given.Object || row.Period.Days != step.Given.Days)) return null;
        if (!rows.Select(row => row.Subject).ToHashSet().SetEquals(step.Inputs.Select(input => input.Given.Subject!.Value))) return null;
        if (lists.Exists(list => list.Table != "parts" || list.Subject != step.Given.Object || list.Indicator != rows[0].Indicator || list.Covers is null || !ReplayTruths.Spans(list, step.Given.Days!.Value))) return null;
        if (step.Inputs.SelectMany(input => input.Inputs[0].Inputs.Skip(1)).Any(total => total.Given.Subject != step.Given.Object)) return null;

        var low = Math.Min(100, step.Inputs.Sum(part => ReplayFigures.Value(part.Inputs[0]).Low * ReplayFigures.Part(part.Inputs[1]).Low));
        return ReplayFigures.Percent(low, Math.Max(low, Most(step, lists.Count == 0 ? 0 : lists.Min(list => list.Covers!.Value.Low))));
    }

    private static decimal Most(ProofStep step, decimal covered)
    {
        var owned = step.Inputs.Where(HasOwners).Select(part => (Size: ReplayFigures.Value(part.Inputs[0]), Gain: ReplayFigures.Part(part.Inputs[1]).High)).ToList();
        var (least, greatest) = (owned.Sum(part => part.Size.Low), owned.Sum(part => part.Size.High));
        if (least >= 100) return Math.Min(100, owned.Sum(part => part.Size.Low * part.Gain));

        // How much may lie outside the parts with known owners: what these leave, and no more than a list allows.
        var outside = 100 - least;
        if (greatest >= covered) outside = Math.Min(outside, 100 - covered);
        outside = Math.Max(outside, 100 - greatest);

        var best = 100m;
        foreach (var price in owned.Select(part => part.Gain).Append(0).Append(1).Distinct())
        {
            var bound = 100 * price + Math.Max(0, (1 - price) * outside)
                + owned.Sum(part => Math.Max((part.Gain - price) * part.Size.Low, (part.Gain - price) * part.Size.High));
            best = Math.Min(best, bound);
        }
        return best;
    }

    private static bool HasOwners(ProofStep part) => part.Inputs[1].AllSteps().Any(step =>
        step.Rule is ProofRule.StakeHeld or ProofRule.GroupParent || (step.Rule == ProofRule.Nationality && ((StepValue.Named)step.Value).Value is not null));
}
