using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Records;

/// <summary>Whose part of an asset or output is how much, by the nationality of owners: each at least and at most, with its own proof.</summary>
internal static class OwnersByState
{
    /// <summary>One row a nationality, greatest first; the part without a known owner last.</summary>
    public static RecordTable Table(RecordDesk desk, string id, Target target)
    {
        var lead = Prove(desk, target, Whole(target));
        var table = desk.Table(id, desk.Say("record-own-by-country", ("target", Words(desk, target, lead)), ("days", Days(desk, lead))), "state", "at-least", "central", "at-most");
        if (!IsKnown(lead)) return table with { Notes = [desk.Say("record-own-silent", ("missing", lead.Text))] };
        var proofs = Nationalities(lead).Select(state => (State: state, Proof: state == Whole(target) ? lead : Prove(desk, target, state)))
            .Where(pair => IsKnown(pair.Proof) && pair.Proof.Figure.High > 0);
        var rows = proofs.OrderByDescending(pair => pair.Proof.Figure.Low).ThenBy(pair => pair.State.Value, StringComparer.Ordinal)
            .Select(pair => Row(desk, target, desk.Named(pair.State), pair.State, pair.Proof));
        return table with
        {
            Rows = [.. rows, .. Unknown(desk, lead)],
            Notes = [desk.Say("record-own-bounds"), .. OwnedParts(desk, lead)],
        };
    }

    /// <summary>The groups that the readings file names, together: whose definition they are stands beside them.</summary>
    public static RecordTable Groups(RecordDesk desk, string id, Target target)
    {
        var lead = Prove(desk, target, Whole(target));
        var rows = !IsKnown(lead) ? [] : desk.Rules.Readings.Groups.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).SelectMany(pair => pair.Value)
            .Where(choice => desk.Evidence.Entity(choice.Group) is not null)
            .Select(choice => (choice, Proof: Prove(desk, target, choice.Group))).Where(pair => IsKnown(pair.Proof))
            .Select(pair => Row(desk, target, new Cell.Named(pair.choice.Group, pair.choice.Taken), pair.choice.Group, pair.Proof));
        return desk.Table(id, desk.Say("record-own-by-group", ("target", Words(desk, target, lead)), ("days", Days(desk, lead))), "group", "at-least", "central", "at-most")
            with { Rows = [.. rows], Notes = [desk.Say("record-own-by-group-note")] };
    }

    /// <summary>What owners of a nationality have of it.</summary>
    public static ProofStep Prove(RecordDesk desk, Target target, EntityId state) =>
        ShareAnswerer.Prove(desk.Inquiry, new Holder([state], HolderSense.Nationals), target, OwnershipMeasure.Effective, desk.When);

    /// <summary>Whether a proof gives a share and knows an owner.</summary>
    public static bool IsKnown(ProofStep proof) => proof.Value is StepValue.Figure && ShareAnswerer.Knows(proof);

    /// <summary>The nationalities that a proof meets.</summary>
    public static IEnumerable<EntityId> Nationalities(ProofStep proof) => proof.AllSteps()
        .Where(step => step.Rule == ProofRule.Nationality).Select(step => ((StepValue.Named)step.Value).Value).OfType<EntityId>().Distinct();

    /// <summary>The target in words.</summary>
    public static string Words(RecordDesk desk, Target target, ProofStep lead) => target switch
    {
        Target.Output output => desk.Say("question-output", ("indicator", OutputShare.Indicator(desk.Inquiry, output.Indicator)), ("whole", desk.Evidence.NameOf(output.Whole))),
        Target.Asset asset => desk.Evidence.NameOf(asset.Entity),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {target} ({lead.Rule})."),
    };

    /// <summary>The whole that is divided: the country, or the asset.</summary>
    public static EntityId Whole(Target target) => target switch
    {
        Target.Output output => output.Whole,
        Target.Asset asset => asset.Entity,
        _ => throw new System.Diagnostics.UnreachableException($"No whole of {target}."),
    };

    /// <summary>The period of an output, or the days asked about.</summary>
    public static string Days(RecordDesk desk, ProofStep lead) => (lead.Given.Days ?? desk.When).ToString();

    /// <summary>The row of what has no known owner, if anything has none.</summary>
    public static IEnumerable<RecordRow> Unknown(RecordDesk desk, ProofStep lead) => Slices.Of(desk.Inquiry, lead)
        .Where(slice => string.IsNullOrEmpty(slice.Owner.Value) && slice.Share.High > 0)
        .Select(slice => new RecordRow([Cell.Of(slice.Name), Percent(slice.Share.Low), Cell.None, Percent(slice.Share.High)], []));

    private static RecordRow Row(RecordDesk desk, Target target, Cell name, EntityId holder, ProofStep proof) => new([name, AtLeast(proof), Central(desk, target, holder), AtMost(proof)], [])
    {
        Proof = proof, Holds = proof.Figure.Low > 0 ? Truth.True : Truth.Unknown,
    };

    // What the record shows when ranges are taken at their central figures: between the two bounds, and nearest to what sources say.
    private static Cell Central(RecordDesk desk, Target target, EntityId holder) =>
        target is Target.Output && Prove(desk.Central, target, holder) is var central && IsKnown(central) ? Percent(Math.Round(central.Figure.Low, 2)) : Cell.None;

    /// <summary>The lower bound in percent, rounded down.</summary>
    public static Cell AtLeast(ProofStep proof) => Percent(proof.Figure.RoundOutward(2).Low);

    /// <summary>The upper bound in percent, rounded up.</summary>
    public static Cell AtMost(ProofStep proof) => Percent(proof.Figure.RoundOutward(2).High);

    private static Cell.Figure Percent(decimal value) => new Cell.Figure(Bounds.Exactly(value), "%");

    // The parts of an output whose figures are not exact, or weak, are told by their proof; here, which total was divided.
    private static IEnumerable<string> OwnedParts(RecordDesk desk, ProofStep lead) => lead.AllSteps()
        .Where(step => step.Rule == ProofRule.Quotient).Take(1)
        .Select(step => desk.Say("record-own-total", ("total", step.Inputs[1].Text)));
}
