using System.IO.Compression;
using System.Text;
using Assay.Formats.Imports;
using Assay.Tests.Cli;
using Xunit;
using ZstdSharp;

namespace Assay.Tests.Imports;

public sealed class ImportFileTests : IDisposable
{
    private const string Text = "one line\nand another, with ä and 字\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_packed_is_unpacked_by_what_it_begins_with_and_not_by_its_name()
    {
        Assert.Equal(Text, Read(Assert.Single(At("plain.gz", Encoding.UTF8.GetBytes(Text)))));
        Assert.Equal(Text, Read(Assert.Single(At("one", Gzip(Text)))));
        Assert.Equal(Text, Read(Assert.Single(At("two", Zstd(Text)))));
    }

    [Fact]
    public void Each_file_of_an_archive_is_one_of_its_own()
    {
        var files = At("a.zip", Zip(("b.csv", "B"), ("sub/a.csv", "A"), ("empty/", "")));
        Assert.Equal([$"{_folder["a.zip"]}!b.csv", $"{_folder["a.zip"]}!sub/a.csv"], files.Select(file => file.Name));
        Assert.Equal(["B", "A"], files.Select(Read));
    }

    [Fact]
    public void Standard_input_may_be_packed_too()
    {
        var file = Assert.Single(ImportFile.At("-", () => new MemoryStream(Gzip(Text))));
        Assert.Equal(("standard input", Text, null), (file.Name, Read(file), file.Path));
    }

    [Fact]
    public void A_packed_file_that_is_cut_short_is_no_shorter_file()
    {
        var gzip = Gzip(new string('x', 100_000) + Text);
        var zstd = Zstd(Convert.ToBase64String([.. Enumerable.Range(0, 100_000).Select(i => unchecked((byte)(i * 7919 >> 3)))]));
        Assert.ThrowsAny<Exception>(() => Read(Assert.Single(At("cut.zst", zstd[..^20]))));
        Assert.ThrowsAny<Exception>(() => Read(Assert.Single(At("cut.gz", gzip[..^12]))));
    }

    [Fact]
    public void An_empty_file_is_empty_and_what_was_read_is_counted()
    {
        Assert.Equal("", Read(Assert.Single(At("none", []))));
        var file = Assert.Single(At("some", Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(0, file.Done);
        Read(file);
        Assert.Equal((file.Length, (long)Encoding.UTF8.GetByteCount(Text)), (file.Done, file.Done));
    }

    private IReadOnlyList<ImportFile> At(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return ImportFile.At(_folder[name], () => throw new InvalidOperationException("standard input was not asked for"));
    }

    private static string Read(ImportFile file)
    {
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest)) packed.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static byte[] Zstd(string text)
    {
        using var packing = new Compressor();
        return packing.Wrap(Encoding.UTF8.GetBytes(text)).ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
