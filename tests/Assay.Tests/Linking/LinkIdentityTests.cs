using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Linking;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>What numbers say and do not say, what a country that is not told says, and what a pack keeps apart.</summary>
public sealed class LinkIdentityTests
{
    private static readonly LinkRules Rules = LinkRuleFiles.Load(EvidencePack.Embedded());
    private static readonly PairJudge Judge = new(Rules);

    [Theory]
    [InlineData("gb-coh:N/A")]
    [InlineData("reg-gb:none")]
    [InlineData("reg-ie:-")]
    [InlineData("gb-coh:00000000")]
    [InlineData("kz-bin:0000001")]
    [InlineData("kz-bin:999999999999")]
    [InlineData("tax-rs:777")]
    [InlineData("ru-inn:unknown")]
    [InlineData("tax:123456789")]
    [InlineData("isin:XXXXXXXXXXXX")]
    public void What_stands_for_no_number_identifies_nobody(string identifier)
    {
        Assert.Null(SubjectIdentifier.Read(identifier, Rules));
        Assert.Equal(LinkOutcome.Different, Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Zorman") with { Identifiers = [identifier] }).Outcome);
    }

    [Theory]
    [InlineData("gb-coh:07444723")]
    [InlineData("ru-inn:7707083812")]
    [InlineData("tax-rs:100200300")]
    [InlineData("swift:TOLVGB2L")]
    [InlineData("reg-pa:48213")]
    public void A_number_beside_names_that_share_nothing_is_asked_about(string identifier)
    {
        Assert.Equal(LinkOutcome.Ask, Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Zorman") with { Identifiers = [identifier] }).Outcome);
        Assert.Equal(LinkOutcome.Same, Judge.Judge(Body("Tolvik Trading") with { Identifiers = [identifier] }, Body("Tolvik Mining") with { Identifiers = [identifier] }).Outcome);
        Assert.Equal(LinkOutcome.Ask, Judge.Judge(Body("-") with { Identifiers = [identifier] }, Body("Zorman") with { Identifiers = [identifier] }).Outcome);
    }

    /// <summary>Each court or state begins with one: many firms of the country have the number.</summary>
    [Theory]
    [InlineData("reg-de:HRB 54321")]
    [InlineData("de-register:HRB 54321")]
    [InlineData("reg-us:0801234")]
    [InlineData("ca-register:481516")]
    public void A_number_of_one_court_or_state_supports_a_name_and_decides_nothing(string identifier)
    {
        var other = identifier + "7";
        Assert.Equal(LinkOutcome.Different, Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Zorman") with { Identifiers = [identifier] }).Outcome);
        Assert.Equal(LinkOutcome.Same, Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Tolvik") with { Identifiers = [other] }).Outcome);
        Assert.Equal("hint-agrees", Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Tolvik Mining") with { Identifiers = [identifier] }).Reasons[0].Code);
    }

    [Fact]
    public void An_identifier_of_the_whole_world_decides_whatever_the_names_say()
    {
        foreach (var identifier in (string[])["lei:5493001KJTIIGC8Y1R12", "wikidata:Q4"])
            Assert.Equal(LinkOutcome.Same, Judge.Judge(Body("Tolvik") with { Identifiers = [identifier] }, Body("Zorman") with { Identifiers = [identifier] }).Outcome);
    }

    [Theory]
    [InlineData("gb", "gb", LinkOutcome.Same)]
    [InlineData("gb", "", LinkOutcome.Ask)]
    [InlineData("", "", LinkOutcome.Ask)]
    public void A_country_that_is_not_told_agrees_with_nothing(string known, string asked, LinkOutcome outcome)
    {
        var linker = new Linker(Rules, [Body("Tolvik Shipping") with { Id = "known", Countries = Countries(known) }]);
        Assert.Equal(outcome, Assert.Single(linker.Find(Body("Tolvik Shipping") with { Countries = Countries(asked) })).Outcome);

        static System.Collections.Immutable.ImmutableArray<string> Countries(string code) => code.Length == 0 ? [] : [code];
    }

    /// <summary>What is in a pack under an id of its own is none of the others that this pack has.</summary>
    [Fact]
    public void What_a_pack_keeps_apart_a_name_does_not_make_one()
    {
        LinkedSubject[] known = [Company("tolvik", "Tolvik Copper", "one"), Company("other", "Tolvik Copper plc", "one")];
        var asked = Company("tolvik", "Tolvik Copper", "one", "two");
        Assert.Empty(new Linker(Rules, known).Find(asked));
        Assert.Equal(LinkOutcome.Ask, Assert.Single(new Linker(Rules, [known[1] with { Identifiers = ["lei:5493001KJTIIGC8Y1R12"] }]).Find(asked with { Identifiers = ["lei:5493001KJTIIGC8Y1R12"] })).Outcome);
        Assert.Equal(LinkOutcome.Same, Assert.Single(new Linker(Rules, known[1..]).Find(asked with { Id = "new", Packs = ["two"] })).Outcome);
    }

    [Fact]
    public void A_pack_that_has_an_entity_of_another_pack_by_its_id_keeps_it_apart_from_the_others_there()
    {
        using TemporaryFolder folder = new(), other = new();
        LinkedPack.Write(folder);
        LinkedPack.Write(other);
        File.WriteAllText(other["datapackage.json"], File.ReadAllText(other["datapackage.json"]).Replace("\"linked\"", "\"other\"", StringComparison.Ordinal));
        File.WriteAllText(other["entities.csv"], "id,kind,name,aliases,country,parent,identifiers,sources,note\nacme-one,company,Acme Zinc,,gb,,,s,\n");
        var subjects = PackSubjects.Read(other.Path, [folder.Path]);
        Assert.Empty(LinkRun.Find(Rules, subjects.Own, subjects.Known, [], TestContext.Current.CancellationToken));
        File.WriteAllText(other["entities.csv"], "id,kind,name,aliases,country,parent,identifiers,sources,note\nacme-two,company,Acme Zinc,,gb,,,s,\n");
        subjects = PackSubjects.Read(other.Path, [folder.Path]);
        Assert.NotEmpty(LinkRun.Find(Rules, subjects.Own, subjects.Known, [], TestContext.Current.CancellationToken));
    }

    private static LinkedSubject Body(string name) => new() { Id = name, Kind = LinkedKind.Body, Names = [name] };

    private static LinkedSubject Company(string id, string name, params string[] packs) => new() { Id = id, Kind = LinkedKind.Company, Names = [name], Countries = ["gb"], Packs = [.. packs] };
}
