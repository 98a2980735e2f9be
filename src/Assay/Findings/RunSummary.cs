using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>An article that could not be checked.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Why">What was wrong with it, and how to mend it.</param>
public sealed record FailedArticle(string Name, string Why);

/// <summary>A claim that the record excludes, with all places of a run where it is made.</summary>
/// <param name="Places">The articles and their claims, in the order of the run; never empty.</param>
public sealed record RepeatedClaim(ImmutableArray<(ArticleOutcome Article, RefutedClaim Claim)> Places)
{
    /// <summary>In how many articles it is made.</summary>
    public int Articles => Places.Select(place => place.Article.Name).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The words of the article that says it most briefly.</summary>
    public string Quote => Places.MinBy(place => place.Claim.Quote.Length).Claim.Quote;
}

/// <summary>What the articles of one run came to.</summary>
/// <param name="Articles">Those that were checked, in this run or an earlier one that it goes on with, by name.</param>
/// <param name="Failed">Those that could not be, by name.</param>
public sealed record RunSummary(ImmutableArray<ArticleOutcome> Articles, ImmutableArray<FailedArticle> Failed)
{
    /// <summary>The packs of the record that they were set beside; empty where no article could be read.</summary>
    public ImmutableArray<PackVersion> Packs { get; init; } = [];

    /// <summary>The hash of the rules; empty where no article could be read.</summary>
    public string RulesSha256 { get; init; } = "";

    /// <summary>The claims of all articles by kind and verdict; only those that there are.</summary>
    public ImmutableArray<KindCount> Counts =>
    [
        .. Articles.SelectMany(article => article.Counts).GroupBy(count => (count.Kind, count.Verdict))
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Verdict).Select(group => new KindCount(group.Key.Kind, group.Key.Verdict, group.Sum(count => count.Count))),
    ];

    /// <summary>The kinds of claims that there are.</summary>
    public IEnumerable<ClaimKind> Kinds => Counts.Select(count => count.Kind).Distinct();

    /// <summary>The claims that the record excludes, those made in most articles first.</summary>
    public ImmutableArray<RepeatedClaim> Refuted =>
    [
        .. Articles.SelectMany(article => article.Refuted.Select(claim => (Article: article, Claim: claim)))
            .GroupBy(place => place.Claim.Key, StringComparer.Ordinal)
            .Select(places => new RepeatedClaim([.. places]))
            .OrderByDescending(claim => claim.Articles).ThenByDescending(claim => claim.Places.Length).ThenBy(claim => claim.Places[0].Claim.Key, StringComparer.Ordinal),
    ];
}
