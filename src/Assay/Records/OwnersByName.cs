using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Records;

/// <summary>Whose part of an asset or output is how much, by owner: the tops of groups, read off the proof of a share.</summary>
internal sealed class OwnersByName
{
    private sealed record Part(Bounds Share, EntityId? State, ImmutableHashSet<Statement> Rows);

    private readonly Dictionary<EntityId, Part> _parts = [];

    /// <summary>One row an owner, greatest first; the part without a known owner last.</summary>
    public static RecordTable Table(RecordDesk desk, string id, Target target)
    {
        var lead = OwnersByState.Prove(desk, target, OwnersByState.Whole(target));
        var table = desk.Table(id, desk.Say("record-own-by-owner", ("target", OwnersByState.Words(desk, target, lead)), ("days", OwnersByState.Days(desk, lead))), "owner", "state", "share");
        if (!OwnersByState.IsKnown(lead)) return table with { Notes = [desk.Say("record-own-silent", ("missing", lead.Text))] };
        var owners = new OwnersByName();
        owners.Walk(lead, Bounds.Exactly(100), []);
        var known = new Bounds(Math.Min(100, owners._parts.Values.Sum(part => part.Share.Low)), Math.Min(100, owners._parts.Values.Sum(part => part.Share.High)));
        var unknown = new Bounds(100 - known.High, 100 - known.Low).RoundOutward(2);
        return table with
        {
            Rows =
            [
                .. owners._parts.OrderByDescending(pair => pair.Value.Share.Low).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair =>
                    new RecordRow([desk.Named(pair.Key), desk.Named(pair.Value.State), new Cell.Figure(pair.Value.Share.RoundOutward(2), "%")], [.. pair.Value.Rows.OrderBy(row => row.Id.Value, StringComparer.Ordinal)])
                    {
                        Holds = pair.Value.Share.Low > 0 ? Truth.True : Truth.Unknown,
                    }),
                .. unknown.High > 0 ? [new RecordRow([Cell.Of(desk.Say("slice-unknown")), Cell.None, new Cell.Figure(unknown, "%")], [])] : ImmutableArray<RecordRow>.Empty,
            ],
            Notes = [desk.Say("record-own-sourced")],
        };
    }

    // As the slices of an answer are read off its proof, but by the group that the nationality was taken of.
    private void Walk(ProofStep step, Bounds weight, ImmutableHashSet<Statement> rows)
    {
        switch (step.Rule)
        {
            case ProofRule.Apportion:
                foreach (var part in step.Inputs) Walk(part.Inputs[1], part.Inputs[0].Figure, rows.Union(part.Rows).Union(part.Inputs[0].AllRows()));
                break;
            case ProofRule.Interest:
                foreach (var counted in step.Inputs) Walk(counted.Inputs[1], Times(weight, counted.Inputs[0].Figure), rows.Union(counted.Inputs[0].Rows));
                break;
            case ProofRule.LicenceOf or ProofRule.Compare or ProofRule.WholeOrNone:
                Walk(step.Inputs[0], weight, rows.Union(step.Rows));
                break;
            case ProofRule.Belongs:
                Add(step.Inputs[0], weight, rows);
                break;
        }
    }

    private void Add(ProofStep nationality, Bounds share, ImmutableHashSet<Statement> rows)
    {
        var top = nationality.Rows.OfType<Entity>().LastOrDefault()?.EntityId ?? nationality.Given.Subject!.Value;
        rows = rows.Union(nationality.Rows);
        _parts[top] = _parts.TryGetValue(top, out var part)
            ? part with { Share = part.Share + share, Rows = part.Rows.Union(rows) }
            : new Part(share, ((StepValue.Named)nationality.Value).Value, rows);
    }

    private static Bounds Times(Bounds weight, Bounds percent) => new(weight.Low * percent.Low / 100, weight.High * percent.High / 100);
}
