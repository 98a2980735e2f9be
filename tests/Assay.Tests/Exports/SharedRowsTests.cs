using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Tests.Registers;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary>Imported packs may have ids that others have too: of one pack its own rows are exported, of several each thing once.</summary>
public sealed class SharedRowsTests : IDisposable
{
    private static readonly (string, string[])[] s_one =
    [
        ("sources", ["s1", "Publisher", "Source of one", "", "", "news"]),
        ("sources", ["s2", "Registrar", "The register", "2020", "", "primary"]),
        ("entities", ["x", "company", "Zorvex Mining", "Zx", "a", "", "lei:1", "s1", ""]),
        ("entities", ["y", "company", "Brimholt Holdings", "", "a", "", "", "s2", ""]),
        ("domiciles", ["x", "a", "", "", "s1", ""]),
        ("stakes", ["y", "x", "60", "", "", "shares", "reported", "2015", "", "", "s1", ""]),
        ("stakes", ["y", "x", "5", "", "", "votes", "reported", "2015", "", "", "s2", "as filed"]),
        ("events", ["m1", "succession", "One follows", "", "x|y", "2016", "", "happened", "s1", ""]),
    ];

    private static readonly (string, string[])[] s_two =
    [
        ("sources", ["s1", "Publisher", "Source of two", "", "", "news"]),
        ("sources", ["s2", "Registrar", "The register", "2020", "", "primary"]),
        ("entities", ["x", "organization", "ZORVEX MINING PLC", "", "a", "", "ftm:9", "s1", ""]),
        ("entities", ["y", "company", "Brimholt Holdings", "", "a", "", "", "s2", ""]),
        ("domiciles", ["x", "a", "", "", "s1", ""]),
        ("stakes", ["y", "x", "40", "", "", "shares", "reported", "2015", "", "", "s1", ""]),
        ("stakes", ["y", "x", "5", "", "", "votes", "reported", "2015", "", "", "s1", "as seen"]),
        ("events", ["m1", "succession", "One follows", "", "x|y", "2017", "", "happened", "s1", ""]),
    ];

