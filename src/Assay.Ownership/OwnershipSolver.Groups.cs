namespace Assay.Ownership;

/// <content>What part of each entity belongs to a group.</content>
public sealed partial class OwnershipSolver
{
    private const int MostRounds = 1000;
    private const double Settled = 1e-14;

    /// <summary>
    /// Finds, for every entity the solver looks at, bounds of the part of its value that belongs to a group of terminal
    /// entities through all paths. The lower bound gives what is unknown to nobody in the group, the upper bound gives it
    /// all of it.
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
    /// <returns>One interval per entity: all of a terminal in the group, nothing of one outside.</returns>
    /// <exception cref="ArgumentException"><paramref name="inGroup"/> does not have one mark per entity.</exception>
    public GroupShares FindGroupShares(ReadOnlySpan<bool> inGroup)
    {
        Graph.CheckLength(inGroup.Length, nameof(inGroup));
        var shares = new ShareInterval[Count];
        for (int number = 0; number < shares.Length; number++)
        {
            int entity = _reach.EntityOf(number);
            double whole = inGroup[entity] ? 1 : 0;
            shares[number] = _terminal[entity] ? new ShareInterval(whole, whole) : ShareInterval.Unknown;
        }

        double[] gaps = new double[_cycles.Length];
        _schedule.RunDown(i =>
        {
            ref readonly Chunk chunk = ref _schedule[i];
            if (chunk.Cycles.Count == 0)
                FindChainShares(chunk.Places, shares);
            for (int cycle = chunk.Cycles.First; cycle < chunk.Cycles.End; cycle++)
                gaps[cycle] = FindCycleShares(_cycles[cycle], shares);
        });
        double gap = 0;
        foreach (double one in gaps)
            gap = Math.Max(gap, one);
        return new GroupShares(_reach, shares, gap);
    }

    private void FindChainShares(Places places, Span<ShareInterval> shares)
    {
        OwnerRoom? room = null;
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> partner = _reach.Rows.Partner;
        ReadOnlySpan<double> low = _reach.Rows.Low;
        for (int place = places.First; place < places.End; place++)
        {
            int number = _order.NumberAt[place];
            int entity = _reach.EntityOf(number);
            if (_terminal[entity])
                continue;
            Range row = start[number]..start[number + 1];
            shares[number] = IsFlexible(entity)
                ? SpreadRow(number, shares, room ??= new OwnerRoom())
                : SumRow(partner[row], low[row], shares);
        }
    }

    /// <summary>The bounds of an asset whose extreme completions take the least share of every owner.</summary>
    private ShareInterval SumRow(ReadOnlySpan<int> owners, ReadOnlySpan<double> low, ReadOnlySpan<ShareInterval> shares)
    {
        double inside = 0;
        double outside = 0;
        double known = 0;
        for (int k = 0; k < owners.Length; k++)
        {
            ShareInterval owner = shares[owners[k]];
            double share = low[k];
            inside += share * owner.Low;
            outside += share * (1 - owner.High);
            known += share;
        }

        return Assured(inside, outside, Graph.RoundingOfSum(owners.Length), Math.Max(0, known - 1));
    }

