using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Figures;

/// <summary>Sentences near a figure of the record that say another thing than it, or not surely that: none may be decided, for or against.</summary>
public sealed class UndecidedFigureTests
{
    private static readonly Assayer Assayer = new(EvidencePack.Embedded(), RuleFiles.Default);

    public static IEnumerable<TheoryDataRow<string>> Sentences() =>
        File.ReadLines(Checkout.PathOf("tests", "Assay.Tests", "Figures", "undecided.txt")).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_says_another_thing_than_the_figure_is_not_decided(string sentence) =>
        Assert.All(Assayer.Check(Article.FromText(sentence), PartialDate.Parse("2025-06-17")).Findings, finding => Assert.Equal(Verdict.NotEnoughEvidence, finding.Verdict));
}