    private readonly RegisterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("one", false)]
    [InlineData("two", false)]
    [InlineData("one", true)]
    [InlineData("two", true)]
    public void Of_a_pack_its_own_rows_are_exported_whatever_lies_beside_it(string name, bool isRegister)
    {
        Write(isRegister);
        var scope = new ExportSelection(AsTold("packs"), new ExportReport()).OfPack(name);
        var alone = new ExportSelection(AsTold("packs/base", $"packs/{name}"), new ExportReport()).OfPack(name);
        Assert.Equal(Cells(alone), Cells(scope));
        Assert.Equal(name == "one" ? "60" : "40", Assert.Single(scope.Statements.OfType<Stake>(), stake => stake.Interest == Interest.Shares).Share.ToString());
        Assert.Equal(["base", name], scope.Statements.Select(row => row.Place.Pack).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public void A_pack_that_was_imported_reads_back_as_the_same_and_as_imported(string name)
    {
        Write(isRegister: false);
        var scope = new ExportSelection(AsTold("packs"), new ExportReport()).OfPack(name);
        ExportedRecord.Write(ExportFormat.Find("datapackage")!.Files(scope, new ExportReport(), []), _folder[$"after/{name}"]);
        var (before, after) = (AsTold("packs/base", $"packs/{name}"), AsTold("packs/base", $"after/{name}"));
        Assert.Equal(ExportedRecord.Rows(before), ExportedRecord.Rows(after));
        Assert.Equal(ExportedRecord.Sources(before), ExportedRecord.Sources(after));
        Assert.Equal(before.Packs.Select(pack => (pack.Name, pack.Imported)), after.Packs.Select(pack => (pack.Name, pack.Imported)));
        Assert.Equal("ftm", after.Packs[^1].Imported);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_several_packs_each_thing_is_one_and_what_differs_stays_or_is_told(bool isRegister)
    {
        Write(isRegister);
        var report = new ExportReport();
        var scope = new ExportSelection(AsTold("packs"), report).Around(new EntityId("x"), 1);
        Assert.Equal(["a", "x", "y"], scope.Statements.OfType<Entity>().Select(entity => entity.EntityId.Value).Order(StringComparer.Ordinal));
        var x = scope.Statements.OfType<Entity>().Single(entity => entity.EntityId.Value == "x");
        Assert.Equal(("Zorvex Mining", EntityKind.Company, "Zx|ZORVEX MINING PLC", "lei:1|ftm:9"), (x.Name, x.Kind, string.Join('|', x.Aliases.Select(alias => alias.Text)), string.Join('|', x.Identifiers)));
        Assert.Equal(["40", "60"], scope.Statements.OfType<Stake>().Where(stake => stake.Interest == Interest.Shares).Select(stake => stake.Share.ToString()).Order(StringComparer.Ordinal));
        var votes = Assert.Single(scope.Statements.OfType<Stake>(), stake => stake.Interest == Interest.Votes);
        Assert.Equal(("s2|s1-2", "as filed; as seen"), (string.Join('|', votes.Sources), votes.Note));
        Assert.Single(scope.Statements.OfType<Domicile>());
        Assert.Equal("2016", Assert.Single(scope.Statements.OfType<Event>()).From.ToString());
        Assert.Equal([("b1", "Title"), ("s1", "Source of one"), ("s1-2", "Source of two"), ("s2", "The register")], scope.CitedSources().Select(source => (source.Id.Value, source.Title)).Order());
        Assert.Equal(["events that another pack describes otherwise, of which the first counts", "kinds of entities that another pack tells otherwise"], report.Losses.Select(loss => loss.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_data_package_of_several_packs_is_read_and_what_was_imported_stays_doubtful()
    {
        Write(isRegister: false);
        var scope = new ExportSelection(AsTold("packs"), new ExportReport()).Around(new EntityId("x"), 1);
        ExportedRecord.Write(ExportFormat.Find("datapackage")!.Files(scope, new ExportReport(), []), _folder["around"]);
        var evidence = EvidencePack.Load(_folder["around"]);
        Assert.Equal(3, evidence.Entities.Length);
        Assert.All(evidence.StakesIn(new EntityId("x")), stake => Assert.True(stake.Place.IsImported));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("datapackage")]
    public void Tables_name_each_id_once(string format)
    {
        Write(isRegister: false);
        var scope = new ExportSelection(AsTold("packs"), new ExportReport()).Around(new EntityId("x"), 1);
        ExportedRecord.Write(ExportFormat.Find(format)!.Files(scope, new ExportReport(), []), _folder["out"]);
        foreach (var table in (string[])["entities", "events", "sources"])
        {
            string[] ids = [.. CsvText.Rows(File.ReadAllBytes(_folder[$"out/{table}.csv"])).Skip(1).Select(row => row.Cells[0])];
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    private void Write(bool isRegister)
    {
        _folder.Csv("packs/base", [("sources", ["b1", "Publisher", "Title", "", "", "news"]), ("entities", ["a", "state", "Aland", "", "", "", "", "b1", ""])]);
        _folder.Imported = "ftm";
        foreach (var (name, rows) in new[] { ("one", s_one), ("two", s_two) })
        {
            if (isRegister) _folder.Register($"packs/{name}", rows, "base");
            else _folder.Csv($"packs/{name}", rows, "base");
        }
    }

    private EvidenceSnapshot AsTold(params string[] folders)
    {
        var packs = new PackSet();
        foreach (var folder in folders) packs.AddFolder(_folder[folder]);
        packs.Read();
        Assert.Empty(packs.Packs.SelectMany(pack => pack.Problems));
        return packs.ToSnapshot(appliesLinks: false);
    }

    private static IEnumerable<string> Cells(ExportScope scope) =>
        scope.Statements.Select(row => $"{StatementCells.Of(row).Table.Name}: {string.Join(" ¦ ", StatementCells.Of(row).Cells)}").Concat(scope.CitedSources().Select(source => string.Join(" ¦ ", StatementCells.Of(source)))).Order(StringComparer.Ordinal);
}
