namespace Assay.Ownership;

/// <summary>
/// A box of changes, what a change within it costs at least, and a change that comes near to that.
/// </summary>
/// <remarks>
/// With x the targets' shares after the change, it adds Σ passes[row] x[owner] d to the targets' share, where d is its
/// difference from a base (see <see cref="ChangeBase"/>). The solver bounds x over the whole box; with the best x for every
/// change taken apart, the cheapest change that adds enough is a linear programme with one constraint and one for each
/// row. Its Lagrangian dual is solved: every price of what is to be added gives a valid lower bound of the cost, row
/// by row. Both the record and the middle of the box serve as base, and the better bound counts; from the middle the bound
/// is out by the square of the width.
/// </remarks>
internal sealed class ChangeBox
{
    private const int PriceSteps = 60;
    private const int MostSweeps = 20;

    private readonly ChangeProblem _problem;
    private readonly double[] _slope;
    private readonly double[] _slopeBelow;
    private readonly double[] _offset;
    private readonly List<(double Slope, int Variable, double Length, double Gain)> _pieces = [];
    private readonly double[] _change;
    private double _value;
    private double _gain;
    private double _size;

    /// <param name="problem">The problem.</param>
    /// <param name="low">Per variable the least change; owned by the box.</param>
    /// <param name="high">Per variable the greatest change; owned by the box.</param>
    public ChangeBox(ChangeProblem problem, double[] low, double[] high)
    {
        _problem = problem;
        Low = low;
        High = high;
        _slope = new double[low.Length];
        _slopeBelow = new double[low.Length];
        _offset = new double[low.Length];
        _change = new double[low.Length];
    }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>No change in the box that reaches the threshold costs less; infinite if there is none.</summary>
    public double Cost { get; private set; }

    /// <summary>A change in the box that costs about as much, and reaches the threshold or nearly so.</summary>
    public double[] Cheapest { get; private set; } = [];

    /// <summary>The change in the box that brings the share furthest, about.</summary>
    public double[] Furthest { get; private set; } = [];

    /// <summary>The variable to divide the box at.</summary>
    public int Widest { get; private set; } = -1;

    public void Bound()
    {
        Cost = double.PositiveInfinity;
        GroupShares worth = _problem.Lay(_problem.SharesAfter(Low), _problem.SharesAfter(High)).Solve(_problem.Cancellation);
        ShareInterval asset = worth[_problem.Between.Asset];
        var furthest = _problem.Rising ? new ShareInterval(asset.High, asset.High) : new ShareInterval(asset.Low, asset.Low);
        if (_problem.Misses(furthest))
            return;
        Furthest = GoFurthest(worth);
        Cost = 0;
        Cheapest = new double[Low.Length];
        Price(_problem.Unchanged, worth);
        var middle = ChangeBase.Of(_problem, [.. Low.Zip(High, (low, high) => (low + high) / 2)]);
        Price(middle, worth);
        ChooseWidest(middle, worth);
    }

    /// <summary>
    /// Per variable a line that is nowhere below what a change of it can add: slope times change, and an offset. Reckoned
    /// from the record, a rise and a fall have slopes of their own and no offset, since either has its price.
    /// </summary>
    private void Linearize(ChangeBase from, GroupShares worth)
    {
        for (int row = 0; row < _problem.Between.Count; row++)
        {
            Places slots = _problem.SlotsOf(row);
            for (int slot = slots.First; slot < slots.End; slot++)
            {
                ShareInterval part = WorthOf(worth, slot);
                double least = from.Passes[row] * part.Low;
                double most = from.Passes[row] * part.High;
                if (!_problem.Rising)
                    (least, most) = (-most, -least);

                // The gain bends up at the base: below it the least counts, above it the most. Over the box a chord covers it.
                double at = from.Change[slot];
                (double low, double high) = (Low[slot] - at, High[slot] - at);
                double gainAtLow = low * (low < 0 ? least : most);
                double gainAtHigh = high * (high < 0 ? least : most);
                double slope = low >= 0 ? most : high <= 0 ? least : (gainAtHigh - gainAtLow) / (high - low);
                (_slopeBelow[slot], _slope[slot]) = from == _problem.Unchanged ? (least, most) : (slope, slope);
                _offset[slot] = from == _problem.Unchanged
                    ? 0
                    : Math.Max(gainAtLow - (slope * Low[slot]), gainAtHigh - (slope * High[slot]));
            }
        }
    }

    private void Price(ChangeBase from, GroupShares worth)
    {
        Linearize(from, worth);
        double steepest = 1e-9;
        for (int variable = 0; variable < _slope.Length; variable++)
            steepest = Math.Max(steepest, Math.Max(Math.Abs(_slope[variable]), Math.Abs(_slopeBelow[variable])));
        double before = Cost;
        double cheap = 0;
        double dear = 1 / steepest;
        Take(0, from);
        Point below = Now();
        for (Take(dear, from); _gain < from.Needed && dear < 1e6 / steepest; Take(dear, from))
        {
            below = Now();
            (cheap, dear) = (dear, 2 * dear);
        }

        Point above = Now();
        for (int step = 0; step < PriceSteps && dear - cheap > 1e-15 * dear && below.Gain < from.Needed; step++)
        {
            double price = (cheap + dear) / 2;
            Take(price, from);
            if (_gain < from.Needed)
                (cheap, below) = (price, Now());
            else
                (dear, above) = (price, Now());
        }

        if (Cost <= before && before > 0)
            return;
        double part = above.Gain > below.Gain ? Math.Clamp((from.Needed - below.Gain) / (above.Gain - below.Gain), 0, 1) : 0;
        Cheapest = [.. below.Change.Zip(above.Change, (one, other) => one + (part * (other - one)))];

        Point Now() => new((double[])_change.Clone(), _gain);
    }

