using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assay.Tests.Cli;
using Assay.Tests.Json;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>Every view in every format: by its contract, and the same bytes each time.</summary>
public sealed class RecordFormatTests
{
    public static TheoryData<string> Lines =>
    [
        "own kz --of crude-oil --at 2024 --by country", "own tengiz", "own kazatomprom --at 2020-06", "members csto --at 2022-01-06", "members the-west", "agreements kz gb --at 2025-06-17",
        "agreements kz --kind minerals", "rank uranium --at 2023", "routes crude-oil kz --at 2025", "ties kz ru --since 2022-01-01", "ties us cn", "ask \"Kazakhstan is a member of NATO.\" --at 2025",
        "ask \"Who owns Tengiz?\"",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_json_of_a_view_keeps_to_its_schema(string line)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("docs", "formats", "records.schema.json")));
        foreach (var proofs in (string[])["", " --explain"])
        {
            var run = InProcess.Run(InProcess.Split($"{line} --format json{proofs}"));
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            using var output = JsonDocument.Parse(run.Output);
            Assert.Empty(new SchemaCheck(schema.RootElement).Check(output.RootElement));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_row_of_a_table_as_csv_has_as_many_fields_as_the_header(string line)
    {
        var run = InProcess.Run(InProcess.Split($"{line} --format csv"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(run.Output));
        var rows = 0;
        while (reader.Read())
        {
            Assert.Equal(reader.FieldCount, reader.RowFieldCount);
            Assert.Contains(reader.GetString(reader.GetOrdinal("held")), (string[])["true", "unknown"]);
            rows++;
        }
        Assert.True(rows > 0);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_page_of_a_view_runs_nothing_and_its_links_lead_somewhere(string line)
    {
        var run = InProcess.Run(InProcess.Split($"{line} --format html"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var page = new HtmlParser().ParseDocument(run.Output);
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, link, img, form, use, image"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.NotNull(page.GetElementById(element.GetAttribute("aria-labelledby")!)));
        Assert.All(page.QuerySelectorAll("svg[role=img]"), picture => Assert.NotEmpty(picture.QuerySelector("title")!.TextContent));
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_same_line_gives_the_same_text_without_escapes(string line)
    {
        var run = InProcess.Run(InProcess.Split(line));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(run.Output, InProcess.Run(InProcess.Split(line)).Output);
    }

    [Fact]
    public void A_proof_is_printed_only_when_it_is_asked_for()
    {
        var plain = InProcess.Run("own", "tengiz", "--by", "country").Output;
        var explained = InProcess.Run("own", "tengiz", "--by", "country", "--explain").Output;
        Assert.DoesNotContain("(rule: ", plain, StringComparison.Ordinal);
        Assert.Contains("(rule: ", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gets_the_format_of_its_ending()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, begins) in (ReadOnlySpan<(string, string)>)[("a.json", "{"), ("a.csv", "table,"), ("a.html", "<!DOCTYPE html>"), ("a.txt", "Who owns")])
        {
            Assert.Equal((0, ""), InProcess.Run("own", "tengiz", "--out", folder[name]) is var run ? (run.ExitCode, run.Output) : default);
            Assert.StartsWith(begins, File.ReadAllText(folder[name]), StringComparison.Ordinal);
        }
    }
}
