using System.Buffers;
using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>A stake, or a right, in an entity that has no sole controller.</summary>
/// <param name="Asset">The number of the entity; a tree begins with it.</param>
/// <param name="Joint">Its place among the jointly controlled.</param>
/// <param name="Low">The least share; infinite for a right that confers control.</param>
/// <param name="High">The greatest share.</param>
internal readonly record struct JointStake(int Asset, int Joint, double Low, double High);

/// <summary>
/// The stakes that can make several control an entity together, by the numbers of their owners: what a range of
/// numbers holds of them is a range of stakes.
/// </summary>
internal sealed class JointStakes
{
    private const int Piece = 1 << 12;
    private const int MostRounds = 8;

    private readonly RankedSet _holders;
    private readonly int[] _start;

    private JointStakes(int[] top, double[] excess, RankedSet holders, int[] start, JointStake[] stakes)
    {
        Top = top;
        Excess = excess;
        HasExcess = excess.Any(double.IsFinite);
        _holders = holders;
        _start = start;
        Stakes = stakes;
    }

    /// <summary>The numbers of the entities that may be controlled jointly, ascending.</summary>
    public int[] Top { get; }

    /// <summary>Of each of them <see cref="ControlRule.ExcessOf"/>.</summary>
    public double[] Excess { get; }

    /// <summary>Whether any excess says something.</summary>
    public bool HasExcess { get; }

    /// <summary>The stakes by the numbers of their owners.</summary>
    public JointStake[] Stakes { get; }

    /// <summary>How many stakes the entities of smaller numbers have; of the number of entities, all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountBefore(int number) => _start[_holders.CountBefore(number)];

    /// <summary>Collects the stakes in those marked joint that can matter.</summary>
    public static JointStakes Collect(ControlRule rule, MajorityForest forest, int[] sole, CancellationToken cancellation)
    {
        int[] tops = FindControllable(rule, forest, sole, cancellation);
        double[] excess = [.. tops.Select(top => rule.ExcessOf(forest.Entity[top]))];
        var holders = new RankedSet(sole.Length);
        foreach ((int holder, _) in All())
            holders.Add(holder);
        holders.Rank();
        int[] start = new int[holders.Count + 1];
        foreach ((int holder, _) in All())
            start[holders.CountBefore(holder) + 1]++;
        for (int i = 1; i < start.Length; i++)
            start[i] += start[i - 1];
        int[] next = [.. start];
        var stakes = new JointStake[start[^1]];
        foreach ((int holder, JointStake stake) in All())
            stakes[next[holders.CountBefore(holder)]++] = stake;
        return new JointStakes(tops, excess, holders, start, stakes);

        IEnumerable<(int Holder, JointStake Stake)> All()
        {
            for (int joint = 0; joint < tops.Length; joint++)
            {
                int asset = forest.Entity[tops[joint]];
                int count = rule.Graph.OwnersOf(asset).Length;
                for (int k = 0; k < count; k++)
                {
                    int owner = rule.Graph.OwnersOf(asset)[k];
                    double low = rule.Graph.LowSharesOf(asset)[k];
                    double high = rule.Graph.HighSharesOf(asset)[k];
                    yield return (forest.Number[owner], new JointStake(tops[joint], joint, low, high));
                }

                foreach (ControlPair pair in rule.ConferredOver(asset).ToArray())
                    yield return (forest.Number[pair.Controller], new JointStake(tops[joint], joint, double.PositiveInfinity, 0));
            }
        }
    }

