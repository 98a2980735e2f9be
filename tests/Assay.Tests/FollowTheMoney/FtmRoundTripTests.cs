using CsCheck;
using System.Text;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.FollowTheMoney;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Xunit;

namespace Assay.Tests.FollowTheMoney;

/// <summary>What is written and read again is what it was; what cannot be is told.</summary>
public sealed class FtmRoundTripTests
{
    [Fact]
    public void What_the_format_holds_comes_back_as_it_was() => Records.Sample(rows =>
    {
        var report = new ExportReport();
        var back = FtmRun.Of(FtmRecords.Export(FtmRecords.Scope(rows), report));
        Assert.Empty(back.Sink.Problems);
        Assert.Equal(FtmRecords.Texts(rows), FtmRecords.Texts(back.Rows));
        Assert.DoesNotContain(report.Losses, loss => !loss.What.StartsWith("weak status", StringComparison.Ordinal));
    }, iter: 300);

    [Fact]
    public void What_is_written_is_valid() => Records.Sample(rows =>
    {
        Assert.SkipWhen(FtmRun.Samples is null, "The standard's schema lies beside the checkout, and is not there.");
        FtmRecords.AssertValid(FtmRecords.Export(FtmRecords.Scope(rows), new ExportReport()));
    }, iter: 50);

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Records.Sample(rows =>
        Assert.Equal(FtmRecords.Export(FtmRecords.Scope(rows), new ExportReport()), FtmRecords.Export(FtmRecords.Scope(rows), new ExportReport())), iter: 20);

