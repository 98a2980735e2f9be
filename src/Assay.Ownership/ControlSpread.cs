namespace Assay.Ownership;

/// <summary>
/// The fix-point of control from entities that act as one, stake by stake, and the working memory for it: entities join
/// while the members together hold more than half of another.
/// </summary>
/// <param name="rule">What makes an entity controlled.</param>
/// <param name="possible">What anybody may control, to find what is possible; null to find what is sure.</param>
internal sealed class ControlSpread(ControlRule rule, PossibleControl? possible)
{
    private readonly ControlSums _sums = new();
    private readonly List<int> _members = [];
    private int _controllerCount;

    /// <summary>Those that joined, without the controllers, in order; of what is possible also without those that anybody may control.</summary>
    public ReadOnlySpan<int> Joined => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members)[_controllerCount..];

    /// <summary>Whether an entity is among the controllers or controlled by them.</summary>
    public bool IsMember(int entity) => IsAnybodys(entity) || _sums.IsInfinite(entity);

    /// <summary>Finds what controllers control. Takes one visit per stake held by them and what they control.</summary>
    public void Spread(ReadOnlySpan<int> controllers)
    {
        _sums.Clear();
        _members.Clear();
        foreach (int controller in controllers)
            Join(controller);
        _controllerCount = _members.Count;
        ReadOnlySpan<int> start = rule.Graph.ByOwner.Start;
        ReadOnlySpan<int> held = rule.Graph.ByOwner.Partner;
        ReadOnlySpan<double> low = rule.Graph.ByOwner.Low;
        ReadOnlySpan<double> high = rule.Graph.ByOwner.High;
        for (int i = 0; i < _members.Count; i++)
        {
            int owner = _members[i];
            for (int slot = start[owner]; slot < start[owner + 1]; slot++)
            {
                int asset = held[slot];
                if (IsOut(asset))
                    continue;
                ref ControlSums.Slot sum = ref _sums.Find(asset, out bool isNew);
                if (isNew)
                    (sum.Low, sum.High) = possible is null ? (0, -rule.ExcessOf(asset)) : possible.StartOf(asset);
                sum.Low += low[slot];
                sum.High += high[slot];
                if (ControlRule.IsMoreThanHalf(possible is null ? Math.Max(sum.Low, sum.High) : Math.Min(sum.Low, sum.High)))
                    Join(asset);
            }

            foreach (ControlPair pair in rule.ConferredOn(owner))
            {
                if (!IsOut(pair.Entity))
                    Join(pair.Entity);
            }
        }
    }

    private bool IsAnybodys(int entity) => possible is not null && possible.IsAnybodys(entity);

    /// <summary>Whether an entity cannot join; those that are anybody's have been counted as members.</summary>
    private bool IsOut(int entity) => possible is null ? rule.IsNeverSure(entity) : rule.IsTerminal(entity) || possible.IsAnybodys(entity);

    /// <summary>Makes an entity a member, which an infinite sum marks.</summary>
    private void Join(int entity)
    {
        if (IsAnybodys(entity))
            return;
        ref ControlSums.Slot sum = ref _sums.Find(entity, out bool isNew);
        if (!isNew && double.IsPositiveInfinity(sum.Low))
            return;
        sum.Low = double.PositiveInfinity;
        sum.High = double.PositiveInfinity;
        _members.Add(entity);
    }
}
