using System.Text.Json;
using Assay.Formats;
using Assay.Formats.Mappings;
using Xunit;

namespace Assay.Tests.Mappings;

/// <summary>A mapping file is read whole, and everything wrong in it is found at its place.</summary>
public sealed class MappingFileTests
{
    private const string Whole = """
        mapping: 1
        title: Shareholders of Atlantis
        sources:
          - { id: register, publisher: Registry, title: Register, date: "2024-05-01", kind: primary }
        inputs:
          - { name: holdings, file: "*.csv", delimiter: ";", decimal: ",", thousands: ".", dates: [dd.MM.yyyy], missing: ["-"] }
        translations:
          kinds: { values: { AG: company, Person: person }, otherwise: refuse }
        rows:
          - table: entities
            from: holdings
            where: { Form: [AG, Person], Note: { not: [void] }, Owner: { empty: false } }
            columns:
              id: { column: Owner, scheme: reg }
              kind: { column: Form, translate: kinds }
              name: Owner
              identifiers: ["reg:{Number}", { template: "x:{Other}" }]
          - table: stakes
            columns:
              owner: { column: Owner, scheme: reg }
              asset: { column: Asset, scheme: reg }
              share: Share
              interest: { value: shares }
              from: { first-of: [Since, Date] }
        """;

    [Fact]
    public void The_whole_of_the_form_is_read() => Assert.Empty(Problems(Whole));

    [Theory]
    [InlineData("mapping: 1", "mapping: 2", "1:10 mapping-form")]
    [InlineData("title: Shareholders", "titel: Shareholders", "2:8 unknown-key")]
    [InlineData("publisher: Registry, ", "", "4:5 missing-key")]
    [InlineData("kind: primary", "kind: prime", "4:85 bad-word")]
    [InlineData("\"2024-05-01\"", "May 2024", "4:65 bad-date")]
    [InlineData("name: holdings, file", "name: holding, file", "11:11 unknown-input")]
    [InlineData("delimiter: \";\"", "delimiter: \";;\"", "6:49 sign")]
    [InlineData("thousands: \".\"", "thousands: \",\"", "6:79 sign")]
    [InlineData("dd.MM.yyyy", "dd.MM.yy", "6:92 date-form")]
    [InlineData("otherwise: refuse", "otherwise: drop", "8:64 word")]
    [InlineData("  - table: entities", "  - table: entitties", "10:12 unknown-table")]
    [InlineData("  - table: entities", "  - table: sources", "10:12 unknown-table")]
    [InlineData("scheme: reg }\n      kind", "scheme: Reg }\n      kind", "14:36 bad-id")]
    [InlineData("translate: kinds", "translate: kind", "15:40 unknown-translation")]
    [InlineData("      name: Owner\n", "", "14:7 missing-column")]
    [InlineData("\"reg:{Number}\"", "\"reg:{Number\"", "17:21 template")]
    [InlineData("interest: { value: shares }", "interest: { value: share }", "23:26 bad-word")]
    [InlineData("share: Share", "share_pct: Share", null)]
    [InlineData("      share: Share\n", "", "20:7 missing-column")]
    [InlineData("share: Share", "shaer: Share", "22:14 unknown-column")]
    [InlineData("{ first-of: [Since, Date] }", "{ first-of: [Since], value: \"2020\" }", "24:13 one-of")]
    [InlineData("name: Owner", "name: [Owner, Other]", "16:13 list")]
    public void Every_problem_is_told_at_its_line_and_column(string right, string wrong, string? problem)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);
        var found = Problems(Whole.Replace(right, wrong, StringComparison.Ordinal)).Select(one => $"{one.Line}:{one.Column} {one.Code}").ToList();
        if (problem is null) Assert.Empty(found);
        else Assert.Contains(problem, found);
    }

    [Fact]
    public void All_problems_are_found_in_one_run() =>
        Assert.Equal(["mapping-form", "bad-word", "unknown-key", "unknown-column"],
            Problems(Whole.Replace("mapping: 1", "mapping: 0", StringComparison.Ordinal).Replace("kind: primary", "kind: best", StringComparison.Ordinal).Replace("missing:", "missings:", StringComparison.Ordinal).Replace("share: Share", "share: Share\n      sahre: Share", StringComparison.Ordinal)).OrderBy(one => one.Line).Select(one => one.Code));

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just text")]
    [InlineData("mapping: 1\nrows: {}")]
    [InlineData("mapping: [1]\nrows:\n  - 1\n  - {}\n  - []\n")]
    [InlineData("mapping: 1\ninputs: nothing\nsources: 1\ntranslations: [a]\nrows: [{ table: stakes, columns: [], where: 3 }]")]
    [InlineData("a: &a [*a]")]
    [InlineData("{[}")]
    [InlineData("mapping: 1\nmapping: 1")]
    public void What_is_no_mapping_is_a_problem_and_no_fault(string text) => Assert.NotEmpty(Problems(text));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    public void What_nests_without_end_is_a_problem_at_its_place(string open, string close)
    {
        var problem = Assert.Single(Problems($"mapping: 1\nrows:\n  {string.Concat(Enumerable.Repeat(open, 20_000))}x{string.Concat(Enumerable.Repeat(close, 20_000))}\n"));
        Assert.Equal(("yaml", 3), (problem.Code, problem.Line));
    }

    [Fact]
    public void A_translation_may_stand_in_a_file_beside()
    {
        var problems = new List<Problem>();
        var text = Whole.Replace("values: { AG: company, Person: person }", "file: kinds.csv", StringComparison.Ordinal);
        Assert.NotNull(MappingFile.Read("map.yaml", text, name => name == "kinds.csv" ? "theirs,ours\nAG,company\n" : null, problems));
        Assert.Empty(problems);
        MappingFile.Read("map.yaml", text, _ => null, problems);
        Assert.Equal("missing-file", Assert.Single(problems).Code);
        problems.Clear();
        MappingFile.Read("map.yaml", text.Replace("kinds.csv", "../kinds.csv", StringComparison.Ordinal), _ => "a,b\n", problems);
        Assert.Equal("outside", Assert.Single(problems).Code);
    }

    [Fact]
    public void The_schema_for_editors_has_the_keys_that_the_reader_takes()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("docs", "formats", "mapping.schema.json")));
        var defined = schema.RootElement.GetProperty("$defs");
        Assert.Equal(KeysTold("nothing: 1"), Keys(schema.RootElement));
        Assert.Equal(KeysTold("sources: [{ nothing: 1 }]"), Keys(defined.GetProperty("source")));
        Assert.Equal(KeysTold("inputs: [{ nothing: 1 }]"), Keys(defined.GetProperty("input")));
        Assert.Equal(KeysTold("translations: { a: { nothing: 1 } }"), Keys(defined.GetProperty("translation")));
        Assert.Equal(KeysTold("rows: [{ table: stakes, nothing: 1 }]"), Keys(defined.GetProperty("row")));
        Assert.Equal(KeysTold("rows: [{ table: stakes, columns: { owner: { nothing: 1 } } }]"), Keys(defined.GetProperty("made")));

        static IEnumerable<string> Keys(JsonElement element) => element.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);
        static IEnumerable<string> KeysTold(string yaml) => Problems(yaml).First(problem => problem is { Code: "unknown-key", Found: "'nothing'" }).Expected.Split(", ").Order(StringComparer.Ordinal);
    }

    private static List<Problem> Problems(string text)
    {
        var problems = new List<Problem>();
        MappingFile.Read("map.yaml", text, _ => null, problems);
        return problems;
    }
}
