using System.Text;
using System.Text.Json;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Json;
using Xunit;

namespace Assay.Tests.Json;

public sealed class CheckedArticleJsonTests
{
    private static readonly byte[] Sample = Write(SampleResult.Create());
    private static readonly JsonElement Root = JsonDocument.Parse(Sample).RootElement;
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("docs", "formats", "output.schema.json"))).RootElement;

    [Fact]
    public void Members_stand_in_the_order_of_the_contract()
    {
        Assert.Equal(["article", "evidence", "asOf", "later", "claims", "notCheckable", "coverage"], Names(Root));
        Assert.Equal(["title", "author", "publisher", "date", "url", "language"], Names(Root.GetProperty("article")));
        Assert.Equal(
            ["id", "quote", "start", "end", "kind", "stance", "question", "expects", "time", "verdict", "answer", "justification", "weak", "readings", "proof", "sources", "also", "notes", "later", "otherYears", "flips", "missing"],
            Names(Root.GetProperty("claims")[0]));
        Assert.Equal(["rule", "text", "value", "rows", "inputs"], Names(Root.GetProperty("claims")[0].GetProperty("proof")));
    }

    [Fact]
    public void Output_keeps_to_the_schema() => Assert.Empty(new SchemaCheck(Schema).Check(Root));

    [Fact]
    public void The_schema_refuses_a_member_that_is_not_in_it()
    {
        using var strange = JsonDocument.Parse(Encoding.UTF8.GetString(Sample).Replace("\"notCheckable\": [", "\"notcheckable\": [", StringComparison.Ordinal));
        Assert.Equal(2, new SchemaCheck(Schema).Check(strange.RootElement).Count);
    }

    [Fact]
    public void The_schema_names_every_kind_stance_verdict_and_status()
    {
        var claim = Schema.GetProperty("$defs").GetProperty("claim").GetProperty("properties");
        Assert.Equal(Words<ClaimKind>(), Enumerated(claim.GetProperty("kind")));
        Assert.Equal(Words<Stance>(), Enumerated(claim.GetProperty("stance")));
        Assert.Equal(Enum.GetNames<Verdict>().Order(StringComparer.Ordinal), Enumerated(Schema.GetProperty("$defs").GetProperty("verdict")));
        Assert.Equal(Words<FlipKind>(), Enumerated(Schema.GetProperty("$defs").GetProperty("flip").GetProperty("properties").GetProperty("change")));
        Assert.Equal(Words<Decides>(), Enumerated(Schema.GetProperty("$defs").GetProperty("missing").GetProperty("properties").GetProperty("decides")));
        Assert.Equal(Words<RowStatus>(), Enumerated(Schema.GetProperty("$defs").GetProperty("proof").GetProperty("properties").GetProperty("rows")
            .GetProperty("items").GetProperty("properties").GetProperty("status")));
    }

    [Fact]
    public void What_was_written_can_be_read_and_written_again()
    {
        using var stream = new MemoryStream(Sample);
        var document = CheckedArticleJson.Read(stream);
        using var again = new MemoryStream();
        CheckedArticleJson.Write(again, document);
        Assert.Equal(Sample, again.ToArray());
    }

    [Fact]
    public void An_unknown_member_is_refused_when_read()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sample).Replace("\"asOf\"", "\"asof\"", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => CheckedArticleJson.Read(stream));
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes() => Assert.Equal(Sample, Write(SampleResult.Create()));

    [Fact]
    public void Letters_are_written_as_they_are_and_markup_is_not()
    {
        var text = Encoding.UTF8.GetString(Sample);
        Assert.Contains("Өз таулары", text, StringComparison.Ordinal);
        Assert.Contains("«a third»", text, StringComparison.Ordinal);
        Assert.DoesNotContain("</script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain('&', text);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_are_the_text_from_start_to_end()
    {
        var text = SampleResult.Create().Article.Text;
        foreach (var claim in Root.GetProperty("claims").EnumerateArray())
            Assert.Equal(text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()], claim.GetProperty("quote").GetString());
    }

    [Fact]
    public void Figures_have_no_trailing_zeros() => Assert.Equal("25.5", Root.GetProperty("claims")[1].GetProperty("answer").GetProperty("low").GetRawText());

    [Fact]
    public void A_source_that_the_record_lost_is_still_named()
    {
        var sources = Root.GetProperty("claims")[0].GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("id").GetString());
        Assert.Equal(["gazette", "lost"], sources);
    }

    private static byte[] Write(CheckedArticle result)
    {
        using var stream = new MemoryStream();
        CheckedArticleJson.Write(stream, result);
        return stream.ToArray();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> Enumerated(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Order(StringComparer.Ordinal);
}
