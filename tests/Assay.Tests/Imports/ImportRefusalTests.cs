using System.Text;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Imports;

/// <summary>What an import does where there is nothing to take, or no pack to take it into: it says so, and nothing is changed.</summary>
public sealed class ImportRefusalTests : IDisposable
{
    private const string One = "{\"id\":\"one\",\"schema\":\"Company\",\"properties\":{\"name\":[\"One\"]}}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ftm", "")]
    [InlineData("ftm", "<html>\n<title>503 Service Unavailable</title>\n</html>\n")]
    [InlineData("gleif", "garbage<html>503</html>")]
    [InlineData("gleif", "")]
    [InlineData("bods", "{\"error\":\"down\"}")]
    [InlineData("table", "")]
    public void A_file_that_gives_nothing_leaves_the_pack_as_it_is(string format, string text)
    {
        var (pack, file) = (_folder["taken"], _folder.Write("page.csv", Encoding.UTF8.GetBytes(text)));
        var isNew = InProcessRun.Of("import", format, file, "--into", pack);
        Assert.Equal(3, isNew.ExitCode);
        Assert.False(Directory.Exists(pack));
        if (format != "ftm") return;
        Assert.Equal(0, InProcessRun.Of("import", "ftm", _folder.Write("a.json", Encoding.UTF8.GetBytes(One)), "--into", pack, "--no-links").ExitCode);
        var before = Files(pack);
        var run = InProcessRun.Of("import", format, file, "--into", pack, "--replace");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{pack}: nothing was written, for nothing could be taken from {file}", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files(pack));
    }

    [Fact]
    public void A_file_that_gives_nothing_stops_the_import_of_others_too()
    {
        var run = InProcessRun.Of("import", "ftm", _folder.Write("a.json", Encoding.UTF8.GetBytes(One)), _folder.Write("b.json", "<html>"u8), "--into", _folder["taken"]);
        Assert.Equal(3, run.ExitCode);
        Assert.False(Directory.Exists(_folder["taken"]));
    }

    [Fact]
    public void A_pack_that_cannot_be_used_is_wrong_usage()
    {
        var file = _folder.Write("a.json", Encoding.UTF8.GetBytes(One));
        Directory.CreateDirectory(_folder["papers"]);
        File.WriteAllText(Path.Combine(_folder["papers"], "letter.txt"), "Dear all");
        Assert.Equal(2, InProcessRun.Of("import", "ftm", file, "--into", _folder["papers"]).ExitCode);
        var run = InProcessRun.Of("import", "ftm", file, "--into", _folder[new string('a', 70)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has 70 letters", run.Error, StringComparison.Ordinal);
        Assert.Contains("at most 60", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_file_does_not_steer_the_terminal()
    {
        var file = _folder.Write("a.json", Encoding.UTF8.GetBytes(One + "{\"id\":\"two\",\"schema\":\"Co\\u001b[32mmpany\",\"properties\":{}}\n"));
        var run = InProcessRun.Of("import", "ftm", file, "--into", _folder["taken"], "--no-links");
        Assert.Contains("[32mmpany", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void A_link_of_an_entity_that_was_replaced_leaves_a_pack_that_lints_clean()
    {
        var pack = _folder["taken"];
        Assert.Equal(0, InProcessRun.Of("import", "ftm", _folder.Write("a.json", Encoding.UTF8.GetBytes(One)), "--into", pack, "--no-links").ExitCode);
        File.WriteAllText(Path.Combine(pack, "links.csv"), "entity,same_as,outcome,basis,decided,by,note\nftm-one,kz,different,a person said so,,,\n");
        Assert.Equal(0, InProcessRun.Of("import", "ftm", _folder.Write("b.json", Encoding.UTF8.GetBytes(One.Replace("one", "two", StringComparison.Ordinal))), "--into", pack, "--no-links", "--replace").ExitCode);
        Assert.DoesNotContain(Assay.Formats.Packs.Lint.PackLint.Check(pack), problem => problem.Code is "no-source" or "unknown-id");
    }

    [Fact]
    public void A_package_whose_tables_are_not_there_gives_no_mapping()
    {
        var file = _folder.Write("datapackage.json", "{\"name\":\"x\",\"resources\":[{\"name\":\"t\",\"path\":\"t.csv\"}]}"u8);
        var run = InProcessRun.Of("import", "table", file, "--guess");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("no mapping was written", run.Error, StringComparison.Ordinal);
    }

    private static string[] Files(string pack) => [.. Directory.GetFiles(pack).Order(StringComparer.Ordinal).Select(file => $"{file}\n{File.ReadAllText(file)}")];
}
