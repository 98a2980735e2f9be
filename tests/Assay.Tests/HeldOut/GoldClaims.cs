using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Articles;
using Assay.Formats.Rules;

namespace Assay.Tests.HeldOut;

/// <summary>A claim as people annotated it.</summary>
internal sealed record GoldClaim(string Id, string Quote, string Kind, string Question, string Truth, IReadOnlyList<string> Accepted)
{
    /// <summary>Whether a verdict says the opposite of the truth.</summary>
    public bool IsWronged(Verdict verdict) => (verdict, Truth) is (Verdict.Supported, "refuted") or (Verdict.Refuted, "supported") && !Accepted.Contains(Word(verdict));

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.Refuted => "refuted",
        Verdict.ConflictingEvidence => "conflicting",
        _ => "unknown",
    };
}

/// <summary>An article with its annotated claims, and which finding is taken for which claim: by overlap of spans, kind and words, one for one.</summary>
internal sealed partial class GoldClaims
{
    private GoldClaims(string name, Article article, IReadOnlyList<GoldClaim> claims)
    {
        Name = name;
        Article = article;
        Claims = claims;
    }

    public string Name { get; }

    public Article Article { get; }

    public IReadOnlyList<GoldClaim> Claims { get; }

    /// <summary>The annotated articles of a folder that holds <c>NAME.txt</c> and another that holds <c>NAME.json</c>.</summary>
    public static IEnumerable<GoldClaims> ReadAll(string articles, string gold) => Directory.GetFiles(gold, "*.json").Order(StringComparer.Ordinal).Select(file =>
    {
        var name = Path.GetFileNameWithoutExtension(file);
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new GoldClaims(name, ArticleFile.Read(Path.Combine(articles, name + ".txt")), [.. document.RootElement.GetProperty("claims").EnumerateArray().Select(ClaimOf)]);
    });

    /// <summary>The finding that was made of each claim, where one was.</summary>
    public IEnumerable<(GoldClaim Claim, Finding Finding)> Match(CheckedArticle found)
    {
        var pairs = Claims.SelectMany((claim, g) => found.Findings.Select((finding, f) => (Score: Score(claim, finding), Claim: g, Finding: f)))
            .Where(pair => pair.Score > 0).OrderByDescending(pair => pair).ToList();
        var (claims, findings) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, claim, finding) in pairs)
        {
            if (claims.Contains(claim) || findings.Contains(finding)) continue;
            claims.Add(claim);
            findings.Add(finding);
            yield return (Claims[claim], found.Findings[finding]);
        }
    }

    private double Score(GoldClaim claim, Finding finding)
    {
        var spans = Spans(finding.Claim.Quote).ToList();
        var overlap = Spans(claim.Quote).SelectMany(left => spans.Select(right => Overlap(left, right))).DefaultIfEmpty().Max();
        return overlap < 0.25 ? 0 : overlap + (claim.Kind == RuleNode.Kebab(finding.Claim.Kind.ToString()) ? 0.6 : 0) + (0.8 * Alike(claim.Question, finding.Leading.Reading.Text));
    }

    private IEnumerable<TextSpan> Spans(string quote)
    {
        for (var at = Article.Text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = Article.Text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            yield return new TextSpan(at, at + quote.Length);
    }

    private static double Overlap(TextSpan left, TextSpan right)
    {
        double shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared <= 0 ? 0 : (0.5 * shared / Math.Min(left.Length, right.Length)) + (0.5 * shared / (Math.Max(left.End, right.End) - Math.Min(left.Start, right.Start)));
    }

    private static double Alike(string left, string right)
    {
        var (here, there) = (Words(left), Words(right));
        return here.Count == 0 || there.Count == 0 ? 0 : (double)here.Intersect(there).Count() / here.Union(there).Count();
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static GoldClaim ClaimOf(JsonElement claim) => new(
        Text(claim, "id"), Text(claim, "quote"), Text(claim, "kind"), Text(claim, "question"), Text(claim, "truth"),
        claim.TryGetProperty("accept", out var accepted) ? [.. accepted.EnumerateArray().Select(word => word.GetString()!)] : []);

    private static string Text(JsonElement claim, string key) => claim.GetProperty(key).GetString()!;

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
