using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>What share of an asset, or of a class of assets weighted by output, belongs to the holders?</summary>
internal static class ShareAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Share question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var share = Prove(inquiry, question.Holder, question.Target, question.Measure, days);
        if (share.Value is not StepValue.Figure { Value: var value } || Knows(share) is false) return NoAnswer.For(inquiry, share);
        value = value.RoundOutward(2);
        return new Answer.Interval(value, "%")
        {
            Text = share.Text, Proof = share, Covered = Slices.Covered(share), Period = share.Given.Days?.ToString() ?? "", Slices = Slices.Of(inquiry, share),
        };
    }

    /// <summary>The proof of the share in percent; a silent step where nothing at all is known.</summary>
    public static ProofStep Prove(Inquiry inquiry, Holder holder, Target target, OwnershipMeasure measure, DayRange days) => target switch
    {
        Target.Asset asset => OfAsset(inquiry, new Interests(inquiry, holder, measure, days), asset.Entity, measure),
        Target.Output output => OutputShare.Prove(inquiry, holder, output, measure, days),
        _ => throw new System.Diagnostics.UnreachableException($"No share of {target}."),
    };

    /// <summary>Whether the record knows an owner at all.</summary>
    public static bool Knows(ProofStep share) => share.Rule is ProofRule.StakeHeld or ProofRule.GroupParent
        || share is { Rule: ProofRule.Nationality, Value: StepValue.Named { Value: not null } }
        || share.Inputs.Any(Knows);

    private static ProofStep OfAsset(Inquiry inquiry, Interests interests, EntityId asset, OwnershipMeasure measure)
    {
        var interest = interests.In(asset);
        if (!Knows(interest)) return Inquiry.Silent(inquiry.Say("owners-unknown", ("asset", inquiry.Name(asset))), interest);
        if (measure == OwnershipMeasure.Effective) return interest;
        var majority = interests.Majority(interest);
        return new ProofStep
        {
            Rule = ProofRule.WholeOrNone,
            Text = majority.Text,
            Value = new StepValue.Figure(new(majority.Fraction.Low * 100, majority.Fraction.High * 100), "%"),
            Inputs = [majority],
            Given = interest.Given,
        };
    }
}
