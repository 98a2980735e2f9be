using Assay.Storage.Published;
using Assay.Storage.Reactions;

namespace Assay.Publishing.Site;

/// <summary>A published version as a page shows it.</summary>
/// <param name="Version">The version with its findings.</param>
/// <param name="Latest">The number of the latest version.</param>
/// <param name="Html">The rendered part that the page is about: the body, or one claim.</param>
/// <param name="Counts">The reactions, by claim; empty: the article as a whole.</param>
public sealed record PublishedArticle(PublishedVersion Version, long Latest, string Html, IReadOnlyDictionary<string, ReactionCounts> Counts)
{
    /// <summary>The path of the article's latest version.</summary>
    public string Path => $"/a/{Version.Article}";

    /// <summary>The path that always shows this version.</summary>
    public string Permalink => $"/a/{Version.Article}/v{Version.Number}";
}
