using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>An article whose claims are known and are checked one after the other, as <see cref="Findings"/> is gone through.</summary>
public sealed class ArticleCheck
{
    private readonly Func<Claim, Finding> _check;

    internal ArticleCheck(Func<Claim, Finding> check) => _check = check;

    /// <summary>The article, its language known.</summary>
    public required Article Article { get; init; }

    /// <summary>The record that it is set beside.</summary>
    public required EvidenceSnapshot Evidence { get; init; }

    /// <summary>The date that "now" is taken for; null: not known.</summary>
    public required PartialDate? AsOf { get; init; }

    /// <summary>The later day for which the verdicts are asked too; null: none.</summary>
    public required PartialDate? Later { get; init; }

    /// <summary>What came of the corrections; without any, the claims as they were read.</summary>
    public required CorrectedClaims Corrected { get; init; }

    /// <summary>The passages that are no claims.</summary>
    public required ImmutableArray<NotCheckable> NotCheckable { get; init; }

    /// <summary>What became of each sentence when the article was read.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The claims that are to be checked, in the order of the article.</summary>
    public ImmutableArray<Claim> Claims => Corrected.Claims;

    /// <summary>The findings in the order of the article, each made when it is asked for; who goes through them again has them made again.</summary>
    public IEnumerable<Finding> Findings => Claims.Select(_check);

    /// <summary>The same check with other corrections named as not applied.</summary>
    public ArticleCheck WithSetAside(ImmutableArray<SetAside> aside) => new(_check)
    {
        Article = Article, Evidence = Evidence, AsOf = AsOf, Later = Later, Corrected = Corrected with { SetAside = aside }, NotCheckable = NotCheckable, Coverage = Coverage,
    };

    /// <summary>The checked article with these findings, made before.</summary>
    public CheckedArticle With(IEnumerable<Finding> findings) => new()
    {
        Article = Article, Evidence = Evidence, AsOf = AsOf, Later = Later, Findings = [.. findings], NotCheckable = NotCheckable, Coverage = Coverage,
        Dropped = Corrected.Dropped, SetAside = Corrected.SetAside,
    };

    /// <summary>The checked article: all findings are made.</summary>
    public CheckedArticle Whole() => With(Findings);
}
