using System.Text;
using System.Text.Json;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>A folder of articles checked into a folder of results.</summary>
public sealed class ManyArticlesTests : IDisposable
{
    private const string Wrong = "Date: 2025-06-17\n\nKazakhstan is a member of NATO.\n";

    private readonly TemporaryFolder _folder = new();

    public ManyArticlesTests()
    {
        Directory.CreateDirectory(_folder["in/below"]);
        Directory.CreateDirectory(_folder["in/.hidden"]);
        Write("in/a.txt", Wrong);
        Write("in/a.md", "---\ndate: 2024-02-01\n---\n\n# Two\n\nKazakhstan is a member of NATO. Russia is a member of the CSTO.\n");
        Write("in/below/index.html", "<html><body><p>Kazakhstan is a member of the CSTO.</p></body></html>");
        Write("in/index.html", "<html><body><p>Russia is a member of the CSTO.</p></body></html>");
        Write("in/broken.txt", "x\0y\0z");
        Write("in/picture.png", "not an article");
        Write("in/.hidden/c.txt", Wrong);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_a_result_for_each_article_a_summary_and_a_page_that_links_them()
    {
        var run = Check();
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("broken.txt: not-text", Assert.Single(run.Complaints, line => line.Contains("broken", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["a.md.html", "a.txt.html", "below/index.html", "index.html", "index.html.html", "summary.json"], Results());
        Assert.Contains("5 articles, 1 of them not checked", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 × ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Kazakhstan is a member of NATO", run.Output, StringComparison.Ordinal);

        var summary = JsonDocument.Parse(File.ReadAllBytes(_folder["out/summary.json"])).RootElement;
        Assert.Equal((4, 1), (summary.GetProperty("checked").GetInt32(), summary.GetProperty("couldNotBeChecked").GetInt32()));
        Assert.Equal(2, summary.GetProperty("refuted")[0].GetProperty("articles").GetInt32());
        Assert.Contains(summary.GetProperty("claims").EnumerateArray(), count => count.GetProperty("kind").GetString() == "membership" && count.GetProperty("verdict").GetString() == "Refuted" && count.GetProperty("count").GetInt32() == 2);
        var page = File.ReadAllText(_folder["out/index.html"]);
        foreach (var link in (string[])["./a.txt.html", "./a.md.html", "./below/index.html", "./index.html.html", "./a.md.html#c1"]) Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_is_not_done_again_until_something_changes()
    {
        Check();
        var before = Times();
        var run = Check();
        Assert.Contains("4 of them were there already", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 × ", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Times());

        Write("in/a.txt", Wrong + "Russia left the CSTO.\n");
        File.Delete(_folder["out/below/index.html"]);
        Assert.Contains("2 of them were there already", Check().Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/below/index.html"]));
        Assert.Equal(before["a.md.html"], Times()["a.md.html"]);

        Assert.DoesNotContain("already", Check("--as-of", "2025-01-01").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("already", Check("--as-of", "2025-01-01", "--again").Output, StringComparison.Ordinal);
        Assert.Contains("4 of them were there already", Check("--as-of", "2025-01-01").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_of_an_article_and_is_broken_is_made_anew()
    {
        Check();
        Write("out/.done/a.txt.json", "{\"key\": 5");
        Assert.Contains("3 of them were there already", Check().Output, StringComparison.Ordinal);
        Assert.Contains("4 of them were there already", Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_at_once_give_the_same_bytes_as_each_alone()
    {
        Check("--format", "json");
        foreach (var (article, result) in ((string, string)[])[("a.txt", "a.txt.json"), ("below/index.html", "below/index.json")])
            Assert.Equal(InProcessRun.Of("check", _folder["in/" + article], "--format", "json").Output, File.ReadAllText(_folder["out/" + result]));
    }

    [Fact]
    public void Results_inside_the_folder_of_articles_are_no_articles()
    {
        foreach (var _ in (int[])[1, 2])
            Assert.Contains("5 articles", InProcessRun.Of("check", _folder["in"], "--out", _folder["in/results"]).Output, StringComparison.Ordinal);
        var same = InProcessRun.Of("check", _folder["in"], "--out", _folder["in"]);
        Assert.Equal((2, ""), (same.ExitCode, same.Output));
        Assert.Contains("among the articles", Assert.Single(same.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_is_no_place_for_several_results()
    {
        var run = InProcessRun.Of("check", _folder["in/a.txt"], _folder["in/a.md"], "--out", _folder["one.html"]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("names one file", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder["one.html"]));
    }

    [Fact]
    public void A_folder_without_articles_says_what_it_looked_for()
    {
        Directory.CreateDirectory(_folder["empty"]);
        var run = InProcessRun.Of("check", _folder["empty"], "--out", _folder["out"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(".docx", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder["out"]));
    }

    [Fact]
    public void Without_a_folder_for_the_results_a_folder_is_printed_in_order()
    {
        var run = InProcessRun.Of("check", _folder["in"]);
        Assert.Equal(3, run.ExitCode);
        var heads = run.Output.Split('\n').Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => Path.GetRelativePath(_folder["in"], line[3..])).ToArray();
        Assert.Equal(["a.md", "a.txt", Path.Combine("below", "index.html"), "index.html"], heads);
    }

    private InProcessRun Check(params string[] options) => InProcessRun.Of(["check", _folder["in"], "--out", _folder["out"], .. options]);

    private string[] Results() => [.. Times().Keys.Order(StringComparer.Ordinal)];

    private Dictionary<string, DateTime> Times() => Directory.GetFiles(_folder["out"], "*", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetRelativePath(_folder["out"], file).Replace('\\', '/'), Time: File.GetLastWriteTimeUtc(file)))
        .Where(file => !file.Name.StartsWith(".done", StringComparison.Ordinal))
        .ToDictionary(file => file.Name, file => file.Name is "index.html" or "summary.json" ? default : file.Time);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        _folder.Write(name, Encoding.UTF8.GetBytes(text));
    }
}
