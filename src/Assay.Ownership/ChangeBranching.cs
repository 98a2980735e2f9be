using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>Divides the possible changes into boxes, the most promising first, until none can hold a cheaper change than the one found.</summary>
internal sealed class ChangeBranching(ChangeProblem problem, ChangeOptions options)
{
    /// <summary>Changes are halved until they differ by no more than this, and parts of this size are left out of them.</summary>
    private const double Shortness = 1e-13;

    private readonly PriorityQueue<ChangeBox, (double, int)> _open = new();
    private double[]? _best;
    private double _bestCost = double.PositiveInfinity;

    /// <summary>The least cost of boxes that were given up undivided.</summary>
    private double _left = double.PositiveInfinity;

    private int _made;

    public SmallestChange Search()
    {
        var simple = new SimpleChanges(problem);
        if (simple.RaiseChain() is double[] raised && problem.Reaches(raised))
            Offer(Shortest(new double[raised.Length], raised));
        foreach (double[] change in simple.Find())
            Offer(change);
        (double[] low, double[] high) = Domain();
        Narrow(low, high);
        var root = new ChangeBox(problem, low, high);
        root.Bound();
        Open(root);
        while (_open.TryDequeue(out ChangeBox? box, out _))
        {
            if (box.Cost >= _bestCost - options.Tolerance || _made >= options.MostBoxes || problem.IsExhausted)
            {
                _left = Math.Min(_left, box.Cost);
                break;
            }

            Divide(box);
        }

        if (_open.Count == 0 && double.IsPositiveInfinity(_left) && _best is null)
            return ChangeSearch.Never;
        double least = Math.Min(_bestCost, Math.Max(root.Cost, _left));
        if (_best is null)
            return new SmallestChange(ChangeOutcome.Unknown, new AmountInterval(least, double.PositiveInfinity), []);
        ImmutableArray<StakeChange> changes = new ChangedStakes(problem).List(WithoutDust(_best));
        double cost = changes.Sum(change => Math.Abs(change.To - change.From));
        return new SmallestChange(ChangeOutcome.Found, new AmountInterval(Math.Min(least, cost), cost), changes);
    }

    /// <summary>Nothing that leads to the targets is lowered to raise their share but to make room; to lower it, nothing is raised.</summary>
    private (double[] Low, double[] High) Domain()
    {
        double[] low = new double[problem.VariableCount];
        double[] high = new double[problem.VariableCount];
        for (int variable = 0; variable < low.Length; variable++)
        {
            bool between = variable < problem.SlotCount;
            low[variable] = problem.Rising || between ? -problem.Recorded(variable) : 0;
            high[variable] = problem.Rising && between ? Math.Max(0, 1 - problem.Recorded(variable)) : 0;
        }

        return (low, high);
    }

    private void Open(ChangeBox box)
    {
        if (box.Cost >= _bestCost)
            return;
        Try(box);
        if (box.Widest >= 0)
            _open.Enqueue(box, (box.Cost, ++_made));
        else
            _left = Math.Min(_left, box.Cost);
    }

    private void Divide(ChangeBox box)
    {
        int at = box.Widest;
        double middle = box.Low[at] < 0 && box.High[at] > 0 ? 0 : (box.Low[at] + box.High[at]) / 2;
        for (int half = 0; half < 2; half++)
        {
            double[] low = (double[])box.Low.Clone();
            double[] high = (double[])box.High.Clone();
            (half == 0 ? ref high[at] : ref low[at]) = middle;
            if (!Narrow(low, high))
                continue;
            var part = new ChangeBox(problem, low, high);
            part.Bound();
            Open(part);
        }
    }

    /// <summary>Leaves out what alone would cost more than the best change found; false if that is all of the box.</summary>
    private bool Narrow(double[] low, double[] high)
    {
        double limit = _bestCost * (1 + Rounding.OfSum(0));
        for (int variable = 0; variable < low.Length; variable++)
        {
            if (low[variable] > limit || high[variable] < -limit)
                return false;
            low[variable] = Math.Max(low[variable], -limit);
            high[variable] = Math.Min(high[variable], limit);
        }

        return true;
    }

    /// <summary>Looks for a change that reaches the threshold near the one the box thinks cheapest.</summary>
    private void Try(ChangeBox box)
    {
        double[] cheapest = box.Cheapest;
        if (box.Cost >= _bestCost - options.Tolerance || CostOf(cheapest) >= _bestCost)
            return;
        if (problem.Reaches(cheapest))
            Offer(Shortest(new double[cheapest.Length], cheapest));
        else if (problem.Reaches(box.Furthest))
            Offer(Shortest(cheapest, box.Furthest));
    }

    /// <summary>The change nearest to the first, on the way to the second, that reaches the threshold as the second does.</summary>
    private double[] Shortest(double[] from, double[] to)
    {
        double[] reaching = to;
        (double little, double enough) = (0, 1);
        double length = from.Zip(to, (one, other) => Math.Abs(other - one)).Sum();
        while ((enough - little) * length > (problem.IsExhausted ? Shortness * 1e6 : Shortness))
        {
            double part = (little + enough) / 2;
            if (part <= little || part >= enough)
                break;
            double[] change = [.. from.Zip(to, (one, other) => one + (part * (other - one)))];
            if (problem.Reaches(change))
                (enough, reaching) = (part, change);
            else
                little = part;
        }

        return reaching;
    }

    private double[] WithoutDust(double[] change)
    {
        double[] clean = [.. change.Select(one => Math.Abs(one) <= Shortness ? 0 : one)];
        return problem.Reaches(clean) ? clean : change;
    }

    private void Offer(double[] change)
    {
        double cost = CostOf(change);
        if (cost < _bestCost)
            (_best, _bestCost) = (change, cost);
    }

    private static double CostOf(double[] change) => change.Sum(Math.Abs);
}
