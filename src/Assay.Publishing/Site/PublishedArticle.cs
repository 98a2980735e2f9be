using System.Collections.Immutable;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Assay.Storage.Requests;

namespace Assay.Publishing.Site;

/// <summary>A published version as a page shows it, with what has grown around it since.</summary>
/// <param name="Version">The version with its findings.</param>
/// <param name="Latest">The number of the latest version.</param>
/// <param name="Html">The rendered part that the page is about: the body, or one claim.</param>
/// <param name="Counts">The reactions, by claim; empty: the article as a whole.</param>
public sealed record PublishedArticle(PublishedVersion Version, long Latest, string Html, IReadOnlyDictionary<string, ReactionCounts> Counts)
{
    /// <summary>All versions, the latest first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; init; } = [];

    /// <summary>Readers' requests for corrections, the newest first.</summary>
    public IReadOnlyList<CorrectionRequest> Requests { get; init; } = [];

    /// <summary>The claims that readers who usually disagree both find useful, the best first.</summary>
    public ImmutableArray<string> Agreed { get; init; } = [];

    /// <summary>How useful readers who usually disagree find each claim (empty: the article as a whole), between 0 and 1; what too few readers of one side reacted to is not in it.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Whether the address names the version, so that the page's links stay in it.</summary>
    public bool IsPermalink { get; init; }

    /// <summary>The path of the article's latest version.</summary>
    public string Path => SitePath.Article(Version.Article);

    /// <summary>The path that always shows this version.</summary>
    public string Permalink => SitePath.Version(Version.Article, Version.Number);

    /// <summary>The path that the links of the page begin with.</summary>
    public string Here => IsPermalink ? Permalink : Path;

    /// <summary>The title, or words in its place.</summary>
    public string Title => Version.Title.Length > 0 ? Version.Title : Wording.PageWords.Untitled;

    /// <summary>The number of a claim, from 1.</summary>
    public int NumberOf(string claim) => Version.Findings.Select(finding => finding.Claim).ToList().IndexOf(claim) + 1;
}

/// <summary>A published finding on its own page.</summary>
/// <param name="Article">The version it stands in; its part is the claim's.</param>
/// <param name="Finding">The finding.</param>
public sealed record PublishedClaim(PublishedArticle Article, PublishedFinding Finding)
{
    /// <summary>Its number, from 1.</summary>
    public int Number => Article.NumberOf(Finding.Claim);

    /// <summary>The claim before it; null: it is the first.</summary>
    public PublishedFinding? Previous => Number > 1 ? Article.Version.Findings[Number - 2] : null;

    /// <summary>The claim after it; null: it is the last.</summary>
    public PublishedFinding? Next => Number < Article.Version.Findings.Length ? Article.Version.Findings[Number] : null;
}
