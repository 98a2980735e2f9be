using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>A file that is read twice. Standard input, which can be read once, is kept in a temporary file meanwhile.</summary>
internal sealed class RereadFile : IDisposable
{
    private readonly Func<Stream> _open;
    private readonly FileStream? _copy;

    private RereadFile(Func<Stream> open, FileStream? copy) => (_open, _copy) = (open, copy);

    /// <summary>Makes a file one that can be read twice.</summary>
    public static RereadFile Of(ImportFile file)
    {
        // Only what has no place on disk has no length either.
        if (file.Path is not null || file.Length > 0) return new RereadFile(file.Open, null);
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"assay-{Path.GetRandomFileName()}"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose,
        });
        try
        {
            using var input = file.Open();
            input.CopyTo(copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
        return new RereadFile(() => new Rewound(copy), copy);
    }

    /// <summary>Opens it at its beginning; the stream before must be done with.</summary>
    public Stream Open() => _open();

    /// <inheritdoc/>
    public void Dispose() => _copy?.Dispose();

    private sealed class Rewound : ReadingStream
    {
        private readonly FileStream _copy;

        public Rewound(FileStream copy)
        {
            _copy = copy;
            _copy.Position = 0;
        }

        public override int Read(Span<byte> buffer) => _copy.Read(buffer);
    }
}
