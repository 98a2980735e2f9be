namespace Assay.Ownership;

/// <content>What part of each entity belongs to a group.</content>
public sealed partial class OwnershipSolver
{
    private const int MostRounds = 1000;
    private const double Settled = 1e-14;

    /// <summary>
    /// Writes, for every entity, bounds of the part of its value that belongs to a group of terminal entities through
    /// all paths. The lower bound gives what is unknown to nobody in the group, the upper bound gives it all of it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The bounds hold for every completion of the data (see <see cref="OwnershipGraph"/>) and are attained by one, up
    /// to rounding. The exception is a cycle in which a complete asset's shares are ranges: there the bounds come from
    /// below by repeated substitution, each round of which is valid, and the result says how far they may be from the
    /// tightest. Of a complete asset the least value for the group is a fractional knapsack (Dantzig,
    /// "Discrete-variable extremum problems", Operations Research 5(2), 1957): what the least shares leave goes to the
    /// owners in ascending order of their own bounds.
    /// </para>
    /// <para>
    /// Both ends are rounded outward: on a chain by about k + 4 units of 2⁻⁵² for each asset with k owners, in a cycle
    /// by the residual of its solution times the number of times value passes round it. So an exact 30 % comes
    /// back as an interval some 10⁻¹⁵ wide; a caller that compares or prints decimals rounds to 12 places first.
    /// </para>
    /// </remarks>
    /// <param name="inGroup">Per entity: whether it belongs to the group. Only the marks of terminal entities count.</param>
    /// <param name="shares">Receives one interval per entity: all of a terminal in the group, nothing of one outside.</param>
    /// <returns>
    /// How much wider than the tightest any interval of a cycle member may be: 0, except in the case above.
    /// </returns>
    /// <exception cref="ArgumentException">A span does not have one place per entity.</exception>
    public double FindGroupShares(ReadOnlySpan<bool> inGroup, Span<ShareInterval> shares)
    {
        Graph.CheckLength(inGroup.Length, nameof(inGroup));
        Graph.CheckLength(shares.Length, nameof(shares));
        for (int entity = 0; entity < shares.Length; entity++)
        {
            double whole = inGroup[entity] ? 1 : 0;
            shares[entity] = _terminal[entity] ? new ShareInterval(whole, whole) : ShareInterval.Unknown;
        }

        var room = new OwnerRoom();
        double gap = 0;
        int place = 0;
        foreach (CycleBlock cycle in _cycles)
        {
            FindChainShares(place, cycle.Cycle.First, shares, room);
            gap = Math.Max(gap, FindCycleShares(cycle, shares, room));
            place = cycle.Cycle.End;
        }

        FindChainShares(place, _order.Length, shares, room);
        return gap;
    }

    private void FindChainShares(int from, int to, Span<ShareInterval> shares, OwnerRoom room)
    {
        for (int place = from; place < to; place++)
        {
            int asset = _order[place];
            if (!_terminal[asset])
                shares[asset] = IsFlexible(asset) ? SpreadRow(asset, shares, room) : SumRow(asset, shares);
        }
    }

    /// <summary>The bounds of an asset whose extreme completions take the least share of every owner.</summary>
    private ShareInterval SumRow(int asset, ReadOnlySpan<ShareInterval> shares)
    {
        double inside = 0;
        double outside = 0;
        double known = 0;
        for (int slot = _rows.Start[asset]; slot < _rows.Start[asset + 1]; slot++)
        {
            ShareInterval owner = shares[_rows.Partner[slot]];
            double share = _rows.Low[slot];
            inside += share * owner.Low;
            outside += share * (1 - owner.High);
            known += share;
        }

        return Assured(inside, outside, Graph.RoundingOf(asset), Math.Max(0, known - 1));
    }

    /// <summary>The bounds of a complete asset whose shares are ranges.</summary>
    private ShareInterval SpreadRow(int asset, ReadOnlySpan<ShareInterval> shares, OwnerRoom room)
    {
        int start = _rows.Start[asset];
        int count = _rows.Start[asset + 1] - start;
        ReadOnlySpan<int> owners = _rows.Partner.AsSpan(start, count);
        ReadOnlySpan<double> low = _rows.Low.AsSpan(start, count);
        ReadOnlySpan<double> high = _rows.High.AsSpan(start, count);

        Span<double> worth = room.Worth(count);
        for (int k = 0; k < count; k++)
            worth[k] = shares[owners[k]].Low;
        double inside = room.Least(worth, low, high, _forced![asset]);
        for (int k = 0; k < count; k++)
            worth[k] = 1 - shares[owners[k]].High;
        double outside = room.Least(worth, low, high, _forced[asset]);
        double rounding = Graph.RoundingOf(asset);
        return Assured(inside, outside, rounding, 2 * rounding);
    }

    /// <summary>From what is assured to the group and to others, with relative and absolute error, to bounds for the group.</summary>
    private static ShareInterval Assured(double inside, double outside, double relative, double absolute)
    {
        double low = Math.Max(0, (inside * (1 - relative)) - absolute);
        double others = Math.Max(0, (outside * (1 - relative)) - absolute);
        double high = others > 0 ? Math.Min(1, 1 - others + Rounding.Unit) : 1;
        return new ShareInterval(Math.Min(low, 1), Math.Max(high, 0));
    }

