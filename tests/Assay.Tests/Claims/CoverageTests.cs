using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Claims;

/// <summary>Every sentence is part of a claim, listed with its reason, or background.</summary>
public sealed class CoverageTests
{
    private static readonly ClaimFinder Finder = new(RuleFiles.Default, EvidencePack.Embedded());

    [Fact]
    public void Every_sentence_is_counted_once()
    {
        const string text = "Kazakhstan is a member of the CSTO. I think that Russia is wise. And so it goes. What then? Chevron owns half of Tengizchevroil.";
        var coverage = Find(text).Coverage;
        Assert.Equal((5, 2, 1), (coverage.Sentences, coverage.WithClaims, coverage.NotCheckable));
        Assert.Equal(["And so it goes.", "What then?"], coverage.Background.Select(span => text[span.Start..span.End]));
    }

    [Fact]
    public void No_word_of_an_article_is_in_two_sentences() =>
        Assert.All(File.ReadLines(Checkout.PathOf("tests", "Assay.Tests", "Ordinary", "sentences.txt")).Where(line => line.Length > 0), line =>
            Assert.InRange(Find(line).Coverage.Background.Sum(span => span.Length), 0, line.Length));

    [Theory]
    [InlineData("Last year London signed the so-called strategic partnership with Kazakhstan.", "so-called")]
    [InlineData("The self-styled republic is a member of the CSTO.", "self-styled")]
    [InlineData("Kazakhstan signed a strategic partnership with Britain.", "")]
    public void Marks_of_irony_are_kept_as_notes(string text, string mark)
    {
        var notes = Find(text).Claims.SelectMany(claim => claim.Notes).Distinct();
        Assert.Equal(mark.Length > 0 ? [mark] : [], notes);
    }

    private static ArticleClaims Find(string text) => Finder.Find(Article.FromText(text) with { Language = "en" }, PartialDate.Parse("2025-06-17"));
}
