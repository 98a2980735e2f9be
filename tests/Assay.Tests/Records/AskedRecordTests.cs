using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Records;
using Assay.Formats.Rules;
using Assay.Articles;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>The record asked in people's words, whoever asks: the same answers, and refusals that say how to ask.</summary>
public sealed class AskedRecordTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly LoadedRecord Record = new(EvidencePack.Embedded(), RuleFiles.Default);

    [Fact]
    public void A_name_that_is_not_known_gets_the_nearest_ones()
    {
        var wrong = Assert.Throws<AskingException>(() => Record.Asked(null, Today).Ties("Kazakhstn", "ru", since: null));
        Assert.Contains("Kazakhstan", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("this takes a state", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_spells_what_a_question_takes_as_the_asker_does()
    {
        var plain = Assert.Throws<AskingException>(() => Record.Asked(null, Today).Own("kazatomprom", "uranium", by: null));
        var options = Assert.Throws<AskingException>(() => Record.Asked(null, Today, name => $"--{name}").Own("kazatomprom", "uranium", by: null));
        Assert.StartsWith("goods goes with a country", plain.Message, StringComparison.Ordinal);
        Assert.StartsWith("--goods goes with a country", options.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_says_the_days_it_speaks_of_and_whether_anyone_named_them()
    {
        var today = Record.Asked(null, Today).Members("eaeu");
        var then = Record.Asked(DayRange.On(Today), Today).Members("eaeu");
        Assert.NotEqual(today.Notes[0], then.Notes[0]);
        Assert.Contains("2026-06-01", today.Notes[0], StringComparison.Ordinal);
        Assert.Contains("2026-06-01", then.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_and_the_view_that_answers_it_are_one()
    {
        var asked = Record.Asked(null, Today);
        Assert.Equal(asked.Members("csto").Tables[0].Rows.Length, asked.Ask("Who are the members of the CSTO?").Tables[0].Rows.Length);
        Assert.Equal("ask", asked.Ask("Is Kazakhstan a member of the CSTO?").Kind);
    }

    [Fact]
    public void Two_parties_are_two()
    {
        Assert.Contains("named twice", Assert.Throws<AskingException>(() => Record.Asked(null, Today).Agreements("kz", "Kazakhstan", kind: null)).Message, StringComparison.Ordinal);
        Assert.Contains("named twice", Assert.Throws<AskingException>(() => Record.Asked(null, Today).Ties("kz", "Kazakhstan", since: null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_is_found_by_id_by_number_and_by_its_words()
    {
        var result = Record.Assayer.Check(Article.FromText("Kazakhstan is a member of the CSTO. Russia is a member of NATO.") with { Date = new PartialDate(2025) });
        Assert.Equal(2, result.Findings.Length);
        var second = result.Findings[1];
        Assert.Same(second, ClaimSearch.ById(result, "c2", "it").Finding);
        Assert.Same(second, ClaimSearch.ById(result, "2", "it").Finding);
        Assert.Same(second, ClaimSearch.ByQuote(result, "  russia is a\nmember of NATO. ", "it").Finding);
        Assert.Contains("several claims", Assert.Throws<AskingException>(() => ClaimSearch.ByQuote(result, "is a member of", "it")).Message, StringComparison.Ordinal);
        Assert.Contains("its claims are c1", Assert.Throws<AskingException>(() => ClaimSearch.ByQuote(result, "Nothing of the kind", "it")).Message, StringComparison.Ordinal);
        Assert.Contains("c1 to c2", Assert.Throws<AskingException>(() => ClaimSearch.ById(result, "c9", "it")).Message, StringComparison.Ordinal);
        Assert.Throws<AskingException>(() => ClaimSearch.ByQuote(result, " ", "it"));
    }
}
