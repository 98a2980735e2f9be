using System.Globalization;
using Assay.Formats.Graphs;
using Assay.Formats.Imports;
using Assay.Formats.Scanning;

namespace Assay.Cli;

/// <summary>Graphs of register files in formats of their own, as they lie there: plain, packed or alone in an archive.</summary>
internal static class GraphRegister
{
    /// <summary>Reads one, and says on standard error what of it is no edge of the graph.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="isGleif">Whether it has relationship records of GLEIF, or else entities of FollowTheMoney.</param>
    public static GraphData Read(Terminal terminal, string path, bool isGleif)
    {
        var files = ImportFile.At(path, Console.OpenStandardInput);
        if (files.Count != 1) throw StopException.Usage($"{path} holds {files.Count} files: unpack it, and give one of them");
        var edges = Waiting.For(terminal, (IProgress<GraphProgress>? progress) =>
        {
            // A file that lies open is read without a step between.
            if (files[0].Path is { } plain) return isGleif ? RelationshipScan.Read(plain, RelationshipColumns.Gleif, progress) : FtmScan.Read(plain, progress);
            using var stream = files[0].Open();
            return isGleif ? RelationshipScan.Read(stream, files[0].Name, RelationshipColumns.Gleif, progress) : FtmScan.Read(stream, files[0].Name, progress);
        });
        foreach (var (what, times) in edges.LeftOut) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {path}: left out {times:N0}: {what}"));
        return isGleif ? RegisterGraph.OfControl(edges) : RegisterGraph.OfStakes(edges);
    }
}
