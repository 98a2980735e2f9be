namespace Assay.Formats.Graphs;

/// <summary>How far the reading of a graph's files has come.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Bytes">How many of its bytes are read.</param>
/// <param name="TotalBytes">How many it has; 0 where that is not known.</param>
/// <param name="Rows">How many of its rows are read.</param>
/// <param name="Problems">How many problems there are so far, in all files.</param>
public readonly record struct GraphProgress(string File, long Bytes, long TotalBytes, long Rows, long Problems);
