using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Ownership;
using Share = Assay.Ownership.Stake;

namespace Assay.Answers;

/// <summary>
/// What holders have of a firm whose owners own each other: the integrated share, through all chains and circles at once. Every firm that is
/// looked through passes what reaches it on to its owners; those at the ends of the chains count or do not.
/// </summary>
internal sealed class Circles(Inquiry inquiry, DayRange days)
{
    private readonly Dictionary<EntityId, int> _places = [];
    private readonly List<ProofStep> _stakes = [];
    private readonly List<ProofStep> _ends = [];
    private readonly List<Completeness> _lists = [];

    /// <summary>The share of the asset; null where more than the whole of a firm is recorded.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="heldIn">The stakes in a firm.</param>
    /// <param name="endsAt">Whether an owner counts, if the chain ends with it; null where it is looked through.</param>
    /// <param name="words">The holders in words.</param>
    public ProofStep? Solve(EntityId asset, Func<EntityId, ImmutableArray<ProofStep>> heldIn, Func<EntityId, ProofStep?> endsAt, string words)
    {
        Collect(asset, heldIn, endsAt);
        if (_stakes.GroupBy(stake => stake.Given.Object).Any(firm => firm.Sum(stake => stake.Figure.Low) > 100)) return null;
        var complete = _places.Keys.Select(firm => _lists.Any(list => list.Subject == firm && list.Covers is { Low: >= 100 })).ToArray();
        var graph = OwnershipGraph.Build(_places.Count, [.. _stakes.Select(ToShare)], complete);
        var ends = _ends.ToDictionary(end => _places[Owner(end)], end => end.Truth);
        var solver = OwnershipSolver.Prepare(graph, [.. Enumerable.Range(0, _places.Count).Select(ends.ContainsKey)]);
        var low = Bound(solver, place => ends.GetValueOrDefault(place) == Truth.True).Low;
        var high = Bound(solver, place => ends.TryGetValue(place, out var end) && end != Truth.False).High;
        var value = Interests.Outward(new(Percent(low), Math.Max(Percent(low), Percent(high))));
        return new ProofStep
        {
            Rule = ProofRule.Circle,
            Text = inquiry.Say("interest-circle", ("holder", words), ("asset", inquiry.Name(asset)), ("share", Inquiry.Show(value)), ("days", days.ToString())),
            Value = new StepValue.Figure(value, "%"),
            Rows = [.. _lists],
            Inputs = [.. _stakes, .. _ends],
            Given = new Given { Object = asset, Days = days },
        };
    }

    /// <summary>Of whom the step at the end of a chain speaks.</summary>
    public static EntityId Owner(ProofStep end) => (end.Rule == ProofRule.Belongs ? end.Inputs[0] : end).Given.Subject!.Value;

    private void Collect(EntityId asset, Func<EntityId, ImmutableArray<ProofStep>> heldIn, Func<EntityId, ProofStep?> endsAt)
    {
        var queue = new Queue<EntityId>([asset]);
        _places[asset] = 0;
        while (queue.TryDequeue(out var firm))
        {
            _lists.AddRange(StakeRows.Lists(inquiry, firm, days));
            foreach (var stake in heldIn(firm))
            {
                _stakes.Add(stake);
                var owner = stake.Given.Subject!.Value;
                if (!_places.TryAdd(owner, _places.Count)) continue;
                if (endsAt(owner) is { } end) _ends.Add(end);
                else queue.Enqueue(owner);
            }
        }
    }

    private Share ToShare(ProofStep stake) =>
        new(_places[stake.Given.Subject!.Value], _places[stake.Given.Object!.Value], (double)stake.Figure.Low / 100, (double)stake.Figure.High / 100);

    private ShareInterval Bound(OwnershipSolver solver, Func<int, bool> counts) =>
        solver.FindGroupShares([.. Enumerable.Range(0, _places.Count).Select(counts)])[0];

    // Twelve places are what the library's outward rounding leaves of an exact share.
    private static decimal Percent(double share) => Math.Clamp(Math.Round((decimal)share, 12) * 100, 0, 100);
}
