using Assay.Answers;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Json;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Publishing.Page;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>The whole way from a text to its page, on articles with their words shaken and on dates at the ends of the calendar.</summary>
public sealed class PathFuzzTests
{
    private static readonly EvidenceSnapshot Evidence = EvidencePack.Embedded();
    private static readonly Assayer Assayer = new(Evidence, RuleFiles.Default);
    private static readonly SensitivityAnalysis Sensitivity = new(Evidence, RuleFiles.Default);

    private static readonly string[] Articles =
        [.. ((string[])[Checkout.PathOf("examples"), Checkout.PathOf("tests", "Assay.Tests", "HeldOut", "articles")]).SelectMany(folder => Directory.GetFiles(folder, "*.txt")).Order(StringComparer.Ordinal)];

    private static readonly string[] Paragraphs = [.. Articles.SelectMany(File.ReadAllLines).Where(line => line.Length > 60)];

    private static readonly string?[] Dates = [null, "0001", "0001-01", "0001-01-01", "0004-02-29", "1900", "1991-12-25", "2024-02-29", "2025", "2025-06-17", "9998-12", "9999", "9999-12", "9999-12-31"];

    private static readonly string[] Pieces =
    [
        .. Evidence.Entities.Select(entity => entity.Name), .. HostileWords.All,
        "in 0001", "since 9999", "until 1 January 0001", "on 31 December 9999", "last year", "next year", "yesterday", "tomorrow", "100 years ago", "two centuries ago", "in the first half of 9999", "since the 0000s", "from 0001 to 9999", "between 9999 and 0001",
        "0 %", "100 %", "101%", "-5 percent", "0.0000000000000000000000000001 percent", "79228162514264337593543950335 tonnes", "99999999999999999999999999999999 barrels a day", "$1e400", "from 70 % to 20 %", "all", "none", "the rest", "most of", "about a quarter of",
    ];

    [Fact]
    public void Shaken_articles_are_checked_and_every_proof_replays() => FuzzRun.Over(60, random =>
    {
        var paragraphs = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Mutation.Of(Paragraphs[random.Next(Paragraphs.Length)], Pieces, random));
        Check(string.Join("\n\n", paragraphs), random);
    });

    [Fact]
    public void Words_in_any_order_are_checked() => FuzzRun.Over(100, random => Check(string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)])), random));

    private static void Check(string text, Random random)
    {
        var article = Article.FromText(text) with { Language = "en" };
        var result = Assayer.Check(article, Date(random), Date(random));
        foreach (var finding in result.Findings)
        {
            Assert.Equal(article.Quote(finding.Claim.Span), finding.Claim.Quote);
            Assert.NotEmpty(finding.Justification);
            foreach (var reading in finding.Readings.Concat(finding.Later?.Finding.Readings ?? [])) Assert.Equal("", string.Join('\n', ProofReplay.Check(reading.Answer.Proof).Problems));
        }
        if (random.Next(8) == 0 && result.Findings.Length < 12) result = Sensitivity.Of(result, 2);
        using var json = new MemoryStream();
        CheckedArticleJson.Write(json, result);
        if (random.Next(8) == 0) Assert.NotEmpty(ArticlePage.Render(result));
    }

    private static PartialDate? Date(Random random) => Dates[random.Next(Dates.Length)] is { } date ? PartialDate.Parse(date) : null;
}
