using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.HeldOut;
using Xunit;

namespace Assay.Tests.Languages;

/// <summary>Russian beyond single cases: nothing is decided that is not said, and articles of several kinds are read.</summary>
public sealed class RussianTests
{
    private static readonly string Folder = Checkout.PathOf("tests", "Assay.Tests", "Languages", "russian");
    private static readonly Assayer Assayer = new(EvidencePack.Embedded(), RuleFiles.Default);
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");

    public static IEnumerable<TheoryDataRow<string>> Undecided() => Lines(Path.Combine(Folder, "undecided.txt"));

    public static IEnumerable<TheoryDataRow<string>> Ordinary() => Lines(Path.Combine(Folder, "ordinary.txt"));

    [Theory]
    [MemberData(nameof(Undecided))]
    public void What_is_not_asserted_or_not_understood_is_not_decided(string sentence) => Assert.Empty(Decided(sentence));

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void An_ordinary_sentence_gets_no_verdict(string sentence) => Assert.Empty(Decided(sentence));

    [Fact]
    public void Ordinary_sentences_one_after_the_other_get_none_either() => Assert.Empty(Decided(string.Join(' ', Ordinary().Select(row => row.Data))));

    [Fact]
    public void Articles_are_read_and_no_verdict_says_the_opposite_of_the_truth()
    {
        var (claims, matched) = (0, 0);
        foreach (var gold in GoldClaims.ReadAll(Path.Combine(Folder, "articles"), Path.Combine(Folder, "gold")))
        {
            var pairs = gold.Match(Assayer.Check(gold.Article)).ToList();
            Assert.Empty(pairs.Where(pair => pair.Claim.IsWronged(pair.Finding.Verdict)).Select(pair => $"{gold.Name} {pair.Claim.Id}: {pair.Finding.Verdict}"));
            claims += gold.Claims.Count;
            matched += pairs.Count;
        }
        Assert.True(3 * matched >= 2 * claims, $"{matched} of {claims} claims found.");
    }

    private static IEnumerable<string> Decided(string text) => Assayer.Check(Article.FromText(text) with { Language = "ru" }, Day).Findings
        .Where(finding => finding.Verdict != Verdict.NotEnoughEvidence).Select(finding => $"{finding.Verdict}: {finding.Claim.Quote}");

    private static IEnumerable<TheoryDataRow<string>> Lines(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(line => new TheoryDataRow<string>(line));
}
