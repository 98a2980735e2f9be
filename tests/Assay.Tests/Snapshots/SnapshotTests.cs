using System.Buffers.Binary;
using System.IO.Hashing;
using Assay.Formats.Snapshots;
using CsCheck;
using Xunit;

namespace Assay.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private static readonly SnapshotKind Kind = new("test", 3);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Sections_come_out_as_they_went_in() =>
        Gen.Select(Gen.Byte.Array, Gen.Bool.Array, Gen.UShort.Array, Gen.Int.Array, Gen.ULong.Array, Gen.Double.Array).Sample((bytes, marks, words, numbers, large, shares) =>
        {
            var path = Path.GetTempFileName();
            Write(path, writer =>
            {
                writer.Add<byte>("bytes", bytes);
                writer.Add<bool>("marks", marks);
                writer.Add<ushort>("words", words);
                writer.Add<int>("numbers", numbers);
                writer.Add<ulong>("large", large);
                writer.Add<double>("shares", shares);
            });
            using (var snapshot = Snapshot.Open(path, Kind))
            {
                Assert.Equal(["bytes", "marks", "words", "numbers", "large", "shares"], snapshot.Sections);
                Assert.Equal(bytes, snapshot.Get<byte>("bytes").ToArray());
                Assert.Equal(marks, snapshot.Get<bool>("marks").ToArray());
                Assert.Equal(words, snapshot.Get<ushort>("words").ToArray());
                Assert.Equal(numbers, snapshot.Get<int>("numbers").ToArray());
                Assert.Equal(large, snapshot.Get<ulong>("large").ToArray());
                Assert.Equal(shares, snapshot.Get<double>("shares").ToArray());
            }
            File.Delete(path);
        }, iter: 50);

    [Fact]
    public void The_bytes_are_those_that_the_documentation_tells()
    {
        Write(_path, writer => writer.Add<int>("a.b", new[] { 1, -2 }));
        var file = File.ReadAllBytes(_path);
        Assert.Equal(192, file.Length);
        Assert.Equal([0x89, (byte)'A', (byte)'S', (byte)'Y', 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8)));
        Assert.Equal(3u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(12)));
        Assert.Equal("test\0\0\0\0"u8, file.AsSpan(16, 8));
        Assert.Equal(192ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(24)));
        Assert.Equal(128ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(32)));
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(40)));
        Assert.Equal(XxHash3.HashToUInt64(file.AsSpan(128, 64)), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(48)));
        Assert.Equal(XxHash3.HashToUInt64(file.AsSpan(0, 56)), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(56)));
        Assert.Equal([1, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF], file[64..72]);
        Assert.Equal("a.b\0"u8, file.AsSpan(128, 4));
        Assert.Equal(4u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(152)));
        Assert.Equal(2ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(160)));
        Assert.Equal(64ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(168)));
        Assert.Equal(8ul, BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(176)));
        Assert.Equal(XxHash3.HashToUInt64(file.AsSpan(64, 8)), BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(184)));
    }

    [Fact]
    public void A_damaged_section_is_refused_and_the_others_are_not()
    {
        Write(_path, writer =>
        {
            writer.Add<int>("sound", new[] { 1, 2, 3 });
            writer.Add<int>("damaged", new[] { 4, 5, 6 });
        });
        Change(_path, file => file[128] ^= 1);
        using var snapshot = Snapshot.Open(_path, Kind);
        Assert.Equal([1, 2, 3], snapshot.Get<int>("sound").ToArray());
        var error = Assert.Throws<SnapshotException>(() => snapshot.Get<int>("damaged"));
        Assert.Equal(("damaged", 128L), (error.Section, error.Offset));
    }

    [Fact]
    public void Every_byte_of_the_header_and_the_table_is_guarded()
    {
        Write(_path, writer => writer.Add<int>("a", new[] { 1 }));
        var whole = File.ReadAllBytes(_path);
        for (var at = 0; at < whole.Length; at++)
        {
            if (at is >= 64 and < 128) continue;
            var changed = whole.ToArray();
            changed[at] ^= 0x40;
            File.WriteAllBytes(_path, changed);
            Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, Kind).Dispose());
        }
    }

    [Fact]
    public void A_file_that_is_cut_short_or_longer_is_refused()
    {
        Write(_path, writer => writer.Add<int>("a", new[] { 1 }));
        var whole = File.ReadAllBytes(_path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, Kind).Dispose());
        }
        File.WriteAllBytes(_path, [.. whole, 0]);
        Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, Kind).Dispose());
    }

    [Fact]
    public void Another_kind_and_a_newer_version_are_refused_and_an_older_is_not()
    {
        Write(_path, writer => writer.Add<int>("a", new[] { 1 }));
        Assert.Contains("of 'test' and not of 'other'", Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, new SnapshotKind("other", 3))).Message, StringComparison.Ordinal);
        Assert.Contains("of version 3", Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, new SnapshotKind("test", 2))).Message, StringComparison.Ordinal);
        using var snapshot = Snapshot.Open(_path, new SnapshotKind("test", 4));
        Assert.Equal(3, snapshot.Version);
    }

    [Fact]
    public void A_section_of_a_type_that_is_not_known_is_left_alone()
    {
        Write(_path, writer =>
        {
            writer.Add<byte>("future", new byte[12]);
            writer.Add<int>("known", new[] { 7 });
        });
        Change(_path, file =>
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(192 + 24), 99);
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(48), XxHash3.HashToUInt64(file.AsSpan(192, 128)));
            BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(56), XxHash3.HashToUInt64(file.AsSpan(0, 56)));
        });
        using var snapshot = Snapshot.Open(_path, Kind);
        Assert.Equal([7], snapshot.Get<int>("known").ToArray());
        Assert.Throws<SnapshotException>(() => snapshot.Get<byte>("future"));
    }

    [Fact]
    public void A_section_is_given_only_by_its_name_and_type()
    {
        Write(_path, writer => writer.Add<int>("a", new[] { 1 }));
        using var snapshot = Snapshot.Open(_path, Kind);
        Assert.Throws<SnapshotException>(() => snapshot.Get<int>("b"));
        Assert.Throws<SnapshotException>(() => snapshot.Get<uint>("a"));
        Assert.False(snapshot.Has("b"));
    }

    [Fact]
    public void Nothing_is_given_once_it_is_closed()
    {
        Write(_path, writer => writer.Add<int>("a", new[] { 1 }));
        var snapshot = Snapshot.Open(_path, Kind);
        var section = snapshot.Get<int>("a");
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(() => section.Span[0]);
        Assert.Throws<ObjectDisposedException>(() => snapshot.Get<int>("a"));
    }

    [Fact]
    public void An_unfinished_file_is_no_snapshot()
    {
        using (var file = File.Create(_path)) new SnapshotWriter(file, Kind).Add<int>("a", new[] { 1 }, TestContext.Current.CancellationToken);
        Assert.False(Snapshot.IsSnapshot(_path));
        Assert.Throws<SnapshotException>(() => Snapshot.Open(_path, Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a name that is longer than 24")]
    [InlineData("größe")]
    public void A_name_is_a_short_word_of_ascii(string name)
    {
        var writer = new SnapshotWriter(new MemoryStream(), Kind);
        Assert.Throws<ArgumentException>(() => writer.Add<int>(name, default, TestContext.Current.CancellationToken));
    }

    private static void Write(string path, Action<SnapshotWriter> sections)
    {
        using var file = File.Create(path);
        var writer = new SnapshotWriter(file, Kind);
        sections(writer);
        writer.Finish();
    }

    private static void Change(string path, Action<byte[]> change)
    {
        var file = File.ReadAllBytes(path);
        change(file);
        File.WriteAllBytes(path, file);
    }
}
