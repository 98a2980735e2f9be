using System.IO.Compression;
using System.Text;
using Assay.Formats.Gleif;
using CsCheck;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>The standard's XML: whole, and damaged or made to harm.</summary>
public sealed class XmlFileTests
{
    [Fact]
    public void The_header_is_a_source_of_its_own()
    {
        var run = GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity));
        var source = Assert.Single(run.Table("sources"));
        Assert.Equal("2023-06-05", source["date"]);
        Assert.Equal(source["id"], Assert.Single(run.Column("entities", "sources")));
    }

    [Fact]
    public void The_line_is_that_on_which_the_record_begins() =>
        Assert.Equal(5, Assert.Single(GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity)).Rows, row => row.Table.Name == "entities").Line);

    [Theory]
    [InlineData("<!DOCTYPE lei:LEIData [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE lei:LEIData SYSTEM \"http://elsewhere.example/leidata.dtd\">")]
    [InlineData("<!DOCTYPE lei:LEIData [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>")]
    public void A_document_type_is_refused_with_what_it_would_bring(string prolog)
    {
        var run = GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity, prolog));
        Assert.Empty(run.Rows);
        Assert.Equal(("document-type", 1), (Assert.Single(run.Problems).Code, run.Problems[0].Line));
    }

    [Fact]
    public void An_entity_that_nobody_declared_ends_the_reading()
    {
        var run = GleifRun.Of(GleifText.EntityXml("<lei:LegalName>&secret;</lei:LegalName>"));
        Assert.Empty(run.Table("entities"));
        Assert.Equal(("bad-xml", 5), (Assert.Single(run.Problems).Code, run.Problems[0].Line));
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var run = GleifRun.Of(GleifText.EntityXml(string.Concat(Enumerable.Repeat("<lei:Entity>", 100_000))));
        Assert.Empty(run.Table("entities"));
        Assert.Equal("too-deep", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void A_text_that_is_too_overlongcosts_its_record_alone()
    {
        var text = GleifText.EntityXml(GleifText.PlainEntity);
        var overlong = text.Replace("Reed Works Ltd", new string('x', GleifXml.LongestText + 1), StringComparison.Ordinal);
        var both = overlong[..overlong.IndexOf("</lei:LEIRecords>", StringComparison.Ordinal)] + text[text.IndexOf("<lei:LEIRecord>", StringComparison.Ordinal)..];
        var run = GleifRun.Of(both);
        Assert.Equal("Reed Works Ltd", Assert.Single(run.Column("entities", "name")));
        Assert.Equal("record-too-long", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void A_record_with_parts_without_end_is_left_out() =>
        Assert.Equal("record-too-long", Assert.Single(GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity + string.Concat(Enumerable.Repeat("<lei:SuccessorEntity/>", GleifXml.MostParts)))).Problems).Code);

    [Fact]
    public void Names_without_end_are_refused() =>
        Assert.Equal("too-many-names", Assert.Single(GleifRun.Of(GleifText.EntityXml(string.Concat(Enumerable.Range(0, 6000).Select(i => $"<a{i}/>")))).Problems).Code);

    [Fact]
    public void A_second_file_behind_the_first_is_reported_and_the_first_kept()
    {
        var text = GleifText.EntityXml(GleifText.PlainEntity);
        var run = GleifRun.Of(text + text);
        Assert.Single(run.Table("entities"));
        Assert.Equal("bad-xml", Assert.Single(run.Problems).Code);
    }

    [Theory]
    [InlineData("<lei:LegalName>")]
    [InlineData("<lei:LegalName lang='")]
    [InlineData("<lei:")]
    [InlineData("<lei:LegalName><![CDATA[")]
    [InlineData("<!--")]
    public void A_text_or_tag_without_end_is_refused_before_it_fills_the_memory(string begin)
    {
        var whole = GleifText.EntityXml(begin);
        var endless = new EndlessStream(Encoding.UTF8.GetBytes(whole[..(whole.IndexOf(begin, StringComparison.Ordinal) + begin.Length)]), (byte)'x');
        var run = GleifRun.Of(endless);
        Assert.Equal("bad-xml", Assert.Single(run.Problems).Code);
        Assert.InRange(endless.Given, 0, 4 * MarkupLimit.Longest);
    }

    [Fact]
    public void A_file_that_breaks_off_gives_the_records_before_and_no_half_one() =>
        Gen.Int[0, 4000].Sample(length =>
        {
            var whole = Several(6);
            var cut = Math.Min(length, whole.Length - 1);
            var run = GleifRun.Of(whole[..cut]);
            var complete = whole[..cut].Split("</lei:LEIRecord>").Length - 1;
            return run.Table("entities").Count == complete && (run.Problems.Count == 1 || cut < 2);
        });

    [Fact]
    public void Whatever_byte_is_changed_nothing_is_thrown() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Byte).Sample((at, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Several(3));
            bytes[at % bytes.Length] = value;
            return GleifRun.Of(bytes).Table("entities").Count <= 3;
        });

    [Fact]
    public void A_byte_that_is_no_utf8_damages_one_name_and_not_the_file()
    {
        var bytes = Encoding.UTF8.GetBytes(Several(3));
        bytes[bytes.AsSpan().IndexOf("Reed 1"u8)] = 0xFF;
        var run = GleifRun.Of(bytes);
        Assert.Equal(["Reed 0", "\uFFFDeed 1", "Reed 2"], run.Column("entities", "name"));
        Assert.Equal("not-utf8", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void Latin_1_that_is_declared_is_read() =>
        Assert.Equal("Röhricht", Assert.Single(GleifRun.Of(Encoding.Latin1.GetBytes(GleifText.EntityXml(GleifText.PlainEntity.Replace("Reed Works Ltd", "Röhricht", StringComparison.Ordinal)).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal))).Column("entities", "name")));

    [Theory]
    [InlineData("<html><body/></html>")]
    [InlineData("<lei:LEIData xmlns:lei=\"http://elsewhere.example/leidata/2016\"/>")]
    [InlineData("<LEIData/>")]
    public void Other_xml_is_refused(string content) => Assert.Equal("not-gleif", Assert.Single(GleifRun.Of(content).Problems).Code);

    [Fact]
    public void Prefixes_are_the_files_own_choice()
    {
        var text = GleifText.EntityXml(GleifText.PlainEntity).Replace("<lei:", "<", StringComparison.Ordinal).Replace("</lei:", "</", StringComparison.Ordinal).Replace("xmlns:lei=", "xmlns=", StringComparison.Ordinal);
        Assert.Equal("Reed Works Ltd", Assert.Single(GleifRun.Of(text).Column("entities", "name")));
    }

    [Fact]
    public void A_file_in_an_archive_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("assay-gleif-");
        try
        {
            var path = Path.Combine(folder.FullName, "lei.zip");
            using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
            using (var entry = new StreamWriter(archive.CreateEntry("20230605-lei.xml").Open()))
                entry.Write(GleifText.EntityXml(GleifText.PlainEntity));
            var run = GleifRun.At(path);
            Assert.Single(run.Table("entities"));
            Assert.EndsWith("lei.zip!20230605-lei.xml", run.Rows[0].File, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Several(int count)
    {
        var one = GleifText.EntityXml(GleifText.PlainEntity);
        var (begin, end) = (one.IndexOf("<lei:LEIRecord>", StringComparison.Ordinal), one.IndexOf("</lei:LEIRecords>", StringComparison.Ordinal));
        var records = Enumerable.Range(0, count).Select(i => one[begin..end].Replace(GleifText.Child, GleifText.Lei(i), StringComparison.Ordinal).Replace("Reed Works Ltd", $"Reed {i}", StringComparison.Ordinal));
        return one[..begin] + string.Concat(records) + one[end..];
    }
}
