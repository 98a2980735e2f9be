using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Linking;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What two names leave open, or say against: never the same without asking.</summary>
public sealed class LinkCautionTests
{
    private static readonly PairJudge Judge = new(LinkRuleFiles.Load(EvidencePack.Embedded()));

    /// <summary>Words for different businesses tell sisters apart, however near the businesses are.</summary>
    [Theory]
    [InlineData("Tolvik Retail Ltd", "Tolvik Wholesale Ltd")]
    [InlineData("Tolvik Offshore Ltd", "Tolvik Onshore Ltd")]
    [InlineData("Tolvik Films Ltd", "Tolvik Casino Ltd")]
    [InlineData("Tolvik Security Ltd", "Tolvik Securities Ltd")]
    [InlineData("Tolvik Bank", "Tolvik Bancorp")]
    [InlineData("Tolvik Water", "Tolvik Waste")]
    [InlineData("Tolvik Exploration", "Tolvik Production")]
    [InlineData("Тольвик Лизинг", "Tolvik Credit")]
    [InlineData("Tolvik College", "Tolvik School")]
    [InlineData("Bharat Kerosene", "Hindustan Kerosene")]
    [InlineData("Nippon Kerosene", "Japan Kerosene")]
    [InlineData("Tolvik EMEA", "Tolvik Europe")]
    public void Words_of_different_meaning_tell_sisters_apart(string left, string right) => Assert.Equal(LinkOutcome.Different, Companies(left, right));

    [Theory]
    [InlineData("Tolvik Finanz AG", "Tolvik Finance AG")]
    [InlineData("Nova Tolvik", "New Tolvik")]
    [InlineData("Altyn Tolvik", "Gold Tolvik")]
    [InlineData("Vostok Tolvik", "East Tolvik")]
    [InlineData("Tolvik Handel", "Tolvik Trading")]
    public void A_word_and_its_translation_in_one_script_are_asked_about(string left, string right) => Assert.Equal(LinkOutcome.Ask, Companies(left, right));

    [Theory]
    [InlineData("Тольвик Торговля", "Tolvik Trading")]
    [InlineData("Tolvik Holding", "Tolvik Holdings")]
    [InlineData("Tolvik Int'l", "Tolvik International")]
    [InlineData("Tolvik Deutschland", "Tolvik Germany")]
    [InlineData("Tolvik One Ltd", "Tolvik 1 Ltd")]
    [InlineData("Tolvik Twenty Ltd", "Tolvik 20 Ltd")]
    [InlineData("Tolvik 24", "Tolvik24")]
    [InlineData("Tolvik+ Kerosene", "Tolvik Plus Kerosene")]
    public void What_differs_by_script_ending_or_abbreviation_is_the_same(string left, string right) => Assert.Equal(LinkOutcome.Same, Companies(left, right));

    [Theory]
    [InlineData("Tolvik 1.5", "Tolvik 15")]
    [InlineData("Tolvik 1-2", "Tolvik 12")]
    [InlineData("Tolvik 2020-1", "Tolvik 1-2020")]
    [InlineData("Tolvik 007", "Tolvik 7")]
    [InlineData("Tolvik C++", "Tolvik C#")]
    [InlineData("Tolvik A+", "Tolvik A")]
    [InlineData("First Tolvik", "Tolvik One")]
    public void Numbers_and_signs_that_are_written_otherwise_are_not_the_same(string left, string right) => Assert.NotEqual(LinkOutcome.Same, Companies(left, right));

    [Theory]
    [InlineData("Tolvik Enterprise Company", "Tolvik Company")]
    [InlineData("Republic Tolvik Ltd", "Tolvik Ltd")]
    [InlineData("JV Tolvik LLC", "Tolvik LLC")]
    [InlineData("СП Тольвик", "Tolvik")]
    [InlineData("MV Tolvik", "Tolvik")]
    [InlineData("Tolvik EP", "Tolvik")]
    [InlineData("Tolvik Firm", "Tolvik Group")]
    public void A_word_that_only_one_name_has_is_asked_about(string left, string right) => Assert.Equal(LinkOutcome.Ask, Companies(left, right));

    [Theory]
    [InlineData("Tolvik plc", "Tolvik Ltd")]
    [InlineData("Tolvik & Co Ltd", "Tolvik plc")]
    [InlineData("Tolvik Corporation", "Tolvik N.A.")]
    [InlineData("АО Тольвик", "ООО Тольвик")]
    [InlineData("有限会社 Tolvik", "株式会社 Tolvik")]
    public void Legal_forms_of_different_classes_are_asked_about(string left, string right) => Assert.Equal(LinkOutcome.Ask, Companies(left, right));

    [Theory]
    [InlineData("Red Tolvik", "Tolvik Red")]
    [InlineData("Tolvik Fund Management", "Tolvik Management Fund")]
    public void Words_in_another_order_are_asked_about(string left, string right) => Assert.Equal(LinkOutcome.Ask, Companies(left, right));

