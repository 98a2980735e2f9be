using System.Globalization;
using Assay.Claims;
using Assay.Findings;

namespace Assay.Publishing.Wording;

/// <summary>The words of the summary of a run over several articles.</summary>
internal static class RunWords
{
    public static string Kicker => Words.Of("RunKicker");
    public static string Skip => Words.Of("RunSkip");
    public static string KindsHeading => Words.Of("KindsHeading");
    public static string Kind => Words.Of("Kind");
    public static string All => Words.Of("All");
    public static string RefutedHeading => Words.Of("RefutedHeading");
    public static string NoneRefuted => Words.Of("NoneRefuted");
    public static string Claim => Words.Of("Claim");
    public static string In => Words.Of("In");
    public static string Where => Words.Of("Where");
    public static string ArticlesHeading => Words.Of("ArticlesHeading");
    public static string Article => Words.Of("Article");
    public static string AsOf => Words.Of("AsOf");
    public static string NoClaims => Words.Of("NoClaims");
    public static string FailedHeading => Words.Of("FailedHeading");

    /// <summary>How many refuted claims are shown.</summary>
    public const int MostRefuted = 20;

    /// <summary>How many of the places of one claim are shown.</summary>
    public const int MostPlaces = 12;

    /// <summary>"12 articles, 2 of them not checked".</summary>
    public static string Title(RunSummary run)
    {
        var articles = Words.Count("articles", run.Articles.Length + run.Failed.Length);
        return run.Failed.IsEmpty ? articles : Words.Of("RunSomeFailed", articles, run.Failed.Length);
    }

    /// <summary>"40 claims: 12 supported, 4 refuted, 24 not enough evidence."</summary>
    public static string Line(RunSummary run)
    {
        var counts = VerdictWords.Order.Select(verdict => (verdict, count: run.Articles.Sum(article => article.Of(verdict)))).Where(pair => pair.count > 0).Select(pair => $"{pair.count} {VerdictWords.Counted(pair.verdict)}").ToList();
        return counts.Count == 0 ? Words.Of("RunNone") : $"{Words.Count("claims", run.Articles.Sum(article => article.Claims))}: {string.Join(", ", counts)}.";
    }

    /// <summary>What more refuted claims there are than are shown; empty where none.</summary>
    public static string MoreRefuted(int all) => all > MostRefuted ? Words.Of("RunMore", all - MostRefuted) : "";

    /// <summary>A count, nothing where it is none.</summary>
    public static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"share of total".</summary>
    public static string Of(ClaimKind kind) => Words.Of(kind, "Kind");

    /// <summary>The name of an article, its title where it has one.</summary>
    public static string NameOf(ArticleOutcome article) => article.Title.Length > 0 ? article.Title : article.Name;
}
