using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>A figure that stands in three cells: exact or central, least, most.</summary>
internal static class RangeCells
{
    /// <summary>What a limit that is left out itself is moved by: figures are told apart to a millionth.</summary>
    public const decimal Resolution = 0.000001m;

    /// <summary>
    /// Reads the three cells. Where only one limit is given, the other is that of <paramref name="whole"/>; where there is no such
    /// whole, both limits are wanted. <c>&gt;25</c> and <c>&lt;50</c> leave the limit itself out.
    /// </summary>
    public static (Bounds Bounds, decimal? Central) Range(this TableRow row, int value, int least, int most, Bounds? whole)
    {
        var ((min, isAbove), (max, isBelow)) = (row.Limit(least, '>'), row.Limit(most, '<'));
        return Range(row, value, least, most, whole, row.Number(value), isAbove ? min + Resolution : min, isBelow ? max - Resolution : max);
    }

    private static (Bounds Bounds, decimal? Central) Range(TableRow row, int value, int least, int most, Bounds? whole, decimal? central, decimal? min, decimal? max)
    {
        if (central is null && min is null && max is null)
        {
            // A cell that is no number is reported as such and is not empty.
            if (row.Text(value).Length + row.Text(least).Length + row.Text(most).Length == 0)
                row.Report(value, "no-value", "neither a value nor a range", "one of them", "fill in the figure or its limits");
            return (whole ?? default, null);
        }
        if (whole is null && min is null != max is null)
            row.Report(min is null ? least : most, "half-range", "one limit alone", "both limits or none", "fill in the other limit; use the status floor or ceiling for 'at least' and 'at most'");
        var low = min ?? central ?? whole?.Low ?? max!.Value;
        var high = max ?? central ?? whole?.High ?? min!.Value;
        if (low > high)
        {
            row.Report(least, "range-order", $"the least {low} above the most {high}", "the least first", "swap them or correct the source");
            (low, high) = (high, low);
        }
        if (whole is { } limits && !limits.Contains(new Bounds(low, high)))
            row.Report(value, "share-range", $"{new Bounds(low, high)}", $"a percentage from {limits.Low} to {limits.High}", "correct the figure");
        if (central is { } middle && (middle < low || middle > high))
            row.Report(value, "outside-range", $"{middle}", $"a value from {low} to {high}", "correct the value or its limits");
        return (new Bounds(low, high), central);
    }
}
