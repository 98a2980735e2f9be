using Assay.Evidence;
using Assay.Findings;

namespace Assay.Publishing.Wording;

/// <summary>What was found in an article, in one line, and the date that it was set against.</summary>
internal static class FoundWords
{
    /// <summary>"23 claims: 12 supported, 4 refuted, 1 conflicting, 6 not enough evidence; 9 passages are opinion or forecast".</summary>
    public static string Line(CheckedArticle article)
    {
        var counts = VerdictWords.Order
            .Select(verdict => (verdict, count: article.Findings.Count(finding => finding.Verdict == verdict)))
            .Where(pair => pair.count > 0)
            .Select(pair => $"{pair.count} {VerdictWords.Counted(pair.verdict)}");
        var claims = article.Findings.IsEmpty
            ? "No claim was found that can be set beside the record"
            : $"{Count(article.Findings.Length, "claim")}: {string.Join(", ", counts)}";
        return article.NotCheckable.IsEmpty ? $"{claims}." : $"{claims}; {Passages(article)}.";
    }

    /// <summary>"42 sentences were read: 30 hold a claim, 5 only passages that cannot be checked, 7 are background."; empty where none was read.</summary>
    public static string Coverage(CheckedArticle article)
    {
        var (all, background) = (article.Coverage.Sentences, article.Coverage.Background.Length);
        if (all == 0) return "";
        var parts = new List<string>();
        if (article.Coverage.WithClaims is > 0 and var holding) parts.Add(holding == 1 ? "1 holds a claim" : $"{holding} hold a claim");
        if (article.Coverage.NotCheckable is > 0 and var listed) parts.Add($"{listed} only passages that cannot be checked");
        if (background > 0) parts.Add(background == 1 ? "1 is background" : $"{background} are background");
        return $"{(all == 1 ? "1 sentence was" : $"{all} sentences were")} read: {string.Join(", ", parts)}.";
    }

    /// <summary>"1 claim", "2 claims".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>As of when, and what is lost where that is not known.</summary>
    public static string AsOf(CheckedArticle article) => (article.AsOf, article.Article.Date) switch
    {
        (null, _) => "The date of the article is not known, so its “now” and “last year” cannot be placed in time; claims that need a date are left open.",
        ({ } asOf, { } date) when asOf == date => $"Checked as of {DateWords.Of(asOf)}, the date of the article. What began later is used neither for nor against it.",
        ({ } asOf, { } date) => $"Checked as of {DateWords.Of(asOf)}, chosen for this check; the article is dated {DateWords.Of(date)}.",
        ({ } asOf, null) => $"Checked as of {DateWords.Of(asOf)}, chosen for this check; the article bears no date.",
    };

    private static string Passages(CheckedArticle article)
    {
        var count = article.NotCheckable.Length;
        var reasons = article.NotCheckable.Select(passage => Terms.Why(passage.Why)).Distinct().ToArray();
        var what = reasons.Length <= 2 ? string.Join(" or ", reasons) : $"{reasons[0]}, {reasons[1]} or otherwise no claim";
        return count == 1 ? $"1 passage is {what}" : $"{count} passages are {what}";
    }
}
