using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>What came of replaying a proof.</summary>
/// <param name="Problems">What doesn't follow, in words; empty where every step does.</param>
public sealed record ReplayResult(ImmutableArray<string> Problems)
{
    /// <summary>Whether every step follows.</summary>
    public bool Holds => Problems.IsEmpty;
}

/// <summary>
/// The second, independent evaluator: recomputes each step of a proof from the rows it cites and the results of its inputs alone. It shares
/// no code with the answerers but for how names of persons are compared (<see cref="NameWords"/>), and does not see the record, so it can't tell whether a row was left out; it tells whether what is claimed follows.
/// </summary>
public static class ProofReplay
{
    private const decimal Tolerance = 0.00001m;

    /// <summary>Replays a proof.</summary>
    public static ReplayResult Check(ProofStep proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var problems = ImmutableArray.CreateBuilder<string>();
        Visit(proof, problems);
        return new ReplayResult(problems.ToImmutable());
    }

    private static void Visit(ProofStep step, ImmutableArray<string>.Builder problems)
    {
        foreach (var input in step.Inputs) Visit(input, problems);
        try
        {
            if (Recompute(step) is not { } value) problems.Add($"{step.Rule}: the rows are not those that the step is about: {step.Text}");
            else if (!Agree(step.Value, value)) problems.Add($"{step.Rule}: {Show(step.Value)} stands there, {Show(value)} follows: {step.Text}");
        }
        catch (Exception error) when (error is InvalidCastException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException or NullReferenceException)
        {
            problems.Add($"{step.Rule}: the step is not complete ({error.Message}): {step.Text}");
        }
    }

    // Null where the rows or inputs are not those that the step is about.
    private static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.Silent => step.Value is StepValue.Figure ? new StepValue.Figure(new Bounds(0, 100), "%") : new StepValue.Truth(Truth.Unknown),
        ProofRule.Holds or ProofRule.NotListed or ProofRule.Not or ProofRule.AnyOf or ProofRule.AllOf => ReplayTruths.Recompute(step),
        ProofRule.Matches or ProofRule.Signed or ProofRule.InForce => ReplayAgreements.Recompute(step),
        ProofRule.Nationality or ProofRule.Belongs or ProofRule.IsHolder or ProofRule.Apart => ReplayOwners.Recompute(step),
        ProofRule.Listed or ProofRule.RankedByFigures or ProofRule.StatedRank => ReplayRanks.Recompute(step),
        ProofRule.Carried or ProofRule.StatedShare or ProofRule.Converted or ProofRule.Ranged or ProofRule.Proportion => ReplayAmounts.Recompute(step),
        ProofRule.UnderRegime or ProofRule.RegimeOutput or ProofRule.RegimeNumber => ReplayRegimes.Recompute(step),
        ProofRule.RankedThroughout => ReplayThroughout.Recompute(step),
        ProofRule.Began or ProofRule.Ended or ProofRule.StakeBegan or ProofRule.StakeEnded or ProofRule.Within => ReplayChanges.Recompute(step),
        ProofRule.ControlledByAnother or ProofRule.Operates or ProofRule.OperatedByAnother => ReplayControl.Recompute(step),
        ProofRule.EventMatches or ProofRule.EventNotListed or ProofRule.Disputed or ProofRule.SaidByOneSide or ProofRule.Said or ProofRule.HoldsOffice or ProofRule.OfficeOfAnother => ReplaySayings.Recompute(step),
        _ => ReplayFigures.Recompute(step),
    };

    private static bool Agree(StepValue stated, StepValue found) => (stated, found) switch
    {
        (StepValue.Figure left, StepValue.Figure right) => left.Unit == right.Unit && Near(left.Value.Low, right.Value.Low) && Near(left.Value.High, right.Value.High),
        _ => stated == found,
    };

    private static bool Near(decimal left, decimal right) => Math.Abs(left - right) <= Tolerance;

    private static string Show(StepValue value) => value switch
    {
        StepValue.Truth truth => truth.Value.ToString(),
        StepValue.Figure figure => $"{figure.Value} {figure.Unit}",
        StepValue.Place place => $"{place.Best} to {place.Worst}",
        StepValue.Named named => named.Value?.ToString() ?? "none",
        _ => value.ToString(),
    };
}
