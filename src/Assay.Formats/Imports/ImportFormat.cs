namespace Assay.Formats.Imports;

/// <summary>A format that can be imported.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Read">Reads a file of it.</param>
internal sealed record ImportFormat(string Name, string Title, Action<ImportFile, ImportSink> Read)
{
    /// <summary>What the rows depend on beside the file: a mapping.</summary>
    public string Settings { get; init; } = "";
}
