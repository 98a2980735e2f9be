using System.Globalization;
using Assay.Evidence;

namespace Assay.Publishing.Wording;

/// <summary>Dates as people write them: <c>17 June 2025</c>, <c>June 2025</c>, <c>2025</c>.</summary>
internal static class DateWords
{
    public static string Of(PartialDate date) => date switch
    {
        { Day: not null } => Day(date.First),
        { Month: not null } => string.Create(CultureInfo.InvariantCulture, $"{Words.All.List("Months")[date.First.Month - 1]} {date.First.Year:0000}"),
        _ => date.ToString(),
    };

    public static string Of(DayRange days)
    {
        if (PartialDate.TryParse(days.ToString(), out var whole)) return Of(whole);
        return Words.Of("FromTo", Day(days.First), Day(days.Last));
    }

    /// <summary>From when to when something held, and since when nobody confirmed it; empty where nothing is known.</summary>
    public static string Of(Validity validity)
    {
        var from = validity.From is { } began ? Words.Of("From", Of(began)) : "";
        var to = validity.To is { } ended ? Words.Of("Until", Of(ended)) : "";
        var seen = validity is { From: null, Seen: { } at } ? Words.Of("Seen", Of(at)) : "";
        var lapsed = validity.Lapsed is { } confirmed ? Words.Of("Lapsed", Of(confirmed)) : "";
        return string.Join(", ", new[] { from, to, seen, lapsed }.Where(part => part.Length > 0));
    }

    /// <summary>A day: <c>17 June 2025</c>.</summary>
    public static string Day(DateOnly day) => Words.Of("DayFormat", day.Day, Words.All.List("MonthsOfDay")[day.Month - 1], day.Year.ToString("0000", CultureInfo.InvariantCulture));
}
