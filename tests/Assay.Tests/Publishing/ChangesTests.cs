using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Rules;
using Assay.Publishing.Page;
using Assay.Publishing.Wording;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class ChangesTests
{
    private static readonly EvidenceSnapshot Record = CaseRecord.Of("seas");

    [Theory]
    [InlineData("Kraken holds about 40 percent of Abyss.", "If the stake of Kraken in Abyss were 35.99\u00A0% instead of 40\u00A0%: refuted.")]
    [InlineData("Hyperborea is a member of the Tidal Pact.", "Whether Hyperborea belonged to Tidal Pact as of 2025-06-17: would decide it, whatever it says.")]
    public void The_page_tells_what_would_change_a_verdict(string text, string line)
    {
        var found = new Assayer(Record, RuleFiles.Default).Check(Article.FromText(text), PartialDate.Parse("2025-06-17"));
        Assert.DoesNotContain(PageWords.ChangeHeading, ArticlePage.Render(found), StringComparison.Ordinal);
        var page = ArticlePage.Render(new SensitivityAnalysis(Record, RuleFiles.Default).Of(found));
        Assert.Contains($"<h4>{PageWords.ChangeHeading}</h4>", page, StringComparison.Ordinal);
        Assert.Contains(line, page.Replace("&#xA0;", "\u00A0", StringComparison.Ordinal).Replace("&nbsp;", "\u00A0", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_change_of_one_row_flips_it_the_page_says_so()
    {
        var found = new Assayer(Record, RuleFiles.Default).Check(Article.FromText("Kraken holds about 40 percent of Abyss."), PartialDate.Parse("2025-06-17"));
        var page = ArticlePage.Render(found with { Findings = [found.Findings[0] with { Sensitivity = new Sensitivity([], []) }] });
        Assert.Contains(PageWords.NoFlip, page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_words_for_every_way_to_decide() => Assert.All(Enum.GetValues<Decides>(), decides => Assert.NotEmpty(ChangeWords.Decides(decides)));
}
