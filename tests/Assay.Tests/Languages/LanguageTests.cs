using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Languages;

/// <summary>An article is read in its own language, and in none where the rules don't know it: no look-alike is taken for one that they do.</summary>
public sealed class LanguageTests
{
    private static readonly ClaimFinder Finder = new(RuleFiles.Default, EvidencePack.Embedded());

    [Theory]
    [InlineData("en", "Kazakhstan is a member of the CSTO.")]
    [InlineData("ru", "Казахстан является членом ОДКБ.")]
    [InlineData("ru", "Компания ExxonMobil владеет 25 % акций Тенгизшевройла.")]
    [InlineData("ru", "Договор был подписан в Москве в прошлом году, но в силу он ещё не вступил, и что будет дальше, пока не знает никто из тех, кто его готовил.")]
    [InlineData("en", "The treaty between Moscow (Москва) and Astana (Астана) was signed last year.")]
    [InlineData("und", "Казахстан є членом ОДКБ, але він не входить до НАТО.")]
    [InlineData("und", "Україна та Молдова не входять до цього союзу, що було відомо й раніше.")]
    [InlineData("und", "Қазақстан ҰҚШҰ мүшесі болып табылады.")]
    [InlineData("und", "Казахстан е член на ОДКБ и това се знае от всички.")]
    [InlineData("und", "Договорът беше подписан в Москва през миналата година, но още не е влязъл в сила и никой не знае какво ще стане след това, защото държавите не са се договорили.")]
    [InlineData("und", "Казахстан је члан ОДКБ, али није члан НАТО.")]
    [InlineData("und", "Договор је потписан у Москви прошле године, али још није ступио на снагу и нико не зна шта ће бити даље јер се државе нису договориле о свему.")]
    [InlineData("und", "Le Kazakhstan est membre de l'OTSC depuis 2002, et il reste l'un des alliés les plus proches de la Russie dans la région, malgré ses liens avec la Chine.")]
    public void The_language_is_told_by_its_letters_and_words(string language, string text) => Assert.Equal(language, Finder.LanguageOf(Article.FromText(text)));

    [Fact]
    public void A_language_may_be_forced() =>
        Assert.NotEmpty(Finder.Find(Article.FromText("Казахстан входит в ОДКБ, але це не так.") with { Language = "ru" }, PartialDate.Parse("2025-06-17")).Claims);

    [Fact]
    public void The_same_claim_in_two_languages_has_the_same_content()
    {
        var (english, russian) = (Only("Kazakhstan is a member of the CSTO."), Only("Казахстан является членом ОДКБ."));
        Assert.Equal((english.Kind, english.Expects), (russian.Kind, russian.Expects));
        var (one, other) = (Assert.IsType<Content.Membership>(english.Content), Assert.IsType<Content.Membership>(russian.Content));
        Assert.Equal((one.Member.Entities.Single(), one.Body.Entities.Single(), one.Sense), (other.Member.Entities.Single(), other.Body.Entities.Single(), other.Sense));
    }

    private static Claim Only(string text) => Assert.Single(Finder.Find(Article.FromText(text), PartialDate.Parse("2025-06-17")).Claims);
}
