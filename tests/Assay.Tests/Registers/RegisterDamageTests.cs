using System.Buffers.Binary;
using System.IO.Hashing;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Registers;
using Assay.Formats.Snapshots;
using Assay.Records;
using Xunit;

namespace Assay.Tests.Registers;

/// <summary>What is wrong with a register's file is told, and the one before stays until the new one is whole.</summary>
public sealed class RegisterDamageTests : IDisposable
{
    private readonly RegisterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_writing_that_stops_anywhere_leaves_the_old_register()
    {
        var pack = _folder.Register("record", Rows(10));
        var before = File.ReadAllBytes(FileOf(pack));
        using (var writer = new RegisterWriter(pack))
        {
            foreach (var (table, cells) in Rows(500)) Assert.Empty(writer.Add(new(TableFormat.Find(table)!, cells, "new.csv", 1)));
            AssertOld("rows");
            using var stopped = new CancellationTokenSource();
            stopped.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => writer.Finish(stopped.Token));
            AssertOld("section");
        }
        Assert.Equal(before, File.ReadAllBytes(FileOf(pack)));
        Assert.Equal(["datapackage.json", RegisterFormat.FileName], Directory.GetFileSystemEntries(pack).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // As if the process had been killed at this moment: the folder as it stands.
        void AssertOld(string moment)
        {
            var copy = Directory.CreateDirectory(_folder[moment]).FullName;
            foreach (var file in Directory.EnumerateFiles(pack, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, "record", Path.GetRelativePath(pack, file).Replace($".{Environment.ProcessId}", ".2147483646", StringComparison.Ordinal));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = File.Create(target);
                shared.CopyTo(to);
            }
            Assert.Equal(10 + 3, EvidencePack.Load(Path.Combine(copy, "record")).Count);
            // The next writing removes what was left.
            RegisterFolder.Write(Path.Combine(copy, "record"), Rows(20), TestContext.Current.CancellationToken);
            Assert.Equal(2, Directory.GetFileSystemEntries(Path.Combine(copy, "record")).Length);
            Assert.Equal(20 + 3, EvidencePack.Load(Path.Combine(copy, "record")).Count);
        }
    }

    [Fact]
    public void What_is_open_stays_as_it_was_when_the_register_is_replaced()
    {
        var pack = _folder.Register("record", Rows(10));
        var old = EvidencePack.Load(pack);
        RegisterFolder.Write(pack, Rows(300), TestContext.Current.CancellationToken);
        Assert.Equal(10, old.StakesOf(new EntityId("a")).Length);
        Assert.Equal(300, EvidencePack.Load(pack).StakesOf(new EntityId("a")).Length);
    }

