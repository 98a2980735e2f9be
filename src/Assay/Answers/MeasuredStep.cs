using Assay.Evidence;

namespace Assay.Answers;

/// <summary>A figure of the record as a step of a proof.</summary>
internal static class MeasuredStep
{
    public static ProofStep Of(Inquiry inquiry, Measure row)
    {
        var (low, high) = inquiry.Limits(row);
        var value = new Bounds(low, high ?? row.Value.High);
        return new ProofStep
        {
            Rule = ProofRule.Measured,
            Text = inquiry.Say("measured", ("subject", inquiry.Name(row.Subject)), ("value", Inquiry.Show(value)), ("unit", row.Unit), ("period", row.Period.ToString())),
            Value = new StepValue.Figure(value, row.Unit),
            Rows = [row],
            Given = new Given { Subject = row.Subject, Days = row.Period.Days, IsShaken = inquiry.IsShaken },
        };
    }
}
