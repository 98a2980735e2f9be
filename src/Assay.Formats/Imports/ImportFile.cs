using System.IO.Compression;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.GZip;
using ZstdSharp;

namespace Assay.Formats.Imports;

/// <summary>
/// A file that is imported: read once, from its beginning to its end, and unpacked while it is read where it is packed by gzip or Zstandard. Each file in a
/// zip archive is one of its own.
/// </summary>
public sealed class ImportFile
{
    private readonly Func<Stream> _open;

    /// <summary>Content that is at hand.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="open">Opens it, unpacked.</param>
    /// <param name="length">How many bytes there are to read, packed; 0: not known.</param>
    public ImportFile(string name, Func<Stream> open, long length = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        (Name, _open, Length) = (name, open, length);
    }

    /// <summary>What messages call it: the path as the user gave it, with the entry of an archive after <c>!</c>.</summary>
    public string Name { get; }

    /// <summary>The bytes to read, packed as they lie there; 0: not known.</summary>
    public long Length { get; }

    /// <summary>How many of these bytes were read.</summary>
    public long Done => Volatile.Read(ref _done);

    private long _done;

    /// <summary>Where the file lies, for readers that need a file and not a stream; null for standard input and the parts of an archive, and for packed files.</summary>
    public string? Path { get; private init; }

    /// <summary>The id of the source that the file itself is.</summary>
    internal string SourceId => ImportedId.Of("file", System.IO.Path.GetFileName(Name.Replace('!', '/')));

    /// <summary>Opens it, unpacked.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is packed, and what is packed is damaged; also thrown while it is read.</exception>
    public Stream Open() => _open();

    /// <summary>The files that a path stands for.</summary>
    /// <param name="path">A file; <c>-</c> for standard input.</param>
    /// <param name="input">Opens standard input.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is a damaged archive.</exception>
    public static IReadOnlyList<ImportFile> At(string path, Func<Stream> input)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(input);
        if (path == "-") return [Counted("standard input", input, 0, null)];
        var once = Plain(path);
        // A pipe can be opened and read but once.
        if (!once.CanSeek) return [Counted(path, () => once, 0, null)];
        var (begin, length) = (Begin(once), once.Length);
        once.Dispose();
        if (!begin.AsSpan().StartsWith(ZipMark)) return [Counted(path, () => Plain(path), length, IsPacked(begin) ? null : path)];
        using var archive = ZipFile.OpenRead(path);
        return [.. archive.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => Counted($"{path}!{entry.FullName}", () => new ZipEntryStream(path, entry.FullName), entry.Length, null))];
    }

    private static ImportFile Counted(string name, Func<Stream> open, long length, string? path)
    {
        ImportFile? file = null;
        file = new ImportFile(name, () => Unpacked(new CountingStream(open(), read => Interlocked.Add(ref file!._done, read))), length)
        {
            Path = path,
        };
        return file;
    }

    private static FileStream Plain(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    private static ReadOnlySpan<byte> ZipMark => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    // RFC 8878, section 3.1.1.
    private static ReadOnlySpan<byte> ZstdMark => [0x28, 0xB5, 0x2F, 0xFD];

    private static bool IsPacked(ReadOnlySpan<byte> begin) => begin.StartsWith(GzipMark) || begin.StartsWith(ZstdMark);

    private static byte[] Begin(Stream stream)
    {
        var begin = new byte[4];
        return begin[..stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
    }

    // What the content begins with tells how it is packed; what it is called may be wrong, and standard input has no name.
    private static Stream Unpacked(Stream stream)
    {
        var begin = Begin(stream);
        var whole = new PrefixedStream(begin, stream);
        if (begin.AsSpan().StartsWith(GzipMark)) return new GzipStream(whole);
        return begin.AsSpan().StartsWith(ZstdMark) ? new ZstdStream(whole) : whole;
    }

    // The library's own stream, unlike that of the framework, tells a file that is cut short from a whole one.
    private sealed class GzipStream(Stream packed) : ReadingStream
    {
        private readonly GZipInputStream _unpacking = new(packed, 1 << 16);
        private byte[] _buffer = new byte[1 << 16];

        public override int Read(Span<byte> buffer)
        {
            try
            {
                if (_buffer.Length < buffer.Length) _buffer = new byte[buffer.Length];
                var many = _unpacking.Read(_buffer, 0, buffer.Length);
                _buffer.AsSpan(0, many).CopyTo(buffer);
                return many;
            }
            catch (Exception error) when (error is SharpZipBaseException or EndOfStreamException)
            {
                throw new InvalidDataException($"the gzip data is damaged or cut short: {error.Message}", error);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _unpacking.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class ZstdStream(Stream packed) : ReadingStream
    {
        private readonly DecompressionStream _unpacking = new(packed, leaveOpen: false);

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return _unpacking.Read(buffer);
            }
            catch (Exception error) when (error is ZstdException or EndOfStreamException)
            {
                throw new InvalidDataException($"the Zstandard data is damaged or cut short: {error.Message}", error);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _unpacking.Dispose();
            base.Dispose(disposing);
        }
    }

    // An archive is opened anew for each of its files, so that they can be read on their own.
    private sealed class ZipEntryStream : ReadingStream
    {
        private readonly ZipArchive _archive;
        private readonly Stream _entry;

        public ZipEntryStream(string path, string entry)
        {
            _archive = ZipFile.OpenRead(path);
            _entry = _archive.GetEntry(entry)?.Open() ?? throw new InvalidDataException($"{path} has no {entry} any more");
        }

        public override int Read(Span<byte> buffer) => _entry.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _entry.Dispose();
                _archive.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
