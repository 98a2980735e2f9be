using Xunit;

namespace Assay.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    private const string Example = "examples/oil-in-whose-hands.txt";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("text")]
    public void The_same_input_gives_the_same_bytes(string format)
    {
        var first = CommandRun.Of("check", Example, "--format", format);
        Assert.Equal(0, first.ExitCode);
        Assert.NotEmpty(first.OutputBytes);
        Assert.Equal(first.OutputBytes, CommandRun.Of("check", Example, "--format", format).OutputBytes);
    }

    [Fact]
    public void A_file_gets_what_standard_output_would_get()
    {
        var run = CommandRun.Of("check", Example, "--out", _folder["a.json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(CommandRun.Of("check", Example, "--format", "json").OutputBytes, File.ReadAllBytes(_folder["a.json"]));
        Assert.Equal([_folder["a.json"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Several_articles_go_to_a_folder()
    {
        var run = CommandRun.Of("check", Example, "examples/a-neighbour-not-a-garrison.txt", "--format", "html", "--out", _folder["results"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a-neighbour-not-a-garrison.html", "index.html", "oil-in-whose-hands.html", "summary.json"], Directory.GetFiles(_folder["results"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Standard_input_is_an_article_like_any_other() =>
        Assert.Equal(CommandRun.Of("check", Example, "--format", "json").Output, CommandRun.With(File.ReadAllText(Checkout.PathOf(Example)), "check", "-", "--format", "json").Output);

    [Fact]
    public void An_output_that_cannot_be_written_leaves_nothing_behind()
    {
        var blocked = _folder.Write("file", "kept"u8);
        foreach (var target in (string[])[Path.Combine(blocked, "a.json"), _folder["no/such/folder/a.json"], "/proc/a.json"])
        {
            var run = CommandRun.Of("check", Example, "--format", "json", "--out", target);
            Assert.Equal((5, ""), (run.ExitCode, run.Output));
            Assert.Contains("cannot be written", run.Complaints[^1], StringComparison.Ordinal);
        }
        Assert.Equal([blocked], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal("kept", File.ReadAllText(blocked));
    }

    [Fact]
    public void An_article_that_fails_leaves_the_old_output_alone()
    {
        var old = _folder.Write("a.json", "old"u8);
        Assert.Equal(3, CommandRun.Of("check", _folder["missing.txt"], "--out", old).ExitCode);
        Assert.Equal("old", File.ReadAllText(old));
    }

    [Fact]
    public void A_link_is_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that tests don't have.");
        File.CreateSymbolicLink(_folder["link.json"], _folder["real.json"]);
        Assert.Equal(0, CommandRun.Of("check", Example, "--out", _folder["link.json"]).ExitCode);
        Assert.NotNull(new FileInfo(_folder["link.json"]).LinkTarget);
        Assert.Null(new FileInfo(_folder["real.json"]).LinkTarget);
    }

    [Fact]
    public void A_reader_that_stops_early_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        var run = CommandRun.Start("bash", Checkout.Root, "", ["-c", $"set -o pipefail; dotnet '{CommandRun.Program}' check {Example} --format html | head -c 10"]);
        Assert.Equal((0, 10, ""), (run.ExitCode, run.OutputBytes.Length, run.Error));
    }

    [Fact]
    public void A_text_without_claims_says_so_and_is_no_error()
    {
        var run = CommandRun.With("The weather was fine all week, and nobody had to work on the weekend.", "check", "-", "--format", "json", "--language", "en");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no claims found", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Contains("\"claims\": []", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_in_an_unknown_language_says_so_and_is_no_error()
    {
        var run = CommandRun.With("Сьогодні в Лондоні вперше зустрілися міністри закордонних справ п'яти країн регіону.", "check", "-", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("language", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Contains("\"claims\": []", run.Output, StringComparison.Ordinal);
    }
}
