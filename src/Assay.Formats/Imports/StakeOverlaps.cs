using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Evidence;

namespace Assay.Formats.Imports;

/// <summary>
/// Stakes of one owner in one asset that begin on different days and overlap in time: parts that add up, or one that is told twice, or anew without the end
/// of the old. The rows stay as they are told, and answers count them from the least to their sum; how many owners have such is told. Eight bytes for each
/// stake, and some forty for each of an owner that has several.
/// </summary>
internal sealed class StakeOverlaps
{
    private const int Owner = 0, Asset = 1, Interest = 5, Status = 6, From = 7, To = 8;

    private readonly Dictionary<ulong, List<Term>> _series = [];
    private List<ulong> _keys = [];
    private HashSet<ulong>? _repeated;

    private readonly record struct Term(DateOnly From, DateOnly To, string File, int Line, string Owner, string Asset);

    /// <summary>Takes notice of a row that is to come.</summary>
    public void Expect(ImportedRow row)
    {
        if (IsHeld(row)) _keys.Add(KeyOf(row));
    }

    /// <summary>Takes a row of the pack.</summary>
    public void Add(ImportedRow row)
    {
        if (!IsHeld(row)) return;
        if (_repeated is null) (_repeated, _keys) = (RowMerge.Repeated(_keys), []);
        var key = KeyOf(row);
        if (!_repeated.Contains(key)) return;
        ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, key, out _);
        var from = PartialDate.TryParse(row.Cells[From], out var begin) ? begin.First : DateOnly.MinValue;
        var to = PartialDate.TryParse(row.Cells[To], out var end) ? end.First : DateOnly.MaxValue;
        (series ??= []).Add(new Term(from, to, row.File, row.Line, row.Cells[Owner], row.Cells[Asset]));
    }

    /// <summary>What there is to tell of all rows; null: nothing.</summary>
    public Problem? Tell()
    {
        var (count, first) = (0, default(Term));
        foreach (var series in _series.Values)
        {
            series.Sort((one, other) => one.From.CompareTo(other.From));
            var until = DateOnly.MinValue;
            foreach (var (at, span) in series.Index())
            {
                if (at > 0 && span.From < until)
                {
                    if (count++ == 0) first = span;
                    break;
                }
                if (span.To > until) until = span.To;
            }
        }
        if (count == 0) return null;
        return new Problem("stakes-overlap", first.File, first.Line, 0,
            string.Create(CultureInfo.InvariantCulture, $"a stake of {first.Owner} in {first.Asset} beside another of its own that has not ended{(count == 1 ? "" : $" ({count:N0} pairs of owner and asset have such)")}"),
            "an end of each before the next begins", "give the earlier ones their end; as they are, answers count them from the least to their sum");
    }

    private static bool IsHeld(ImportedRow row) => row.Table.Name == "stakes" && row.Cells[Status] != "planned";

    private static ulong KeyOf(ImportedRow row) => RowMerge.HashOf(string.Join('\u001F', row.Cells[Owner], row.Cells[Asset], row.Cells[Interest], row.Cells[Status]));
}
