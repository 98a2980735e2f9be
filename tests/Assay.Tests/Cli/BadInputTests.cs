using Xunit;

namespace Assay.Tests.Cli;

/// <summary>What can't be read gives exit code 3 and one line that says what, where and how to mend it.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file() => Refused(_folder.Write("a.txt", []), "empty");

    [Fact]
    public void A_file_of_blanks() => Refused(_folder.Write("a.txt", " \r\n\n"u8), "empty");

    [Fact]
    public void A_binary_file() => Refused(_folder.Write("a.txt", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0]), "binary data");

    [Fact]
    public void Text_that_is_not_utf8() => Refused(_folder.Write("a.txt", [.. "The caf"u8, 0xE9, .. " is ours."u8]), "byte 0xE9 at offset 7");

    [Fact]
    public void A_missing_file() => Refused(_folder["a.txt"], "there is no such file");

    [Fact]
    public void A_folder() => Refused(_folder.Path, "a folder");

    [Fact]
    public void Empty_standard_input() => Refused("-", "standard input: empty");

    [Fact]
    public void A_hundred_megabytes_are_refused_by_their_size_alone()
    {
        using (var file = File.Create(_folder["a.txt"])) file.SetLength(100 * 1024 * 1024);
        var run = Refused(_folder["a.txt"], "at most 10 MB");
        Assert.True(run.Elapsed < TimeSpan.FromSeconds(10), $"It took {run.Elapsed}.");
    }

    [Fact]
    public void A_file_that_reading_fails_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such a file.");
        Refused("/proc/self/mem", "cannot be read");
    }

    [Fact]
    public void A_file_that_may_not_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Root may read everything.");
        var path = _folder.Write("a.txt", "It is ours."u8);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        Refused(path, "not allowed");
    }

    [Fact]
    public void One_bad_article_among_several_does_not_stop_the_others()
    {
        var good = _folder.Write("good.txt", "Nothing in particular is said here."u8);
        var run = CommandRun.Of("check", _folder["missing.txt"], good, "--format", "json", "--out", _folder["out"]);
        Assert.Equal(3, run.ExitCode);
        Assert.True(File.Exists(_folder["out/good.json"]));
        Assert.False(File.Exists(_folder["out/missing.json"]));
    }

    private static CommandRun Refused(string file, string because)
    {
        var run = CommandRun.Of("check", file, "--format", "json");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(because, Assert.Single(run.Complaints), StringComparison.Ordinal);
        return run;
    }
}
