using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// What share of a whole's output belongs to the holders: the parts of the whole times what the holders have of each, over the last full
/// year of which the total and the parts are known; one year for all.
/// </summary>
internal sealed class OutputShare
{
    // Of such indicators the parts are owners (companies with their equity tonnes), not assets.
    private const string ByHolder = "-attributable";

    private readonly Inquiry _inquiry;
    private readonly Interests _interests;
    private readonly OwnershipMeasure _measure;
    private readonly Target.Output _output;
    private readonly Measure _total;

    private OutputShare(Inquiry inquiry, Holder holder, Target.Output output, OwnershipMeasure measure, Measure total)
    {
        (_inquiry, _output, _measure, _total) = (inquiry, output, measure, total);
        _interests = new Interests(inquiry, holder, measure, total.Period.Days);
    }

    public static ProofStep Prove(Inquiry inquiry, Holder holder, Target.Output output, OwnershipMeasure measure, DayRange days)
    {
        var total = Total(inquiry.Evidence, output, days);
        return total is null
            ? Inquiry.Silent(inquiry.Say("output-no-year", ("whole", inquiry.Name(output.Whole)), ("indicator", Indicator(inquiry, output.Indicator)), ("days", days.ToString())))
            : new OutputShare(inquiry, holder, output, measure, total).Prove();
    }

    /// <summary>An indicator in words.</summary>
    public static string Indicator(Inquiry inquiry, string indicator) => inquiry.Word("indicator", indicator);

    // The first row of a period is the one that sums use.
    private static Measure? Total(EvidenceSnapshot evidence, Target.Output output, DayRange days) =>
        evidence.Measures(output.Whole, output.Indicator)
            .Where(row => row.Period.IsYear && Periods.Fits(row.Period, days) && Periods.Happened(row) && row.Value.Low > 0)
            .Where(row => evidence.Parts(output.Whole, output.Indicator).Any(part => part.Period == row.Period))
            .GroupBy(row => row.Period).Select(rows => rows.First()).MaxBy(row => row.Period.Days.Last);

    private ProofStep Prove()
    {
        var rows = _inquiry.Evidence.Parts(_output.Whole, _output.Indicator).Where(row => row.Period == _total.Period).DistinctBy(row => row.Subject).ToImmutableArray();
        var total = MeasuredStep.Of(_inquiry, _total);
        var parts = rows.Select(row => PartHeld(row, total)).ToImmutableArray();
        var lists = _inquiry.Evidence.Completeness("parts", _output.Whole)
            .Where(row => row.Indicator == _output.Indicator && row.Covers is not null && Spans.Covers(row, _total.Period.Days)).ToImmutableArray();
        var covered = lists.IsEmpty ? 0 : lists.Min(row => row.Covers!.Value.Low);
        var value = Apportionment.Of([.. parts.Select(Sized)], covered);
        return new ProofStep
        {
            Rule = ProofRule.Apportion,
            Text = _inquiry.Say(_measure == OwnershipMeasure.Effective ? "output-share" : "output-majority",
                ("holder", _interests.Test.Words), ("whole", _inquiry.Name(_output.Whole)), ("indicator", Indicator(_inquiry, _output.Indicator)),
                ("period", _total.Period.ToString()), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(value, "%"),
            Rows = [.. rows, .. lists],
            Inputs = parts,
            Given = new Given { Object = _output.Whole, Days = _total.Period.Days, IsShaken = _inquiry.IsShaken },
        };
    }

    private static SizedPart Sized(ProofStep part) => new(part.Inputs[0].Figure, part.Inputs[1].Fraction, !ShareAnswerer.Knows(part.Inputs[1]));

    private ProofStep PartHeld(Part row, ProofStep total)
    {
        var size = Size(row, total);
        var counts = Counts(row.Subject);
        var (share, part) = (size.Figure, counts.Fraction);
        var value = Interests.Outward(new(share.Low * part.Low, share.High * part.High));
        return new ProofStep
        {
            Rule = ProofRule.PartHeld,
            Text = _inquiry.Say("part-held", ("part", _inquiry.Name(row.Subject)), ("share", Inquiry.Show(share)),
                ("counts", Inquiry.Show(new(part.Low * 100, part.High * 100))), ("result", Inquiry.Show(value)), ("size", size.Text)),
            Value = new StepValue.Figure(value, "%"),
            Rows = [row],
            Inputs = [size, counts],
            Given = new Given { Subject = row.Subject, Object = row.Whole, Days = _total.Period.Days },
        };
    }

    private ProofStep Counts(EntityId part)
    {
        if (_output.Indicator.EndsWith(ByHolder, StringComparison.Ordinal)) return _interests.Counts(part);
        var interest = _interests.In(part);
        if (_measure == OwnershipMeasure.Effective || interest.Value is not StepValue.Figure { Value: var value }) return interest;
        // A block is of several assets: that someone has most of the block says nothing of each.
        return _inquiry.Evidence.Entity(part) is { Kind: EntityKind.Group } && value.High > 0
            ? Inquiry.Silent(_inquiry.Say("block-of-assets", ("part", _inquiry.Name(part))), interest)
            : _interests.Majority(interest);
    }

    private ProofStep Size(Part row, ProofStep total)
    {
        var figure = _inquiry.Evidence.Measures(row.Subject, row.Indicator)
            .FirstOrDefault(measure => measure.Period == row.Period && measure.Unit == _total.Unit && Periods.Happened(measure));
        if (figure is null)
            return Inquiry.Silent(_inquiry.Say("part-without-figure", ("part", _inquiry.Name(row.Subject)), ("period", row.Period.ToString())))
                with { Value = new StepValue.Figure(new(0, 100), "%") };
        var part = MeasuredStep.Of(_inquiry, figure);
        var (low, high) = _inquiry.Limits(figure);
        var (least, most) = _inquiry.Limits(_total);
        var value = new Bounds(
            most is { } greatest ? Math.Min(100, low / greatest * 100) : 0,
            high is { } upper ? Math.Min(100, upper / least * 100) : 100);
        return new ProofStep
        {
            Rule = ProofRule.Quotient,
            Text = _inquiry.Say("quotient", ("part", part.Text), ("total", total.Text), ("share", Inquiry.Show(value))),
            Value = new StepValue.Figure(Interests.Outward(value), "%"),
            Inputs = [part, total],
        };
    }
}
