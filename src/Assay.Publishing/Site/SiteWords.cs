using Assay.Publishing.Wording;

namespace Assay.Publishing.Site;

/// <summary>The phrases of the site, in the language in force.</summary>
internal static class SiteWords
{
    /// <summary>All of them.</summary>
    public static readonly Phrases All = new("Assay.Publishing.Site.SiteWords");

    public static string Of(string key) => All.Of(key);

    public static string Of(string key, params ReadOnlySpan<object?> values) => All.Of(key, values);

    public static string Count(string key, long number) => All.Count(key, number);

    /// <summary>The day of a moment, in UTC.</summary>
    public static string Day(DateTimeOffset moment) => DateWords.Day(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>A day as kept with a version; as it stands where it is none.</summary>
    public static string Date(string date) => Evidence.PartialDate.TryParse(date, out var known) ? DateWords.Of(known) : date;

    /// <summary>A verdict by its name in the output contract; null: there is none of that name.</summary>
    public static Findings.Verdict? Verdict(string name) => Enum.TryParse<Findings.Verdict>(name, out var verdict) && Enum.IsDefined(verdict) ? verdict : null;
}
