using Xunit;

namespace Assay.Tests.Cli;

public sealed class PackNewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_pack_lints_clean_and_has_every_table()
    {
        var pack = _folder["atlantis"];
        Assert.Equal(0, InProcessRun.Of("pack", "new", pack, "--title", "Atlantis: who owns the salt", "--builds-on", "world").ExitCode);
        Assert.Equal((0, ""), InProcessRun.Of("pack", "lint", pack) is var lint ? (lint.ExitCode, lint.Output) : default);
        Assert.Equal(20, Directory.GetFiles(pack, "*.csv").Length);
        Assert.Contains("# Atlantis: who owns the salt\n", File.ReadAllText(Path.Combine(pack, "README.md")), StringComparison.Ordinal);
        Assert.Equal(0, InProcessRun.Of("pack", "list", "--evidence", pack).ExitCode);
    }

    [Fact]
    public void What_is_there_already_is_left_as_it_is()
    {
        var pack = Directory.CreateDirectory(_folder["atlantis"]).FullName;
        File.WriteAllText(Path.Combine(pack, "notes.txt"), "mine");
        var run = InProcessRun.Of("pack", "new", pack);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is there already", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.GetFiles(pack).Select(Path.GetFileName));
    }

    [Fact]
    public void A_name_that_is_no_slug_is_refused_with_one_that_is()
    {
        var run = InProcessRun.Of("pack", "new", _folder["Côte d'Ivoire"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("as cote-d-ivoire", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_pack_that_is_nowhere_cannot_be_built_on_and_the_nearest_is_named()
    {
        var run = InProcessRun.Of("pack", "new", _folder["atlantis"], "--builds-on", "wrld");
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("missing-pack: 'wrld'", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.EndsWith("perhaps 'world' is meant", run.Complaints[0], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_named_and_nothing_is_left()
    {
        var file = _folder.Write("file", "x"u8);
        var run = InProcessRun.Of("pack", "new", Path.Combine(file, "atlantis"));
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("cannot be made", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Packs_that_build_on_each_other_are_refused_with_the_place()
    {
        Assert.Equal(0, InProcessRun.Of("pack", "new", _folder["one"]).ExitCode);
        Assert.Equal(0, InProcessRun.Of("pack", "new", _folder["two"], "--builds-on", "one").ExitCode);
        var descriptor = Path.Combine(_folder["one"], "datapackage.json");
        File.WriteAllText(descriptor, File.ReadAllText(descriptor).Replace("\"world\"", "\"two\"", StringComparison.Ordinal));
        var run = InProcessRun.Of("pack", "lint", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("builds-on-cycle", run.Output, StringComparison.Ordinal);
        Assert.Contains("builds-on-cycle", InProcessRun.Of("pack", "add", "source", _folder["one"]).Error, StringComparison.Ordinal);
    }
}
