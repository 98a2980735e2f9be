namespace Assay.Formats.Snapshots;

/// <summary>A snapshot is damaged, cut short, of another kind, or of a newer form than this program reads.</summary>
public sealed class SnapshotException : Exception
{
    /// <summary>With what is wrong and where.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="section">The section that it is in; null: the frame of the file.</param>
    /// <param name="offset">The place in the file, in bytes from its beginning.</param>
    /// <param name="inner">The cause, if any.</param>
    public SnapshotException(string message, string? section, long offset, Exception? inner = null)
        : base($"{message} ({(section is null ? "" : $"section {section}, ")}byte {offset})", inner)
    {
        Section = section;
        Offset = offset;
    }

    /// <summary>With a message alone.</summary>
    public SnapshotException(string message) : base(message) { }

    /// <summary>With a message and its cause.</summary>
    public SnapshotException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Without anything.</summary>
    public SnapshotException() : this("The snapshot cannot be used.") { }

    /// <summary>The section; null where it is the frame of the file that is wrong.</summary>
    public string? Section { get; }

    /// <summary>The place in the file, in bytes from its beginning.</summary>
    public long Offset { get; }
}
