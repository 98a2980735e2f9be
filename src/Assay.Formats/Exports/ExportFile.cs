namespace Assay.Formats.Exports;

/// <summary>One of the files of an export that has several: a table of a data package, a part of a partitioned table.</summary>
/// <param name="Path">Its path in the export's folder, with forward slashes.</param>
/// <param name="Write">Writes it; the stream can be written only, and is closed by the caller.</param>
public sealed record ExportFile(string Path, Action<Stream> Write);
