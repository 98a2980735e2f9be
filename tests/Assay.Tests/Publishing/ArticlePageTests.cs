using System.Text.RegularExpressions;
using Assay.Findings;
using Assay.Publishing.Page;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed partial class ArticlePageTests
{
    private static readonly PageOptions Options = new() { Version = "0.1.0", RulesSha256 = new string('c', 64), ReplayNote = "10 of 10 agree." };

    [Fact]
    public void Page_of_the_sample_is_as_kept() => Golden.Same("sample.html", Readable(ArticlePage.Render(SampleArticle.Checked, Options)));

    [Fact]
    public void Quotes_only_shows_no_sentence_without_a_claim()
    {
        var html = ArticlePage.Render(SampleArticle.Checked, Options with { QuotesOnly = true });
        Assert.DoesNotContain("That will never change", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Averyveryverylong", html, StringComparison.Ordinal);
        Assert.Contains("or so they say", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_findings_give_the_same_bytes() =>
        Assert.Equal(ArticlePage.Render(SampleArticle.Checked, Options), ArticlePage.Render(SampleArticle.Checked, Options));

    /// <summary>The style sheets left out and a line for each block, so that a difference can be read.</summary>
    private static string Readable(string html) => BlockStart().Replace(StyleSheet().Replace(html, "<style></style>"), "\n<") + "\n";

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("\\s*<(?=(head|meta|title|style|body|header|main|footer|section|article|div|p|h\\d|ul|ol|li|dl|dt|details|summary|table|tr|th|td|figure|svg|rect|path|text|sup|mark)\\b)")]
    private static partial Regex BlockStart();
}
