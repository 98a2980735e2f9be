using System.Globalization;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>
/// Rows of a file of BODS 0.4 (or of 0.2 and 0.3, upgraded). The file is read twice: first to know which statements are good, which of a record is the
/// latest and what identifies it, then for the rows; relationships of which there are several statements wait for the last of them.
/// </summary>
internal static class BodsReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is cut off, or it is no file of statements.</exception>
    public static void Read(ImportFile file, ImportSink sink)
    {
        using var content = RereadFile.Of(file);
        IndexedFile indexed;
        using (var stream = content.Open())
            indexed = BodsValidator.Index(file.Name, stream, sink.Today, sink.Report, sink.At, later => sink.Skip("statements of days after the one asked for", later.Frame.Line), sink.Cancellation);
        if (indexed.End is { } end) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {end.Line}, column {end.Column}: {end.Found}, expected {end.Expected}"));
        var rows = new BodsRows(sink, indexed.Records);
        using var again = content.Open();
        foreach (var statement in new BodsStatements(file.Name, sink.Report) { Older = indexed.Older, Refused = indexed.Refused }.Read(again))
        {
            sink.Cancellation.ThrowIfCancellationRequested();
            rows.Add(statement);
        }
    }
}
