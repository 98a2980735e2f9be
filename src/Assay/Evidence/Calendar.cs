namespace Assay.Evidence;

/// <summary>Steps through the calendar that stop at its ends, the first day of year 1 and the last of year 9999, instead of failing there: a text may name any year.</summary>
public static class Calendar
{
    /// <summary>The day <paramref name="days"/> later (earlier if negative).</summary>
    public static DateOnly DaysLater(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The day <paramref name="months"/> months later (earlier if negative).</summary>
    public static DateOnly MonthsLater(this DateOnly day, int months) => ((day.Year - 1L) * 12 + day.Month - 1 + months) switch
    {
        < 0 => DateOnly.MinValue,
        >= 9999 * 12 => DateOnly.MaxValue,
        _ => day.AddMonths(months),
    };

    /// <summary>The day <paramref name="years"/> years later (earlier if negative).</summary>
    public static DateOnly YearsLater(this DateOnly day, int years) => (day.Year + (long)years) switch
    {
        < 1 => DateOnly.MinValue,
        > 9999 => DateOnly.MaxValue,
        _ => day.AddYears(years),
    };
}
