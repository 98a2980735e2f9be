using System.Collections.Immutable;

namespace Assay.Findings.Changes;

/// <summary>A claim that a missing row bears on.</summary>
/// <param name="Article">The article, by the name it was given.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Decides">Whether the row would decide the verdict by itself.</param>
public sealed record GapClaim(string Article, string Claim, Decides Decides);

/// <summary>A row that is missing, with the claims of some articles that it bears on.</summary>
/// <param name="Row">The row.</param>
/// <param name="Claims">The claims, in the order of the articles.</param>
public sealed record Gap(MissingRow Row, ImmutableArray<GapClaim> Claims)
{
    /// <summary>How many verdicts it would decide in this way.</summary>
    public int Count(Decides decides) => Claims.Count(claim => claim.Decides == decides);

    /// <summary>
    /// What to look for first: each row that is missing for the findings of these articles, those that surely decide most verdicts before
    /// those that could, these before the rest.
    /// </summary>
    /// <param name="articles">Articles whose sensitivity was looked for, with the names they were given.</param>
    public static ImmutableArray<Gap> Rank(IEnumerable<(string Name, CheckedArticle Article)> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return
        [
            .. articles.SelectMany(article => article.Article.Findings.SelectMany(finding => (finding.Sensitivity?.Missing ?? [])
                    .Select(row => (Row: row, Claim: new GapClaim(article.Name, finding.Claim.Id, row.Decides)))))
                .GroupBy(pair => pair.Row.Key)
                .Select(pairs => new Gap(pairs.First().Row, [.. pairs.Select(pair => pair.Claim)]))
                .OrderByDescending(gap => gap.Count(Decides.Surely)).ThenByDescending(gap => gap.Count(Decides.Could))
                .ThenByDescending(gap => gap.Count(Decides.WithOthers)).ThenByDescending(gap => gap.Claims.Length).ThenBy(gap => gap.Row.Key, StringComparer.Ordinal),
        ];
    }
}