    [Fact]
    public void Names_that_are_longer_than_is_read_are_asked_about()
    {
        var start = string.Join(' ', Enumerable.Repeat("Tolvik", 100));
        Assert.Equal(LinkOutcome.Ask, Companies($"{start} Series 1", $"{start} Series 2"));
        Assert.Equal(LinkOutcome.Same, Companies($"{start} Series 1", $"{start} Series 1"));
    }

    [Fact]
    public void The_republic_of_a_state_is_the_state() =>
        Assert.Equal(LinkOutcome.Same, Judge.Judge(Of("Tolvik Bank of the Republic of Kazakhstan", LinkedKind.Company), Of("Tolvik Bank of Kazakhstan", LinkedKind.Company)).Outcome);

    [Theory]
    [InlineData("Tolvik Capital", "Trident Cable", "TC")]
    [InlineData("Tolvik Gold Mining", "Vostok Geo Minerals", "TGM")]
    [InlineData("Tolvik Holdings", "Tolvik Operations", "Tolvik")]
    [InlineData("Tolvik Group", "Tolvik Trading", "Tolvik")]
    [InlineData("Tolvik", "Zorman", "Pellic Maritime Chandlers")]
    public void A_second_name_that_two_have_is_asked_about_where_the_usual_names_are_not_one(string left, string right, string second)
    {
        var judgement = Judge.Judge(Of(left, LinkedKind.Company) with { Names = [left, second] }, Of(right, LinkedKind.Company) with { Names = [right, second] });
        Assert.Equal((LinkOutcome.Ask, "usual-names-apart"), (judgement.Outcome, judgement.Reasons[0].Code));
    }

    [Theory]
    [InlineData("Tolvik trading as Red Zorman", "Pellic trading as Red Zorman")]
    [InlineData("Tolvik t/a Red Zorman", "Red Zorman")]
    [InlineData("Tolvik (formerly Zorman)", "Zorman")]
    public void What_a_body_trades_as_or_was_called_before_is_a_second_name(string left, string right) => Assert.Equal(LinkOutcome.Ask, Companies(left, right));

    [Fact]
    public void A_second_name_is_the_same_where_the_usual_names_are_one_too()
    {
        var (left, right) = (Of("Tolvik Kerosene plc", LinkedKind.Company), Of("Tolvik Kerosine", LinkedKind.Company));
        Assert.Equal(LinkOutcome.Same, Judge.Judge(left with { Names = [left.Names[0], "Pellic Maritime"] }, right with { Names = [right.Names[0], "Pellic Maritime"] }).Outcome);
    }

    [Theory]
    [InlineData("Yusuf bin Karim", "Karim bin Yusuf")]
    [InlineData("Yusuf ibn Karim Zorman", "Karim ibn Yusuf Zorman")]
    [InlineData("Simon Tolvik", "Simone Tolvik")]
    [InlineData("Viktor Tolvik", "Viktória Tolvik")]
    [InlineData("Danielle Tolvik", "Daniel Tolvik")]
    [InlineData("Frances Tolvik", "Francis Tolvik")]
    [InlineData("Christina Tolvik", "Christian Tolvik")]
    [InlineData("Marina Tolvik", "Maria Tolvik")]
    [InlineData("Andrea Tolvik", "Andreas Tolvik")]
    [InlineData("Joan Tolvik", "John Tolvik")]
    public void Persons_of_another_given_name_or_father_are_two(string left, string right) => Assert.Equal(LinkOutcome.Different, Persons(left, right));

    [Theory]
    [InlineData("Thomas Martin", "Martin Thomas")]
    [InlineData("Hassan Omar", "Omar Hassan")]
    [InlineData("Karim bin Yusuf", "Yusuf Karim")]
    [InlineData("Jean Tolvik", "John Tolvik")]
    public void Given_names_in_another_order_or_language_are_not_the_same(string left, string right) => Assert.NotEqual(LinkOutcome.Same, Persons(left, right));

    [Theory]
    [InlineData("Martin, Thomas", "Thomas Martin")]
    [InlineData("Tolvikov Oleg", "Oleg Tolvikov")]
    [InlineData("Yusuf bin Karim", "Yusuf Karim")]
    [InlineData("Иван Тольвиков", "John Tolvikov")]
    [InlineData("Dan Tolvik", "Daniel Tolvik")]
    [InlineData("Tolvik, Daniel, Jr.", "Daniel Tolvik Jr.")]
    public void Names_of_one_person_in_another_order_or_script_are_the_same(string left, string right) => Assert.Equal(LinkOutcome.Same, Persons(left, right));

    private static LinkOutcome Companies(string left, string right) => Judge.Judge(Of(left, LinkedKind.Company), Of(right, LinkedKind.Company)).Outcome;

    private static LinkOutcome Persons(string left, string right) => Judge.Judge(Of(left, LinkedKind.Person), Of(right, LinkedKind.Person)).Outcome;

    private static LinkedSubject Of(string name, LinkedKind kind) => new() { Id = name, Kind = kind, Names = [name], Countries = ["gb"] };
}
