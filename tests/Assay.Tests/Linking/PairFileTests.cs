using System.Text;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Linking;
using Assay.Linking;
using Xunit;

namespace Assay.Tests.Linking;

/// <summary>Files of labelled pairs, in this project's form and in those that are published.</summary>
public sealed class PairFileTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void Columns_are_read_by_their_names()
    {
        var pair = Assert.Single(Read("note,judgement,right_name,left_name,left_country,kind,left_aliases,left_identifiers,right_date\nx,same,Acme plc,Acme,gb,company,A|B,lei:1|x:2,1950\n"));
        Assert.Equal(("company", LinkOutcome.Same, "2"), (pair.Kind, pair.Label, pair.Place));
        Assert.Equal(["Acme", "A", "B"], pair.Left.Names);
        Assert.Equal(["gb"], pair.Left.Countries);
        Assert.Equal(["lei:1", "x:2"], pair.Left.Identifiers);
        Assert.Equal((LinkedKind.Company, PartialDate.Parse("1950")), (pair.Right.Kind, pair.Right.Began));
        Assert.Empty(_problems);
    }

    [Fact]
    public void The_columns_of_published_benchmarks_are_read()
    {
        var pairs = Read("case_group,schema,name1,name2,is_match,category,notes\ng,Person,A B,B A,true,,\ng,Vessel,Star,Moon,FALSE,,\ng,LegalEntity,X,Y,false,,\n");
        Assert.Equal([(LinkedKind.Person, LinkOutcome.Same), (LinkedKind.Thing, LinkOutcome.Different), (LinkedKind.Unknown, LinkOutcome.Different)], pairs.Select(pair => (pair.Left.Kind, pair.Label)));
    }

    [Fact]
    public void Pairs_of_entities_are_read_from_json_lines()
    {
        var pair = Assert.Single(Read("""
            {"left": {"id": "a", "schema": "Company", "properties": {"name": ["Acme"], "jurisdiction": ["gb"], "registrationNumber": ["7"], "leiCode": ["L"]}}, "right": {"id": "b", "schema": "Company", "properties": {"name": ["Acme Ltd"], "alias": ["A"]}}, "judgement": "negative"}

            """));
        Assert.Equal(LinkOutcome.Different, pair.Label);
        Assert.Equal(["lei:L", "gb-register:7"], pair.Left.Identifiers);
        Assert.Equal(["Acme Ltd", "A"], pair.Right.Names);
    }

    [Theory]
    [InlineData("left_name,right_name,judgement\nA,B,perhaps\nA,B,same\n", "judgement", 2)]
    [InlineData("left_name,right_name,judgement\nA,,same\nA,B,same\n", "no-name", 2)]
    [InlineData("{\"left\": 1}\n{\"left\": {\"properties\": {\"name\": \"A\"}}, \"right\": {\"properties\": {\"name\": \"A\"}}, \"judgement\": \"positive\"}\n", "pair", 1)]
    [InlineData("{\"left\": \n{\"left\": {\"properties\": {\"name\": \"A\"}}, \"right\": {\"properties\": {\"name\": \"A\"}}, \"judgement\": \"positive\"}\n", "json", 1)]
    public void A_row_that_is_wrong_is_told_and_the_others_are_read(string file, string code, int line)
    {
        Assert.Single(Read(file));
        Assert.Equal((code, line), (Assert.Single(_problems).Code, _problems[0].Line));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "columns")]
    [InlineData("left_name,right_name,judgement\nA,\"B,same\n", "csv")]
    public void A_file_that_is_none_is_told(string file, string code)
    {
        Assert.Empty(Read(file));
        Assert.Equal(code, Assert.Single(_problems).Code);
    }

    [Fact]
    public void A_line_of_brackets_a_hundred_thousand_deep_is_told()
    {
        Assert.Empty(Read("{\"left\": " + new string('[', 100_000)));
        Assert.Equal("json", Assert.Single(_problems).Code);
    }

    private IReadOnlyList<LabelledPair> Read(string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return PairFile.Read("pairs.csv", bytes, _problems);
    }
}
