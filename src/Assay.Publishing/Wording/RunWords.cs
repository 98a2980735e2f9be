using System.Globalization;
using Assay.Claims;
using Assay.Findings;

namespace Assay.Publishing.Wording;

/// <summary>The words of the summary of a run over several articles.</summary>
internal static class RunWords
{
    public const string Kicker = "Assay · many articles’ claims beside the public record";
    public const string Skip = "Skip to the articles";
    public const string KindsHeading = "Claims by kind and verdict";
    public const string Kind = "Kind";
    public const string All = "All";
    public const string RefutedHeading = "Refuted claims, the most repeated first";
    public const string NoneRefuted = "No claim was refuted.";
    public const string Claim = "Claim";
    public const string In = "Articles";
    public const string Where = "Where";
    public const string ArticlesHeading = "The articles";
    public const string Article = "Article";
    public const string AsOf = "As of";
    public const string NoClaims = "No claims";
    public const string FailedHeading = "Not checked";

    /// <summary>How many refuted claims are shown.</summary>
    public const int MostRefuted = 20;

    /// <summary>How many of the places of one claim are shown.</summary>
    public const int MostPlaces = 12;

    /// <summary>"12 articles, 2 of them not checked".</summary>
    public static string Title(RunSummary run)
    {
        var articles = FoundWords.Count(run.Articles.Length + run.Failed.Length, "article");
        return run.Failed.IsEmpty ? articles : $"{articles}, {run.Failed.Length} of them not checked";
    }

    /// <summary>"40 claims: 12 supported, 4 refuted, 24 not enough evidence."</summary>
    public static string Line(RunSummary run)
    {
        var counts = VerdictWords.Order.Select(verdict => (verdict, count: run.Articles.Sum(article => article.Of(verdict)))).Where(pair => pair.count > 0).Select(pair => $"{pair.count} {VerdictWords.Counted(pair.verdict)}").ToList();
        return counts.Count == 0 ? "No claim was found that can be set beside the record." : $"{FoundWords.Count(run.Articles.Sum(article => article.Claims), "claim")}: {string.Join(", ", counts)}.";
    }

    /// <summary>What more refuted claims there are than are shown; empty where none.</summary>
    public static string MoreRefuted(int all) => all > MostRefuted ? $"{all - MostRefuted} more are in summary.json." : "";

    /// <summary>A count, nothing where it is none.</summary>
    public static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"share of total".</summary>
    public static string Of(ClaimKind kind) => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The name of an article, its title where it has one.</summary>
    public static string NameOf(ArticleOutcome article) => article.Title.Length > 0 ? article.Title : article.Name;
}
