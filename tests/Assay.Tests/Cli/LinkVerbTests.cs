using System.Text;
using System.Text.Json;
using Assay.Cli;
using Assay.Tests.Linking;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary><c>assay link …</c>: looking, asking, showing, taking back, explaining, measuring.</summary>
public sealed class LinkVerbTests : IDisposable
{
    private const string Header = "entity,same_as,outcome,basis,decided,by,note\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_found_is_printed_and_written_when_asked()
    {
        // A state of the record under another name and one of the pack's own.
        LinkedPack.Write(_folder, "tz-register,state,United Republic of Tanzania,,tz,,iso3:TZA,s,\nnobody,company,Zzyzx Quarries,,gb,,,s,\n");
        var printed = InProcessRun.Of("link", "find", _folder.Path);
        Assert.Equal(0, printed.ExitCode);
        Assert.Contains("same\ttz-register\ttz\tiso3", printed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", printed.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["links.csv"]));
        InProcessRun.Of("link", "find", _folder.Path, "--write");
        Assert.Contains("tz-register,tz,same,iso3,", File.ReadAllText(_folder["links.csv"]), StringComparison.Ordinal);
        Assert.DoesNotContain("tz-register", InProcessRun.Of("link", "find", _folder.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_answer_is_kept_at_once_and_the_last_can_be_undone()
    {
        Asks("acme-other,acme-one,ask,name,2025-01-01,assay,alike\nzz,acme-one,ask,name,2025-01-01,assay,alike\n");
        var kept = new List<string>();
        var answers = new Queue<string>(["s", "u", "different", "nonsense", "k"]);
        var run = InProcessRun.With(_ => { kept.Add(File.ReadAllText(_folder["links.csv"])); return answers.Dequeue(); }, "link", "review", _folder.Path, "--by", "ann");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("acme-other,acme-one,same,person,", kept[1], StringComparison.Ordinal);
        Assert.Contains("acme-other,acme-one,ask,name,2025-01-01,assay,alike", kept[2], StringComparison.Ordinal);
        Assert.Contains(",ann,alike\nzz,acme-one,ask", kept[3], StringComparison.Ordinal);
        Assert.Contains("acme-other,acme-one,different,person,", File.ReadAllText(_folder["links.csv"]), StringComparison.Ordinal);
        Assert.Contains("1 decided, 1 left to ask", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_entities_are_shown_side_by_side_with_the_reasons()
    {
        Asks("acme-other,acme-one,ask,name,2025-01-01,assay,alike\n");
        var shown = InProcessRun.With(_ => "q", "link", "review", _folder.Path).Error;
        Assert.Contains("Acme Zinc plc", shown, StringComparison.Ordinal);
        Assert.Contains("+ the country agrees", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_at_the_terminal_is_told_how_to_see_what_is_asked()
    {
        Asks("acme-other,acme-one,ask,name,2025-01-01,assay,alike\n");
        var run = InProcessRun.Of("link", "review", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("assay link list", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_asks_nothing_says_so()
    {
        LinkedPack.Write(_folder);
        var run = InProcessRun.With(_ => throw new InvalidOperationException("nothing is to be asked"), "link", "review", _folder.Path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("asks nothing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_are_listed_by_outcome_and_for_programs()
    {
        Asks("acme-other,acme-one,ask,name,2025-01-01,assay,alike\na,b,same,lei,2025-01-01,assay,\n");
        Assert.Equal("same      a = b  (lei, assay, 2025-01-01)\n", InProcessRun.Of("link", "list", _folder.Path, "--outcome", "same").Output);
        using var json = JsonDocument.Parse(InProcessRun.Of("link", "list", _folder.Path, "--format", "json").Output);
        Assert.Equal(["a", "acme-other"], json.RootElement.GetProperty("links").EnumerateArray().Select(link => link.GetProperty("entity").GetString()));
        Assert.StartsWith(Header, InProcessRun.Of("link", "list", _folder.Path, "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_taken_back()
    {
        Asks("acme-other,acme-one,same,name,2025-01-01,assay,alike\na,b,same,lei,2025-01-01,assay,\n");
        Assert.Equal(0, InProcessRun.Of("link", "undo", _folder.Path, "acme-one", "acme-other").ExitCode);
        Assert.Equal(Header + "a,b,same,lei,2025-01-01,assay,\nacme-other,acme-one,ask,name,2025-01-01,,undone: alike\n", File.ReadAllText(_folder["links.csv"]));
        Assert.Equal(0, InProcessRun.Of("link", "undo", _folder.Path, "acme-one").ExitCode);
        Assert.Equal(Header + "a,b,same,lei,2025-01-01,assay,\n", File.ReadAllText(_folder["links.csv"]));
        Assert.Equal(2, InProcessRun.Of("link", "undo", _folder.Path, "acme-one").ExitCode);
    }

    [Fact]
    public void Two_names_are_explained()
    {
        var run = InProcessRun.Of("link", "explain", "Acme Fund II", "Acme Fund III", "--kind", "fund");
        Assert.StartsWith("different", run.Output, StringComparison.Ordinal);
        Assert.Contains("- the numbers differ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Labelled_pairs_are_scored_by_kind_with_the_mistakes()
    {
        var file = Pairs("left_name,right_name,kind,judgement\nAcme Zinc,ACME ZINC Ltd,company,same\nAcme Zinc,Acme Zinc AG,company,different\nIvan Sidorov,Pyotr Petrov,person,different\nI. Sidorov,Ivan Sidorov,person,same\n");
        var run = InProcessRun.Of("link", "score", file, "--show", "wrong");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3: labelled different, found same: Acme Zinc | Acme Zinc AG", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^all +4 +2 +0\.500 +0\.500 +0\.500 +25 % +1 +0\r?$", run.Output);
        Assert.Matches(@"(?m)^person +2 +1 +- +0\.000", run.Output);
        using var json = JsonDocument.Parse(InProcessRun.Of("link", "score", file, "--format", "json", "--show", "all").Output);
        Assert.Equal(0.5, json.RootElement.GetProperty("scores")[0].GetProperty("precision").GetDouble());
        Assert.Equal(4, json.RootElement.GetProperty("pairs").GetArrayLength());
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_told_and_the_verb_ends_with_one()
    {
        var run = InProcessRun.Of("link", "score", Pairs("left_name,right_name,judgement\nA B,A B,same\nA,B,perhaps\n"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(":3:3 judgement: 'perhaps'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing-there.csv")]
    [InlineData(null)]
    public void A_file_without_pairs_ends_with_three(string? missing) =>
        Assert.Equal(3, InProcessRun.Of("link", "score", missing is null ? Pairs("left_name,right_name,judgement\n") : _folder[missing]).ExitCode);

    private string Pairs(string text) => _folder.Write("pairs.csv", Encoding.UTF8.GetBytes(text));

    private void Asks(string rows)
    {
        LinkedPack.Write(_folder);
        _folder.Write("links.csv", Encoding.UTF8.GetBytes(Header + rows));
    }
}
