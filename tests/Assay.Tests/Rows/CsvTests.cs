using Assay.Answers;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rows;
using Assay.Tests.Json;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.Rows;

public sealed class CsvTests
{
    private static readonly CheckedArticle Sample = SampleResult.Create();

    [Fact]
    public void A_finding_is_a_line_with_its_answer_in_figures()
    {
        var table = new CsvTable(FindingsCsv.Text(Sample));
        Assert.Equal(["c1", "c2", "c3", "c4", "c5"], table.Rows.Select(row => row["id"]));
        Assert.Equal(["true", "interval", "set", "rank", "unknown"], table.Rows.Select(row => row["answer_kind"]));
        Assert.Equal(("25.5", "30", "%"), (table.Rows[1]["answer_low"], table.Rows[1]["answer_high"], table.Rows[1]["answer_unit"]));
        Assert.Equal(("1", "3"), (table.Rows[3]["answer_low"], table.Rows[3]["answer_high"]));
        Assert.All(table.Rows.Zip(Sample.Findings), pair => Assert.Equal(pair.Second.Verdict.ToString(), pair.First["verdict"]));
        Assert.Equal("gazette|lost", table.Rows[0]["sources"]);
        Assert.Equal("https://example.org/hills", table.Rows[0]["source_urls"]);
    }

    [Fact]
    public void A_published_finding_says_where_it_stands_and_who_signed_it()
    {
        var row = new CsvTable(FindingsCsv.Text(Sample, Published.Signed(Sample))).Rows[0];
        Assert.Equal(("https://checks.example/desk/a/hills/c1", "Aигерім O'Neil", "2024-06-03"), (row["address"], row["signed_by"], row["signed_on"]));
        Assert.Equal(("", ""), (new CsvTable(FindingsCsv.Text(Sample, Published.Unsigned)).Rows[0]["signed_by"], new CsvTable(FindingsCsv.Text(Sample, Published.Unsigned)).Rows[0]["signed_on"]));
    }

    [Fact]
    public void A_row_of_several_claims_stands_once_and_names_them()
    {
        var row = Assert.Single(new CsvTable(RowsCsv.OfArticle(Sample)).Rows);
        Assert.Equal(("c1|c2|c3|c4|c5", "entities/northland", "entities", "reported", "hills/entities.csv:2"), (row["claims"], row["row"], row["table"], row["status"], row["place"]));
        Assert.Equal(("gazette|lost", "The Gazette|", "Hills of the year|", "2024|"), (row["sources"], row["source_publishers"], row["source_titles"], row["source_dates"]));
        Assert.DoesNotContain("claims", new CsvTable(RowsCsv.OfFinding(Sample, Sample.Findings[0])).Columns);
    }

    [Fact]
    public void Every_row_of_the_record_has_columns()
    {
        var evidence = EvidencePack.Embedded();
        var kinds = evidence.Statements.Select(row => row.GetType()).Distinct().ToList();
        Assert.True(kinds.Count > 12);
        Assert.All(evidence.Statements, row =>
        {
            var columns = RowColumns.Of(row);
            Assert.True(columns.Relation.Length > 0 && (columns.Subjects.Length > 0 || columns.Objects.Length > 0), row.Id.ToString());
        });
    }

    [Fact]
    public void The_rows_of_an_entity_are_those_that_name_it()
    {
        var evidence = EvidencePack.Embedded();
        var stake = evidence.Statements.OfType<Stake>().First();
        var rows = new CsvTable(RowsCsv.OfEntity(evidence, stake.Owner)).Rows;
        Assert.Contains(rows, row => row["row"] == stake.Id.ToString() && row["object"] == stake.Asset.ToString() && row["unit"] == "%" && row["object_name"] == evidence.NameOf(stake.Asset));
        Assert.Equal(evidence.StakesOf(stake.Owner).Length, rows.Count(row => row["table"] == "stakes" && row["subject"] == stake.Owner.ToString()));
        Assert.Empty(new CsvTable(RowsCsv.OfEntity(evidence, new EntityId("no-such-thing"))).Rows);
    }

    [Fact]
    public void No_text_becomes_a_formula_and_every_cell_comes_back()
    {
        foreach (var text in Published.HostileTexts)
        {
            var article = Published.With(text);
            var table = new CsvTable(FindingsCsv.Text(article, Published.Signed(article)));
            Assert.Equal(article.Findings.Length, table.Rows.Count);
            Assert.All(table.Rows.SelectMany(row => row.Values), cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal), cell.Length > 40 ? cell[..40] : cell));
            var quote = table.Rows[0]["quote"];
            Assert.DoesNotContain(quote, c => c < ' ' && c is not ('\t' or '\r' or '\n'));
            Assert.Equal(text.Length, quote.Length - (quote.StartsWith('\'') && !text.StartsWith('\'') ? 1 : 0));
        }
    }

    [Fact]
    public void A_negative_number_stays_a_number()
    {
        var finding = Sample.Findings[1];
        var below = finding with { Leading = finding.Leading with { Answer = (Answer.Interval)finding.Answer with { Value = new Bounds(-2.50m, -1m) } } };
        var row = Assert.Single(new CsvTable(FindingsCsv.Text(Sample with { Findings = [below] })).Rows);
        Assert.Equal(("-2.5", "-1"), (row["answer_low"], row["answer_high"]));
    }
}
