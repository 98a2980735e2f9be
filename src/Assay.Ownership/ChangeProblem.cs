namespace Assay.Ownership;

/// <summary>
/// The shares that may be changed between an asset and some targets, and what the targets hold of the asset after a
/// change. There is one variable for each stake between, one for all that targets hold of an asset, and one for
/// what others are recorded to hold of it; a change is the difference of each from its recorded least share.
/// </summary>
internal sealed class ChangeProblem
{
    /// <summary>A change found has to reach the threshold by half the tolerance that a change excluded has to miss it by.</summary>
    private const double Margin = OwnershipGraph.Tolerance / 2;

    /// <summary>How many stakes may be looked at in all. A stake within a cycle counts as often as solving it may take.</summary>
    private const long MostWork = 30_000_000;

    private const int CycleRounds = 50;

    private readonly long _workOfSolving;
    private long _work;

    public ChangeProblem(Between between, double threshold, bool rising, CancellationToken cancellation)
    {
        Between = between;
        Rising = rising;
        Threshold = threshold;
        Cancellation = cancellation;
        StakeRows rows = between.Rows;
        Room = new double[between.Count];
        for (int row = 0; row < between.Count; row++)
        {
            CompensatedSum known = default;
            known.Add(between.ElsewhereLow[row]);
            foreach (double share in rows.Low[rows.Start[row]..rows.Start[row + 1]])
                known.Add(share);
            Room[row] = Math.Max(0, 1 - known.Value);
        }

        _workOfSolving = VariableCount + (CycleRounds * (long)StakesInCycles());
        StepsToTarget = FindSteps();
        Unchanged = ChangeBase.Of(this, new double[VariableCount]);
        GroupShares shares = PassedShares.OfLeast(between).Solve(cancellation);
        Worth = new double[between.Count + 1];
        Worth[between.Target] = 1;
        for (int row = 0; row < between.Count; row++)
            Worth[row] = shares[row].Low;
    }

    public Between Between { get; }

    /// <summary>Whether the targets' share is to be raised; else it is to be lowered.</summary>
    public bool Rising { get; }

    public double Threshold { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Stakes between; the variables of what goes elsewhere come after them, one for each row.</summary>
    public int SlotCount => Between.Rows.StakeCount;

    public int VariableCount => SlotCount + Between.Count;

    /// <summary>Per row the part whose owners are unknown.</summary>
    public double[] Room { get; }

    /// <summary>Per row the targets' share of it as recorded, about.</summary>
    public double[] Worth { get; }

    /// <summary>Per row how many stakes lead from it to a target at the least.</summary>
    public int[] StepsToTarget { get; }

    /// <summary>Whether enough was looked at.</summary>
    public bool IsExhausted => _work > MostWork;

    /// <summary>The record itself, seen as the base of changes.</summary>
    public ChangeBase Unchanged { get; }

    public double Recorded(int variable) =>
        variable < SlotCount ? Between.Rows.Low[variable] : Between.ElsewhereLow[variable - SlotCount];

    public Places SlotsOf(int row) => new(Between.Rows.Start[row], Between.Rows.Start[row + 1]);

    /// <summary>Whether a change of so much for each variable brings the share across the threshold for certain.</summary>
    public bool Reaches(double[] change) => Reaches(ShareAfter(change));

    public bool Reaches(ShareInterval share) =>
        Rising ? share.Low >= Threshold - Margin : share.High <= Threshold + Margin;

    /// <summary>Whether a share is on the wrong side of the threshold for certain.</summary>
    public bool Misses(ShareInterval share) =>
        Rising ? share.High < Threshold - OwnershipGraph.Tolerance : share.Low > Threshold + OwnershipGraph.Tolerance;

    public ShareInterval ShareAfter(double[] change)
    {
        double[] shares = SharesAfter(change);
        return Lay(shares, shares).Solve(Cancellation)[Between.Asset];
    }

    public double[] SharesAfter(double[] change)
    {
        double[] shares = new double[VariableCount];
        for (int variable = 0; variable < shares.Length; variable++)
            shares[variable] = Math.Clamp(Recorded(variable) + change[variable], 0, 1);
        return shares;
    }

    /// <summary>The graph in which all shares are within bounds and those of a row sum to no more than 1.</summary>
    public PassedShares Lay(double[] low, double[] high)
    {
        Cancellation.ThrowIfCancellationRequested();
        _work += _workOfSolving;
        var passed = new PassedShares(Between.Count, VariableCount, Between.MostMerged);
        for (int row = 0; row < Between.Count; row++)
        {
            Places slots = SlotsOf(row);
            for (int slot = slots.First; slot < slots.End; slot++)
                passed.Add(Between.Rows.Partner[slot], low[slot], high[slot]);
            passed.Close(low[SlotCount + row], 1);
        }

        return passed;
    }

    private int StakesInCycles()
    {
        int[] starts = [.. Between.Rows.Start, SlotCount];
        int stakes = 0;
        foreach (int[] members in Components.FindCycles(starts, Between.Rows.Partner.ToArray()))
        {
            foreach (int member in members)
                stakes += SlotsOf(member).Count;
        }

        return stakes;
    }

    private int[] FindSteps()
    {
        StakeRows held = Between.Rows.TransposeByCounting(Between.Count + 1, leastAlone: false);
        int[] steps = new int[Between.Count + 1];
        var waiting = new Queue<int>([Between.Target]);
        while (waiting.TryDequeue(out int owner))
        {
            foreach (int asset in held.Partner[held.Start[owner]..held.Start[owner + 1]])
            {
                if (steps[asset] > 0)
                    continue;
                steps[asset] = steps[owner] + 1;
                waiting.Enqueue(asset);
            }
        }

        return steps;
    }
}
