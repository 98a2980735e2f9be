using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// The fix-point of control from one entity, and the working memory for it. What is controlled is a list of ranges of
/// numbers.
/// </summary>
internal sealed class ControlRun(MajorityForest forest, JointStakes stakes)
{
    private readonly ControlSums _sums = new();
    private NumberRange[] _ranges = new NumberRange[16];
    private int[] _joined = new int[16];
    private int _rangeCount;
    private int _joinedCount;
    private int _controller;
    private NumberRange _cover;

    /// <summary>How many are controlled, without the controller.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers controlled, without that of the controller; the ranges do not overlap.</summary>
    public ReadOnlySpan<NumberRange> Ranges => _ranges.AsSpan(0, _rangeCount);

    /// <summary>Those controlled other than through sole controllers, as places in <see cref="JointStakes.Top"/>, in order of joining.</summary>
    public ReadOnlySpan<int> Joined => _joined.AsSpan(0, _joinedCount);

    /// <summary>Finds what the entity of a number controls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(int number)
    {
        unchecked
        {
            NumberRange cover = forest.CoverOf(number);
            _controller = number;
            _cover = cover;
            _rangeCount = 0;
            _joinedCount = 0;
            Count = 0;
            Add(cover.Start, number);
            Add(number + 1, cover.End);
            if (stakes.CountBefore(cover.End) != stakes.CountBefore(cover.Start))
                SpreadJointly();
        }
    }

    /// <summary>Whether a number is that of the controller or of one controlled. Takes time by the number of ranges.</summary>
    public bool Contains(int number)
    {
        if (number == _controller)
            return true;
        foreach (NumberRange range in Ranges)
        {
            if (number >= range.Start && number < range.End)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Scans the stakes of all members; whose joint shares pass the half joins with its tree, and is scanned in turn. An
    /// infinite sum marks those that are members, which the controller's own tree may have at its top.
    /// </summary>
    private void SpreadJointly()
    {
        _sums.Clear();
        _sums.Find(_cover.Start, out _).Low = double.PositiveInfinity;
        Scan(_controller, _controller + 1);
        for (int i = 0; i < _rangeCount; i++)
            Scan(_ranges[i].Start, _ranges[i].End);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int from, int to)
    {
        unchecked
        {
            JointStake[] all = stakes.Stakes;
            int end = stakes.CountBefore(to);
            for (int slot = stakes.CountBefore(from); slot < end; slot++)
            {
                ref readonly JointStake stake = ref all[slot];
                ref ControlSums.Slot sum = ref _sums.Find(stake.Asset, out _);
                if (double.IsPositiveInfinity(sum.Low))
                    continue;
                sum.Low += stake.Low;
                sum.High += stake.High;
                if (ControlRule.IsMoreThanHalf(sum.Low)
                    || (stakes.HasExcess && ControlRule.IsMoreThanHalf(sum.High - stakes.Excess[stake.Joint])))
                {
                    sum.Low = double.PositiveInfinity;
                    Join(stake.Joint, forest.CoverOf(stake.Asset));
                }
            }
        }
    }

    /// <summary>Adds a tree, without what of it the controller began with. All else that has joined is other trees.</summary>
    private void Join(int joint, NumberRange tree)
    {
        if (_joinedCount == _joined.Length)
            Array.Resize(ref _joined, 2 * _joinedCount);
        _joined[_joinedCount++] = joint;
        if (_cover.Start < tree.Start || _cover.Start >= tree.End)
        {
            Add(tree.Start, tree.End);
            return;
        }

        Add(tree.Start, _cover.Start);
        Add(_cover.End, tree.End);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int from, int to)
    {
        unchecked
        {
            if (from >= to)
                return;
            if (_rangeCount == _ranges.Length)
                Array.Resize(ref _ranges, 2 * _rangeCount);
            _ranges[_rangeCount++] = new NumberRange(from, to);
            Count += to - from;
        }
    }
}
