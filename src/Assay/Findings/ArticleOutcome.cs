using System.Collections.Immutable;
using Assay.Claims;
using Assay.Questions;

namespace Assay.Findings;

/// <summary>How many claims of a kind an article has with a verdict.</summary>
public readonly record struct KindCount(ClaimKind Kind, Verdict Verdict, int Count);

/// <summary>A claim that the record excludes.</summary>
/// <param name="Key">What it asserts, apart from the article that asserts it: claims of several articles with one key assert the same.</param>
/// <param name="Id">Its id in its article.</param>
/// <param name="Quote">The article's words.</param>
public sealed record RefutedClaim(string Key, string Id, string Quote);

/// <summary>What one article came to: what is kept of it in the summary of many.</summary>
public sealed record ArticleOutcome
{
    /// <summary>What the article is called among the others: its file's path below the folder named.</summary>
    public required string Name { get; init; }

    /// <summary>The file of its result, below the folder of the results.</summary>
    public required string Result { get; init; }

    /// <summary>Its title; empty if not known.</summary>
    public required string Title { get; init; }

    /// <summary>The date that "now" was taken for, as precise as known; empty if not known.</summary>
    public required string AsOf { get; init; }

    /// <summary>Its claims by kind and verdict; only those that there are.</summary>
    public required ImmutableArray<KindCount> Counts { get; init; }

    /// <summary>How many of its passages are no claims.</summary>
    public required int NotCheckable { get; init; }

    /// <summary>Its claims that the record excludes.</summary>
    public required ImmutableArray<RefutedClaim> Refuted { get; init; }

    /// <summary>How many claims it has.</summary>
    public int Claims => Counts.Sum(count => count.Count);

    /// <summary>How many claims it has with a verdict.</summary>
    public int Of(Verdict verdict) => Counts.Where(count => count.Verdict == verdict).Sum(count => count.Count);

    /// <summary>What a checked article came to.</summary>
    /// <param name="article">The article.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="result">The file of its result.</param>
    /// <param name="wording">The words for questions.</param>
    public static ArticleOutcome From(CheckedArticle article, string name, string result, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(article);
        var words = new QuestionWords(wording, article.Evidence);
        return new ArticleOutcome
        {
            Name = name,
            Result = result,
            Title = article.Article.Title,
            AsOf = article.AsOf?.ToString() ?? "",
            Counts = [.. article.Findings.GroupBy(finding => (finding.Claim.Kind, finding.Verdict)).OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Verdict).Select(group => new KindCount(group.Key.Kind, group.Key.Verdict, group.Count()))],
            NotCheckable = article.NotCheckable.Length,
            Refuted = [.. article.Findings.Where(finding => finding.Verdict == Verdict.Refuted).Select(finding => new RefutedClaim(KeyOf(finding, words), finding.Claim.Id, finding.Claim.Quote))],
        };
    }

    /// <summary>The question and what the article expects of it; the "now" of an article is left out, so that two of different days can say the same.</summary>
    private static string KeyOf(Finding finding, QuestionWords words)
    {
        var question = finding.Leading.Reading.Question;
        return $"{finding.Claim.Kind}: {words.Of(finding.Claim.Time.IsStated ? question : question with { When = null })} {finding.Claim.Expects.Words.ToLowerInvariant()}";
    }
}
