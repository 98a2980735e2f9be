using System.Text;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Lint;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Imports;

/// <summary>Imports of a format that is as plain as can be: a line is the name of a table, then column=value, separated by tabs.</summary>
public sealed class ImportRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _read = [];

    public void Dispose() => _folder.Dispose();

    private string Pack => _folder["taken"];

    [Fact]
    public void Rows_become_a_pack_that_loads_and_lints_clean()
    {
        var result = Run(("a.txt", "entities\tid=salt-co\tkind=company\tname=Salt\tcountry=gb\nstakes\towner=kz\tasset=salt-co\tshare_min=>50\tinterest=shares\tstatus=reported\tseen=2024\n"));
        Assert.Equal(0, result.ProblemCount);
        Assert.Empty(PackLint.Check(Pack));
        var stake = Assert.Single(EvidencePack.Load(Pack).StakesIn(new("salt-co")));
        Assert.Equal((50.000001m, 100m, true, false), (stake.Share.Low, stake.Share.High, stake.IsAboveLeast, stake.IsBelowMost));
        Assert.True(stake.Place.IsImported);
        Assert.False(Directory.Exists(Path.Combine(Pack, ".import")));
    }

    [Fact]
    public void A_row_that_the_pack_would_refuse_is_a_problem_at_its_line_and_the_others_are_taken()
    {
        var result = Run(("a.txt", "entities\tid=one\tkind=company\tname=One\nentities\tid=two\tkind=dragon\tname=Two\nentities\tid=three\tkind=company\tname=Three\n"));
        var problem = Assert.Single(result.Files[0].Problems);
        Assert.Equal(("bad-word", 2), (problem.Code, problem.Line));
        Assert.EndsWith("a.txt", problem.File, StringComparison.Ordinal);
        Assert.Equal(["one", "three"], EvidencePack.Load(Pack).Entities.Where(entity => entity.Place.Pack == "taken").Select(entity => entity.EntityId.Value));
    }

    [Fact]
    public void An_entity_that_rows_name_and_none_describes_gets_a_row_that_says_so_and_a_territory_its_name()
    {
        var result = Run(("a.txt", "stakes\towner=lei-5493001kjtiigc8y1r12\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\nentities\tid=pit\tkind=mine\tname=Pit\tcountry=ky\n"));
        Assert.Equal(2, result.Undefined);
        var evidence = EvidencePack.Load(Pack);
        Assert.Equal("LEI 5493001KJTIIGC8Y1R12", evidence.NameOf(new("lei-5493001kjtiigc8y1r12")));
        Assert.Equal("Cayman Islands", evidence.NameOf(new("ky")));
        Assert.Empty(PackLint.Check(Pack));
    }

    [Fact]
    public void One_fact_of_two_files_is_one_row_with_the_sources_of_both()
    {
        const string stake = "stakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020\n";
        Run(("a.txt", $"entities\tid=pit\tkind=mine\tname=Pit\taliases=Hole\n{stake}"), ("b.txt", $"entities\tid=pit\tkind=mine\tname=Great Pit\n{stake}"));
        var evidence = EvidencePack.Load(Pack);
        Assert.Equal(2, Assert.Single(evidence.StakesIn(new("pit"))).Sources.Length);
        Assert.Equal(["Great Pit", "Hole"], evidence.Entity(new("pit"))!.Aliases.Select(alias => alias.Text).Order());
    }

    [Fact]
    public void Shares_that_two_files_tell_differently_become_the_range_of_both_and_are_reported()
    {
        var result = Run(("a.txt", "entities\tid=pit\tkind=mine\tname=Pit\nstakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020\n"),
            ("b.txt", "stakes\towner=kz\tasset=pit\tshare_pct=12.5\tinterest=shares\tstatus=reported\tfrom=2020\n"));
        Assert.Equal("rows-differ", Assert.Single(result.Merging).Code);
        Assert.Equal(new Bounds(10, 12.5m), Assert.Single(EvidencePack.Load(Pack).StakesIn(new("pit"))).Share);
    }

    [Fact]
    public void Shares_that_one_file_tells_twice_may_add_up()
    {
        Run(("a.txt", "entities\tid=pit\tkind=mine\tname=Pit\n" + string.Concat(Enumerable.Repeat("stakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020\n", 2))));
        Assert.Equal(new Bounds(10, 20), Assert.Single(EvidencePack.Load(Pack).StakesIn(new("pit"))).Share);
    }

    [Fact]
    public void Rows_of_one_fact_with_different_ends_are_one_that_lints_clean()
    {
        const string head = "stakes\towner=kz\tasset=pit\tinterest=shares\tstatus=reported\tfrom=2015-11-25\t";
        (string, string)[] files = [("a.txt", $"entities\tid=pit\tkind=mine\tname=Pit\n{head}share_pct=50\tto=2023-03-02\n{head}share_pct=48\tto=2023-12-21\n{head}share_pct=51\n"
            + "interests\tholder=kz\tsubject=pit\ttype=nominee\tfrom=2015\tto=2016\ninterests\tholder=kz\tsubject=pit\ttype=nominee\tfrom=2015\tto=2018-05\n")];
        var result = Run(files);
        Assert.Equal(["rows-differ", "rows-differ", "rows-differ"], result.Merging.Select(problem => problem.Code));
        var evidence = EvidencePack.Load(Pack);
        // Which of the three held when, nobody can tell: from the least to their sum, as long as one of them goes on.
        var stake = Assert.Single(evidence.StakesIn(new("pit")));
        Assert.Equal((new Bounds(48, 100), "2015-11-25", ""), (stake.Share, $"{stake.Validity.From}", $"{stake.Validity.To}"));
        Assert.Equal("2018-05", Assert.Single(evidence.InterestsIn(new("pit"))).Validity.To.ToString());
        Assert.Empty(PackLint.Check(Pack));
        var before = Files();
        Run(files);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void What_a_later_file_has_ended_has_ended()
    {
        const string stake = "stakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020";
        Assert.Equal(0, Run(("a.txt", $"entities\tid=pit\tkind=mine\tname=Pit\n{stake}\n"), ("b.txt", $"{stake}\tto=2023\n")).ProblemCount);
        Assert.Equal("2023", Assert.Single(EvidencePack.Load(Pack).StakesIn(new("pit"))).Validity.To.ToString());
        Assert.Empty(PackLint.Check(Pack));
    }

    [Fact]
    public void Stakes_of_one_owner_that_overlap_in_time_stay_and_are_told_once()
    {
        const string head = "\tinterest=shares\tstatus=reported\tshare_pct=10\t";
        var result = Run(("a.txt", "entities\tid=pit\tkind=mine\tname=Pit\nentities\tid=hole\tkind=mine\tname=Hole\nentities\tid=hill\tkind=mine\tname=Hill\n"
            + $"stakes\towner=kz\tasset=pit{head}from=2015\nstakes\towner=kz\tasset=pit{head}from=2018\n"
            + $"stakes\towner=kz\tasset=hole{head}seen=2020\nstakes\towner=kz\tasset=hole{head}from=2015-03-01\tto=2016\n"
            + $"stakes\towner=kz\tasset=hill{head}from=2015\tto=2018\nstakes\towner=kz\tasset=hill{head}from=2018\n"));
        var problem = Assert.Single(result.Merging);
        Assert.Equal("stakes-overlap", problem.Code);
        Assert.Contains("2 pairs", problem.Found, StringComparison.Ordinal);
        Assert.Equal(2, EvidencePack.Load(Pack).StakesIn(new("pit")).Length);
    }

    [Fact]
    public void What_an_entity_held_and_what_was_held_in_it_ends_with_it_in_whatever_file_that_stands()
    {
        const string stakes = "stakes\towner=one\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2010\nstakes\towner=two\tasset=one\tshare_pct=20\tinterest=shares\tstatus=reported\tseen=2023\n"
            + "stakes\towner=two\tasset=pit\tshare_pct=30\tinterest=shares\tstatus=reported\tfrom=2010\nstakes\towner=one\tasset=two\tshare_pct=5\tinterest=shares\tstatus=reported\tfrom=2012\tto=2014\n";
        const string entities = "entities\tid=one\tkind=company\tname=One\nentities\tid=two\tkind=company\tname=Two\nentities\tid=pit\tkind=mine\tname=Pit\n";
        Run(("a.txt", stakes), ("b.txt", entities + "ends\tentity=one\tday=2016-05-01\n"));
        var evidence = EvidencePack.Load(Pack);
        Assert.Equal(["2010..2016-05-01 ", "2010.. "], evidence.StakesIn(new("pit")).OrderBy(stake => stake.Owner.Value, StringComparer.Ordinal).Select(Span));
        Assert.Equal("..2016-05-01 ", Span(Assert.Single(evidence.StakesIn(new("one")))));
        Assert.Equal("2012..2014 ", Span(Assert.Single(evidence.StakesIn(new("two")))));
        Assert.Empty(PackLint.Check(Pack));

        static string Span(Stake stake) => $"{stake.Validity.From}..{stake.Validity.To} {stake.Validity.Seen}";
    }

    [Fact]
    public void A_row_that_begins_after_who_holds_it_ended_is_left_out_and_told()
    {
        var result = Run(("a.txt", "entities\tid=one\tkind=company\tname=One\nentities\tid=pit\tkind=mine\tname=Pit\nends\tentity=one\tday=2016\nstakes\towner=one\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2018\n"));
        Assert.Equal("after-end", Assert.Single(result.Merging).Code);
        Assert.Empty(EvidencePack.Load(Pack).StakesIn(new("pit")));
    }

    [Fact]
    public void A_row_that_is_long_is_read_again_and_one_that_is_too_long_is_left_out_and_told()
    {
        var (name, tooLong) = (new string('n', 300_000), new string('n', 1_100_000));
        var result = Run(("a.txt", $"entities\tid=one\tkind=company\tname={name}\nentities\tid=two\tkind=company\tname={tooLong}\n"));
        Assert.Equal(("long-row", 2), (result.Files[0].Problems.Single().Code, result.Files[0].Problems.Single().Line));
        Assert.Equal(name, EvidencePack.Load(Pack).NameOf(new("one")));
        Assert.Equal(0, Run(("b.txt", "entities\tid=three\tkind=company\tname=Three\n")).ProblemCount);
        Assert.Equal(name, EvidencePack.Load(Pack).NameOf(new("one")));
    }

    [Fact]
    public void To_import_the_same_again_changes_nothing()
    {
        (string, string)[] files = [("a.txt", "entities\tid=pit\tkind=mine\tname=Pit\nstakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020\nstakes\towner=kz\tasset=pit\tshare_pct=10\tinterest=shares\tstatus=reported\tfrom=2020\n")];
        Run(files);
        var before = Files();
        Run(files);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_with_the_files_that_are_not_finished()
    {
        const string rows = "entities\tid=one\tkind=company\tname=One\n";
        Assert.Throws<ImportException>(() => Run(("a.txt", rows), ("b.txt", "entities\tid=two\tkind=company\tname=Two\nbroken\n")));
        Assert.False(File.Exists(Path.Combine(Pack, "datapackage.json")));
        _read.Clear();
        var result = Run(("a.txt", rows), ("b.txt", "entities\tid=two\tkind=company\tname=Two\n"));
        Assert.Equal(["b.txt"], _read);
        Assert.Equal([true, false], result.Files.Select(file => file.WasKept));
        Assert.Equal(2, EvidencePack.Load(Pack).Entities.Count(entity => entity.Place.Pack == "taken"));
    }

    [Fact]
    public void A_log_that_is_cut_anywhere_is_not_taken_for_whole()
    {
        var path = _folder["log"];
        var table = TableFormat.Find("entities")!;
        string[] cells = ["pit", "mine", "Pit", "", "", "", "", "s", ""];
        RowLog.Write(path, "a.txt", take =>
        {
            for (var i = 0; i < 50; i++) take(new ImportedRow(table, cells, "a.txt", i));
            return new ImportSummary("a.txt", 1, 50, 0, [], [new ImportSkip("addresses", 2, "a.txt", 1)]);
        });
        var whole = RowLog.At(path)!;
        Assert.Equal(50, whole.Rows().Count());
        Assert.Equal("addresses", Assert.Single(whole.Summary.Skips).What);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Null(RowLog.At(path));
        }
    }

    [Fact]
    public void A_pack_made_by_hand_or_from_another_format_is_left_as_it_is()
    {
        Assert.Equal(0, InProcessRun.Of("pack", "new", Pack).ExitCode);
        var before = Files();
        Assert.Contains("made by hand", Assert.Throws<ImportException>(() => Run(("a.txt", "entities\tid=one\tkind=company\tname=One\n"))).Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void Replacing_drops_what_was_there_but_for_the_links()
    {
        Run(("a.txt", "entities\tid=one\tkind=company\tname=One\nlinks\tentity=one\tsame_as=kz\toutcome=different\tbasis=a person said so\n"));
        Run(replaces: true, ("b.txt", "entities\tid=two\tkind=company\tname=Two\n"));
        Assert.DoesNotContain("One", File.ReadAllText(Path.Combine(Pack, "entities.csv")), StringComparison.Ordinal);
        Assert.Contains("a person said so", File.ReadAllText(Path.Combine(Pack, "links.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_control_characters_and_bars_of_other_formats_do_no_harm()
    {
        Run(("a.txt", "entities\tid=one\tkind=company\tname=  Salt\u0001\u0085 and\u2028Sons \taliases=" + ImportSink.List(["A|B", " C ", "", "C"]) + "\n"));
        var entity = EvidencePack.Load(Pack).Entity(new("one"))!;
        Assert.Equal(("Salt and Sons", "A/B|C"), (entity.Name, string.Join('|', entity.Aliases.Select(alias => alias.Text))));
    }

    private ImportResult Run(params (string Name, string Text)[] files) => Run(false, files);

    private ImportResult Run(bool replaces, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            if (!File.Exists(_folder[name]) || File.ReadAllText(_folder[name]) != text) File.WriteAllText(_folder[name], text);
        var plan = new ImportPlan { Pack = Pack, Files = [.. files.SelectMany(file => ImportFile.At(_folder[file.Name], () => Stream.Null))], Today = new DateOnly(2025, 6, 17), Replaces = replaces };
        return ImportRun.Run(plan, new ImportFormat("plain", "plain rows", Read), null, CancellationToken.None);
    }

    private void Read(ImportFile file, ImportSink sink)
    {
        _read.Add(Path.GetFileName(file.Name));
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line == "broken") throw new InvalidDataException("the packing is damaged");
            var cells = line.Split('\t');
            var named = cells.Skip(1).Select(cell => (cell[..cell.IndexOf('=', StringComparison.Ordinal)], cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..])).ToArray();
            if (cells[0] == "ends") sink.End(number, named[0].Item2, PartialDate.Parse(named[1].Item2));
            else sink.Add(number, cells[0], cells[0] is "sources" or "links" ? named : [.. named, ("sources", sink.FileSource)]);
        }
    }

    private Dictionary<string, string> Files() => Directory.GetFiles(Pack).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