    /// <summary>
    /// Finds the marked entities that somebody may control. Owners under different trees come together only if the
    /// top of a tree is controlled jointly itself, so what nobody can hold under one tree, with all that such tops
    /// could add, is out; and with it its own tree adds nothing elsewhere. Rounds of this come to rest soon; stopping
    /// before only leaves more to look at.
    /// </summary>
    private static int[] FindControllable(ControlRule rule, MajorityForest forest, int[] sole, CancellationToken cancellation)
    {
        int[] left = FindMarked(sole);
        var marks = new ulong[(sole.Length + 63) >> 6];
        foreach (int asset in left)
            marks[forest.Number[asset] >> 6] |= 1UL << (forest.Number[asset] & 63);
        for (int round = 0; round < MostRounds; round++)
        {
            bool[] stays = new bool[left.Length];
            Strands.Run(
                (left.Length + Piece - 1) / Piece,
                rule.Graph.Threads,
                () => new ControlSums(),
                (sums, piece) => Judge(rule, forest, marks, sums, left, stays, piece * Piece),
                null,
                cancellation);
            int kept = 0;
            for (int i = 0; i < left.Length; i++)
            {
                int number = forest.Number[left[i]];
                if (stays[i])
                    left[kept++] = left[i];
                else
                    marks[number >> 6] &= ~(1UL << (number & 63));
            }

            if (kept == left.Length)
                break;
            left = left[..kept];
        }

        int[] tops = [.. left.Select(asset => forest.Number[asset])];
        Array.Sort(tops);
        return tops;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] FindMarked(int[] sole)
    {
        int[] marked = new int[sole.AsSpan().Count(SoleControllers.Joint)];
        int count = 0;
        for (int entity = 0; entity < sole.Length; entity++)
        {
            if (sole[entity] == SoleControllers.Joint)
                marked[count++] = entity;
        }

        return marked;
    }

    /// <summary>Judges a piece of those left. The trees of all owners are looked up first, in a loop of which no step waits for another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Judge(ControlRule rule, MajorityForest forest, ulong[] marks, ControlSums sums, int[] left, bool[] stays, int from)
    {
        ReadOnlySpan<int> start = rule.Graph.ByAsset.Start;
        ReadOnlySpan<int> partner = rule.Graph.ByAsset.Partner;
        int to = Math.Min(left.Length, from + Piece);
        int count = 0;
        for (int i = from; i < to; i++)
            count += start[left[i] + 1] - start[left[i]];
        int[] trees = ArrayPool<int>.Shared.Rent(count);
        int[] number = forest.Number;
        count = 0;
        for (int i = from; i < to; i++)
        {
            int end = start[left[i] + 1];
            for (int slot = start[left[i]]; slot < end; slot++)
                trees[count++] = number[partner[slot]];
        }

        for (int i = 0; i < count; i++)
            trees[i] = forest.TopOf(trees[i]);
        count = 0;
        for (int i = from; i < to; i++)
        {
            int owners = start[left[i] + 1] - start[left[i]];
            stays[i] = MayBeControlled(rule, forest, marks, sums, left[i], trees.AsSpan(count, owners));
            count += owners;
        }

        ArrayPool<int>.Shared.Return(trees);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool MayBeControlled(
        ControlRule rule, MajorityForest forest, ulong[] marks, ControlSums sums, int asset, ReadOnlySpan<int> trees)
    {
        int top = forest.Number[asset];
        if (rule.ByEntity.Length > 0 && rule.ConferredOver(asset).Length > 0)
            return true;
        ReadOnlySpan<int> owners = rule.Graph.OwnersOf(asset);
        ReadOnlySpan<double> low = rule.Graph.LowSharesOf(asset);
        ReadOnlySpan<double> high = rule.Graph.HighSharesOf(asset);
        double excess = rule.IsExact ? double.PositiveInfinity : rule.ExcessOf(asset);
        double anywhereLow = 0;
        double anywhereHigh = 0;
        double mostLow = 0;
        double mostHigh = 0;
        sums.Clear();
        for (int k = 0; k < owners.Length; k++)
        {
            if (owners[k] == asset)
                continue;
            int tree = trees[k];
            if (tree != top && (marks[tree >> 6] >> (tree & 63) & 1) != 0)
            {
                anywhereLow += low[k];
                anywhereHigh += high[k];
                continue;
            }

            ref ControlSums.Slot slot = ref sums.Find(tree, out _);
            slot.Low += low[k];
            slot.High += high[k];
            mostLow = Math.Max(mostLow, slot.Low);
            mostHigh = Math.Max(mostHigh, slot.High);
        }

        return ControlRule.IsMoreThanHalf(Math.Max(mostLow + anywhereLow, mostHigh + anywhereHigh - excess));
    }
}
