using System.Text;
using Assay.Formats.Gleif;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>The golden copy as CSV: whole, in part, and damaged.</summary>
public sealed class CsvFileTests
{
    [Fact]
    public void The_line_is_right_after_a_line_break_in_quotes()
    {
        var run = GleifRun.Of($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},\"Reed\nWorks\",Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n{GleifText.Lei(2)},Sedge,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\nbad,Rush,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n");
        Assert.Equal([2, 4], run.Rows.Where(row => row.Table.Name == "entities").Select(row => row.Line));
        Assert.Equal(["Reed Works", "Sedge"], run.Column("entities", "name"));
        Assert.Equal(5, Assert.Single(run.Problems).Line);
    }

    [Fact]
    public void A_row_with_too_many_or_too_few_fields_is_reported_and_the_rest_read()
    {
        var run = GleifRun.Of($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},Reed, Works,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n{GleifText.Lei(2)},Sedge,Leeds\n\n{GleifText.Lei(3)},Rush,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n");
        Assert.Equal(["field-count 2", "field-count 3"], run.Problems.Select(problem => $"{problem.Code} {problem.Line}"));
        Assert.Equal("Rush", Assert.Single(run.Column("entities", "name")));
    }

    [Fact]
    public void A_few_columns_in_any_order_and_case_are_enough()
    {
        var run = GleifRun.Of($"\uFEFFregistration.registrationstatus,Entity.LegalName,lei\r\nISSUED,Reed,{GleifText.Child}\r\n");
        Assert.Equal("Reed", Assert.Single(run.Column("entities", "name")));
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("Entity.LegalName,Registration.RegistrationStatus", "LEI")]
    [InlineData("LEI,Entity.LegalName", "Registration.RegistrationStatus")]
    [InlineData("LEI,Exception.Category", "Exception.Reason.1")]
    [InlineData("Relationship.StartNode.NodeID,Relationship.RelationshipType", "Relationship.EndNode.NodeID")]
    public void A_column_that_must_be_there_is_asked_for_by_name(string header, string missing)
    {
        var run = GleifRun.Of(header + "\na,b,c\n");
        var problem = Assert.Single(run.Problems);
        Assert.Equal(("missing-column", 1), (problem.Code, problem.Line));
        Assert.EndsWith(missing, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_must_say_what_it_is_of()
    {
        var header = GleifText.RelationshipHeader.Replace(",Relationship.Period.2.periodType", "", StringComparison.Ordinal);
        Assert.EndsWith("Relationship.Period.2.periodType", Assert.Single(GleifRun.Of(header + "\n").Problems).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,country\nReed,GB\n", "not-gleif")]
    [InlineData("""{"records":[]}""", "not-gleif")]
    [InlineData("", "empty-file")]
    [InlineData(" \n", "empty-file")]
    [InlineData("LEI,LEI,Entity.LegalName,Registration.RegistrationStatus\n", "column-twice")]
    public void What_is_no_file_of_the_register_is_refused(string content, string code)
    {
        var run = GleifRun.Of(content);
        Assert.Empty(run.Rows);
        Assert.Equal(code, Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_the_reading_and_what_came_before_stays()
    {
        var run = GleifRun.Of($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},Reed,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n{GleifText.Lei(2)},\"Sedge,Leeds,GB\n{GleifText.Lei(3)},Rush,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n");
        Assert.Equal("Reed", Assert.Single(run.Column("entities", "name")));
        Assert.Equal(3, Assert.Single(run.Problems).Line);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = new EndlessStream(Encoding.UTF8.GetBytes($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},Reed,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n"), (byte)'x');
        var run = GleifRun.Of(endless);
        Assert.Single(run.Table("entities"));
        Assert.Equal(("record-too-long", 3), (Assert.Single(run.Problems).Code, run.Problems[0].Line));
        Assert.InRange(endless.Given, 0, 10 * GleifCsv.LongestRecord);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported_at_their_line_and_read_on()
    {
        var run = GleifRun.Of(Encoding.Latin1.GetBytes($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},Röhricht,Ulm,DE,DE,GENERAL,ACTIVE,,ISSUED\n{GleifText.Lei(2)},Sedge,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n"));
        Assert.Equal(["R\uFFFDhricht", "Sedge"], run.Column("entities", "name"));
        Assert.Equal(("not-utf8", 2), (Assert.Single(run.Problems).Code, run.Problems[0].Line));
    }

    [Fact]
    public void Utf16_with_its_mark_is_read()
    {
        var run = GleifRun.Of([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(GleifText.Entity(name: "Röhricht"))]);
        Assert.Equal("Röhricht", Assert.Single(run.Column("entities", "name")));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void A_packed_file_that_is_damaged_is_left_to_whoever_imports_it() =>
        Assert.Throws<InvalidDataException>(() => GleifRun.Of(new DamagedStream(Encoding.UTF8.GetBytes($"{GleifText.EntityHeader}\n{GleifText.Lei(1)},Reed"))));

    [Fact]
    public void A_deletion_in_a_column_takes_the_record_out()
    {
        var run = GleifRun.Of($"LEI,Exception.Category,Exception.Reason.1,Extension.Deletion.DeletedAt\n{GleifText.Child},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NO_LEI,2023-11-24T02:07:59Z\n{GleifText.Top},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NO_LEI,\n");
        Assert.Equal("lei-" + GleifText.Top.ToLowerInvariant(), Assert.Single(run.Column("exceptions", "subject")));
        Assert.Equal(1, run.Skipped("delta file"));
    }

    [Fact]
    public void What_is_not_kept_is_counted_once_for_each_record_that_has_it()
    {
        var run = GleifRun.Of($"LEI,Entity.LegalName,Entity.LegalAddress.City,Entity.LegalAddress.PostalCode,Entity.LegalForm.EntityLegalFormCode,Registration.RegistrationStatus,Flavour\n"
            + $"{GleifText.Lei(1)},Reed,Leeds,LS1,,ISSUED,sweet\n{GleifText.Lei(2)},Sedge,,LS2,2HBR,ISSUED,\n");
        Assert.Equal([2, 1, 1], [run.Skipped("addresses, of which"), run.Skipped("legal forms"), run.Skipped("does not have")]);
    }

    [Fact]
    public void A_user_who_stops_it_is_heard()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var content = GleifText.EntityHeader + "\n" + string.Concat(Enumerable.Repeat($"{GleifText.Child},Reed,Leeds,GB,GB,GENERAL,ACTIVE,,ISSUED\n", 5000));
        var file = new Formats.Imports.ImportFile("test", () => new MemoryStream(Encoding.UTF8.GetBytes(content)));
        Assert.Throws<OperationCanceledException>(() => GleifReader.Read(file, new Formats.Imports.ImportSink(file, "the-file", _ => { }, stopped.Token)));
    }

    // As a packed file whose second half is not what its check sum says.
    private sealed class DamagedStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var many ? many : throw new InvalidDataException("damaged");
    }
}
