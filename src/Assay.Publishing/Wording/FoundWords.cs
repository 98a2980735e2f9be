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
            ? Words.Of("NoneFound")
            : $"{Words.Count("claims", article.Findings.Length)}: {string.Join(", ", counts)}";
        return article.NotCheckable.IsEmpty ? $"{claims}." : $"{claims}; {Passages(article)}.";
    }

    /// <summary>"42 sentences were read: 30 hold a claim, 5 only passages that cannot be checked, 7 are background."; empty where none was read.</summary>
    public static string Coverage(CheckedArticle article)
    {
        var (all, background) = (article.Coverage.Sentences, article.Coverage.Background.Length);
        if (all == 0) return "";
        var parts = new List<string>();
        if (article.Coverage.WithClaims is > 0 and var holding) parts.Add(Words.Count("HoldClaim", holding));
        if (article.Coverage.NotCheckable is > 0 and var listed) parts.Add(Words.Of("OnlyPassages", listed));
        if (background > 0) parts.Add(Words.Count("Background", background));
        return Words.Count("SentencesRead", all, string.Join(", ", parts));
    }

    /// <summary>As of when, and what is lost where that is not known.</summary>
    public static string AsOf(CheckedArticle article) => (article.AsOf, article.Article.Date) switch
    {
        (null, _) => Words.Of("AsOfUnknown"),
        ({ } asOf, { } date) when asOf == date => Words.Of("AsOfArticle", DateWords.Of(asOf)),
        ({ } asOf, { } date) => Words.Of("AsOfChosen", DateWords.Of(asOf), DateWords.Of(date)),
        ({ } asOf, null) => Words.Of("AsOfChosenUndated", DateWords.Of(asOf)),
    };

    private static string Passages(CheckedArticle article)
    {
        var count = article.NotCheckable.Length;
        var reasons = article.NotCheckable.Select(passage => Terms.Why(passage.Why)).Distinct().ToArray();
        var what = reasons switch
        {
            [var only] => only,
            [var one, var other] => Words.Of("WhyTwo", one, other),
            _ => Words.Of("WhyMore", reasons[0], reasons[1]),
        };
        return Words.Count("PassagesAre", count, what);
    }
}
