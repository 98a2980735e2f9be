using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.Fuzz;
using Xunit;

namespace Assay.Tests.Claims;

/// <summary>No text makes the reading fail, and what it finds lies inside the text.</summary>
public sealed class HostileTextTests
{
    private static readonly ClaimFinder Finder = new(RuleFiles.Default, EvidencePack.Embedded());

    private static readonly string[] Pieces = HostileWords.All;

    [Fact]
    public void Any_characters_are_read() => FuzzRun.Over(300, random => Assert.True(Holds(string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x10000 : 0x250))))));

    [Fact]
    public void Any_order_of_words_is_read() => FuzzRun.Over(400, random => Assert.True(Holds(string.Join(' ', Some(random)))));

    [Fact]
    public void Words_without_spaces_are_read() => FuzzRun.Over(300, random => Assert.True(Holds(string.Concat(Some(random)))));

    [Theory]
    [InlineData("It was here yesterday, last week, 400 days ago, in May and on 29 February.", "0001-01-01")]
    [InlineData("Yesterday Russia left NATO; two years ago it joined; last month it was said.", "0001-02-01")]
    [InlineData("In 9999 Russia joined NATO; Russia has been a member of the CSTO since 9999.", "9999-12-31")]
    [InlineData("Tomorrow Russia will leave NATO. Russia left NATO in 0001. Russia produced 10 million tonnes of oil in 9999.", "9999-12-31")]
    public void The_ends_of_the_calendar_are_no_failure(string text, string date)
    {
        var article = Article.FromText(text) with { Language = "en" };
        var findings = new ClaimFinder(RuleFiles.Default, EvidencePack.Embedded()).Find(article, PartialDate.Parse(date));
        Assert.All(findings.Claims, claim => Assert.Equal(article.Text[claim.Span.Start..claim.Span.End], claim.Quote));
    }

    public static TheoryData<string, string> Large() => new()
    {
        { "commas", new string(',', 200_000) },
        { "one word", new string('a', 200_000) },
        { "digits", new string('7', 20_000) },
        { "brackets", new string('(', 5_000) + "Russia" + new string(')', 5_000) },
        { "quotes", string.Concat(Enumerable.Repeat("\"", 5_000)) + "Russia is a member of the CSTO" + string.Concat(Enumerable.Repeat("\"", 5_000)) },
        { "apostrophes", string.Concat(Enumerable.Repeat("it's", 3_000)) },
        { "stops", string.Concat(Enumerable.Repeat("U.S.", 3_000)) },
        { "bidi controls", string.Concat(Enumerable.Repeat("\u202e\u2067", 5_000)) + "Russia left NATO." },
        { "lone surrogates", string.Concat(Enumerable.Repeat("\ud83d ", 5_000)) },
        { "combining marks", "Russia" + new string('\u0301', 20_000) + " left." },
        { "one sentence of names", string.Concat(Enumerable.Repeat("Russia and ", 1_000)) + "China are members of the CSTO." },
        { "a list of members", string.Join(", ", Enumerable.Repeat("Russia", 500)) + " and China own " + string.Join(", ", Enumerable.Repeat("Chevron", 500)) + "." },
        { "that that that", "Russia says " + string.Concat(Enumerable.Repeat("that Russia says ", 500)) + "that it left." },
        { "which which which", "Russia" + string.Concat(Enumerable.Repeat(", which signed a treaty with Russia", 300)) + "." },
        { "figures", string.Concat(Enumerable.Repeat("about 25% of ", 1_000)) },
        { "names joined by and, longer than a sentence", string.Concat(Enumerable.Repeat("Russia and ", 20_000)) + "China are members of the CSTO." },
        { "one line of prose without a stop", string.Concat(Enumerable.Repeat("Russia says that Kazakhstan owns 25% of Tengiz and ", 5_000)) },
        { "lines", string.Concat(Enumerable.Repeat("Russia\n", 5_000)) },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_and_odd_texts_are_read(string what, string text) => Assert.True(Holds(text), what);

    private static IEnumerable<string> Some(Random random) => Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]);

    private static bool Holds(string text)
    {
        var article = Article.FromText(text) with { Language = "en" };
        foreach (PartialDate? date in (PartialDate?[])[null, PartialDate.Parse("2025-06-17"), PartialDate.Parse("0001")])
        {
            var found = Finder.Find(article, date);
            foreach (var (span, quote) in found.Claims.Select(claim => (claim.Span, claim.Quote)).Concat(found.NotCheckable.Select(passage => (passage.Span, passage.Quote)))
                .Concat(found.Claims.SelectMany(claim => claim.Also.Select(also => (also, article.Quote(also))))))
            {
                if (span.Start < 0 || span.End > article.Text.Length || span.Start >= span.End || article.Text[span.Start..span.End] != quote) return false;
            }
        }
        return true;
    }
}
