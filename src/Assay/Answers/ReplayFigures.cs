using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays steps that give figures: stakes, shares, products, sums, parts of a whole, thresholds.</summary>
internal static class ReplayFigures
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.StakeHeld => Stakes(step),
        ProofRule.GroupParent => step.Rows is [Entity firm, ..] && firm.EntityId == step.Given.Object && ReplayOwners.IsParent(step, firm, step.Given.Subject!.Value, step.Given.Threshold == 50) && step.Given.Threshold is null or 0 or 50
            ? Percent(step.Given.Threshold + 0.01m ?? 0, 100) : null,
        ProofRule.Counted => Counted(step),
        ProofRule.Doubted => Doubted(step),
        ProofRule.Interest => InterestIn(step),
        ProofRule.Circle => ReplayCircle.Recompute(step),
        ProofRule.LicenceOf => step.Rows is [Operation { Role: "licence-holder" or "joint-venture" } licence] && licence.Asset == step.Given.Object
            && ReplayTruths.Over(licence.Validity, step.Given.Days!.Value, true) == Truth.True && AssetOf(step.Inputs[0]) == licence.Operator ? step.Inputs[0].Value : null,
        ProofRule.Measured => Measured(step),
        ProofRule.Quotient => Quotient(step),
        ProofRule.PartHeld => step.Rows is [Part part] && part.Subject == step.Given.Subject && part.Whole == step.Given.Object && FitsPart(step) ? Product(step) : null,
        ProofRule.Apportion => ReplayWhole.Recompute(step),
        ProofRule.Compare => new StepValue.Truth(Compare(step)),
        ProofRule.WholeOrNone => ((StepValue.Truth)step.Inputs[0].Value).Value switch { Truth.True => Percent(100, 100), Truth.False => Percent(0, 0), _ => Percent(0, 100) },
        _ => null,
    };

    /// <summary>What of its input a step lets count, from 0 to 1.</summary>
    public static (decimal Low, decimal High) Part(ProofStep step) => step.Value switch
    {
        StepValue.Truth { Value: Truth.True } => (1, 1),
        StepValue.Truth { Value: Truth.False } => (0, 0),
        StepValue.Figure { Unit: "%" } figure => (figure.Value.Low / 100, figure.Value.High / 100),
        _ => (0, 1),
    };

    public static Bounds Value(ProofStep step) => ((StepValue.Figure)step.Value).Value;

    public static StepValue.Figure Percent(decimal low, decimal high) => new(new Bounds(low, high), "%");

    private static StepValue.Figure? Stakes(ProofStep step)
    {
        var days = step.Given.Days!.Value;
        var rows = step.Rows.Cast<Stake>().ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Owner != step.Given.Subject || row.Asset != step.Given.Object || row.Status is RowStatus.Planned or RowStatus.Forecast || row.Interest == Evidence.Interest.Votes)) return null;
        var shares = rows.Select(row => (
            Low: Math.Min(100, row.Share.Low * (step.Given.IsShaken && row.IsWeak ? 0.9m : 1)),
            High: Math.Min(100, row.Share.High * (step.Given.IsShaken && row.IsWeak ? 1.1m : 1)),
            Held: ReplayTruths.Over(row.Validity, days, false))).ToList();
        if (shares.Exists(share => share.Held == Truth.False)) return null;
        if (shares.TrueForAll(share => share.Held == Truth.Unknown) && IsChain(rows, days)) return Percent(shares.Min(share => share.Low), shares.Max(share => share.High));
        var sure = shares.Where(share => share.Held == Truth.True).Select(share => share.Low).DefaultIfEmpty().ToList();
        return Percent(rows.Exists(row => row.Place.IsImported) ? sure.Min() : Math.Min(100, sure.Sum()), Math.Min(100, shares.Sum(share => share.High)));
    }

    // One row takes over where the other ends, from before the days to after them.
    private static bool IsChain(List<Stake> rows, DayRange days)
    {
        if (rows.Count < 2) return false;
        var order = rows.OrderBy(row => row.Validity.From is { } from ? from.First : DateOnly.MinValue).Select(row => row.Validity).ToList();
        for (var i = 1; i < order.Count; i++)
            if (order[i - 1].To is null || order[i - 1].To != order[i].From) return false;
        var start = order[0].From ?? order[0].Seen;
        return start is { } begun && begun.Last <= days.First && (order[^1].To is null || order[^1].To!.Value.First > days.Last);
    }

    private static StepValue.Figure? Counted(ProofStep step)
    {
        if (step.Inputs.Length != 2 || step.Inputs[0].Rule is not (ProofRule.StakeHeld or ProofRule.GroupParent)) return null;
        var who = step.Inputs[1].Rule switch
        {
            ProofRule.Belongs => step.Inputs[1].Inputs[0].Given.Subject,
            ProofRule.Interest or ProofRule.Circle or ProofRule.LicenceOf or ProofRule.Compare => AssetOf(step.Inputs[1]),
            ProofRule.IsHolder or ProofRule.Apart or ProofRule.Doubted => step.Inputs[1].Given.Subject,
            _ => step.Inputs[0].Given.Subject,
        };
        return who == step.Inputs[0].Given.Subject ? Product(step) : null;
    }

    // More is never doubted away than a lower bound of nothing and an upper one of everything.
    private static StepValue? Doubted(ProofStep step)
    {
        if (step.Inputs is not [var doubted] || step.Rows.IsEmpty || step.Rows.Any(row => row is not (OtherInterest or Stake { Interest: Evidence.Interest.Votes }))) return null;
        return step.Value is StepValue.Figure ? Percent(Part(doubted).Low * 100, 100) : new StepValue.Truth(Truth.Unknown);
    }

    private static StepValue.Figure Product(ProofStep step)
    {
        var (share, part) = (Value(step.Inputs[0]), Part(step.Inputs[1]));
        return Percent(share.Low * part.Low, share.High * part.High);
    }

    private static StepValue.Figure? InterestIn(ProofStep step)
    {
        decimal ours = 0, perhaps = 0, surelyOthers = 0, covered = 0;
        var owners = new HashSet<EntityId>();
        foreach (var counted in step.Inputs)
        {
            var stake = counted.Inputs[0];
            if (counted.Rule != ProofRule.Counted || stake.Given.Object != step.Given.Object || !owners.Add(stake.Given.Subject!.Value)) return null;
            ours += Value(counted).Low;
            perhaps += Value(counted).High;
            surelyOthers += Value(stake).Low * (1 - Part(counted.Inputs[1]).High);
        }
        var lists = step.Rows.OfType<Completeness>().ToList();
        if (lists.Exists(list => list.Table != "stakes" || list.Subject != step.Given.Object || list.Covers is null || !ReplayTruths.Spans(list, step.Given.Days!.Value))) return null;
        if (lists.Count > 0) covered = lists.Min(list => list.Covers!.Value.Low);
        // Imported stakes that make more than the whole cannot all be right; nor can they and a parent that they do not name.
        var most = step.Inputs.Any(counted => counted.Inputs[0].Rows.Any(row => row is Stake { IsAboveLeast: true })) ? 100 : 100.5m;
        if (step.Rows.OfType<Entity>().Any(firm => firm.EntityId == step.Given.Object)) (ours, surelyOthers) = (0, 0);
        if (step.Inputs.Sum(counted => Value(counted.Inputs[0]).Low) > most && step.Inputs.Any(counted => counted.Inputs[0].Rows.Any(row => row.Place.IsImported))) (ours, surelyOthers) = (0, 0);
        var high = Math.Min(100 - surelyOthers, perhaps + (100 - covered));
        return Percent(Math.Min(100, ours), Math.Min(100, Math.Max(ours, high)));
    }

    private static StepValue.Figure? Measured(ProofStep step)
    {
        if (step.Rows is not [Measure row] || row.Subject != step.Given.Subject || row.Period.Days != step.Given.Days || row.Status is RowStatus.Planned or RowStatus.Forecast) return null;
        var (low, high) = Limits(row, step.Given.IsShaken);
        return new StepValue.Figure(new Bounds(low, high ?? row.Value.High), row.Unit);
    }

    /// <summary>The limits of a figure; no upper one for a floor.</summary>
    public static (decimal Low, decimal? High) Limits(Measure row, bool isShaken)
    {
        var off = isShaken && row.IsWeak ? 0.1m : 0;
        return (row.Status == RowStatus.Ceiling ? 0 : row.Value.Low * (1 - off), row.Status == RowStatus.Floor ? null : row.Value.High * (1 + off));
    }

    private static StepValue.Figure? Quotient(ProofStep step)
    {
        if (step.Inputs is not [{ Rows: [Measure part] } left, { Rows: [Measure whole] } right] || part.Unit != whole.Unit || part.Period != whole.Period || part.Indicator != whole.Indicator) return null;
        var (low, high) = Limits(part, left.Given.IsShaken);
        var (least, most) = Limits(whole, right.Given.IsShaken);
        return Percent(most is null ? 0 : Math.Min(100, 100 * low / most.Value), high is null ? 100 : Math.Min(100, 100 * high.Value / least));
    }

    private static bool FitsPart(ProofStep step)
    {
        var of = step.Inputs[1].Rule switch
        {
            ProofRule.Belongs => step.Inputs[1].Inputs[0].Given.Subject,
            ProofRule.Silent => step.Given.Subject,
            ProofRule.IsHolder or ProofRule.Apart or ProofRule.Doubted => step.Inputs[1].Given.Subject,
            _ => AssetOf(step.Inputs[1]),
        };
        return of == step.Given.Subject && (step.Inputs[0].Rule == ProofRule.Silent || step.Inputs[0].Inputs[0].Given.Subject == step.Given.Subject);
    }

    private static EntityId? AssetOf(ProofStep step) => step.Rule == ProofRule.Compare ? AssetOf(step.Inputs[0]) : step.Given.Object;

    private static Truth Compare(ProofStep step)
    {
        var value = Value(step.Inputs[0]);
        var threshold = step.Given.Threshold!.Value;
        var isAbove = step.Given.Relation == Relation.Above;
        if (isAbove ? value.Low > threshold : value.Low >= threshold) return Truth.True;
        return (isAbove ? value.High > threshold : value.High >= threshold) ? Truth.Unknown : Truth.False;
    }
}
