using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Whose part is how much, read off the proof of a share: what is sourced, by nationality or owner, and the rest that is not known.</summary>
internal static class Slices
{
    public static ImmutableArray<ShareSlice> Of(Inquiry inquiry, ProofStep share)
    {
        var found = Sourced(share);
        var known = new Bounds(Math.Min(100, found.Values.Sum(slice => slice.Share.Low)), Math.Min(100, found.Values.Sum(slice => slice.Share.High)));
        return
        [
            .. found.OrderByDescending(pair => pair.Value.Share.High).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
                .Select(pair => new ShareSlice(pair.Key, inquiry.Name(pair.Key), pair.Value.Share.RoundOutward(2), pair.Value.IsCounted)),
            .. known.Low < 100 ? [new ShareSlice(default, inquiry.Say("slice-unknown"), new Bounds(100 - known.High, 100 - known.Low).RoundOutward(2), false)] : ImmutableArray<ShareSlice>.Empty,
        ];
    }

    /// <summary>What the record covers at least, in percent.</summary>
    public static decimal Covered(ProofStep share) => Math.Round(Math.Min(100, Sourced(share).Values.Sum(slice => slice.Share.Low)), 2, MidpointRounding.ToZero);

    private static Dictionary<EntityId, (Bounds Share, bool IsCounted)> Sourced(ProofStep share)
    {
        var found = new Dictionary<EntityId, (Bounds Share, bool IsCounted)>();
        Walk(share, Bounds.Exactly(100), found);
        return found;
    }

    private static void Walk(ProofStep step, Bounds weight, Dictionary<EntityId, (Bounds Share, bool IsCounted)> found)
    {
        switch (step.Rule)
        {
            case ProofRule.Apportion:
                foreach (var part in step.Inputs) Walk(part.Inputs[1], part.Inputs[0].Figure, found);
                break;
            case ProofRule.Interest:
                foreach (var counted in step.Inputs) Walk(counted.Inputs[1], Times(weight, counted.Inputs[0].Figure), found);
                break;
            case ProofRule.LicenceOf or ProofRule.Compare or ProofRule.WholeOrNone:
                Walk(step.Inputs[0], weight, found);
                break;
            case ProofRule.Silent when step.Inputs is [{ Rule: ProofRule.Interest } interest]:
                Walk(interest, weight, found);
                break;
            case ProofRule.Belongs when step.Inputs[0].Value is StepValue.Named { Value: { } state }:
                Add(state, step.Truth == Truth.True);
                break;
            case ProofRule.IsHolder or ProofRule.Apart when step.Truth != Truth.Unknown:
                Add(step.Given.Subject!.Value, step.Truth == Truth.True);
                break;
        }

        void Add(EntityId owner, bool isCounted) =>
            found[owner] = found.TryGetValue(owner, out var slice) ? (slice.Share + weight, isCounted) : (weight, isCounted);
    }

    private static Bounds Times(Bounds weight, Bounds percent) => new(weight.Low * percent.Low / 100, weight.High * percent.High / 100);
}
