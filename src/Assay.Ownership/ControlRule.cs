namespace Assay.Ownership;

/// <summary>What makes an entity controlled: the stakes in it, rights that confer control, and what stands against it.</summary>
internal sealed class ControlRule
{
    private readonly bool[] _terminal;
    private readonly bool[]? _vetoed;

    public ControlRule(OwnershipGraph graph, ReadOnlySpan<bool> terminal, ReadOnlySpan<ControlPair> conferred, ReadOnlySpan<bool> vetoed)
    {
        Graph = graph;
        _terminal = terminal.ToArray();
        _vetoed = vetoed.Contains(true) ? vetoed.ToArray() : null;
        IsExact = graph.ByAsset.IsExact;
        var kept = new List<ControlPair>();
        foreach (ControlPair pair in conferred)
        {
            if (pair.Controller != pair.Entity && !_terminal[pair.Entity])
                kept.Add(pair);
        }

        ByEntity = [.. kept.Distinct().OrderBy(pair => pair.Entity).ThenBy(pair => pair.Controller)];
        ByController = [.. ByEntity.OrderBy(pair => pair.Controller).ThenBy(pair => pair.Entity)];
    }

    public OwnershipGraph Graph { get; }

    /// <summary>Whether every share is known exactly; then only least shares need be looked at.</summary>
    public bool IsExact { get; }

    /// <summary>The pairs in which a right confers control, without those of an entity over itself or over a terminal, by entity.</summary>
    public ControlPair[] ByEntity { get; }

    /// <summary>The same pairs by controller.</summary>
    public ControlPair[] ByController { get; }

    public static bool IsMoreThanHalf(double share) => share > 0.5 + OwnershipGraph.Tolerance;

    /// <summary>Whether nobody can control an entity, surely or possibly.</summary>
    public bool IsTerminal(int entity) => _terminal[entity];

    /// <summary>Whether nobody can surely control an entity.</summary>
    public bool IsNeverSure(int entity) => _terminal[entity] || (_vetoed is not null && _vetoed[entity]);

    /// <summary>
    /// By how much the others' greatest shares can fall short: of a complete asset members hold at least their
    /// greatest shares less this. Infinite where that says nothing beyond the least shares.
    /// </summary>
    public double ExcessOf(int asset)
    {
        if (IsExact || !Graph.IsComplete(asset))
            return double.PositiveInfinity;
        double known = 0;
        foreach (double share in Graph.HighSharesOf(asset))
            known += share;
        return Math.Max(0, known - 1);
    }

    /// <summary>The controllers that a right gives control of an entity.</summary>
    public ReadOnlySpan<ControlPair> ConferredOver(int entity) => Equal(ByEntity, entity, byController: false);

    /// <summary>The entities over which a right gives a controller control.</summary>
    public ReadOnlySpan<ControlPair> ConferredOn(int controller) => Equal(ByController, controller, byController: true);

    private static ReadOnlySpan<ControlPair> Equal(ControlPair[] pairs, int value, bool byController)
    {
        if (pairs.Length == 0)
            return default;
        int from = First(value);
        int to = from;
        while (to < pairs.Length && Key(to) == value)
            to++;
        return pairs.AsSpan(from..to);

        int First(int least)
        {
            int low = 0;
            int high = pairs.Length;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (Key(middle) < least)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }

        int Key(int i) => byController ? pairs[i].Controller : pairs[i].Entity;
    }
}
