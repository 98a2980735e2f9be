using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Replays contract regimes: of one asset, and of a state's assets by output or number.</summary>
internal static class ReplayRegimes
{
    public static StepValue? Recompute(ProofStep step) => step.Rule switch
    {
        ProofRule.UnderRegime => Under(step),
        ProofRule.RegimeOutput => ByOutput(step),
        _ => ByNumber(step),
    };

    private static StepValue.Truth? Under(ProofStep step)
    {
        var asked = (Question.Regime)step.Given.Question!;
        var rows = step.Rows.Cast<Regime>().Select(row => (row.Asset, row.RegimeKind, Held: ReplayTruths.Over(row.Validity, step.Given.Days!.Value, false))).ToList();
        if (asked.Asset != step.Given.Subject || rows.Exists(row => row.Asset != asked.Asset || row.Held == Truth.False)) return null;
        if (rows.Contains((asked.Asset, asked.Kind, Truth.True))) return new StepValue.Truth(Truth.True);
        var isExcluded = rows.TrueForAll(row => row.RegimeKind != asked.Kind) && asked.Excluded.Any(other => rows.Contains((asked.Asset, other, Truth.True)));
        return new StepValue.Truth(isExcluded ? Truth.False : Truth.Unknown);
    }

    private static StepValue.Figure? ByOutput(ProofStep step)
    {
        var parts = step.Rows.Cast<Part>().ToList();
        if (step.Inputs.Length != 2 * parts.Count) return null;
        decimal least = 0, most = 100;
        for (var i = 0; i < parts.Count; i++)
        {
            var (size, regime) = (step.Inputs[2 * i], step.Inputs[2 * i + 1]);
            if (parts[i].Whole != step.Given.Object || parts[i].Period.Days != step.Given.Days || regime.Given.Subject != parts[i].Subject || regime.Given.Days != step.Given.Days) return null;
            if (size.Rule == ProofRule.Quotient && (size.Inputs[0].Given.Subject != parts[i].Subject || size.Inputs[1].Given.Subject != step.Given.Object)) return null;
            var held = ((StepValue.Truth)regime.Value).Value;
            if (held == Truth.True) least += ReplayFigures.Value(size).Low;
            if (held == Truth.False) most -= ReplayFigures.Value(size).Low;
        }
        if (least > 100) least = 100;
        return ReplayFigures.Percent(least, most < least ? least : most);
    }

    private static StepValue.Figure? ByNumber(ProofStep step)
    {
        if (step.Rows is not [Completeness { Table: "regimes", Covers: { Low: >= 100 } } list] || list.Subject != step.Given.Object || !ReplayTruths.Spans(list, step.Given.Days!.Value)) return null;
        if (step.Inputs.Select(input => input.Given.Subject).Distinct().Count() != step.Inputs.Length) return null;
        var held = step.Inputs.Select(input => ((StepValue.Truth)input.Value).Value).ToList();
        decimal all = held.Count;
        return ReplayFigures.Percent(held.Count(truth => truth == Truth.True) / all * 100, held.Count(truth => truth != Truth.False) / all * 100);
    }
}
