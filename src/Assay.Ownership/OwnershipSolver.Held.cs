namespace Assay.Ownership;

/// <summary>Where all the value went: <see cref="Total"/> = <see cref="Kept"/> + <see cref="Unknown"/>, up to <see cref="Error"/>.</summary>
/// <param name="Total">The sum of the values given, in their unit.</param>
/// <param name="Kept">What terminal entities keep.</param>
/// <param name="Unknown">What is left to owners unknown or lost in closed cycles.</param>
/// <param name="Error">
/// The most by which the holdings of all terminal entities and the unknown part, added up without regard to sign, can
/// differ from the exact solution; so also the most by which any one of them can.
/// </param>
public readonly record struct HeldTotals(double Total, double Kept, double Unknown, double Error);

/// <content>What each entity holds of given values.</content>
public sealed partial class OwnershipSolver
{
    /// <summary>
    /// Solves x = v + W x with the least recorded shares: writes what each entity is sure to hold, directly and through
    /// all chains and cross-holdings. One pass over the stakes.
    /// </summary>
    /// <remarks>
    /// With exact shares this is integrated ownership. A group's share of the total is then at least the sum of its
    /// terminals' x, and at most that and the unknown part, for all groups at once; <see cref="FindGroupShares"/> is
    /// tighter only where complete assets have ranges. An entity within a cycle counts the value that passes it as
    /// often as it passes, as the model has it; a terminal never counts anything twice. Members of a closed cycle show
    /// what reaches them, counted once.
    /// </remarks>
    /// <param name="values">Per entity its own value, 0 or more, in any one unit.</param>
    /// <param name="held">Receives per entity what it holds, in that unit. May be the same memory as <paramref name="values"/>.</param>
    /// <returns>The totals with a bound of the rounding error.</returns>
    /// <exception cref="ArgumentException">A span does not have one place per entity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, infinite or not a number.</exception>
    public HeldTotals FindHeld(ReadOnlySpan<double> values, Span<double> held)
    {
        Graph.CheckLength(values.Length, nameof(values));
        Graph.CheckLength(held.Length, nameof(held));
        var totals = new RunningTotals();
        foreach (double value in values)
        {
            if (!(value >= 0 && double.IsFinite(value)))
                throw new ArgumentOutOfRangeException(nameof(values), value, "A value is a finite number, 0 or more.");
            totals.Total.Add(value);
        }

        values.CopyTo(held);
        double[] local = new double[2 * _largestCycle];
        int to = _order.Length;
        for (int i = _cycles.Length - 1; i >= 0; i--)
        {
            CycleBlock cycle = _cycles[i];
            PassUp(cycle.Cycle.End, to, held, ref totals);
            PassRound(cycle, held, local, ref totals);
            to = cycle.Cycle.First;
        }

        PassUp(0, to, held, ref totals);
        double error = totals.Residual + ((totals.Drift + (4 * totals.Total.Value)) * Rounding.Unit);
        return new HeldTotals(totals.Total.Value, totals.Kept.Value, totals.Unknown.Value, error);
    }

    private void PassUp(int from, int to, Span<double> held, ref RunningTotals totals)
    {
        for (int place = to - 1; place >= from; place--)
            PassOn(_order[place], held, ref totals, default);
    }

    /// <summary>Gives an entity's owners their shares of it, but those owners that lie in the cycle it is in.</summary>
    private void PassOn(int asset, Span<double> held, ref RunningTotals totals, Cycle within)
    {
        double value = held[asset];
        if (value == 0)
            return;
        if (_terminal[asset])
        {
            totals.Kept.Add(value);
            return;
        }

        double known = 0;
        for (int slot = _rows.Start[asset]; slot < _rows.Start[asset + 1]; slot++)
        {
            double share = _rows.Low[slot];
            known += share;
            int owner = _rows.Partner[slot];
            if (within.Count > 0 && within.Has(_position[owner], out _))
                continue;
            double part = share * value;
            held[owner] += part;
            totals.Drift += held[owner] + part;
        }

        double unknown = Math.Max(0, 1 - known) * value;
        totals.Unknown.Add(unknown);
        totals.Drift += Graph.RoundingOf(asset) / Rounding.Unit * value;
        totals.Residual += Math.Max(0, known - 1) * value;
    }

    private void PassRound(CycleBlock cycle, Span<double> held, double[] local, ref RunningTotals totals)
    {
        ReadOnlySpan<int> members = _order.AsSpan(cycle.Cycle.First, cycle.Cycle.Count);
        Span<double> solution = local.AsSpan(0, members.Length);
        Span<double> check = local.AsSpan(members.Length, members.Length);
        bool empty = true;
        for (int i = 0; i < members.Length; i++)
        {
            solution[i] = check[i] = held[members[i]];
            empty &= solution[i] == 0;
        }

        if (empty)
            return;
        if (cycle.Block is null)
        {
            foreach (double value in solution)
                totals.Unknown.Add(value);
            return;
        }

        cycle.Block.SolveHeld(solution);
        for (int i = 0; i < members.Length; i++)
        {
            for (int slot = _rows.Start[members[i]]; slot < _rows.Start[members[i] + 1]; slot++)
            {
                if (!cycle.Cycle.Has(_position[_rows.Partner[slot]], out int j))
                    continue;
                double part = _rows.Low[slot] * solution[i];
                check[j] += part;
                totals.Drift += check[j] + part;
            }
        }

        for (int i = 0; i < members.Length; i++)
        {
            totals.Residual += Math.Abs(check[i] - solution[i]);
            held[members[i]] = solution[i];
        }

        foreach (int member in members)
            PassOn(member, held, ref totals, cycle.Cycle);
    }

    private struct RunningTotals
    {
        public CompensatedSum Total;
        public CompensatedSum Kept;
        public CompensatedSum Unknown;
        public double Drift;
        public double Residual;
    }
}
