using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Which period a question about an amount is of: the one said, else the last full year with a figure that had ended by the days asked about, not more than two years before.</summary>
internal static class AskedPeriod
{
    public static DayRange? Of(DayRange when, bool isOfPeriod, IEnumerable<Period> years) => isOfPeriod
        ? when
        : years.Where(year => HadEnded(year, when)).Select(year => (DayRange?)year.Days).OrderByDescending(days => days!.Value.Last).FirstOrDefault();

    // Where only the article's year is known, that year itself may not have ended.
    private static bool HadEnded(Period year, DayRange when) =>
        (year.Days.Last < when.First || year.Days.Last <= when.Last && !when.Contains(year.Days)) && when.First.Year - year.Days.First.Year <= 2;
}
