using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Registers;
using Assay.Tests.Cli;
using CsCheck;
using Xunit;

namespace Assay.Tests.Imports;

/// <summary>What a pack holds already is the same when it is told again, as tables or as a register.</summary>
public sealed class ImportAgainTests : IDisposable
{
    private const string Pit = "entities\tid=pit\tkind=mine\tname=Pit\n";
    private const string Stake = "stakes\towner=kz\tasset=pit\tshare_pct=30\tinterest=shares\tstatus=reported\tfrom=2020";

    private static readonly Gen<string> Id = Gen.Int[0, 3].Select(at => $"e{at}");
    private static readonly Gen<string> Year = Gen.Int[0, 3].Select(at => new[] { "", "2019", "2020-05", "2021" }[at]);
    private static readonly Gen<string> Share = Gen.Int[0, 4].Select(at => new[] { "share_pct=10", "share_pct=12.5", "share_min=>25\tshare_max=50", "share_min=0\tshare_max=100", "share_pct=30\tshare_min=25\tshare_max=40" }[at]);

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Id, Gen.Int[0, 2], Gen.Bool, (id, name, hasNote) => $"entities\tid={id}\tkind=company\tname=Name {name}\taliases=Alias {id}{(hasNote ? $"\tnote=Note; {name}" : "")}"),
        Gen.Select(Id, Id, Share, Year, Year, (owner, asset, share, from, to) => $"stakes\towner={owner}\tasset={asset}\t{share}\tinterest=shares\tstatus=reported\tfrom={from}\tto={(from.Length == 0 || to.Length == 0 ? "" : "2023" + to[4..])}"),
        Gen.Select(Id, Id, Year, Year, (holder, subject, seen, lapsed) => $"interests\tholder={holder}\tsubject={subject}\ttype=consolidation\tdirectness=direct\tfrom=2018\tseen={seen}\tlapsed={lapsed}"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_file_again_changes_nothing_and_nothing_is_told(bool isRegister)
    {
        (string, string)[] files = [("a.txt", $"{Pit}{Stake}\n")];
        Run("one", isRegister, files);
        var before = Rows("one");
        var again = Run("one", isRegister, files);
        // The entity, the stake and the source of the file.
        Assert.Equal((0, 3), (again.ProblemCount, again.Joined));
        Assert.Equal(before, Rows("one"));
        Assert.Equal(Bounds.Exactly(30), Assert.Single(EvidencePack.Load(_folder["one"]).StakesIn(new("pit"))).Share);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_has_changed_under_its_name_is_another_telling(bool isRegister)
    {
        Run("one", isRegister, ("a.txt", $"{Pit}{Stake}\n"));
        var result = Run("one", isRegister, ("a.txt", $"{Pit}{Stake.Replace("30", "40", StringComparison.Ordinal)}\n"));
        var problem = Assert.Single(result.Merging);
        Assert.Equal(("rows-differ", 2), (problem.Code, problem.Line));
        Assert.EndsWith("a.txt", problem.File, StringComparison.Ordinal);
        Assert.Contains(_folder["one"], problem.Expected, StringComparison.Ordinal);
        Assert.Equal(new Bounds(30, 40), Assert.Single(EvidencePack.Load(_folder["one"]).StakesIn(new("pit"))).Share);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_of_the_pack_itself_is_no_second_telling_in_one_file(bool isRegister)
    {
        Run("one", isRegister: false, ("a.txt", $"{Pit}{Stake}\n"));
        var table = Path.Combine(_folder["one"], "stakes.csv");
        Run("one", isRegister, table, (file, sink) =>
        {
            foreach (var row in CsvText.Rows(File.ReadAllBytes(table))) sink.Add(row.Line, "stakes", [.. TableFormat.Find("stakes")!.Columns.Zip(row.Cells)]);
        });
        Assert.Equal(Bounds.Exactly(30), Assert.Single(EvidencePack.Load(_folder["one"]).StakesIn(new("pit"))).Share);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_source_that_no_row_cites_is_not_kept(bool isRegister)
    {
        const string rows = "sources\tid=own\tpublisher=P\ttitle=T\tkind=primary\nsources\tid=spare\tpublisher=P\ttitle=T\tkind=primary\nentities\tid=pit\tkind=mine\tname=Pit\tsources=own\nstakes\towner=lei-1\tasset=pit\tshare_pct=30\tinterest=shares\tstatus=reported\tsources=own\n";
        var result = Run("one", isRegister, ("a.txt", rows));
        Assert.Equal(("sources", 1), result.Tables.Single(table => table.Table == "sources"));
        Assert.Equal("own", Assert.Single(EvidencePack.Load(_folder["one"]).Sources, source => source.Publisher == "P").Id.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_nothing_described_is_as_a_later_file_describes_it(bool isRegister)
    {
        const string names = "stakes\towner=lei-1\tasset=ky\tshare_pct=30\tinterest=shares\tstatus=reported\n";
        Run("one", isRegister, ("a.txt", names));
        Run("one", isRegister, ("b.txt", "entities\tid=lei-1\tkind=company\tname=Zorvex Mining\n"));
        var entity = EvidencePack.Load(_folder["one"]).Entity(new("lei-1"))!;
        Assert.Equal(("Zorvex Mining", EntityKind.Company, "", 0), (entity.Name, entity.Kind, entity.Note, entity.Aliases.Length));
    }

    [Theory]
    [InlineData("2021", "2021-05", "", "2023-02", "")]
    [InlineData("", "2021-05", "2021-05", "2021-05", "2021-05")]
    [InlineData("2021", "2021", "2023", "2023", "2023")]
    public void What_lapsed_is_as_those_say_who_saw_it_last(string lapsed, string seen, string laterLapsed, string laterSeen, string told)
    {
        const string row = "interests\tholder=kz\tsubject=pit\ttype=consolidation\tdirectness=direct\tfrom=2018\t";
        Run("one", isRegister: false, ("a.txt", $"{Pit}{row}seen={seen}\tlapsed={lapsed}\n"));
        Run("one", isRegister: false, ("b.txt", $"{row}seen={laterSeen}\tlapsed={laterLapsed}\n"));
        Assert.Equal(told, $"{Assert.Single(EvidencePack.Load(_folder["one"]).InterestsIn(new("pit"))).Validity.Lapsed}");
    }

    [Fact]
    public void In_steps_or_at_once_and_once_or_again_the_rows_are_the_same() => Gen.Select(Line.Array[1, 8], Line.Array[1, 8]).Sample((one, two) =>
    {
        using var tests = new ImportAgainTests();
        (string, string) first = ("a.txt", string.Join('\n', one) + "\n"), second = ("b.txt", string.Join('\n', two) + "\n");
        tests.Run("once", isRegister: false, first, second);
        var once = tests.Rows("once");
        foreach (var isRegister in new[] { false, true })
        {
            tests.Run($"again-{isRegister}", isRegister, first, second);
            Assert.Equal(once, tests.Rows($"again-{isRegister}"));
            tests.Run($"again-{isRegister}", isRegister, first, second);
            Assert.Equal(once, tests.Rows($"again-{isRegister}"));
            tests.Run($"steps-{isRegister}", isRegister, first);
            tests.Run($"steps-{isRegister}", isRegister, first, second);
            Assert.Equal(once, tests.Rows($"steps-{isRegister}"));
        }
    }, iter: 60, threads: 1);

    private ImportResult Run(string pack, bool isRegister, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) File.WriteAllText(_folder[name], text);
        return Run(pack, isRegister, [.. files.Select(file => _folder[file.Name])], PlainRows.Read);
    }

    private ImportResult Run(string pack, bool isRegister, string file, Action<ImportFile, ImportSink> read) => Run(pack, isRegister, [file], read);

    private ImportResult Run(string pack, bool isRegister, string[] files, Action<ImportFile, ImportSink> read)
    {
        var plan = new ImportPlan { Pack = _folder[pack], Files = [.. files.SelectMany(file => ImportFile.At(file, () => Stream.Null))], Today = new DateOnly(2025, 6, 17), Links = false, AsRegister = isRegister };
        return ImportRun.Run(plan, new ImportFormat("plain", "plain rows", read), null, CancellationToken.None);
    }

    // Every row with its cells, sources too, in an order that the way of keeping does not change.
    private List<string> Rows(string pack)
    {
        var files = PackFiles.FromFolder(_folder[pack]);
        var rows = TableFormat.All.Where(table => files[table.File] is not null).SelectMany(table => CsvText.Rows(files[table.File]!).Select(row => (table.Name, row.Cells)));
        if (files.Register is { } path) rows = rows.Concat(Register.Open(path, new RegisterOwner(files, PackDescriptor.Read(files, []), new StatementIds())).Written().Select(row => (row.Table.Name, row.Cells)));
        return [.. rows.Select(row => $"{row.Name}: {string.Join(" ¦ ", row.Cells)}").Order(StringComparer.Ordinal)];
    }
}
