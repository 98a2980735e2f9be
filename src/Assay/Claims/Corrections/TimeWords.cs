using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims.Corrections;

/// <summary>Reads when a form says that it is so.</summary>
internal static class TimeWords
{
    public const string Accepted = "2024, 2024-06, 2024-06-30 or a date as an article writes it";
    private const string To = " to ";

    // Said of a time that is not known by its date alone: kept as it is said, and asked of no day.
    private static readonly ImmutableArray<string> Open = ["not as in ", "from ", "between ", "until ", "till ", "before ", "after ", "by "];

    /// <summary>The time of a claim; null where the words tell none.</summary>
    public static ClaimTime? Read(string text, IEnumerable<FormLanguage> languages, PartialDate? asOf)
    {
        var words = text.Trim();
        if (words.Length == 0 || Is(words, ClaimForm.AsOfArticle) || Is(words, "now"))
            return new ClaimTime(asOf?.Days, asOf is null ? "the article's date, which is not known" : ClaimForm.AsOfArticle, false);
        if (Is(words, ClaimForm.NoTime)) return new ClaimTime(null, "in the past, no date given", false);
        if (After(words, FormTime.Since) is { } start) return Days(start, languages, asOf) is { } since ? new ClaimTime(SinceThen(since.Days, asOf), words, true) : null;
        if (After(words, FormTime.AsIn) is { } then) return Days(then, languages, asOf) is { } other ? Likewise(other.Days, words, asOf) : null;
        if (Open.Any(head => After(words, head) is { Length: > 0 })) return new ClaimTime(null, words, true);
        return Days(words, languages, asOf) is { } time ? new ClaimTime(time.Days, words, true) : null;
    }

    /// <summary>A date, or two with "to" between; null: it is none. Its days are null where "now" would have to be known.</summary>
    public static Mention.Time? Days(string text, IEnumerable<FormLanguage> languages, PartialDate? asOf)
    {
        var words = text.Trim();
        var cut = words.IndexOf(To, StringComparison.OrdinalIgnoreCase);
        if (cut < 0) return One(words, languages, asOf);
        if (One(words[..cut].Trim(), languages, asOf) is not { Days: { } first } || One(words[(cut + To.Length)..].Trim(), languages, asOf) is not { Days: { } last } || last.Last < first.First) return null;
        return new Mention.Time(new DayRange(first.First, last.Last), false) { Span = default };
    }

    private static Mention.Time? One(string words, IEnumerable<FormLanguage> languages, PartialDate? asOf)
    {
        if (PartialDate.TryParse(words, out var date)) return new Mention.Time(date.Days, false) { Span = default };
        foreach (var language in languages)
            if (language.Time(words, asOf) is { } time) return time;
        return null;
    }

    /// <summary>As the article is read: from the last day of what is named on, up to "now".</summary>
    private static DayRange? SinceThen(DayRange? start, PartialDate? asOf) => start is { } days && asOf is { } now && now.Last >= days.Last ? new DayRange(days.Last, now.Last) : null;

    private static ClaimTime Likewise(DayRange? then, string words, PartialDate? asOf) =>
        asOf is { } now && then is { } days ? new ClaimTime(now.Days, words, true) { Likewise = days } : new ClaimTime(null, words, true);

    private static bool Is(string words, string known) => words.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static string? After(string words, string head) => words.StartsWith(head, StringComparison.OrdinalIgnoreCase) ? words[head.Length..].Trim() : null;
}
