using System.Text.RegularExpressions;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Exports;

/// <summary>What is exported and read again is what it was.</summary>
public sealed partial class RoundTripTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 40).Select(seed => new TheoryDataRow<int>(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_data_package_reads_back_as_the_same_record(int seed)
    {
        using var folder = new TemporaryFolder();
        RandomPack.Write(seed, folder["before"]);
        var before = AsTold(folder["before"]);
        var report = new ExportReport();
        var scope = new ExportSelection(before, report).OfPack("random");
        ExportedRecord.Write(ExportFormat.Find("datapackage")!.Files(scope, report, []), folder["after"]);
        var after = AsTold(folder["after"]);
        Assert.Equal(ExportedRecord.Rows(before), ExportedRecord.Rows(after));
        Assert.Equal(ExportedRecord.Sources(before), ExportedRecord.Sources(after));
        Assert.Equal((before.Packs[0].Name, before.Packs[0].Title, before.Packs[0].Version), (after.Packs[0].Name, after.Packs[0].Title, after.Packs[0].Version));
        Assert.All(report.Losses, loss => Assert.StartsWith("sources that no row cites", loss.What, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("world")]
    [InlineData("kazakhstan")]
    [InlineData("dr-congo")]
    public void A_pack_of_this_repository_is_the_same_after_export(string name)
    {
        var whole = EvidencePack.LoadAll([], appliesLinks: false);
        using var folder = new TemporaryFolder();
        var scope = new ExportSelection(whole, new ExportReport()).OfPack(name);
        ExportedRecord.Write(ExportFormat.Find("datapackage")!.Files(scope, new ExportReport(), []), folder[name]);
        // Read in place of the built-in pack, beside the others.
        var after = EvidencePack.LoadAll([folder[name]], appliesLinks: false);
        Assert.Equal(ExportedRecord.Rows(whole), ExportedRecord.Rows(after));
        Assert.Equal(ExportedRecord.Sources(whole), ExportedRecord.Sources(after));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Tables_as_CSV_are_imported_as_the_same_rows(int seed)
    {
        using var folder = new TemporaryFolder();
        RandomPack.Write(seed, folder["random"], isSorted: true);
        var before = AsTold(folder["random"]);
        var written = InProcessRun.Of("export", "csv", "--pack", "random", "--evidence", folder["random"], "--out", folder["csv"]);
        Assert.Equal(0, written.ExitCode);
        var read = InProcessRun.Of(["import", "table", .. Directory.GetFiles(folder["csv"]).Order(StringComparer.Ordinal), "--no-links", "--into", folder["after"]]);
        Assert.True(read.ExitCode == 0, read.Output + read.Error);
        var after = AsTold(folder["after"]);
        // What is imported is a figure: 12.5 and 12.50 are one.
        Assert.Equal(ExportedRecord.Rows(before, Unpadded), ExportedRecord.Rows(after));
        Assert.Equal(ExportedRecord.Sources(before), ExportedRecord.Sources(after));

        static string Unpadded(string cell) => Padded().Match(cell) is { Success: true } figure ? figure.Groups[1].Value : cell;
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var zip in (string[])["a.zip", "b.zip"]) Assert.Equal(0, InProcessRun.Of("export", "datapackage", "--entity", "tengiz", "--out", folder[zip]).ExitCode);
        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["b.zip"]));
    }

    [Fact]
    public void Surroundings_stand_for_themselves_as_a_data_package()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, InProcessRun.Of("export", "datapackage", "--entity", "kazatomprom", "--depth", "2", "--out", folder["around"]).ExitCode);
        var around = EvidencePack.Load(folder["around"]);
        Assert.Single(around.Packs);
        Assert.NotNull(around.Entity(new EntityId("kazatomprom")));
        Assert.Contains(around.Statements, row => row is Assay.Evidence.Stake);
        Assert.Equal(0, InProcessRun.Of("pack", "lint", folder["around"]).ExitCode);
    }

    // A pack by itself, with linked entities apart, as an export hands them on.
    private static EvidenceSnapshot AsTold(string folder)
    {
        var packs = new PackSet();
        packs.AddFolder(folder);
        packs.Read();
        Assert.Empty(packs.Packs.SelectMany(pack => pack.Problems));
        return packs.ToSnapshot(appliesLinks: false);
    }

    // A figure with zeros at its end; the figure is the group.
    [GeneratedRegex(@"^(-?\d+\.\d*[1-9])0+$")]
    private static partial Regex Padded();
}
