namespace Assay.Formats.Graphs;

/// <summary>Reads the share of a stake from its cells: exact, or from a least to a greatest.</summary>
internal sealed class StakeCells(CsvTable table, bool percent)
{
    private readonly int _share = table["share"];
    private readonly int _min = table["min"];
    private readonly int _max = table["max"];
    private readonly int _shift = percent ? 2 : 0;

    /// <summary>Reads the share; reports what is wrong with it.</summary>
    public bool TryRead(BlockRows row, GraphProblems problems, out double low, out double high)
    {
        low = high = 0;
        var least = _min < 0 ? default : row[_min];
        var most = _max < 0 ? default : row[_max];
        if (least.IsEmpty && most.IsEmpty)
        {
            var share = row[_share];
            if (NumberText.TryParse(share, _shift, out low) && low is >= 0 and <= 1)
            {
                high = low;
                return true;
            }
            if (share.IsEmpty)
            {
                table.Report(problems, row, _share, "no-value", "neither a share nor a range", "one of them", "fill in the share, or min and max");
                return false;
            }
            return TryCell(row, _share, problems, out low);
        }
        // One limit may stand alone: the other is then nothing, or the whole.
        high = 1;
        if (!least.IsEmpty && !TryCell(row, _min, problems, out low)) return false;
        if (!most.IsEmpty && !TryCell(row, _max, problems, out high)) return false;
        if (low > high)
        {
            table.Report(problems, row, _min, "range-order", $"the least {ByteText.Decode(least)} above the most {ByteText.Decode(most)}", "the least first", "swap them or correct the source");
            return false;
        }
        if (row[_share].IsEmpty) return true;
        if (!TryCell(row, _share, problems, out var central)) return false;
        if (central >= low && central <= high) return true;
        table.Report(problems, row, _share, "outside-range", ByteText.Quote(row[_share]), $"a share from {ByteText.Decode(least)} to {ByteText.Decode(most)}", "correct the share or its limits");
        return false;
    }

    /// <summary>Whether nothing is said of a share.</summary>
    public bool AreEmpty(BlockRows row) => row[_share].IsEmpty && (_min < 0 || row[_min].IsEmpty) && (_max < 0 || row[_max].IsEmpty);

    private bool TryCell(BlockRows row, int cell, GraphProblems problems, out double share)
    {
        if (!NumberText.TryParse(row[cell], _shift, out share))
        {
            table.Report(problems, row, cell, "bad-number", ByteText.Quote(row[cell]), "a number with a decimal point", "write it without unit, space, percent or thousands sign");
            return false;
        }
        if (share is >= 0 and <= 1) return true;
        var (whole, mend) = percent ? ("a percentage from 0 to 100", "correct the figure") : ("a fraction from 0 to 1", "correct the figure; if the file is in percent, say so (--percent)");
        table.Report(problems, row, cell, "share-range", ByteText.Quote(row[cell]), whole, mend);
        return false;
    }
}
