using System.IO.Compression;
using Assay.Formats.Imports;

namespace Assay.Formats.Mappings.Tables;

/// <summary>The tables of a file, whatever it is: text, Parquet, an SQLite database, the descriptor of a data package. What it begins with tells.</summary>
internal sealed class InputTables : IDisposable
{
    private const string Descriptor = "datapackage.json";
    private static readonly string[] s_textEndings = [".csv", ".tsv", ".tab", ".txt"];
    private readonly List<string> _copies = [];

    private InputTables() { }

    /// <summary>The tables.</summary>
    public IReadOnlyList<InputTable> All { get; private set; } = [];

    /// <summary>Finds the tables of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="skip">Told of what is left aside.</param>
    public static InputTables Of(ImportFile file, Action<Problem> problems, Action<string> skip)
    {
        var tables = new InputTables();
        tables.All = tables.Find(file, problems, skip);
        return tables;
    }

    public void Dispose()
    {
        foreach (var copy in _copies) File.Delete(copy);
    }

    private IReadOnlyList<InputTable> Find(ImportFile file, Action<Problem> problems, Action<string> skip)
    {
        var (begin, whole) = TextTable.Peek(file.Open(), 64);
        // Standard input can be opened once; what was looked at is handed on.
        var first = (Stream?)whole;
        Stream Open() => Interlocked.Exchange(ref first, null) ?? file.Open();
        var name = StemOf(file.Name);
        if (begin.AsSpan().StartsWith("SQLite format 3\0"u8)) return SqliteTable.Of(PathOf(file, Open), file.Name, problems, skip);
        if (begin.AsSpan().StartsWith("PAR1"u8)) return [new ParquetTable(() => OpenSeeking(file, Open)) { Name = name, File = file.Name }];
        if (file.Name.EndsWith(Descriptor, StringComparison.Ordinal) || (IsObject(begin) && !s_textEndings.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            using var descriptor = Open();
            return new DataPackageTables(file.Name, path => OpenBeside(file, path), problems, skip).Read(descriptor);
        }
        // The tables of a package in an archive are read with its descriptor.
        if (Archive(file) is { } archive && archive.Path is var path && HasDescriptor(path)) return [];
        var isTabs = file.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);
        return [new TextTable(Open) { Name = name, File = file.Name, Own = null, IsTabs = isTabs }];
    }

    private static bool IsObject(byte[] begin)
    {
        var text = begin.AsSpan();
        if (text.StartsWith("\xEF\xBB\xBF"u8)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    private static string StemOf(string name)
    {
        var stem = name[(name.LastIndexOfAny(['/', '\\', '!']) + 1)..];
        foreach (var ending in (string[])[".gz", ".zst", .. s_textEndings, ".parquet"])
            if (stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) stem = stem[..^ending.Length];
        return stem;
    }

    // A database and a Parquet file are read here and there and not from beginning to end.
    private string PathOf(ImportFile file, Func<Stream> open)
    {
        if (file.Path is { } path) return path;
        var copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _copies.Add(copy);
        using var from = open();
        using var into = new FileStream(copy, FileMode.CreateNew, FileAccess.Write);
        from.CopyTo(into);
        return copy;
    }

    private FileStream OpenSeeking(ImportFile file, Func<Stream> open) => new(PathOf(file, open), FileMode.Open, FileAccess.Read, FileShare.Read);

    private static Stream? OpenBeside(ImportFile file, string path)
    {
        if (Archive(file) is { } archive)
        {
            var zip = ZipFile.OpenRead(archive.Path);
            var folder = archive.Entry[..(archive.Entry.LastIndexOf('/') + 1)];
            if (zip.GetEntry(folder + path) is { } entry) return new OwningStream(entry.Open(), zip);
            zip.Dispose();
            return null;
        }
        if (file.Path is not { } own) return null;
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(own))!, path);
        return File.Exists(beside) ? new FileStream(beside, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan) : null;
    }

    private static (string Path, string Entry)? Archive(ImportFile file) =>
        file.Name.IndexOf('!', StringComparison.Ordinal) is > 0 and var mark && File.Exists(file.Name[..mark]) ? (file.Name[..mark], file.Name[(mark + 1)..]) : null;

    private static bool HasDescriptor(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.Any(entry => entry.Name == Descriptor);
    }

    private sealed class OwningStream(Stream stream, IDisposable owner) : ReadingStream
    {
        public override int Read(Span<byte> buffer) => stream.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                stream.Dispose();
                owner.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
