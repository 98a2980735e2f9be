namespace Assay.Ownership;

/// <summary>
/// The fix-point of control: entities join while the members together hold more than half of another. Each asset's
/// sums are kept as members join, so a run costs one visit per stake of a member. Can be taken back to a base.
/// </summary>
internal sealed class ControlSpread
{
    private readonly StakeRows _byOwner;
    private readonly Func<int, double, double, bool> _isMajority;
    private readonly bool[] _isMember;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly List<int> _members = [];
    private readonly List<(int Asset, double Low, double High)> _undo = [];
    private int _baseCount;

    /// <param name="byOwner">The stakes by owner.</param>
    /// <param name="isMajority">Whether an asset joins, given the sums of the least and of the greatest shares its owners among the members have.</param>
    public ControlSpread(StakeRows byOwner, Func<int, double, double, bool> isMajority)
    {
        _byOwner = byOwner;
        _isMajority = isMajority;
        _isMember = new bool[byOwner.RowCount];
        _low = new double[byOwner.RowCount];
        _high = new double[byOwner.RowCount];
    }

    public bool IsMember(int entity) => _isMember[entity];

    /// <summary>Goes back to the base, adds seeds and lets control spread; returns those that joined without being seeds, in order of joining.</summary>
    public ReadOnlySpan<int> Run(ReadOnlySpan<int> seeds)
    {
        GoBack();
        foreach (int seed in seeds)
            Join(seed);
        int first = _members.Count;
        for (int next = _baseCount; next < _members.Count; next++)
        {
            int owner = _members[next];
            for (int slot = _byOwner.Start[owner]; slot < _byOwner.Start[owner + 1]; slot++)
            {
                int asset = _byOwner.Partner[slot];
                if (_isMember[asset])
                    continue;
                _undo.Add((asset, _low[asset], _high[asset]));
                _low[asset] += _byOwner.Low[slot];
                _high[asset] += _byOwner.High[slot];
                if (_isMajority(asset, _low[asset], _high[asset]))
                    Join(asset);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members)[first..];
    }

    /// <summary>Makes what is now in the set its base.</summary>
    public void KeepAsBase()
    {
        _undo.Clear();
        _baseCount = _members.Count;
    }

    private void Join(int entity)
    {
        if (_isMember[entity])
            return;
        _isMember[entity] = true;
        _members.Add(entity);
    }

    private void GoBack()
    {
        for (int i = _undo.Count - 1; i >= 0; i--)
            (_low[_undo[i].Asset], _high[_undo[i].Asset]) = (_undo[i].Low, _undo[i].High);
        _undo.Clear();
        for (int i = _baseCount; i < _members.Count; i++)
            _isMember[_members[i]] = false;
        _members.RemoveRange(_baseCount, _members.Count - _baseCount);
    }
}
