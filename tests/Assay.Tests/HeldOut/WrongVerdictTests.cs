using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.HeldOut;

/// <summary>
/// Annotated articles that nobody looks at while writing rules, and where they are at hand those used in development: no verdict may say the
/// opposite of what people found.
/// </summary>
public sealed class WrongVerdictTests
{
    private static readonly Assayer Assayer = new(EvidencePack.Embedded(), RuleFiles.Default);

    // An article that does not tell its date is checked as of the seed article's, so that there is something to be wrong about.
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    [Fact]
    public void No_verdict_on_a_held_out_article_says_the_opposite_of_the_truth()
    {
        var held = GoldClaims.ReadAll(Checkout.PathOf("tests", "Assay.Tests", "HeldOut", "articles"), Checkout.PathOf("tests", "Assay.Tests", "HeldOut", "gold")).ToList();
        Assert.NotEmpty(held);
        Assert.Empty(held.SelectMany(Wrong));
    }

    [Fact]
    public void Nor_one_on_an_article_used_in_development()
    {
        var folder = Path.Combine(Checkout.Root, "..", "shared", "articles");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "gold")), "The articles used in development are not at hand.");
        Assert.Empty(GoldClaims.ReadAll(folder, Path.Combine(folder, "gold")).SelectMany(Wrong));
    }

    private static IEnumerable<string> Wrong(GoldClaims gold)
    {
        var matched = gold.Match(Assayer.Check(gold.Article, gold.Article.Date ?? Day)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{gold.Name}: {gold.Claims.Count} claims, {matched.Count} found, {matched.Count(pair => pair.Claim.Kind == RuleNode.Kebab(pair.Finding.Claim.Kind.ToString()))} of the right kind, "
            + $"{matched.Count(pair => pair.Finding.Verdict != Verdict.NotEnoughEvidence)} decided");
        return matched.Where(pair => pair.Claim.IsWronged(pair.Finding.Verdict)).Select(pair => $"{gold.Name} {pair.Claim.Id}: {pair.Finding.Verdict}, truth {pair.Claim.Truth}: {pair.Claim.Quote}");
    }
}
