using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Ordinary;

/// <summary>Sentences about football, weather and bakeries hold the names and words of the record, and nothing to decide.</summary>
public sealed class OrdinaryTests
{
    private static readonly string[] Sentences = [.. File.ReadLines(Checkout.PathOf("tests", "Assay.Tests", "Ordinary", "sentences.txt")).Where(line => line.Length > 0)];
    private static readonly Assayer Assayer = new(EvidencePack.Embedded(), RuleFiles.Default);

    [Fact]
    public void An_ordinary_sentence_gets_no_verdict() => Assert.Empty(Sentences.SelectMany(Decided));

    [Fact]
    public void Ordinary_sentences_one_after_the_other_get_none_either() =>
        Assert.Empty(Decided(string.Join('\n', Sentences)).Concat(Decided(string.Join(' ', Sentences))).Concat(Decided(string.Join(' ', Sentences.Reverse()))));

    private static IEnumerable<string> Decided(string text) =>
        Assayer.Check(Article.FromText(text) with { Language = "en" }, PartialDate.Parse("2025-06-17")).Findings
            .Where(finding => finding.Verdict != Verdict.NotEnoughEvidence).Select(finding => $"{finding.Verdict}: {finding.Claim.Quote}");
}