    /// <summary>The bounds of a complete asset whose shares are ranges.</summary>
    private ShareInterval SpreadRow(int number, ReadOnlySpan<ShareInterval> shares, OwnerRoom room)
    {
        Range row = _reach.Rows.Start[number].._reach.Rows.Start[number + 1];
        ReadOnlySpan<int> owners = _reach.Rows.Partner[row];
        ReadOnlySpan<double> low = _reach.Rows.Low[row];
        ReadOnlySpan<double> high = _reach.Rows.High[row];
        double forced = _forced![_reach.EntityOf(number)];

        Span<double> worth = room.Worth(owners.Length);
        for (int k = 0; k < worth.Length; k++)
            worth[k] = shares[owners[k]].Low;
        double inside = room.Least(worth, low, high, forced);
        for (int k = 0; k < worth.Length; k++)
            worth[k] = 1 - shares[owners[k]].High;
        double outside = room.Least(worth, low, high, forced);
        double rounding = Graph.RoundingOfSum(owners.Length);
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

    private double FindCycleShares(CycleBlock cycle, Span<ShareInterval> shares)
    {
        if (cycle.Block is null)
            return 0;
        double[] inside = SolveAssured(cycle, shares, forGroup: true);
        double[] outside = SolveAssured(cycle, shares, forGroup: false);
        bool flexible = false;
        for (int i = 0; i < inside.Length; i++)
        {
            int number = _order.NumberAt[cycle.Places.First + i];
            shares[number] = Assured(inside[i], outside[i], 0, 0);
            flexible |= IsFlexible(_reach.EntityOf(number));
        }

        return flexible ? Tighten(cycle, shares, new OwnerRoom()) : 0;
    }

    /// <summary>What is assured to the group, or to others, of each member of a cycle if every owner has its least share.</summary>
    private double[] SolveAssured(CycleBlock cycle, ReadOnlySpan<ShareInterval> shares, bool forGroup)
    {
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> partner = _reach.Rows.Partner;
        ReadOnlySpan<double> low = _reach.Rows.Low;
        double[] solution = new double[cycle.Places.Count];
        double[] arriving = new double[cycle.Places.Count];
        double[] known = new double[cycle.Places.Count];
        for (int i = 0; i < solution.Length; i++)
        {
            int number = _order.NumberAt[cycle.Places.First + i];
            for (int slot = start[number]; slot < start[number + 1]; slot++)
            {
                known[i] += low[slot];
                int owner = partner[slot];
                int place = _order.PlaceOf[owner];
                if (place < cycle.Places.First || place >= cycle.Places.End)
                    arriving[i] += low[slot] * (forGroup ? shares[owner].Low : 1 - shares[owner].High);
            }

            solution[i] = arriving[i];
        }

        cycle.Block!.SolveShares(solution);
        double error = 0;
        for (int i = 0; i < solution.Length; i++)
        {
            int number = _order.NumberAt[cycle.Places.First + i];
            double sum = arriving[i] + cycle.PassedInside(i, solution);
            double rounding = (Graph.RoundingOfSum(start[number + 1] - start[number]) * (sum + solution[i])) + Math.Max(0, known[i] - 1);
            error = Math.Max(error, Math.Abs(sum - solution[i]) + rounding);
        }

        for (int i = 0; i < solution.Length; i++)
            solution[i] = Math.Max(0, solution[i] - (error * cycle.Amplification[i]));
        return solution;
    }

    /// <summary>
    /// Substitutes a cycle's bounds into its members' rows again and again. Started from valid bounds every round is
    /// valid; started from the other side it approaches the tightest bounds too, and the distance is the gap.
    /// </summary>
    private double Tighten(CycleBlock cycle, Span<ShareInterval> shares, OwnerRoom room)
    {
        ReadOnlySpan<int> members = _order.NumberAt.AsSpan(cycle.Places.First..cycle.Places.End);
        var valid = new ShareInterval[members.Length];
        double[] greatestLow = new double[members.Length];
        double[] leastHigh = new double[members.Length];
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
        ReadOnlySpan<int> start = _reach.Rows.Start;
        ReadOnlySpan<int> partner = _reach.Rows.Partner;
        ReadOnlySpan<double> low = _reach.Rows.Low;
        double change = 1;
        for (int round = 0; round < MostRounds && change > Settled; round++)
        {
            change = 0;
            foreach (int number in members)
            {
                Range row = start[number]..start[number + 1];
                ShareInterval now = shares[number];
                ShareInterval next = step(now, IsFlexible(_reach.EntityOf(number)) ? SpreadRow(number, shares, room) : SumRow(partner[row], low[row], shares));
                change = Math.Max(change, Math.Abs(next.Low - now.Low) + Math.Abs(next.High - now.High));
                shares[number] = next;
            }
        }
    }
}