    /// <summary>What a price says of the cost.</summary>
    private void Take(double price, ChangeBase from)
    {
        Solve(price);
        double value = (price * from.Needed) + _value;
        double rounding = Rounding.OfSum(8 * Low.Length) * ((price * Math.Abs(from.Needed)) + _size);
        Cost = Math.Max(Cost, value - rounding);
    }

    /// <summary>
    /// The least of cost less price times gain, over the box and within each row's room. A rise and a fall of one variable
    /// count as two, which can only make it less.
    /// </summary>
    private void Solve(double price)
    {
        (_value, _gain, _size) = (0, 0, 0);
        for (int row = 0; row < _problem.Between.Count; row++)
        {
            double room = _problem.Room[row];
            _pieces.Clear();
            Places slots = _problem.SlotsOf(row);
            for (int slot = slots.First; slot < slots.End; slot++)
                room -= Begin(slot, price);
            room -= Begin(_problem.SlotCount + row, price);
            double rounding = Rounding.OfSum(slots.Count + _problem.Between.MostMerged);
            if (room < -rounding)
            {
                _value = double.PositiveInfinity;
                return;
            }

            _pieces.Sort();
            foreach ((double slope, int variable, double length, double gain) in _pieces)
            {
                if (slope >= 0)
                    break;
                double taken = Math.Min(length, Math.Max(0, room));
                _change[variable] += taken;
                room -= taken;
                Add(slope * taken, gain * taken, price);
                if (taken < length)
                {
                    // The room itself is rounded; what that little could be worth is given away.
                    _value += slope * rounding;
                    break;
                }
            }
        }
    }

    /// <summary>Puts a variable at its least, and what it can rise from there among the pieces; returns its least.</summary>
    private double Begin(int variable, double price)
    {
        (double low, double high) = (Low[variable], High[variable]);
        (double below, double above) = (_slopeBelow[variable], _slope[variable]);
        if (low < 0)
            _pieces.Add((-1 - (price * below), variable, Math.Min(0, high) - low, below));
        if (high > 0)
            _pieces.Add((1 - (price * above), variable, high - Math.Max(0, low), above));
        double gain = ((low < 0 ? below : above) * low) + _offset[variable];
        Add(Math.Abs(low) - (price * gain), gain, price);
        return _change[variable] = low;
    }

    private void Add(double value, double gain, double price)
    {
        _value += value;
        _gain += gain;
        _size += Math.Abs(value) + (2 * price * Math.Abs(gain));
    }

    /// <summary>Of owners worth the same the nearer to a target goes first, lest all be raised round a ring and nothing leave it.</summary>
    private double[] GoFurthest(GroupShares worth)
    {
        double[] furthest = (double[])Low.Clone();
        if (!_problem.Rising)
            return furthest;
        for (int row = 0; row < _problem.Between.Count; row++)
        {
            Places slots = _problem.SlotsOf(row);
            double room = _problem.Room[row] - Low[_problem.SlotCount + row];
            for (int slot = slots.First; slot < slots.End; slot++)
                room -= Low[slot];
            IEnumerable<int> ranked = Enumerable.Range(slots.First, slots.Count)
                .OrderByDescending(slot => Math.Round(WorthOf(worth, slot).High, 9))
                .ThenBy(slot => _problem.StepsToTarget[_problem.Between.Rows.Partner[slot]]);
            foreach (int slot in ranked)
            {
                double taken = Math.Clamp(room, 0, High[slot] - Low[slot]);
                furthest[slot] += taken;
                room -= taken;
            }
        }

        return furthest;
    }

    private ShareInterval WorthOf(GroupShares worth, int slot)
    {
        int owner = _problem.Between.Rows.Partner[slot];
        return owner == _problem.Between.Target ? new ShareInterval(1, 1) : worth[owner];
    }

    /// <summary>
    /// Divides where the bounds come apart most: a row matters by how much of it the stakes further down may pass on, a stake
    /// in it by how far it may change and what it leads to. Two factors of one product are equally in doubt; the wider
    /// one is divided.
    /// </summary>
    private void ChooseWidest(ChangeBase middle, GroupShares worth)
    {
        StakeRows rows = _problem.Between.Rows;
        double[] direct = new double[_problem.Between.Count + 1];
        for (int row = 0; row < _problem.Between.Count; row++)
        {
            for (int slot = rows.Start[row]; slot < rows.Start[row + 1]; slot++)
                direct[rows.Partner[slot]] += middle.Passes[row] * (High[slot] - Low[slot]);
        }

        double[] weight = direct;
        for (int sweep = 0; sweep < Math.Min(_problem.Between.Count, MostSweeps); sweep++)
        {
            double[] next = (double[])direct.Clone();
            for (int row = 0; row < _problem.Between.Count; row++)
            {
                for (int slot = rows.Start[row]; slot < rows.Start[row + 1]; slot++)
                    next[rows.Partner[slot]] += weight[row] * Math.Min(1, _problem.Recorded(slot) + High[slot]);
            }

            weight = next;
        }

        double widest = 0;
        for (int row = 0; row < _problem.Between.Count; row++)
        {
            for (int slot = rows.Start[row]; slot < rows.Start[row + 1]; slot++)
            {
                ShareInterval part = WorthOf(worth, slot);
                double width = High[slot] - Low[slot];
                double doubt = width * ((weight[row] * part.High) + (middle.Passes[row] * (part.High - part.Low)));
                if (doubt > 1e-13 && doubt * width > widest)
                    (widest, Widest) = (doubt * width, slot);
            }
        }
    }

    /// <summary>A solution of the programme at some price.</summary>
    private readonly record struct Point(double[] Change, double Gain);
}
