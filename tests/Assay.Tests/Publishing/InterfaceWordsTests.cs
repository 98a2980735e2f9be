using System.Text.RegularExpressions;
using Assay.Publishing.Page;
using Assay.Publishing.Wording;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>The words of the interface: whole in every language, and English where nothing is chosen.</summary>
public sealed partial class InterfaceWordsTests
{
    public static IEnumerable<TheoryDataRow<string>> Parts() => typeof(Phrases).Assembly.GetManifestResourceNames()
        .Select(name => ResourceName().Match(name)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct().Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Parts))]
    public void Every_phrase_is_there_in_every_language(string part)
    {
        var phrases = new Phrases(part);
        var expected = phrases.Keys(InterfaceLanguage.Default).Order(StringComparer.Ordinal);
        Assert.All(InterfaceLanguage.All, language => Assert.Equal(expected, phrases.Keys(language).Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Parts))]
    public void No_phrase_is_empty_and_each_has_the_same_places_in_every_language(string part)
    {
        var phrases = new Phrases(part);
        foreach (var key in phrases.Keys(InterfaceLanguage.Default))
        {
            var places = InterfaceLanguage.All.Select(language => InterfaceLanguage.In(language, () => phrases.Of(key))).Select(phrase =>
            {
                Assert.NotEqual("", phrase.Trim());
                return string.Join(' ', Place().Matches(phrase).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
            }).Distinct();
            Assert.Single(places);
        }
    }

    [Theory, MemberData(nameof(Parts))]
    public void Every_phrase_that_goes_with_a_number_has_the_forms_of_its_language(string part)
    {
        var phrases = new Phrases(part);
        foreach (var key in phrases.Keys(InterfaceLanguage.Default).Where(key => phrases.Of(key).Split('|').Length == Phrases.Forms(InterfaceLanguage.Default)))
            Assert.All(InterfaceLanguage.All, language => Assert.Equal(Phrases.Forms(language), InterfaceLanguage.In(language, () => phrases.Of(key)).Split('|').Length));
    }

    [Fact]
    public void Every_phrase_that_a_page_asks_for_by_name_is_there()
    {
        var asked = Directory.EnumerateFiles(Checkout.PathOf("src", "Assay.Publishing"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => (Part: match.Groups[1].Value, Key: match.Groups[3].Value))).Distinct().ToList();
        Assert.NotEmpty(asked);
        var parts = Parts().Select(row => row.Data).ToDictionary(name => name[(name.LastIndexOf('.') + 1)..] [..^"Words".Length], name => new Phrases(name));
        Assert.All(asked, one => Assert.True(parts[one.Part].Has(one.Key), $"{one.Part}Words: {one.Key}"));
    }

    [Theory]
    [InlineData(1, "1 утверждение")]
    [InlineData(2, "2 утверждения")]
    [InlineData(5, "5 утверждений")]
    [InlineData(11, "11 утверждений")]
    [InlineData(14, "14 утверждений")]
    [InlineData(21, "21 утверждение")]
    [InlineData(112, "112 утверждений")]
    public void A_number_takes_its_form_in_Russian(int number, string expected) => Assert.Equal(expected, InterfaceLanguage.In("ru", () => Words.Count("claims", number)));

    [Fact]
    public void A_page_in_Russian_says_its_own_words_in_Russian_and_leaves_those_of_the_article()
    {
        var html = ArticlePage.Render(SampleArticle.Checked, new PageOptions { Language = "ru" });
        Assert.Contains("<html lang=\"ru\">", html, StringComparison.Ordinal);
        Assert.Contains("Что найдено", html, StringComparison.Ordinal);
        Assert.Contains("17 июня 2025", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{PageWords.FoundHeading}</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Norland remains a member", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_words_is_refused() => Assert.Throws<ArgumentException>(() => ArticlePage.Render(SampleArticle.Checked, new PageOptions { Language = "xx" }));

    [GeneratedRegex(@"^(Assay\.Publishing\..*)\.en\.resources$")]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(|Site|Desk)Words\.(Of|Count)\(""([\w-]+)""")]
    private static partial Regex Asked();
}
