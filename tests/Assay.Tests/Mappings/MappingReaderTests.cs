using System.Text;
using Assay.Formats.Exports;
using Assay.Formats.Imports;
using Assay.Formats.Mappings;
using Assay.Tests.Cli;
using Assay.Tests.Exports;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Assay.Tests.Mappings;

/// <summary>Tables become the rows that the mapping says, and what does not is told.</summary>
public sealed class MappingReaderTests : IDisposable
{
    private const string Map = """
        mapping: 1
        sources:
          - { id: register, publisher: Registry, title: Register, date: "2024-05-01" }
        inputs:
          - { name: holdings, decimal: ",", dates: [dd.MM.yyyy], missing: ["-"] }
        translations:
          forms: { values: { AG: company, Herr: person } }
        rows:
          - table: entities
            columns: { id: { column: Owner, scheme: reg }, kind: { column: Form, translate: forms }, name: Owner }
          - table: stakes
            where: { State: { not: [gone] } }
            columns: { owner: { column: Owner, scheme: reg }, asset: { column: Asset, scheme: reg }, share: Share, interest: { value: shares }, status: { value: reported }, from: Since }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shares_dates_and_words_become_those_of_the_record()
    {
        var made = MappedRows.OfText("Owner;Form;Asset;Share;Since;State\nalpha;AG;beta;12,5 %;31.12.2020;\nalpha;AG;gamma;25-50;2019;\nalpha;AG;delta;>25;-;\nmax;Herr;beta;-;2018-05;gone\n", Map);
        Assert.Empty(made.Problems);
        Assert.Equal(["reg-alpha,company,alpha,,,,", "reg-max,person,max,,,,"], made.Of("entities"));
        Assert.Equal(["reg-alpha,reg-beta,12.5,,,shares,reported,2020-12-31,,", "reg-alpha,reg-gamma,,25,50,shares,reported,2019,,", "reg-alpha,reg-delta,,>25,100,shares,reported,,,2024-05-01"], made.Of("stakes"));
        Assert.All(made.Rows.Where(row => row.Table.Name != "sources"), row => Assert.Contains("register", row.Cells));
    }

    [Fact]
    public void A_share_is_read_by_the_signs_that_the_mapping_names_and_by_no_others()
    {
        var map = Map.Replace("decimal: \",\"", "decimal: \",\", thousands: \".\"", StringComparison.Ordinal);
        var made = MappedRows.OfText("Owner;Form;Asset;Share;Since;State\na;AG;b;1.000;;\na;AG;c;1.234;;\na;AG;d;12,500;;\n", map);
        Assert.Equal(["2 share-range", "3 share-range"], made.Codes);
        Assert.Equal(["reg-a,reg-d,12.5,,,shares,reported,,,2024-05-01"], made.Of("stakes"));
    }

    [Fact]
    public void A_bad_row_is_told_with_its_line_and_the_others_are_read()
    {
        var made = MappedRows.OfText("Owner;Form;Asset;Share;Since;State\na;AG;b;lots;;\na;AG;b;101;;\na;AG;b;5;30.02.2020;\n\"multi\nline\";AG;b;5;;\na;Verein;b;5;2020;\na;AG;b\nz;AG;b;7;2020;\n", Map);
        Assert.Equal(["2 share", "3 share-range", "4 bad-date", "7 no-translation", "8 field-count"], made.Codes);
        Assert.Contains("reg-z,reg-b,7,,,shares,reported,2020,,", made.Of("stakes"));
        Assert.All(made.Problems, problem => Assert.Equal("table.csv", problem.File));
        Assert.Equal(9, made.Rows.Single(row => row.Cells[0] == "reg-z" && row.Table.Name == "stakes").Line);
    }

    [Fact]
    public void Columns_rows_and_tables_without_a_place_are_told()
    {
        var made = MappedRows.OfText("Owner;Form;Asset;Share;Since;State;Phone\na;AG;b;5;;gone;1\n", Map.Replace("  - table: entities\n    columns", "  - table: entities\n    where: { Form: [Herr] }\n    columns", StringComparison.Ordinal));
        Assert.Equal(["columns that the mapping does not use (table: Phone)", "rows that no part of the mapping takes (table)"], made.Skips.Select(skip => skip.What));
        var other = MappedRows.OfText("A\n1\n", Map.Replace("name: holdings,", "name: holdings, file: other.csv,", StringComparison.Ordinal));
        Assert.Equal("tables that the mapping has no input for (table)", Assert.Single(other.Skips).What);
    }

    [Fact]
    public void A_column_that_the_table_does_not_have_is_told_once_at_the_mapping()
    {
        var made = MappedRows.OfText("Owner;Form;Asset;Shares;Since;State\na;AG;b;5;;\na;AG;c;5;;\n", Map);
        var problem = Assert.Single(made.Problems);
        Assert.Equal(("no-such-column", "map.yaml"), (problem.Code, problem.File));
        Assert.Contains("'Shares'", problem.Mend, StringComparison.Ordinal);
        Assert.Equal(["reg-a,company,a,,,,"], made.Of("entities"));
    }

    [Theory]
    [InlineData("Owner,Form,Asset,Share,Since,State\na,AG,b,\"5,5\",,\n")]
    [InlineData("Owner\tForm\tAsset\tShare\tSince\tState\na\tAG\tb\t5,5\t\t\n")]
    [InlineData("Owner|Form|Asset|Share|Since|State\na|AG|b|5,5||\n")]
    [InlineData("\uFEFFOwner;Form;Asset;Share;Since;State\r\na;AG;b;5,5;;\r\n")]
    public void What_stands_between_cells_is_found_out(string text)
    {
        var made = MappedRows.OfText(text, Map);
        Assert.Empty(made.Problems);
        Assert.Equal("reg-a,reg-b,5.5,,,shares,reported,,,2024-05-01", Assert.Single(made.Of("stakes")));
    }

    [Fact]
    public void Lines_before_the_table_comments_and_another_encoding_are_named_in_the_mapping()
    {
        var map = Map.Replace("name: holdings,", "name: holdings, skip: 2, comment: \"#\", encoding: windows-1251, delimiter: \";\", quote: \"'\",", StringComparison.Ordinal);
        var bytes = TextEncodings.Find("windows-1251")!.GetBytes("Register\nof 2024\nOwner;Form;Asset;Share;Since;State\n# note\n'Альфа; и Ко';AG;b;5;;\n");
        var made = MappedRows.OfBytes(bytes, map);
        Assert.Empty(made.Problems);
        Assert.Equal("Альфа; и Ко", Assert.Single(made.Rows, row => row.Table.Name == "entities").Cells[2]);
        Assert.Equal(5, made.Rows.Single(row => row.Table.Name == "entities").Line);
        Assert.Equal(["1 not-utf8"], MappedRows.OfBytes(bytes, Map.Replace("name: holdings,", "name: holdings, skip: 2,", StringComparison.Ordinal)).Codes.Select(code => "1 " + code.Split(' ')[1]).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Owner;Form\n\"a;AG\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("{ \"resources\": 3 }")]
    [InlineData("{ nothing")]
    [InlineData("PAR1 and then nothing of the kind")]
    public void A_damaged_file_is_a_problem_and_no_fault(string text) => Assert.NotEmpty(MappedRows.OfText(text, Map).Problems);

    [Fact]
    public void A_quote_that_is_never_closed_does_not_take_the_memory_of_a_register()
    {
        var text = new StringBuilder("Owner;Form;Asset;Share;Since;State\na;AG;b;5;;\nb;AG;\"");
        text.Append('x', 17 << 20);
        var made = MappedRows.OfText(text.ToString(), Map);
        Assert.Equal("long-row", Assert.Single(made.Problems).Code);
        Assert.Single(made.Of("stakes"));
    }

    [Fact]
    public void A_database_is_read_without_running_what_is_in_it()
    {
        var path = _folder["register.db"];
        using (var database = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = """"
                CREATE TABLE "the ""holdings""" (Owner TEXT, Form TEXT, Asset TEXT, Share REAL, Since TEXT, State TEXT, Twice AS (Share * 2));
                CREATE TABLE log (line TEXT);
                CREATE VIEW holdings_view AS SELECT * FROM log;
                CREATE TRIGGER every AFTER INSERT ON "the ""holdings""" BEGIN INSERT INTO log VALUES ('written'); END;
                INSERT INTO "the ""holdings""" VALUES ('a', 'AG', 'b', 12.5, '2020-01-01 00:00:00', NULL);
                """";
            command.ExecuteNonQuery();
        }
        var before = File.ReadAllBytes(path);
        var made = MappedRows.OfFile(path, MappedRows.Read(Map.Replace("name: holdings, decimal: \",\"", "name: holdings, table: 'the \"holdings\"'", StringComparison.Ordinal)));
        Assert.Empty(made.Problems);
        Assert.Equal("reg-a,reg-b,12.5,,,shares,reported,2020-01-01,,", Assert.Single(made.Of("stakes")));
        Assert.Contains(made.Skips, skip => skip.What == "views of a database (holdings_view)");
        Assert.Contains(made.Skips, skip => skip.What == "tables that the mapping has no input for (log)");
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["register.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_damaged_database_is_a_problem()
    {
        var bytes = new byte[4096];
        "SQLite format 3\0"u8.CopyTo(bytes);
        Assert.Equal("bad-database", Assert.Single(MappedRows.OfFile(_folder.Write("x.db", bytes), MappedRows.Read(Map)).Problems).Code);
    }

    [Fact]
    public void Parquet_of_an_export_is_read_as_a_table()
    {
        var evidence = ExportedRecord.Of(ExportedRecord.Entity("a", "A"), ExportedRecord.Entity("b", "B"), ExportedRecord.Stake("a", "b", 25, 50, "2019-03"));
        ExportedRecord.Write(ExportFormat.Find("parquet")!.Files(ExportedRecord.Scope(evidence), new ExportReport(), []), _folder["lake"]);
        var made = MappedRows.OfFile(_folder["lake/stakes/part-0.parquet"], MappedRows.Read("""
            mapping: 1
            rows:
              - table: stakes
                columns: { owner: owner, asset: asset, share_pct: share_pct, share_min: share_min, share_max: share_max, interest: interest, status: status, from: from }
            """));
        Assert.Empty(made.Problems);
        Assert.Equal("a,b,,25,50,shares,reported,2019-03,,", Assert.Single(made.Of("stakes")));
    }

    [Fact]
    public void A_package_says_how_its_tables_are_written_and_what_they_refer_to()
    {
        Directory.CreateDirectory(_folder["data"]);
        File.WriteAllText(_folder["data/stakes.txt"], "a|b|12,5|31/12/2020\na|c|nil|x\n");
        File.WriteAllText(_folder["firms.csv"], "id\nb\n");
        File.WriteAllText(_folder["datapackage.json"], """
            { "name": "p", "resources": [
              { "name": "stakes", "path": "data/stakes.txt", "dialect": { "delimiter": "|", "header": false },
                "schema": { "fields": [ { "name": "who" }, { "name": "what" }, { "name": "part", "decimalChar": "," }, { "name": "day", "type": "date", "format": "%d/%m/%Y" } ], "missingValues": ["nil"],
                  "foreignKeys": [ { "fields": "what", "reference": { "resource": "firms", "fields": "id" } }, { "fields": "who", "reference": { "package": "https://example.org/datapackage.json", "resource": "x", "fields": "id" } } ] } },
              { "name": "firms", "path": ["firms.csv"] }, { "name": "far", "path": "https://example.org/x.csv" }, { "name": "up", "path": "../x.csv" }, { "name": "gone", "path": "gone.csv" } ] }
            """);
        var made = MappedRows.OfFile(_folder["datapackage.json"], MappedRows.Read("""
            mapping: 1
            inputs: [{ name: stakes, table: stakes }]
            rows:
              - table: stakes
                columns: { owner: { column: who, scheme: f }, asset: { column: what, scheme: f }, share: part, interest: { value: shares }, status: { value: reported }, from: day }
            """));
        Assert.Equal(["f-a,f-b,12.5,,,shares,reported,2020-12-31,,"], made.Of("stakes"));
        Assert.Equal(["0 outside", "0 missing-file", "2 bad-date", "2 foreign-key"], made.Codes);
        Assert.Contains(made.Skips, skip => skip.What == "resources that lie elsewhere (https://example.org/x.csv)");
        Assert.Contains(made.Skips, skip => skip.What == "foreign keys into another package, which are not checked (stakes)");
    }
}
