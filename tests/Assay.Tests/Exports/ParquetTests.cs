using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Imports;
using Assay.Formats.Mappings;
using Assay.Formats.Mappings.Tables;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary>The layout that other engines read.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_lie_in_folders_by_their_keys_and_keep_their_columns()
    {
        var evidence = ExportedRecord.Of(ExportedRecord.Entity("zz", "Land", EntityKind.State), ExportedRecord.Entity("a", "A", country: "zz"), ExportedRecord.Entity("b", "B", EntityKind.Fund, "zz"),
            ExportedRecord.Stake("a", "b", 25, 50, "2019-03"), ExportedRecord.Stake("b", "a", 12.5m, 12.5m, "2020", "2024"));
        PartitionKey[] keys = [PartitionKey.All.Single(key => key.Name == "country"), PartitionKey.All.Single(key => key.Name == "year")];
        var files = ExportFormat.Find("parquet")!.Files(ExportedRecord.Scope(evidence), new ExportReport(), keys);
        ExportedRecord.Write(files, _folder["lake"]);
        Assert.Contains("stakes/part_country=zz/part_year=2019/part-0.parquet", files.Select(file => file.Path));
        Assert.Contains($"entities/part_country=zz/part_year={PartitionKey.None}/part-0.parquet", files.Select(file => file.Path));
        var row = Assert.Single(Rows(_folder["lake/stakes/part_country=zz/part_year=2019/part-0.parquet"]));
        Assert.Equal(("stakes/a/b/2019-03", "25", "50", "2019-03", "2019-03-31", ""), (row["row"], row["share_min"], row["share_max"], row["from"], row["sure_from"], row["sure_to"]));
        var other = Assert.Single(Rows(_folder["lake/stakes/part_country=zz/part_year=2020/part-0.parquet"]));
        Assert.Equal(("12.5", "", "2024-01-01", "2024-12-31"), (other["share_pct"], other["share_min"], other["sure_to"], other["perhaps_to"]));
    }

    [Fact]
    public void What_nobody_confirmed_since_is_sure_until_then()
    {
        var lapsed = new OtherInterest { Id = new("interests/a/b"), Sources = [], Place = default, Holder = new("a"), Subject = new("b"), Type = "consolidation", Validity = new Validity(PartialDate.Parse("2010"), PartialDate.Parse("2020"), null, PartialDate.Parse("2014-06-01")) };
        ExportedRecord.Write(ExportFormat.Find("parquet")!.Files(ExportedRecord.Scope(ExportedRecord.Of(ExportedRecord.Entity("a", "A"), ExportedRecord.Entity("b", "B"), lapsed)), new ExportReport(), []), _folder["lake"]);
        var row = Assert.Single(Rows(_folder["lake/interests/part-0.parquet"]));
        Assert.Equal(("2014-06-01", "2014-06-02", "2020-12-31"), (row["lapsed"], row["sure_to"], row["perhaps_to"]));
    }

    [Theory]
    [InlineData("bods")]
    [InlineData("ftm")]
    public void Since_when_nobody_confirmed_it_is_told_as_lost_where_there_is_no_place_for_it(string format)
    {
        var lapsed = new OtherInterest { Id = new("interests/a/b"), Sources = [], Place = default, Holder = new("a"), Subject = new("b"), Type = "appointment-of-board", Validity = new Validity(PartialDate.Parse("2010-01-01"), null, null, PartialDate.Parse("2014-06-01")) };
        var report = new ExportReport();
        ExportedRecord.Written(format, ExportedRecord.Scope(ExportedRecord.Of(ExportedRecord.Entity("a", "A"), ExportedRecord.Entity("b", "B"), lapsed)), report);
        Assert.Contains(report.Losses, loss => loss.What == "since when an interest was not confirmed");
    }

    [Fact]
    public void Digits_that_a_double_does_not_have_are_told_of()
    {
        var report = new ExportReport();
        ExportFormat.Find("parquet")!.Files(ExportedRecord.Scope(ExportedRecord.Of(ExportedRecord.Entity("a", "A"), ExportedRecord.Entity("b", "B"), ExportedRecord.Stake("a", "b", 33.333333333333333333m, 33.333333333333333333m))), report, []);
        Assert.Equal("stakes/a/b/2020", report.Losses.Single().Rows.Single().ToString());
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var tables = InputTables.Of(ImportFile.At(path, () => Stream.Null).Single(), problem => Assert.Fail(problem.ToString()), _ => { });
        using var cursor = tables.All.Single().Open(new TextDialect(), problem => Assert.Fail(problem.ToString()));
        var rows = new List<Dictionary<string, string>>();
        var cells = new string[cursor.Columns.Count];
        while (cursor.TryNext(cells)) rows.Add(cursor.Columns.Zip(cells).ToDictionary());
        return rows;
    }
}
