using System.Globalization;
using Assay.Evidence;

namespace Assay.Publishing.Wording;

/// <summary>Dates as people write them: <c>17 June 2025</c>, <c>June 2025</c>, <c>2025</c>.</summary>
internal static class DateWords
{
    public static string Of(PartialDate date) => date switch
    {
        { Day: not null } => date.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Month: not null } => date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.ToString(),
    };

    public static string Of(DayRange days)
    {
        if (PartialDate.TryParse(days.ToString(), out var whole)) return Of(whole);
        return $"{Day(days.First)} to {Day(days.Last)}";
    }

    /// <summary>From when to when something held; empty where neither is known.</summary>
    public static string Of(Validity validity)
    {
        var from = validity.From is { } began ? $"from {Of(began)}" : "";
        var to = validity.To is { } ended ? $"until {Of(ended)}" : "";
        var seen = validity is { From: null, Seen: { } at } ? $"seen {Of(at)}" : "";
        return string.Join(", ", new[] { from, to, seen }.Where(part => part.Length > 0));
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
