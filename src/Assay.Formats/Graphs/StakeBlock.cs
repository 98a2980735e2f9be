namespace Assay.Formats.Graphs;

/// <summary>The stakes of one block: owner and asset of each, one after the other in <see cref="Ids"/>, with share and interest.</summary>
internal sealed class StakeBlock : RowSink
{
    private readonly CsvTable _table;
    private readonly StakeCells _cells;
    private readonly StakesFile _all;
    private readonly int _owner;
    private readonly int _asset;
    private readonly int _interest;
    private double[] _low = new double[1 << 12];
    private double[] _high = new double[1 << 12];
    private StakeInterest[] _interests = new StakeInterest[1 << 12];
    private int[] _lines = new int[1 << 12];
    private int[] _found = [];

    public StakeBlock(CsvTable table, StakesFile all, bool percent)
    {
        (_table, _all) = (table, all);
        _cells = new StakeCells(table, percent);
        (_owner, _asset, _interest) = (table["owner"], table["asset"], table["interest"]);
    }

    public int Count { get; private set; }

    /// <summary>Owner and asset of each stake in turn.</summary>
    public IdList Ids { get; } = new();

    /// <summary>Their indices, in the same order; -1 for an id that is not known.</summary>
    public Span<int> Found => _found.AsSpan(0, 2 * Count);

    public ReadOnlySpan<double> Low => _low.AsSpan(0, Count);

    public ReadOnlySpan<double> High => _high.AsSpan(0, Count);

    /// <summary>Whether every row is of capital.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Whether every share is exact.</summary>
    public bool IsExact { get; private set; }

    public ReadOnlySpan<StakeInterest> Interests => _interests.AsSpan(0, Count);

    /// <summary>The line on which a stake begins, from the block's first.</summary>
    public int LineOf(int stake) => _lines[stake];

    public override void Clear()
    {
        Count = 0;
        Ids.Clear();
        (IsPlain, IsExact) = (true, true);
    }

    public override void Read(BlockRows row)
    {
        var owner = row[_owner];
        var asset = row[_asset];
        if (!_table.IsId(owner, row, _owner, Problems) | !_table.IsId(asset, row, _asset, Problems)) return;
        var interest = StakeInterest.Capital;
        if (_interest >= 0 && !row[_interest].IsEmpty && !InterestWords.TryParse(row[_interest], out interest))
        {
            _table.Report(Problems, row, _interest, "bad-word", ByteText.Quote(row[_interest]), InterestWords.All, "use one of these words for interest");
            return;
        }
        double low, high;
        if (interest is StakeInterest.Control or StakeInterest.Veto)
        {
            (low, high) = (0, 0);
            if (!_cells.AreEmpty(row))
            {
                _table.Report(Problems, row, _interest, "share-of-right", $"a share beside {ByteText.Decode(row[_interest])}", "no share, for it is a right and not a part", "give the share a row of its own");
                return;
            }
        }
        else if (!_cells.TryRead(row, Problems, out low, out high)) return;
        Add(owner, asset, low, high, interest, row.Line);
    }

    public override void Finish()
    {
        if (_found.Length < 2 * Count) _found = new int[2 * _low.Length];
        // With the ids known beforehand all threads look them up; else they are numbered in order, by one thread at a time.
        if (_all.Known is { } known) known.FindAll(Ids, Found);
    }

    public override void Take(int firstLine) => _all.Take(this, firstLine);

    private void Add(ReadOnlySpan<char> owner, ReadOnlySpan<char> asset, double low, double high, StakeInterest interest, int line)
    {
        if (Count == _low.Length)
        {
            Array.Resize(ref _low, 2 * Count);
            Array.Resize(ref _high, 2 * Count);
            Array.Resize(ref _interests, 2 * Count);
            Array.Resize(ref _lines, 2 * Count);
        }
        Ids.Add(owner);
        Ids.Add(asset);
        _lines[Count] = line;
        _low[Count] = low;
        _high[Count] = high;
        _interests[Count++] = interest;
        IsExact &= low == high;
        IsPlain &= interest == StakeInterest.Capital;
    }
}
