using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Linking;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What must never be made one: unlike bodies with one abbreviation, words that many are called by, letters that tell a series apart.</summary>
public sealed class FalseMergeTests
{
    private static readonly LinkRules Rules = LinkRuleFiles.Load(EvidencePack.Embedded());
    private static readonly PairJudge Judge = new(Rules);

    [Theory]
    [InlineData(EntityKind.Company, EntityKind.Bloc)]
    [InlineData(EntityKind.Company, EntityKind.Agency)]
    [InlineData(EntityKind.Fund, EntityKind.Bloc)]
    [InlineData(EntityKind.Arrangement, EntityKind.Agency)]
    public void A_company_is_no_body_of_states_and_no_office(EntityKind one, EntityKind other)
    {
        var judgement = Judge.Judge(Of("Northern Copper", one), Of("Northern Copper", other));
        Assert.Equal(LinkOutcome.Different, judgement.Outcome);
        Assert.Contains(judgement.Reasons, reason => reason.Code == "kinds-differ");
    }

    [Theory]
    [InlineData(EntityKind.Company)]
    [InlineData(EntityKind.Bloc)]
    [InlineData(EntityKind.Agency)]
    public void A_body_of_unknown_form_may_be_any_and_its_kind_says_nothing(EntityKind kind)
    {
        var judgement = Judge.Judge(Of("Northern Copper", EntityKind.Organization), Of("Northern Copper", kind));
        Assert.Equal(LinkOutcome.Same, judgement.Outcome);
        Assert.DoesNotContain(judgement.Reasons, reason => reason.Code == "kinds-differ");
    }

    /// <summary>What one source calls an office another registers as a company.</summary>
    [Fact]
    public void A_company_and_an_office_of_one_name_and_country_are_asked_about_and_of_one_number_are_one()
    {
        var (company, office) = (Of("Northern Copper", EntityKind.Company) with { Countries = ["kz"] }, Of("Northern Copper", EntityKind.Agency) with { Countries = ["kz"] });
        Assert.Equal(LinkOutcome.Ask, Judge.Judge(company, office).Outcome);
        Assert.Equal(LinkOutcome.Same, Judge.Judge(company with { Identifiers = ["kz-bin:980540000397"] }, office with { Identifiers = ["kz-bin:980540000397"] }).Outcome);
    }

    [Theory]
    [InlineData("ЦСТ", "CST")]
    [InlineData("Jose", "Osze")]
    [InlineData("A", "IAEA")]
    [InlineData("Aia GmbH", "IAEA")]
    [InlineData("Ua Ltd", "Wa Ltd")]
    public void Short_words_that_are_only_spelt_alike_are_two(string left, string right) =>
        Assert.Equal(LinkOutcome.Different, Judge.Judge(Of(left, EntityKind.Organization), Of(right, EntityKind.Organization)).Outcome);

    [Theory]
    [InlineData("CST")]
    [InlineData("Quad")]
    [InlineData("Erg")]
    [InlineData("ABCD Ltd")]
    public void A_name_of_few_letters_needs_a_witness(string name)
    {
        var linker = new Linker(Rules, [Of(name, EntityKind.Organization) with { Id = "known", Countries = ["kz"], Identifiers = ["ticker:T"] }]);
        var asked = Of(name, EntityKind.Organization);
        var alone = Assert.Single(linker.Find(asked));
        Assert.Equal(LinkOutcome.Ask, alone.Outcome);
        Assert.Contains(alone.Judgement.Reasons, reason => reason.Code is "few-letters" or "common-word");
        Assert.Equal(LinkOutcome.Same, Assert.Single(linker.Find(asked with { Identifiers = ["ticker:T"] })).Outcome);
    }

    [Fact]
    public void A_name_of_few_letters_is_one_where_the_country_or_a_second_name_agrees()
    {
        var known = Of("CSX", EntityKind.Company) with { Id = "known", Countries = ["us"], Names = ["CSX", "Northern Copper Haulage", "QRS"] };
        var asked = Of("CSX", EntityKind.Company);
        Assert.Equal(LinkOutcome.Same, Assert.Single(new Linker(Rules, [known]).Find(asked with { Countries = ["us"] })).Outcome);
        Assert.Equal(LinkOutcome.Same, Assert.Single(new Linker(Rules, [known]).Find(asked with { Names = ["CSX", "QRS"] })).Outcome);
        Assert.Equal(LinkOutcome.Ask, Assert.Single(new Linker(Rules, [known]).Find(asked)).Outcome);
    }

    [Theory]
    [InlineData("Kolmir Gors Mining LLC", "KGM", LinkOutcome.Ask)]
    [InlineData("Northern Austral Vanadium Investments Kolmir", "NAVIK", LinkOutcome.Same)]
    public void Few_first_letters_are_asked_about_even_in_one_country(string name, string letters, LinkOutcome outcome)
    {
        var linker = new Linker(Rules, [Of(letters, EntityKind.Company) with { Id = "known", Names = [letters, "Quite Other"], Countries = ["kz"] }]);
        Assert.Equal(outcome, Assert.Single(linker.Find(Of(name, EntityKind.Company) with { Countries = ["kz"] })).Outcome);
        Assert.DoesNotContain(linker.Find(Of(name, EntityKind.Company)), decision => decision.Outcome == LinkOutcome.Same);
    }

    [Theory]
    [InlineData("Kolmir Gors Mining", "KGM")]
    [InlineData("Katl", "Catl")]
    [InlineData("Astronomical Unit", "AU")]
    [InlineData("Kemgu", "KMG")]
    public void Few_letters_that_agree_in_part_are_two_where_no_country_agrees(string left, string right) =>
        Assert.Equal(LinkOutcome.Different, Judge.Judge(Of(left, EntityKind.Organization), Of(right, EntityKind.Organization)).Outcome);