    [Fact]
    public void A_changed_byte_is_told_or_harmless()
    {
        var pack = _folder.Register("record", Rows(40));
        var whole = File.ReadAllBytes(FileOf(pack));
        var sound = Everything(EvidencePack.Load(pack));
        var random = new Random(7);
        for (var turn = 0; turn < 400; turn++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            // Replaced and not changed in place, as whoever has it open may expect.
            File.WriteAllBytes(FileOf(pack) + ".new", changed);
            File.Move(FileOf(pack) + ".new", FileOf(pack), overwrite: true);
            try
            {
                Assert.Equal(sound, Everything(EvidencePack.Load(pack)));
            }
            catch (InvalidDataFileException error)
            {
                Assert.All(error.Problems, problem => Assert.Equal("bad-register", problem.Code));
                Assert.Contains("byte", error.Message, StringComparison.Ordinal);
            }
            catch (SnapshotException error)
            {
                Assert.Contains("byte", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_cut_short_is_told()
    {
        var pack = _folder.Register("record", Rows(5));
        var whole = File.ReadAllBytes(FileOf(pack));
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(FileOf(pack) + ".new", whole[..length]);
            File.Move(FileOf(pack) + ".new", FileOf(pack), overwrite: true);
            Assert.Equal("bad-register", Assert.Single(Assert.Throws<InvalidDataFileException>(() => EvidencePack.Load(pack)).Problems).Code);
        }
    }

    [Fact]
    public void What_leads_astray_though_its_hashes_are_right_is_told_or_gives_rows()
    {
        var pack = _folder.Register("record", Rows(40));
        var whole = File.ReadAllBytes(FileOf(pack));
        var random = new Random(11);
        var table = (int)BinaryPrimitives.ReadInt64LittleEndian(whole.AsSpan(32));
        var sections = BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(40));
        for (var turn = 0; turn < 400; turn++)
        {
            var changed = whole.ToArray();
            var entry = changed.AsSpan(table + random.Next(sections) * 64, 64);
            var (offset, length) = ((int)BinaryPrimitives.ReadInt64LittleEndian(entry[40..]), (int)BinaryPrimitives.ReadInt64LittleEndian(entry[48..]));
            if (length == 0) continue;
            for (var i = random.Next(1, 4); i > 0; i--) changed[offset + random.Next(length)] = (byte)random.Next(256);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[56..], XxHash3.HashToUInt64(changed.AsSpan(offset, length)));
            BinaryPrimitives.WriteUInt64LittleEndian(changed.AsSpan(48), XxHash3.HashToUInt64(changed.AsSpan(table, sections * 64)));
            BinaryPrimitives.WriteUInt64LittleEndian(changed.AsSpan(56), XxHash3.HashToUInt64(changed.AsSpan(0, 56)));
            File.WriteAllBytes(FileOf(pack) + ".new", changed);
            File.Move(FileOf(pack) + ".new", FileOf(pack), overwrite: true);
            var error = Record.Exception(() => Everything(EvidencePack.Load(pack)));
            Assert.True(error is null or SnapshotException or InvalidDataFileException, error?.ToString());
        }
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_left_out_with_what_is_wrong_at_its_place()
    {
        using var writer = new RegisterWriter(Directory.CreateDirectory(_folder["new"]).FullName);
        var stakes = TableFormat.Find("stakes")!;
        var problem = Assert.Single(writer.Add(new(stakes, ["a", "b", "130", "", "", "shares", "reported", "", "", "", "s1", ""], "owners.xml", 77)));
        Assert.Equal(("owners.xml", 77, "share-range"), (problem.File, problem.Line, problem.Code));
        Assert.Equal("long-cell", Assert.Single(writer.Add(new(stakes, ["a", "b", "30", "", "", "shares", "reported", "", "", "", "s1", new string('x', 1 << 20)], "owners.xml", 78))).Code);
        Assert.Empty(writer.Add(new(stakes, ["a", "b", "30", "", "", "shares", "reported", "", "", "", "s1", ""], "owners.xml", 79)));
        Assert.Equal(1, writer.Finish(TestContext.Current.CancellationToken).Rows);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var (one, two) = (_folder.Register("one/record", Rows(50)), _folder.Register("two/record", Rows(50)));
        Assert.Equal(File.ReadAllBytes(FileOf(one)), File.ReadAllBytes(FileOf(two)));
        Assert.Equal(EvidencePack.Load(one).Packs[0].Sha256, EvidencePack.Load(two).Packs[0].Sha256);
        Assert.NotEqual(EvidencePack.Load(one).Packs[0].Sha256, EvidencePack.Load(_folder.Register("three/record", Rows(51))).Packs[0].Sha256);
    }

    private static string FileOf(string pack) => Path.Combine(pack, RegisterFormat.FileName);

    private static IEnumerable<(string, string[])> Rows(int stakes) =>
    [
        ("sources", ["s1", "Publisher", "Title", "2011-02", "", "news"]),
        ("entities", ["a", "company", "Aland Holding", "Åland", "c", "", "lei:1", "s1", ""]),
        ("entities", ["b", "company", "Boron Mining", "", "c", "a", "", "s1", ""]),
        ("entities", ["c", "state", "Cobaltia", "~Cobalt City", "", "", "", "s1", ""]),
        .. Enumerable.Range(0, stakes).Select(at => ("stakes", new[] { "a", at % 3 == 0 ? "b" : $"b{at}", "1.5", "", "", "shares", "reported", at % 5 == 0 ? "" : "2001", "", "", "s1", at % 2 == 0 ? "" : $"note {at}" })),
    ];

    // All that a register can be asked, as text.
    private static string Everything(EvidenceSnapshot evidence)
    {
        var names = new EntityNames(evidence);
        var found = evidence.Statements.SelectMany(row => RowKeys.Of(row).SelectMany(key => RowKeys.Of(row, key).SelectMany(text => evidence.Rows<Statement>(key, text)))).Select(row => row.Id.ToString())
            .Concat(evidence.Sources.Select(source => $"{source} {evidence.Source(source.Id)}"))
            .Concat(evidence.Statements.Select(row => $"{row.Place} {row.Note} {evidence.Statement(row.Id)?.Id}"))
            .Concat(((string[])["aland holding", "åland", "Boron Mining", "cobalt city"]).SelectMany(name => names.Find(name, _ => true)).Select(entity => entity.Name));
        return string.Join('\n', found);
    }
}
