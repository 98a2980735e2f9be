using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Mentions;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What names are taken for: with which reason, and for whom not.</summary>
public sealed class LinkingTests
{
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");
    private static readonly EvidenceSnapshot Evidence = EvidencePack.Embedded();
    private static readonly Assayer Assayer = new(Evidence, RuleFiles.Default);

    [Theory]
    [InlineData("Kazakhstan joined the talks.", "Kazakhstan", "kz", LinkReason.Name)]
    [InlineData("Chevron joined the talks.", "Chevron", "chevron", LinkReason.Alias)]
    [InlineData("The Kazakh delegation joined the talks.", "Kazakh", "kz", LinkReason.Demonym)]
    [InlineData("The British delegation joined the talks.", "British", "gb", LinkReason.Demonym)]
    [InlineData("Then Astana joined the talks.", "Astana", "kz", LinkReason.Metonym)]
    [InlineData("Then Moscow joined the talks.", "Moscow", "ru", LinkReason.Metonym)]
    [InlineData("Chevron Corp joined the talks.", "Chevron Corp", "chevron", LinkReason.Name)]
    [InlineData("The Caspian Pipeline Consortium (CPC) was built. CPC carries oil.", "CPC", "cpc", LinkReason.Alias)]
    [InlineData("The Caspian Pipeline Consortium (CAPICO) was built. CAPICO carries oil.", "CAPICO", "cpc", LinkReason.Introduced)]
    [InlineData("Samruk-Kazyna (hereafter the Fund) was asked. The Fund said no.", "Fund", "samruk-kazyna", LinkReason.Introduced)]
    [InlineData("Kashagan (\"the Field\") was closed. The Field is large.", "Field", "kashagan", LinkReason.Introduced)]
    [InlineData("Georgia and its capital Tbilisi signed.", "Georgia", "ge", LinkReason.Name)]
    [InlineData("Georgia is a state on the Black Sea. A senator from Florida came to Tbilisi.", "Georgia", "ge", LinkReason.Name)]
    [InlineData("The Congolese left. The Democratic Republic of the Congo signed.", "Congolese", "cd", LinkReason.Context)]
    [InlineData("The Congolese left. The Republic of the Congo signed.", "Congolese", "cg", LinkReason.Context)]
    [InlineData("Turkey signed the deal in Ankara.", "Turkey", "tr", LinkReason.Alias)]
    [InlineData("Chevron was founded in California. It grew.", "It", "chevron", LinkReason.Pronoun)]
    [InlineData("Kazakhstan borders the Caspian. The country grew.", "The country", "kz", LinkReason.Description)]
    [InlineData("The Russian Ivan Petrov signed.", "Russian", "ru", LinkReason.Demonym)]
    [InlineData("Brussels was silent.", "Brussels", "be", LinkReason.Shared)]
    [InlineData("Later Velikobritaniya grew.", "Velikobritaniya", "gb", LinkReason.Transliteration)]
    public void A_name_is_linked(string text, string words, string entity, LinkReason reason)
    {
        var read = Assayer.Read(Article.FromText(text), Day);
        var name = Names(read).Last(one => text[one.Span.Start..one.Span.End] == words);
        var link = LinkScores.Of(name, words, read.Lists)[0];
        Assert.Equal((entity, reason), (link.Entity.EntityId.ToString(), link.Reason));
        Assert.InRange(link.Score, LinkScores.Least, 1);
    }

