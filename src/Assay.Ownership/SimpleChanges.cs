namespace Assay.Ownership;

/// <summary>
/// Changes to begin with. The best within one asset alone: raising what is worth most, out of the unknown part first and then
/// out of what is worth least, or lowering what is worth most. And for raising, all stakes along one short chain.
/// </summary>
internal sealed class SimpleChanges(ChangeProblem problem)
{
    private const int MostRows = 24;
    private const int HalvingSteps = 44;

    /// <summary>Changes that reach the threshold, one for each asset in which there is one, of those tried.</summary>
    public IEnumerable<double[]> Find()
    {
        int[] rows = [.. Enumerable.Range(0, problem.Between.Count).OrderByDescending(row => problem.Unchanged.Passes[row] * BestIn(row)).Take(MostRows)];
        foreach (int row in rows)
        {
            if (problem.IsExhausted)
                yield break;
            int[] ranked = [.. Variables(row).OrderByDescending(Worth)];
            double most = problem.Rising ? problem.Room[row] + (2 * ranked[1..].Sum(problem.Recorded)) : ranked.Sum(problem.Recorded);
            double[] reaching = Change(row, ranked, most);
            if (!problem.Reaches(reaching))
                continue;
            (double little, double enough) = (0, most);
            for (int step = 0; step < HalvingSteps; step++)
            {
                double cost = (little + enough) / 2;
                double[] change = Change(row, ranked, cost);
                if (problem.Reaches(change))
                    (enough, reaching) = (cost, change);
                else
                    little = cost;
            }

            yield return reaching;
        }
    }

    /// <summary>Every stake along a chain of the fewest stakes raised to the whole; null if the share is to be lowered.</summary>
    public double[]? RaiseChain()
    {
        if (!problem.Rising)
            return null;
        double[] change = new double[problem.VariableCount];
        for (int row = problem.Between.Asset; row != problem.Between.Target;)
        {
            Places slots = problem.SlotsOf(row);
            int best = Enumerable.Range(slots.First, slots.Count).MinBy(slot => problem.StepsToTarget[problem.Between.Rows.Partner[slot]]);
            foreach (int variable in Variables(row))
                change[variable] = variable == best ? 1 - problem.Recorded(variable) : -problem.Recorded(variable);
            row = problem.Between.Rows.Partner[best];
        }

        return change;
    }

    private double BestIn(int row) => Variables(row).Max(Worth);

    private IEnumerable<int> Variables(int row)
    {
        Places slots = problem.SlotsOf(row);
        IEnumerable<int> between = Enumerable.Range(slots.First, slots.Count);
        return problem.Rising ? between.Append(problem.SlotCount + row) : between;
    }

    private double Worth(int variable) => variable < problem.SlotCount ? problem.Worth[problem.Between.Rows.Partner[variable]] : -1;

    /// <summary>The change in one row that costs so much.</summary>
    private double[] Change(int row, int[] ranked, double cost)
    {
        double[] change = new double[problem.VariableCount];
        if (!problem.Rising)
        {
            foreach (int variable in ranked)
            {
                double taken = Math.Min(cost, problem.Recorded(variable));
                change[variable] = -taken;
                cost -= taken;
            }

            return change;
        }

        double raised = Math.Min(cost, problem.Room[row]);
        double moved = (cost - raised) / 2;
        for (int k = ranked.Length - 1; k > 0 && moved > 0; k--)
        {
            double taken = Math.Min(moved, problem.Recorded(ranked[k]));
            change[ranked[k]] = -taken;
            raised += taken;
            moved -= taken;
        }

        change[ranked[0]] = raised;
        return change;
    }
}
