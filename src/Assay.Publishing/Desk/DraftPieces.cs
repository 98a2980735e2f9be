using Assay.Findings;
using Assay.Publishing.Page;
using Assay.Publishing.Site;
using Assay.Storage.Drafts;

namespace Assay.Publishing.Desk;

/// <summary>The page of a draft, in the pieces in which it is sent while its findings come. Safe to share between threads.</summary>
public static class DraftPieces
{
    internal const string Mark = "<!-- findings -->";

    /// <summary>What comes before the findings, and what after.</summary>
    public static (string Before, string After) Around(Draft draft, SiteFrame frame)
    {
        var page = SitePages.Render<DraftPage, Draft>(draft, frame);
        var at = page.IndexOf(Mark, StringComparison.Ordinal);
        return (page[..at], page[(at + Mark.Length)..]);
    }

    /// <summary>One finding.</summary>
    /// <param name="article">An article that holds it.</param>
    /// <param name="number">Its place there, from 1.</param>
    /// <param name="draft">The draft's id.</param>
    public static string Finding(CheckedArticle article, int number, string draft) => PageRenderer.Render<DraftFinding>(new Dictionary<string, object?>
    {
        [nameof(DraftFinding.Article)] = article,
        [nameof(DraftFinding.Number)] = number,
        [nameof(DraftFinding.Draft)] = draft,
    });
}
