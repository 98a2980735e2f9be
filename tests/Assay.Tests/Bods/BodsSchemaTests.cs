using System.Text.Json;
using Assay.Formats.Bods;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>The standard's own statements, of which it says which are valid and what is wrong with the others.</summary>
public sealed class BodsSchemaTests
{
    // What these keywords say is the schema's; the codes of the checks beyond it are others.
    private static readonly string[] s_keywords =
        ["type", "required", "enum", "const", "minlength", "maxlength", "minproperties", "minimum", "maximum", "pattern", "format", "anyof", "oneof", "not"];

    public static IEnumerable<TheoryDataRow<string>> Valid() => BodsSamples.Files("bods-0.4", "valid-statements");

    public static IEnumerable<TheoryDataRow<string>> Examples() => BodsSamples.Files("bods-0.4", "examples");

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Invalid()
    {
        var list = BodsSamples.PathOf("bods-0.4", "invalid-statements", "expected_errors.csv");
        return File.Exists(list)
            ? File.ReadAllLines(list).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new TheoryDataRow<string, string, string, string>(cells[0], cells[1], cells[2], cells[3].Trim()))
            : [new TheoryDataRow<string, string, string, string>("", "", "", "") { Skip = BodsSamples.Absent }];
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_statement_of_the_standard_is_accepted(string file) => Assert.Empty(OfSchema(BodsSamples.PathOf("bods-0.4", "valid-statements", file)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_standard_is_accepted(string file) => Assert.Empty(OfSchema(BodsSamples.PathOf("bods-0.4", "examples", file)));

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_statement_is_refused_by_the_keyword_at_the_place_and_with_the_field_that_the_standard_names(string file, string keyword, string path, string field)
    {
        var problems = BodsSamples.Check(BodsSamples.PathOf("bods-0.4", "invalid-statements", file));
        var named = problems.Where(problem => problem.Code == $"bods-{keyword.ToLowerInvariant()}" && problem.Found.StartsWith($"{path} ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(named);
        Assert.Contains(named, problem => problem.ToString().Contains(field, StringComparison.Ordinal));
        Assert.All(named, problem => Assert.Equal((file, true), (problem.File, problem.Line > 0)));
    }

    [Fact]
    public void The_keywords_that_the_schema_uses_are_all_interpreted() => Assert.Equal("object", BodsSchema.Statement.Type);

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("0000-01-01", false)]
    [InlineData("9999-12-31", true)]
    [InlineData("2024-2-9", false)]
    [InlineData("2024-01-01T00:00:00Z", true)]
    [InlineData("2024-01-01T00:00:00.123+05:30", true)]
    [InlineData("2016-12-31T23:59:60Z", true)]
    [InlineData("2024-01-01T24:00:00Z", false)]
    [InlineData("2024-01-01T00:00:00", false)]
    [InlineData("yesterday", false)]
    public void A_day_is_read_as_RFC_3339_has_it(string text, bool isOne) => Assert.Equal(isOne, TextFormat.Day(text) is not null);

    [Theory]
    [InlineData("https://www.example.com/index.html?a=b#c", true)]
    [InlineData("urn:isbn:0451450523", true)]
    [InlineData("http//www.example.com", false)]
    [InlineData("www.example.com", false)]
    [InlineData("https://example.com/a b", false)]
    [InlineData("https:", false)]
    public void An_address_begins_with_its_scheme(string text, bool isOne) => Assert.Equal(isOne, TextFormat.Is("uri", text));

    [Fact]
    public void A_problem_names_the_line_and_column_of_the_field()
    {
        var problem = Assert.Single(BodsSamples.CheckText($$"""
            [
              {{BodsText.Entity("acme")}},
              {
                "statementId": "{{BodsText.Id(2)}}", "statementDate": "2024-01-01", "declarationSubject": "acme", "recordId": "b", "recordType": "entity",
                "recordDetails": { "isComponent": false,
                  "entityType": { "type": "registeredCompany" } }
              }
            ]
            """));
        Assert.Equal(("bods-enum", 6, 31), (problem.Code, problem.Line, problem.Column));
        Assert.StartsWith("$[1].recordDetails.entityType.type is 'registeredCompany'", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_that_is_an_object_is_held_against_the_schema_of_unspecified_parties()
    {
        var problem = Assert.Single(BodsSamples.CheckText($"[{BodsText.Entity("acme")},{BodsText.Relationship("r", "acme", "{\"reason\":\"secret\"}", "")}]"));
        Assert.Equal("bods-enum", problem.Code);
        Assert.Contains(".interestedParty.reason is 'secret'", problem.Found, StringComparison.Ordinal);
    }

    private static string[] OfSchema(string path) =>
        [.. BodsSamples.Check(path).Where(problem => s_keywords.Any(keyword => problem.Code == $"bods-{keyword}")).Select(problem => problem.ToString())];
}
