using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.HeldOut;
using Sylvan.Data.Csv;
using Xunit;

namespace Assay.Tests.Paraphrases;

/// <summary>Claims of the seed article in other words. How many are found with the right kind must not fall.</summary>
public sealed class ParaphraseTests
{
    // Measured. It only goes up; the goal is nine tenths of the share that is found in the article's own words.
    private const int Floor = 18;

    private static readonly Assayer Assayer = new(EvidencePack.Embedded(), RuleFiles.Default);
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    private sealed record Paraphrase(string Id, string Gold, string Kind, string Text);

    [Fact]
    public void Paraphrases_are_found_with_the_right_kind()
    {
        var paraphrases = ReadAll();
        var missed = paraphrases.Where(one => !Check(one).Any(finding => Kind(finding) == one.Kind)).ToList();
        var found = paraphrases.Count - missed.Count;
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{found} of {paraphrases.Count} found with the right kind; in the article's own words: {InOwnWords(paraphrases):0.00}");
        foreach (var one in missed) output?.WriteLine($"{one.Id} {one.Kind}: {one.Text}");
        Assert.True(found >= Floor, $"{found} of {paraphrases.Count} found with the right kind: expected at least {Floor}");
    }

    private static ImmutableArray<Finding> Check(Paraphrase one) => Assayer.Check(Article.FromText(one.Text), Day).Findings;

    /// <summary>The share of the same claims found in the seed article itself; not a number where that is not at hand.</summary>
    private static double InOwnWords(IReadOnlyList<Paraphrase> paraphrases)
    {
        var folder = Path.Combine(Checkout.Root, "..", "shared", "articles");
        if (!File.Exists(Path.Combine(folder, "seed.txt"))) return double.NaN;
        var gold = GoldClaims.ReadAll(folder, Path.Combine(folder, "gold")).Single(article => article.Name == "seed");
        var wanted = paraphrases.Select(one => one.Gold).ToHashSet();
        var found = gold.Match(Assayer.Check(gold.Article, Day)).Where(pair => pair.Claim.Kind == Kind(pair.Finding)).Select(pair => pair.Claim.Id).ToHashSet();
        return (double)wanted.Count(found.Contains) / wanted.Count;
    }

    private static string Kind(Finding finding) => RuleNode.Kebab(finding.Claim.Kind.ToString());

    private static List<Paraphrase> ReadAll()
    {
        using var reader = CsvDataReader.Create(Checkout.PathOf("tests", "Assay.Tests", "Paraphrases", "paraphrases.csv"));
        var rows = new List<Paraphrase>();
        while (reader.Read()) rows.Add(new Paraphrase(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return rows;
    }
}