    private double FindCycleShares(CycleBlock cycle, Span<ShareInterval> shares, OwnerRoom room)
    {
        if (cycle.Block is null)
            return 0;
        double[] inside = SolveAssured(cycle, shares, forGroup: true);
        double[] outside = SolveAssured(cycle, shares, forGroup: false);
        bool flexible = false;
        for (int i = 0; i < cycle.Cycle.Count; i++)
        {
            int asset = _order[cycle.Cycle.First + i];
            shares[asset] = Assured(inside[i], outside[i], 0, 0);
            flexible |= IsFlexible(asset);
        }

        return flexible ? Tighten(cycle, shares, room) : 0;
    }

    /// <summary>What is assured to the group, or to others, of each member of a cycle if every owner has its least share.</summary>
    private double[] SolveAssured(CycleBlock cycle, ReadOnlySpan<ShareInterval> shares, bool forGroup)
    {
        double[] solution = new double[cycle.Cycle.Count];
        double[] arriving = new double[cycle.Cycle.Count];
        for (int i = 0; i < cycle.Cycle.Count; i++)
        {
            int asset = _order[cycle.Cycle.First + i];
            for (int slot = _rows.Start[asset]; slot < _rows.Start[asset + 1]; slot++)
            {
                int owner = _rows.Partner[slot];
                if (!cycle.Cycle.Has(_position[owner], out _))
                    arriving[i] += _rows.Low[slot] * (forGroup ? shares[owner].Low : 1 - shares[owner].High);
            }

            solution[i] = arriving[i];
        }

        cycle.Block!.SolveShares(solution);
        double error = 0;
        for (int i = 0; i < cycle.Cycle.Count; i++)
        {
            int asset = _order[cycle.Cycle.First + i];
            double sum = arriving[i];
            double known = 0;
            for (int slot = _rows.Start[asset]; slot < _rows.Start[asset + 1]; slot++)
            {
                known += _rows.Low[slot];
                if (cycle.Cycle.Has(_position[_rows.Partner[slot]], out int j))
                    sum += _rows.Low[slot] * solution[j];
            }

            double rounding = (Graph.RoundingOf(asset) * (sum + solution[i])) + Math.Max(0, known - 1);
            error = Math.Max(error, Math.Abs(sum - solution[i]) + rounding);
        }

        for (int i = 0; i < cycle.Cycle.Count; i++)
            solution[i] = Math.Max(0, solution[i] - (error * cycle.Amplification[i]));
        return solution;
    }

    /// <summary>
    /// Substitutes a cycle's bounds into its members' rows again and again. Started from valid bounds every round is
    /// valid; started from the other side it approaches the tightest bounds too, and the distance is the gap.
    /// </summary>
    private double Tighten(CycleBlock cycle, Span<ShareInterval> shares, OwnerRoom room)
    {
        ReadOnlySpan<int> members = _order.AsSpan(cycle.Cycle.First, cycle.Cycle.Count);
        var valid = new ShareInterval[cycle.Cycle.Count];
        double[] greatestLow = new double[cycle.Cycle.Count];
        double[] leastHigh = new double[cycle.Cycle.Count];
        for (int i = 0; i < members.Length; i++)
        {
            valid[i] = shares[members[i]];
            shares[members[i]] = new ShareInterval(1, 1);
        }

        Substitute(members, shares, room, static (_, next) => new ShareInterval(next.Low, 1));
        for (int i = 0; i < members.Length; i++)
        {
            greatestLow[i] = shares[members[i]].Low;
            shares[members[i]] = new ShareInterval(0, 0);
        }

        Substitute(members, shares, room, static (_, next) => new ShareInterval(0, next.High));
        for (int i = 0; i < members.Length; i++)
        {
            leastHigh[i] = shares[members[i]].High;
            shares[members[i]] = valid[i];
        }

        Substitute(members, shares, room, static (now, next) =>
            new ShareInterval(Math.Max(now.Low, next.Low), Math.Min(now.High, next.High)));
        double gap = 0;
        for (int i = 0; i < members.Length; i++)
        {
            ShareInterval share = shares[members[i]];
            gap = Math.Max(gap, Math.Max(greatestLow[i] - share.Low, share.High - leastHigh[i]));
        }

        return gap;
    }

    private void Substitute(
        ReadOnlySpan<int> members, Span<ShareInterval> shares, OwnerRoom room, Func<ShareInterval, ShareInterval, ShareInterval> step)
    {
        double change = 1;
        for (int round = 0; round < MostRounds && change > Settled; round++)
        {
            change = 0;
            foreach (int asset in members)
            {
                ShareInterval now = shares[asset];
                ShareInterval next = step(now, IsFlexible(asset) ? SpreadRow(asset, shares, room) : SumRow(asset, shares));
                change = Math.Max(change, Math.Abs(next.Low - now.Low) + Math.Abs(next.High - now.High));
                shares[asset] = next;
            }
        }
    }
}