    [Theory]
    [InlineData("yente/zala/entities.ftm.json", 14)]
    [InlineData("yente/parteispenden/entities.ftm.json", 0)]
    [InlineData("yente/t1/entities.ftm.json", 0)]
    [InlineData("yente/t2/20240527194702-wnk/entities.delta.json", 0)]
    [InlineData("yente/t2/20240528014702-pfh/entities.delta.json", 0)]
    [InlineData("yente/t2/20240528134729-3iv/entities.delta.json", 0)]
    [InlineData("nomenklatura/donations.jsonl", 0)]
    public void A_real_file_is_the_same_when_it_is_read_written_and_read(string sample, int stakes)
    {
        Assert.SkipWhen(FtmRun.Samples is null, "Real files lie beside the checkout, and are not there.");
        var first = FtmRun.Of(File.ReadAllBytes(Path.Combine(FtmRun.Samples!, sample)));
        Assert.Empty(first.Sink.Problems);
        Assert.Equal(stakes, first.Table("stakes").Count());
        Assert.NotEmpty(first.Table("entities"));
        var written = FtmRecords.Export(FtmRecords.Scope(first.Rows), new ExportReport());
        FtmRecords.AssertValid(written);
        var second = FtmRun.Of(written);
        Assert.Empty(second.Sink.Problems);
        // A file that names no data set becomes one. An end is no row: other rows end by it.
        Assert.Equal(FtmRecords.Texts(first.Rows.Where(row => row.Table.Name is not ("sources" or "ends"))), FtmRecords.Texts(second.Rows.Where(row => row.Table.Name != "sources")).Select(text => text.Replace(",ftm-data-file,", ",file,", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_packs_that_come_with_the_program_are_valid_when_written_and_what_is_lost_is_told()
    {
        var evidence = EvidencePack.Embedded();
        var report = new ExportReport();
        var written = FtmRecords.Export(new ExportScope(evidence, evidence.Statements), report);
        if (FtmRun.Samples is not null) FtmRecords.AssertValid(written);
        foreach (var lost in (string[])["agreements", "measures", "routes", "completeness", "regimes", "entities of kind place", "kind state: written as PublicBody"])
            Assert.Contains(report.Losses, loss => loss.What == lost && loss.Count > 0);

        // Every stake is written or told as lost.
        var back = FtmRun.Of(written);
        Assert.Empty(back.Sink.Problems);
        var lostStakes = report.Losses.Where(loss => loss.What is "stakes of which the format cannot name both ends" or "stakes that are planned" or "stakes of nothing").Sum(loss => loss.Count);
        Assert.Equal(evidence.Statements.OfType<Stake>().Count(), back.Table("stakes").Count() + lostStakes);
    }

    [Fact]
    public void Every_type_of_interest_status_of_a_member_and_role_is_read_back_from_its_words()
    {
        Assert.All(Vocabulary.InterestTypes.All, type => Assert.Equal(new RoleReading(RoleMeaning.Interest, type, null), FtmRoles.Of(FtmRoles.Interest(type))));
        Assert.All(Vocabulary.MembershipStatuses.All, status => Assert.Equal(new RoleReading(RoleMeaning.Membership, status, null), FtmRoles.Of(status.Replace('-', ' '))));
        Assert.All(Vocabulary.Roles.All, role => Assert.Equal(new RoleReading(RoleMeaning.Operation, role, null), FtmRoles.Of(role.Replace('-', ' '))));
        Assert.All(Vocabulary.StakeStatuses.All.Where(status => status != "reported"), status => Assert.Equal(new RoleReading(RoleMeaning.Stake, status, null), FtmRoles.Of(status)));
    }

    // Rows as the reader would make them of a file: ids that were given there, one data set.
    private static Gen<List<ImportedRow>> Records
    {
        get
        {
            string[] kinds = ["company", "group", "company", "person", "asset", "project", "agency", "organization"];
            const int PublicBody = 7;
            var date = OneOf("", "1999", "2005-03", "2012-06-30");
            var text = OneOf("", "as the register has it", "Über 25 %; „so“");
            // A date seen tells something only where the first day is not known.
            var times = Gen.Select(date, OneOf("", "2020", "2021-05-01"), OneOf("", "2015", "2018-02-03")).Select((from, to, seen) => (from, to, seen: from.Length == 0 ? seen : ""));
            var link = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 6], times, text, SharePhraseTests.Ranges, Gen.Int[0, 1000]);
            return Gen.Select(OneOf("", "kz", "gb", "ussr"), link.Array[0, 12]).Select((country, links) =>
            {
                var rows = new List<ImportedRow>();
                var sink = new ImportSink(new ImportFile("x", () => Stream.Null), "file", rows.Add);
                var source = ImportedId.Of("ftm-data", "a_b");
                sink.Add(1, "sources", ("id", source), ("publisher", "a_b"), ("title", $"{FtmSources.Title}a_b]"), ("kind", "reference"));
                for (var i = 0; i < kinds.Length; i++)
                {
                    sink.Add(1, "entities", ("id", Id(i)), ("kind", kinds[i]), ("name", $"Name {i}"), ("aliases", i % 2 == 0 ? $"Other {i}|Name, {i} \"x\"" : ""), ("country", kinds[i] is "person" or "agency" && country == "ussr" ? "" : country),
                        ("identifiers", kinds[i] == "company" ? $"ftm:e{i}|isin:XX{i}|ftm:old-{i}" : $"ftm:e{i}"), ("sources", source), ("note", i == PublicBody && country == "gb" ? FtmThings.PublicBody : ""));
                    if (country.Length > 0 && kinds[i] is not ("person" or "agency")) sink.Add(1, "domiciles", ("entity", Id(i)), ("country", country), ("sources", source));
                }
                foreach (var (number, (from, to, table, (begin, end, seen), note, range, pick)) in links.Index())
                {
                    (string, string)[] told = [("from", begin), ("to", end), ("sources", source), ("note", note)];
                    switch (table)
                    {
                        case 0 when isParty(from) && kinds[to] is "company" or "asset" or "project":
                            var interest = kinds[to] == "project" || pick % 5 == 0 ? "participating" : pick % 5 == 1 ? "votes" : "shares";
                            sink.Add(1, "stakes", [.. told, ("owner", Id(from)), ("asset", Id(to)), ("seen", seen), ("interest", interest), ("status", pick % 7 == 0 ? "assumed" : "reported"),
                                ("share_pct", range.IsExact ? range.LeastCell : ""), ("share_min", range.IsExact ? "" : range.LeastCell), ("share_max", range.IsExact ? "" : range.MostCell)]);
                            break;
                        case 1 when isParty(from) && isBody(to):
                            sink.Add(1, "memberships", [.. told, ("member", Id(from)), ("body", Id(to)), ("seen", seen), ("status", Word(Vocabulary.MembershipStatuses.All, pick))]);
                            break;
                        case 2 when isParty(from) && isBody(to):
                            sink.Add(1, "positions", [.. told, ("person", Id(from)), ("office", Word(["director", "chief-executive", "member-of-board"], pick)), ("of", Id(to)), ("seen", seen)]);
                            break;
                        case 3:
                            var type = Word(Vocabulary.InterestTypes.All, pick);
                            if (kinds[to] == "project" && type == "project-participant" && !isParty(from)) break;
                            sink.Add(1, "interests", [.. told, ("holder", Id(from)), ("subject", Id(to)), ("type", type), ("directness", Word(["", "direct", "indirect", "unknown"], pick)), ("seen", seen)]);
                            break;
                        case 4 when isParty(from):
                            sink.Add(1, "operations", [.. told, ("operator", Id(from)), ("asset", Id(to)), ("role", Word(Vocabulary.Roles.All, pick))]);
                            break;
                        case 5 when isParty(from) && isParty(to) && from != to:
                            sink.Add(1, "events", [.. told, ("id", $"ftm-s{number}"), ("kind", "succession"), ("title", "One goes up in another"), ("participants", $"{Id(from)}|{Id(to)}"), ("status", "happened")]);
                            break;
                    }
                }
                Assert.Empty(sink.Problems);
                return rows;

                bool isParty(int i) => kinds[i] is not ("asset" or "project");
                bool isBody(int i) => kinds[i] is "company" or "group" or "agency" or "organization";
            });
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Id(int number) => $"ftm-e{number}";

    private static string Word(IEnumerable<string> words, int pick) => words.ElementAt(pick % words.Count());
}
