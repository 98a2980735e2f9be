namespace Assay.Ownership;

/// <summary>
/// The share of a target in a small graph of which every row is closed: what does not go on towards the target goes
/// elsewhere for good. So the bounds are of what recorded chains carry, in every completion; nothing unknown counts.
/// </summary>
internal sealed class PassedShares
{
    private readonly int _target;
    private readonly int _count;
    private readonly int[] _start;
    private readonly bool[] _complete;
    private readonly int _mostMerged;
    private Column<int> _owners;
    private Column<double> _low;
    private Column<double> _high;
    private int _row;

    /// <param name="count">How many entities; after them come the target and elsewhere.</param>
    /// <param name="stakes">About how many stakes.</param>
    /// <param name="mostMerged">How many recorded shares make one at most.</param>
    public PassedShares(int count, int stakes, int mostMerged)
    {
        _count = count;
        _target = count;
        _mostMerged = mostMerged;
        _start = new int[count + 3];
        _complete = new bool[count + 2];
        _owners = new Column<int>(stakes);
        _low = new Column<double>(stakes);
        _high = new Column<double>(stakes);
    }

    public int Target => _target;

    public int Elsewhere => _target + 1;

    public static PassedShares Of(Between between)
    {
        var passed = new PassedShares(between.Count, between.Rows.StakeCount + between.Count, between.MostMerged);
        for (int number = 0; number < between.Count; number++)
        {
            for (int slot = between.Rows.Start[number]; slot < between.Rows.Start[number + 1]; slot++)
                passed.Add(between.Rows.Partner[slot], between.Rows.Low[slot], between.Rows.High[slot]);
            passed.Close(between, number);
        }

        return passed;
    }

    /// <summary>The same with every share at its least.</summary>
    public static PassedShares OfLeast(Between between)
    {
        var passed = new PassedShares(between.Count, between.Rows.StakeCount + between.Count, between.MostMerged);
        for (int number = 0; number < between.Count; number++)
        {
            for (int slot = between.Rows.Start[number]; slot < between.Rows.Start[number + 1]; slot++)
                passed.Add(between.Rows.Partner[slot], between.Rows.Low[slot], between.Rows.Low[slot]);
            passed.Close(0, 1);
        }

        return passed;
    }

    /// <summary>Adds a stake to the row at hand.</summary>
    public void Add(int owner, double low, double high)
    {
        _owners.Add(owner);
        _low.Add(low);
        _high.Add(high);
    }

    /// <summary>
    /// Ends a row that is one of a number between, and begins the next; of its recorded owners some, who hold
    /// <paramref name="low"/> to <paramref name="high"/>, may count as elsewhere.
    /// </summary>
    public void Close(Between between, int number, double low = 0, double high = 0)
    {
        if (!between.IsComplete(number))
        {
            Close(between.ElsewhereLow[number] + low, 1);
            return;
        }

        double recorded = between.ElsewhereHigh[number];
        for (int slot = between.Rows.Start[number]; slot < between.Rows.Start[number + 1]; slot++)
            recorded += between.Rows.High[slot];
        double unknown = Math.Max(0, 1 - recorded);
        Close(between.ElsewhereLow[number] + low + unknown, between.ElsewhereHigh[number] + high + unknown);
    }

    /// <summary>
    /// Ends a row and begins the next. At least <paramref name="low"/> of it goes elsewhere and at most
    /// <paramref name="high"/>, both widened here for what rounding cost; at least what the greatest shares leave.
    /// </summary>
    public void Close(double low, double high)
    {
        double leastHere = 0;
        double mostHere = 0;
        for (int slot = _start[_row]; slot < _owners.Count; slot++)
        {
            leastHere += _low[slot];
            mostHere += _high[slot];
        }

        double slack = 2 * Rounding.OfSum(_owners.Count - _start[_row] + _mostMerged);
        bool exact = leastHere == mostHere;
        double leastElsewhere = Math.Max(0, Math.Max(low, 1 - mostHere) - slack);
        double mostElsewhere = exact ? leastElsewhere : Math.Max(leastElsewhere, Math.Min(1, Math.Min(high, 1 - leastHere) + slack));
        if (mostElsewhere > 0)
            Add(Elsewhere, leastElsewhere, mostElsewhere);
        _complete[_row] = !exact;
        _start[++_row] = _owners.Count;
    }

    /// <summary>Bounds of the target's share of every entity.</summary>
    public GroupShares Solve(CancellationToken cancellation)
    {
        bool[] inGroup = new bool[_count + 2];
        inGroup[Target] = true;
        return Prepare(cancellation).FindGroupShares(inGroup);
    }

    /// <summary>The small graph, prepared.</summary>
    public OwnershipSolver Prepare(CancellationToken cancellation)
    {
        _start.AsSpan(_row + 1).Fill(_owners.Count);
        bool[] terminal = new bool[_count + 2];
        terminal[Target] = terminal[Elsewhere] = true;
        ReadOnlyMemory<double> low = _low.ToMemory();
        bool exact = low.Span.SequenceEqual(_high.ToMemory().Span);
        var rows = new StakeRows(_start, _owners.ToMemory(), low, exact ? low : _high.ToMemory());
        var graph = new OwnershipGraph(rows, exact ? default(ReadOnlyMemory<bool>) : _complete, [], _mostMerged, threads: 1);
        return OwnershipSolver.Prepare(graph, terminal, cancellation: cancellation);
    }
}
