namespace Assay.Ownership;

/// <summary>
/// Who may be controlled by anybody: entities of which more than half is unknown, and what they can control. Every
/// question about possible control begins there. Immutable.
/// </summary>
internal sealed class PossibleControl
{
    private readonly bool[] _anybodys;

    public PossibleControl(ControlRule rule)
    {
        Rule = rule;
        _anybodys = new bool[rule.Graph.EntityCount];
        var room = new double[_anybodys.Length];
        double[] within = rule.IsExact ? [] : new double[_anybodys.Length];
        var members = new List<int>();
        for (int asset = 0; asset < _anybodys.Length; asset++)
        {
            (room[asset], double most) = Start(asset, countAnybodys: false);
            if (!rule.IsExact)
                within[asset] = most;
            Test(asset, most);
        }

        ReadOnlySpan<int> start = rule.Graph.ByOwner.Start;
        ReadOnlySpan<int> held = rule.Graph.ByOwner.Partner;
        ReadOnlySpan<double> low = rule.Graph.ByOwner.Low;
        ReadOnlySpan<double> high = rule.Graph.ByOwner.High;
        for (int i = 0; i < members.Count; i++)
        {
            int owner = members[i];
            for (int slot = start[owner]; slot < start[owner + 1]; slot++)
            {
                int asset = held[slot];
                room[asset] += low[slot];
                if (!rule.IsExact)
                    within[asset] += high[slot];
                Test(asset, rule.IsExact ? double.PositiveInfinity : within[asset]);
            }

            foreach (ControlPair pair in rule.ConferredOn(owner))
                Test(pair.Entity, double.PositiveInfinity, isConferred: true);
        }

        void Test(int asset, double most, bool isConferred = false)
        {
            if (_anybodys[asset] || rule.IsTerminal(asset) || !(isConferred || ControlRule.IsMoreThanHalf(Math.Min(room[asset], most))))
                return;
            _anybodys[asset] = true;
            members.Add(asset);
        }
    }

    public ControlRule Rule { get; }

    public bool IsAnybodys(int entity) => _anybodys[entity];

    /// <summary>
    /// The most that those of nobody in particular can hold of an asset: what the others' least shares leave, and, of
    /// a complete asset, what they and the unknown part can make up.
    /// </summary>
    public (double Room, double Within) StartOf(int asset) => Start(asset, countAnybodys: true);

    private (double Room, double Within) Start(int asset, bool countAnybodys)
    {
        ReadOnlySpan<int> owners = Rule.Graph.OwnersOf(asset);
        ReadOnlySpan<double> low = Rule.Graph.LowSharesOf(asset);
        ReadOnlySpan<double> high = Rule.Graph.HighSharesOf(asset);
        double knownLow = 0;
        double knownHigh = 0;
        double itsLow = 0;
        double itsHigh = 0;
        for (int k = 0; k < owners.Length; k++)
        {
            knownLow += low[k];
            knownHigh += high[k];
            if (!countAnybodys || !_anybodys[owners[k]])
                continue;
            itsLow += low[k];
            itsHigh += high[k];
        }

        return (1 - (knownLow - itsLow), Rule.Graph.IsComplete(asset) ? itsHigh + Math.Max(0, 1 - knownHigh) : double.PositiveInfinity);
    }
}
