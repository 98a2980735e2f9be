using Assay.Findings;
using Assay.Publishing.Page;

namespace Assay.Publishing.Site;

/// <summary>Renders a checked article in the parts that pages are put together from. Safe to share between threads.</summary>
public static class ArticleParts
{
    /// <summary>What was found and, beside the article, its findings in brief.</summary>
    public static string Body(CheckedArticle article, PageOptions options) => PageRenderer.Render<ArticleBody>(new Dictionary<string, object?>
    {
        [nameof(ArticleBody.Article)] = article,
        [nameof(ArticleBody.Options)] = options,
    }, options.Language);

    /// <summary>One finding whole, with its proof.</summary>
    /// <param name="article">The article.</param>
    /// <param name="number">The finding's place, from 1.</param>
    /// <param name="language">The language of the page's own words; null: English.</param>
    public static string Claim(CheckedArticle article, int number, string? language = null) => PageRenderer.Render<ClaimWhole>(new Dictionary<string, object?>
    {
        [nameof(ClaimWhole.Article)] = article,
        [nameof(ClaimWhole.Number)] = number,
    }, language);
}