    [Theory]
    [InlineData("Gold")]
    [InlineData("Золото")]
    [InlineData("Nickel Company")]
    [InlineData("ООО «Прогресс»")]
    [InlineData("Company A")]
    [InlineData("Fund 2")]
    public void An_everyday_name_is_asked_about_even_in_one_country(string name)
    {
        var judgement = Judge.Judge(Of(name, EntityKind.Company) with { Countries = ["ru"] }, Of(name, EntityKind.Company) with { Countries = ["ru"] });
        Assert.Equal(LinkOutcome.Ask, judgement.Outcome);
        Assert.Contains(judgement.Reasons, reason => reason.Code == "common-word");
    }

    [Fact]
    public void A_reason_shows_the_names_that_were_set_beside_one_another()
    {
        var judgement = Judge.Judge(Of("gold", EntityKind.Organization), Of("Altyn Kenish", EntityKind.Company) with { Names = ["Altyn Kenish", "Gold plc"] });
        Assert.Contains(judgement.Reasons, reason => reason.Code == "other-names" && reason.Text.Contains("\"Gold plc\" (another name of \"Altyn Kenish\")", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Company A", "Company E")]
    [InlineData("Company A", "Mining Company Ortalyk")]
    [InlineData("Company A", "State Oil Company of Azerbaijan")]
    [InlineData("Acme Fund A", "Acme Fund E")]
    [InlineData("Holding Company", "Ortalyk Holding Company Group")]
    [InlineData("National Bank Zhetisu", "National Bank Ortalyk")]
    [InlineData("Cobalt", "General Cobalt Enterprise")]
    [InlineData("Hour", "Cour Penale Internationale")]
    public void Names_that_share_only_what_many_have_are_two(string left, string right) =>
        Assert.Equal(LinkOutcome.Different, Judge.Judge(Of(left, EntityKind.Company), Of(right, EntityKind.Company)).Outcome);

    /// <summary>Two of one name would be one by way of a third, though their numbers say that they are two.</summary>
    [Fact]
    public void Several_of_a_pack_are_not_one_known_by_the_name_alone()
    {
        LinkedSubject[] own = [Of("Northern Copper", EntityKind.Company) with { Id = "a", Countries = ["gb"], Identifiers = ["gb-coh:07444723"] }, Of("Northern Copper Ltd", EntityKind.Company) with { Id = "b", Countries = ["gb"], Identifiers = ["gb-coh:07444724"] }];
        var known = Of("Northern Copper", EntityKind.Company) with { Id = "known", Countries = ["gb"] };
        var found = LinkRun.Find(Rules, own, [known], [], TestContext.Current.CancellationToken).ToList();
        Assert.Equal(["a", "b"], found.Select(decision => decision.Subject.Id));
        Assert.All(found, decision => Assert.Equal((LinkOutcome.Ask, "several-subjects"), (decision.Outcome, decision.Judgement.Reasons[0].Code)));
        // So it is where the other was linked before.
        found = [.. LinkRun.Find(Rules, own[1..], [known], [new LinkRow("a", "known", LinkOutcome.Same, "name", "2026-01-01", LinkRow.Program, "")], TestContext.Current.CancellationToken)];
        Assert.Equal([("b", LinkOutcome.Ask)], found.Select(decision => (decision.Subject.Id, decision.Outcome)));
        // One whose number agrees stays; the other is asked about.
        found = [.. LinkRun.Find(Rules, own, [known with { Identifiers = ["gb-coh:07444723"] }], [], TestContext.Current.CancellationToken)];
        Assert.Equal([("a", LinkOutcome.Same)], found.Select(decision => (decision.Subject.Id, decision.Outcome)));
    }

    [Theory]
    [InlineData("Ivan Sidorov", "Ivan Sidorov")]
    [InlineData("Ivan Petrovich Sidorov", "Сидоров Иван Петрович")]
    [InlineData("John Smith", "Smith, John")]
    public void Homonyms_of_whom_nothing_else_is_known_are_asked_about(string left, string right)
    {
        var linker = new Linker(Rules, [Of(right, EntityKind.Person) with { Id = "known", Countries = ["ru"], Began = PartialDate.Parse("1950-03-05") }]);
        Assert.Equal(LinkOutcome.Ask, Assert.Single(linker.Find(Of(left, EntityKind.Person))).Outcome);
        Assert.DoesNotContain(linker.Find(Of(left, EntityKind.Person) with { Countries = ["kz"] }), decision => decision.Outcome == LinkOutcome.Same);
        Assert.Empty(linker.Find(Of(left, EntityKind.Person) with { Countries = ["ru"], Began = PartialDate.Parse("1961-07-01") }));
    }

    [Theory]
    [InlineData("Oil India Limited", "Indian Oil Corporation Limited")]
    [InlineData("Bank of China", "China Bank Corporation")]
    [InlineData("Air China", "China Air")]
    [InlineData("Kazakh Oil", "Kazakhstan Oil")]
    public void Companies_whose_every_word_describes_are_told_apart_by_order_and_endings(string left, string right)
    {
        var (one, other) = (Of(left, EntityKind.Company) with { Countries = ["cn"] }, Of(right, EntityKind.Company) with { Countries = ["cn"] });
        Assert.Equal(LinkOutcome.Ask, Judge.Judge(one, other).Outcome);
        Assert.Equal(LinkOutcome.Same, Judge.Judge(one, one with { Id = "other" }).Outcome);
    }

    private static LinkedSubject Of(string name, EntityKind kind) => new() { Id = "asked", Kind = LinkedSubject.KindOf(kind), Names = [name] };
}
