using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>Real files of the register that lie beside the checkout, and what another program made of them in BODS 0.2.</summary>
public sealed class SampleTests
{
    private static string Folder => Path.Combine(Checkout.Root, "..", "shared", "samples", "gleif");

    [Theory]
    [InlineData("lei-data", "LEIRecord", "entities")]
    [InlineData("lei-updates-data2", "LEIRecord", "entities")]
    [InlineData("lei-updates-data2-new", "LEIRecord", "entities")]
    [InlineData("rr-data", "RelationshipRecord", "interests")]
    [InlineData("rr-updates-data2", "RelationshipRecord", "interests")]
    [InlineData("rr-updates-data2-new", "RelationshipRecord", "interests")]
    [InlineData("repex-data", "Exception", "exceptions")]
    [InlineData("repex-updates-data2", "Exception", "exceptions")]
    [InlineData("repex-updates-data2-new", "Exception", "exceptions")]
    public void Each_record_becomes_a_row_or_is_counted_as_taken_out(string file, string element, string table)
    {
        var run = Run("bodspipelines", file + ".xml");
        var records = XDocument.Load(PathOf("bodspipelines", file + ".xml")).Descendants().Count(e => e.Name.LocalName == element);
        Assert.Empty(run.Problems);
        Assert.Equal(records, run.Table(table).Count(row => row.GetValueOrDefault("about") != "owners") + run.Skipped("delta file"));
        Assert.Empty(run.Table("stakes"));
    }

    [Theory]
    [InlineData("lei2.csv", "entities", 37)]
    [InlineData("rr.csv", "interests", 31)]
    [InlineData("repex.csv", "exceptions", 22)]
    public void The_golden_copys_columns_give_the_same_rows_as_the_xml(string file, string table, int records)
    {
        var run = Run("derived-csv", file);
        Assert.Empty(run.Problems);
        Assert.Equal(records, run.Table(table).Count(row => row.GetValueOrDefault("about") != "owners"));
        // The CSV says nothing of deletions, other names and the file's day.
        string[] apart = ["sources", "seen", "aliases", "note"];
        string Facts(Dictionary<string, string> row) => string.Join(",", row.Where(cell => !apart.Contains(cell.Key)).Select(cell => cell.Key + cell.Value));
        var csv = run.Table(table).Select(Facts).ToHashSet();
        var xml = Directory.GetFiles(PathOf("bodspipelines"), "*.xml").SelectMany(path => GleifRun.At(path).Table(table)).Select(Facts);
        Assert.Subset(csv, xml.ToHashSet());
    }

    [Theory]
    [InlineData("rr-data")]
    [InlineData("rr-updates-data2")]
    public void Relationships_begin_when_the_other_program_says(string file)
    {
        var expected = Expected(file).SelectMany(statement => statement.GetProperty("interests").EnumerateArray()).Select(interest => interest.GetProperty("startDate").GetString()![..10]);
        Assert.Equal(expected, Run("bodspipelines", file + ".xml").Column("interests", "from"));
    }

    [Fact]
    public void Who_consolidates_or_manages_whom_is_as_the_other_program_says()
    {
        var leis = Expected("lei-updates-data2").ToDictionary(statement => statement.GetProperty("statementID").GetString()!, Lei);
        string? Party(JsonElement statement, string role) => leis.GetValueOrDefault(statement.GetProperty(role).GetProperty("describedByEntityStatement").GetString()!);
        var expected = Expected("rr-updates-data2").Select(statement => (Party(statement, "interestedParty"), Party(statement, "subject")))
            .Where(pair => pair is { Item1: not null, Item2: not null }).Select(pair => $"lei-{pair.Item1} lei-{pair.Item2}".ToLowerInvariant()).ToHashSet();
        Assert.NotEmpty(expected);
        Assert.Subset(Run("bodspipelines", "rr-updates-data2.xml").Table("interests").Select(row => $"{row["holder"]} {row["subject"]}").ToHashSet(), expected);
    }

    [Theory]
    [InlineData("lei-data")]
    [InlineData("lei-updates-data2")]
    [InlineData("lei-updates-data2-new")]
    public void Entities_have_the_names_and_countries_that_the_other_program_gives(string file)
    {
        var rows = Run("bodspipelines", file + ".xml").Table("entities").ToDictionary(row => row["id"]);
        foreach (var statement in Expected(file))
        {
            var row = rows["lei-" + Lei(statement).ToLowerInvariant()];
            Assert.Equal(statement.GetProperty("name").GetString(), row["name"]);
            Assert.Equal(statement.GetProperty("incorporatedInJurisdiction").GetProperty("code").GetString()![..2].ToLowerInvariant(), row["country"]);
        }
    }

    [Theory]
    [InlineData("repex-updates-data2")]
    [InlineData("repex-updates-data2-new")]
    public void Exceptions_have_the_reasons_that_the_other_program_gives(string file)
    {
        var run = Run("bodspipelines", file + ".xml");
        var found = run.Table("exceptions").Where(row => row["about"] != "owners").Select(row => $"{row["reason"]} {row["subject"]}").ToHashSet();
        // "This statement was created due to a REASON GLEIF Reporting Exception for LEI"
        var expected = Expected(file).SelectMany(statement => statement.GetProperty("annotations").EnumerateArray()).Select(note => note.GetProperty("description").GetString()!.Split(' '))
            .Where(words => words is ["This", "statement", ..]).Select(words => $"{words[7].ToLowerInvariant().Replace('_', '-')} lei-{words[^1].ToLowerInvariant()}").ToHashSet();
        Assert.Equal(expected.Count, found.Count + run.Skipped("delta file"));
        Assert.Subset(expected, found);
    }

    private static string Lei(JsonElement statement) => statement.GetProperty("identifiers").EnumerateArray().First(id => id.GetProperty("scheme").GetString() == "XI-LEI").GetProperty("id").GetString()!;

    private static List<JsonElement> Expected(string file) => [.. JsonDocument.Parse(File.ReadAllText(PathOf("bodspipelines", file + "-out.json"))).RootElement.EnumerateArray()];

    private static GleifRun Run(params string[] parts) => GleifRun.At(PathOf(parts));

    private static string PathOf(params string[] parts)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "the sample files of the register lie outside of the repository, and are not here");
        return Path.Combine([Folder, .. parts]);
    }
}
