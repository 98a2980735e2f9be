using System.Text.RegularExpressions;
using Assay.Findings;
using Assay.Publishing.Page;
using Assay.Storage.Pictures;

namespace Assay.Publishing.Site;

/// <summary>
/// Renders a checked article in the parts that are kept with a published version and that its pages are put together from. Each brief card holds a
/// place where a page sets in what grows around the finding: who signed it, what readers think. Safe to share between threads.
/// </summary>
public static partial class ArticleParts
{
    /// <summary>The name of the part of <see cref="Body"/>.</summary>
    public const string BodyName = "body";

    /// <summary>What was found and, beside the article, its findings in brief.</summary>
    /// <param name="article">The article.</param>
    /// <param name="options">How it is shown.</param>
    /// <param name="pictures">Its pictures, in order.</param>
    public static string Body(CheckedArticle article, PageOptions options, IReadOnlyList<Picture>? pictures = null) => PageRenderer.Render<ArticleBody>(new Dictionary<string, object?>
    {
        [nameof(ArticleBody.Article)] = article,
        [nameof(ArticleBody.Options)] = options,
        [nameof(ArticleBody.Pictures)] = pictures ?? [],
    }, options.Language);

    /// <summary>One finding whole, with its proof, its readings and its rows.</summary>
    /// <param name="article">The article.</param>
    /// <param name="number">The finding's place, from 1.</param>
    /// <param name="language">The language of the page's own words; null: English.</param>
    public static string Claim(CheckedArticle article, int number, string? language = null) => PageRenderer.Render<ClaimWhole>(new Dictionary<string, object?>
    {
        [nameof(ClaimWhole.Article)] = article,
        [nameof(ClaimWhole.Number)] = number,
    }, language);

    /// <summary>The place of a claim's own line in the body.</summary>
    internal static string PlaceOf(string claim) => $"<!--card {claim}-->";

    /// <summary>The body with each place filled.</summary>
    internal static string Filled(string body, Func<string, string> line) => Place().Replace(body, match => line(match.Groups[1].Value));

    // Text of the article can't hold one: its angle brackets are encoded.
    [GeneratedRegex("<!--card (c[0-9]+)-->")]
    private static partial Regex Place();
}
