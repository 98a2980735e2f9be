using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Linking;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>Linking to all that is known: which are found, and when one of them is taken without asking.</summary>
public sealed class LinkerTests
{
    private static readonly LinkRules Rules = LinkRuleFiles.Load(EvidencePack.Embedded());

    [Theory]
    [InlineData("Northern Copper plc", "NORTHERN COPPER Public Limited Company")]
    [InlineData("КазСвинец АО", "KazSvinets JSC")]
    [InlineData("Blue Stone Ltd", "Bluestone Ltd")]
    [InlineData("Zenith Zirconium", "Zenith Zirconum")]
    [InlineData("Acme Harbour Authority of Georgia", "AHAG")]
    [InlineData("Ministry of Finance", "Министерство финансов")]
    public void A_name_that_is_not_different_is_found(string known, string asked)
    {
        var linker = new Linker(Rules, [Body("one", known), .. Others(5000)]);
        Assert.Contains(linker.Find(Body("asked", asked)), decision => decision.Known.Id == "one");
    }

    /// <summary>The index leaves out nothing that comparing with all would find.</summary>
    [Fact]
    public void What_the_judge_takes_for_the_same_the_index_finds()
    {
        var judge = new PairJudge(Rules);
        var pairs = NamePairTests.Pairs("pairs-developed-on.csv").Where(pair => judge.Judge(pair.Left, pair.Right).Outcome == LinkOutcome.Same).ToList();
        var linker = new Linker(Rules, [.. pairs.Select((pair, number) => pair.Right with { Id = $"known-{number}" }), .. Others(2000)]);
        var lost = pairs.Where((pair, number) => linker.Find(pair.Left with { Id = "asked" }).All(decision => decision.Known.Id != $"known-{number}")).Select(pair => $"{pair.Left.Names[0]} | {pair.Right.Names[0]}");
        Assert.Empty(lost);
    }

    [Fact]
    public void One_that_is_the_same_stands_alone()
    {
        var found = new Linker(Rules, [Body("one", "Northern Copper plc"), Body("daughter", "Northern Copper Trading")]).Find(Body("asked", "Northern Copper"));
        Assert.Equal(["one"], found.Where(decision => decision.Outcome == LinkOutcome.Same).Select(decision => decision.Known.Id));
        Assert.Single(found);
    }

    [Fact]
    public void A_name_that_several_have_is_asked_about()
    {
        var found = new Linker(Rules, [Body("one", "Northern Copper Ltd"), Body("two", "Northern Copper LLC")]).Find(Body("asked", "Northern Copper"));
        Assert.Equal(2, found.Length);
        Assert.All(found, decision => Assert.Equal(LinkOutcome.Ask, decision.Outcome));
        Assert.All(found, decision => Assert.Contains(decision.Judgement.Reasons, reason => reason.Code == "several-known"));
    }

    [Fact]
    public void An_identifier_decides_among_several_of_one_name()
    {
        var found = new Linker(Rules, [Body("one", "Northern Copper") with { Identifiers = ["gb-coh:07444723"] }, Body("two", "Northern Copper")]).Find(Body("asked", "Northern Copper") with { Identifiers = ["gb-coh:07444723"] });
        Assert.Equal(("one", LinkOutcome.Same), (Assert.Single(found).Known.Id, found[0].Outcome));
    }

    [Fact]
    public void A_person_is_never_the_same_by_the_name_alone()
    {
        var linker = new Linker(Rules, [new LinkedSubject { Id = "one", Kind = LinkedKind.Person, Names = ["Ivan Sidorov"], Countries = ["ru"] }]);
        var asked = new LinkedSubject { Id = "asked", Kind = LinkedKind.Person, Names = ["Ivan Sidorov"] };
        Assert.Equal(LinkOutcome.Ask, Assert.Single(linker.Find(asked)).Outcome);
        Assert.Equal(LinkOutcome.Ask, Assert.Single(linker.Find(asked with { Countries = ["ru"] })).Outcome);
        var born = new Linker(Rules, [new LinkedSubject { Id = "one", Kind = LinkedKind.Person, Names = ["Ivan Sidorov"], Began = PartialDate.Parse("1950-03-02") }]);
        Assert.Equal(LinkOutcome.Same, Assert.Single(born.Find(asked with { Began = PartialDate.Parse("1950-03-02") })).Outcome);
    }

    [Fact]
    public void What_was_decided_is_not_asked_again()
    {
        var linker = new Linker(Rules, [Body("one", "Northern Copper Ltd"), Body("two", "Northern Copper LLC")]);
        Assert.Equal(["two"], linker.Find(Body("asked", "Northern Copper"), new Dictionary<string, LinkOutcome> { ["one"] = LinkOutcome.Different }).Select(decision => decision.Known.Id));
        Assert.Empty(linker.Find(Body("asked", "Northern Copper"), new Dictionary<string, LinkOutcome> { ["one"] = LinkOutcome.Same }));
    }

    [Fact]
    public void Nothing_is_linked_to_what_has_its_own_id() =>
        Assert.Empty(new Linker(Rules, [Body("one", "Northern Copper")]).Find(Body("one", "Northern Copper")));

    [Fact]
    public void At_most_three_are_asked_about() =>
        Assert.Equal(3, new Linker(Rules, [.. Enumerable.Range(0, 10).Select(number => Body($"known-{number}", "Northern Copper"))]).Find(Body("asked", "Northern Copper")).Length);

    private static IEnumerable<LinkedSubject> Others(int count) => Enumerable.Range(0, count).Select(number => Body($"other-{number}", $"{Word(number)} {Word(number * 7 + 3)} Ltd"));

    // Words that no name of these tests has: two syllables of sixteen each.
    private static string Word(int number) => string.Concat("Ba|Ce|Di|Fo|Gu|Ha|Je|Ki|Lo|Mu|Na|Pe|Ri|So|Tu|Va".Split('|')[number % 16], "bel|cor|dun|fel|gor|hup|jal|kem|lim|mog|nux|pif|rud|sow|tak|vez".Split('|')[number / 16 % 16]);

    private static LinkedSubject Body(string id, string name) => new() { Id = id, Kind = LinkedKind.Body, Names = [name], Countries = ["gb"] };
}
