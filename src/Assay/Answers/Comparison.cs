using System.Globalization;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>A figure within bounds set against a threshold: true if all of it passes, false if none does.</summary>
internal static class Comparison
{
    public static ProofStep Step(Inquiry inquiry, ProofStep figure, decimal threshold, Relation relation, string key)
    {
        var truth = Holds(figure.Figure, threshold, relation);
        return new ProofStep
        {
            Rule = ProofRule.Compare,
            Text = inquiry.Say(truth switch { Truth.True => $"{key}-true", Truth.False => $"{key}-false", _ => $"{key}-unknown" },
                ("figure", figure.Text), ("value", Inquiry.Show(figure.Figure)), ("threshold", threshold.ToString("0.##", CultureInfo.InvariantCulture))),
            Value = new StepValue.Truth(truth),
            Inputs = [figure],
            Given = new Given { Threshold = threshold, Relation = relation },
        };
    }

    private static Truth Holds(Bounds value, decimal threshold, Relation relation) => relation switch
    {
        Relation.Above => value.Low > threshold ? Truth.True : value.High <= threshold ? Truth.False : Truth.Unknown,
        _ => value.Low >= threshold ? Truth.True : value.High < threshold ? Truth.False : Truth.Unknown,
    };
}
