using Assay.Evidence;

namespace Assay.Answers;

/// <summary>
/// Which period's figure answers a question: where a whole year or more is asked about, a period within it; else the last one that had
/// ended by then, if no more than two years before.
/// </summary>
internal static class Periods
{
    public static bool Fits(Period period, DayRange when) => HoldsAYear(when)
        ? when.Contains(period.Days)
        : period.Days.Last <= when.Last && period.Days.Last >= when.Last.YearsLater(-2);

    /// <summary>Whether a figure says that something happened: a forecast or plan never does.</summary>
    public static bool Happened(Measure row) => row.Status is not (RowStatus.Forecast or RowStatus.Planned);

    private static bool HoldsAYear(DayRange when)
    {
        var year = when.First is { Month: 1, Day: 1 } ? when.First.Year : when.First.Year + 1;
        return year < 9999 && new DateOnly(year, 12, 31) <= when.Last;
    }
}
