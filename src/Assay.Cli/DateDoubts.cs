using Assay.Evidence;
using Assay.Findings;

namespace Assay.Cli;

/// <summary>What to tell a user about the dates that an article was checked with.</summary>
internal static class DateDoubts
{
    /// <summary>One line each: no date, a date in the future, a later day that is not later.</summary>
    public static IEnumerable<string> Of(CheckedArticle result, ArticleOptions.Values given)
    {
        if (result.AsOf is not { } now)
        {
            var open = result.Findings.Count(finding => finding.IsAsked && finding.Claim.Time is { Days: null, IsStated: false });
            if (open > 0) yield return $"its date is not known, so {(open == 1 ? "1 claim" : $"{open} claims")} about its \"now\" cannot be checked; add --date";
            if (given.Later is not null) yield return "without the date of the article no verdict can be set beside a later one; add --date";
            yield break;
        }
        if (now.First > given.Today) yield return $"it is checked as of {now}, which is still to come: what the record has as lasting is taken to last until then";
        if (given.Later is { } later && later.First <= now.Last) yield return $"--later {later} is not later than {now}, as of which it is checked, and changes nothing";
        if (given.Later is { } future && future.First > given.Today) yield return $"--later {future} is still to come: what the record has as lasting is taken to last until then";
    }
}
