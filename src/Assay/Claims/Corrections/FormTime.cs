using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>The time of a claim in a form's words.</summary>
internal static class FormTime
{
    public const string Since = "since ";
    public const string AsIn = "as in ";

    /// <summary>The time of a claim: dates as numbers, whatever the article's words for them are.</summary>
    public static string Of(Claim claim)
    {
        var time = claim.Time;
        if (time.Likewise is { } then) return AsIn + Of(then);
        if (!time.IsStated) return time.Days is null && !time.Words.StartsWith("the article's date", StringComparison.Ordinal) ? ClaimForm.NoTime : ClaimForm.AsOfArticle;
        if (time.Days is not { } days) return FormOfClaim.Clean(time.Words);
        return time.Words.StartsWith(Since, StringComparison.Ordinal) ? Since + Start(days.First) : Of(days);
    }

    /// <summary>Days: a year, month or day, or two of them with "to" between.</summary>
    public static string Of(DayRange days)
    {
        var whole = days.ToString();
        if (!whole.Contains('/', StringComparison.Ordinal)) return whole;
        var (first, last) = (days.First, days.Last);
        if (first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 }) return $"{new PartialDate(first.Year)} to {new PartialDate(last.Year)}";
        return first.Day == 1 && last.Day == DateTime.DaysInMonth(last.Year, last.Month)
            ? $"{new PartialDate(first.Year, first.Month)} to {new PartialDate(last.Year, last.Month)}" : $"{first:O} to {last:O}";
    }

    /// <summary>"Since 2009" is from the last day of it: told by the coarsest date that ends there.</summary>
    private static string Start(DateOnly first)
    {
        if (first is { Month: 12, Day: 31 }) return new PartialDate(first.Year).ToString();
        return first.Day == DateTime.DaysInMonth(first.Year, first.Month) ? new PartialDate(first.Year, first.Month).ToString() : first.ToString("O");
    }
}