    [Theory]
    [InlineData("The Washington Post reported it.", "Washington Post")]
    [InlineData("The Moscow Times reported it.", "Moscow Times")]
    [InlineData("Boston Consulting and Paris Hilton came.", "Paris Hilton")]
    [InlineData("The Bank of China refused.", "Bank of China")]
    [InlineData("The University of London refused.", "University of London")]
    [InlineData("The Gulf of Guinea is warm.", "Gulf of Guinea")]
    [InlineData("Jordan Peterson spoke.", "Jordan Peterson")]
    [InlineData("Kazakhstan Temir Zholy refused.", "Kazakhstan Temir Zholy")]
    [InlineData("China Northern Rare Earth Group refused.", "China Northern Rare Earth Group")]
    [InlineData("Chevron Phillips Chemical refused.", "Chevron Phillips Chemical")]
    [InlineData("Eni Gas Light refused.", "Eni Gas Light")]
    [InlineData("NATO Watch refused.", "NATO Watch")]
    [InlineData("Jack London wrote. London died young.", "London")]
    [InlineData("Kathy Ireland called. Later Ireland refused.", "Ireland")]
    [InlineData("Tom Holland came, and Holland sang.", "Holland")]
    [InlineData("Georgia voted, the governor said in Atlanta.", "Georgia")]
    [InlineData("Georgia elected a governor. Savannah is a port.", "Georgia")]
    [InlineData("Turkey is best roasted with stuffing.", "Turkey")]
    [InlineData("Victoria is the state around Melbourne.", "Victoria")]
    [InlineData("Washington lies north of Oregon; its port is Seattle.", "Washington")]
    [InlineData("The Congolese left.", "Congolese")]
    [InlineData("The Dominican team left.", "Dominican")]
    [InlineData("The Congolese left. Congo is large.", "Congolese")]
    [InlineData("The Consolidated Potash Corporation (CPC) was built. CPC grew.", "CPC")]
    [InlineData("The Northern Amateur Theatre Organisation (NATO) met. NATO grew.", "NATO")]
    [InlineData("The sovereign fund (hereafter the Fund) was asked. The Fund said no.", "Fund")]
    [InlineData("Chevron competes with Eni. The company grew.", "The company")]
    [InlineData("Pirx Energy competes with Chevron. The company grew.", "The company")]
    [InlineData("Kazakhstan borders Russia. The country grew.", "The country")]
    [InlineData("Eni met Shell. Kazakhstan waited. The company grew.", "The company")]
    [InlineData("The finance ministry refused.", "finance ministry")]
    [InlineData("Pirx refused.", "Pirx")]
    public void A_name_is_not_linked(string text, string words)
    {
        var read = Assayer.Read(Article.FromText(text), Day);
        Assert.All(Names(read).Where(one => text[one.Span.Start..one.Span.End].EndsWith(words, StringComparison.Ordinal)).TakeLast(1), name => Assert.Empty(name.Candidates));
        Assert.DoesNotContain(Names(read), name => !name.Candidates.IsEmpty && name.Span.Start >= text.LastIndexOf(words, StringComparison.Ordinal) && name.Span.End <= text.LastIndexOf(words, StringComparison.Ordinal) + words.Length);
    }

    [Theory]
    [InlineData("The Washington Post is a member of NATO.")]
    [InlineData("The Bank of England owns most of Kashagan.")]
    [InlineData("The University of Moscow is a member of the EAEU.")]
    [InlineData("Jack London wrote of the north. London was never a member of NATO.")]
    [InlineData("Georgia is a member of NATO, the governor of Atlanta joked.")]
    [InlineData("The governor spoke in Atlanta. Georgia is a member of NATO.")]
    [InlineData("The Consolidated Potash Corporation (CPC) grew. CPC carries 80% of Kazakhstan's oil exports.")]
    [InlineData("The Northern Amateur Theatre Organisation (NATO) met. Kazakhstan is a member of NATO.")]
    [InlineData("Chevron Phillips Chemical owns 50% of Tengizchevroil.")]
    [InlineData("Pirx Energy competes with Chevron. The company owns 50% of Tengizchevroil.")]
    [InlineData("Chevron competes with Eni. The company owns 50% of Tengizchevroil.")]
    [InlineData("Kazakhstan borders China. The country is a member of the CSTO.")]
    [InlineData("The sovereign fund (hereafter Samruk) grew. Samruk owns most of Kazatomprom.")]
    [InlineData("The Moscow Times left the CSTO.")]
    [InlineData("China Gold owns most of Kashagan.")]
    [InlineData("Jordan Peterson is a member of NATO.")]
    [InlineData("Dominica argued with the Dominican Republic. The Dominican state is a member of NATO.")]
    public void A_name_of_somebody_else_decides_nothing(string text) =>
        Assert.All(Assayer.Check(Article.FromText(text), Day).Findings, finding => Assert.Equal(Verdict.NotEnoughEvidence, finding.Verdict));

    [Theory]
    [InlineData("Samruk-Kazyna (hereafter the Fund) was asked. The Fund owns most of Kazatomprom.", Verdict.Supported)]
    [InlineData("Kazakhstan has long borders. The country is a member of the CSTO.", Verdict.Supported)]
    [InlineData("Georgia's capital is Tbilisi. Georgia is a member of NATO.", Verdict.Refuted)]
    public void A_link_that_is_clear_decides(string text, Verdict verdict) =>
        Assert.Contains(Assayer.Check(Article.FromText(text), Day).Findings, finding => finding.Verdict == verdict);

    private static IEnumerable<Mention.Name> Names(ReadArticle read) => read.Sentences.SelectMany(sentence => sentence.Elements).Select(element => element.Name).OfType<Mention.Name>();
}
