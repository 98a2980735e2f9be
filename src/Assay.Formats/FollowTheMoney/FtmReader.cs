using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// Reads entities of FollowTheMoney: one JSON object a line, with entities nested in it or not, and delta files whose lines say what is added, modified or
/// deleted. The file is read once; what it says is put aside, since only at its end is known which version of an entity is the last and what a link's
/// ends are. Then the rows are made.
/// </summary>
internal static class FtmReader
{
    /// <summary>A longer line is passed over.</summary>
    private const int LongestLine = 64 << 20;

    // A file of another kind is given up: a million problems say no more than the first.
    private const int MostBadLines = 1000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is packed, and what is packed is damaged.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Read(ImportFile file, ImportSink sink) => Read(file, sink, LongestLine);

    internal static void Read(ImportFile file, ImportSink sink, int longestLine)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sink);
        var model = FtmModel.Embedded;
        using var intake = new FtmIntake(model, sink);
        using (var stream = file.Open()) ReadLines(stream, intake, model, sink, longestLine);
        intake.Tally.Tell(sink);
        var rows = new FtmRows(model, intake, sink);
        rows.FindPositions();
        rows.Make();
    }

    private static void ReadLines(Stream stream, FtmIntake intake, FtmModel model, ImportSink sink, int longestLine)
    {
        var names = new FtmNames(model);
        var parser = new FtmParser(model, names);
        using var lines = new JsonLines(stream, longestLine);
        var (good, bad) = (0L, 0);
        while (lines.Next())
        {
            if ((lines.Number & 0xFFF) == 0) sink.Cancellation.ThrowIfCancellationRequested();
            if (lines.IsTooLong)
            {
                sink.Report(lines.Number, "line-too-long", $"a line of more than {longestLine:N0} bytes", "one entity on each line", "split it; the line is left out");
                continue;
            }
            var line = lines.Line;
            if (lines.Number == 1)
            {
                if (line.StartsWith("\uFEFF"u8)) line = line[3..];
                if (line.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || line.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
                {
                    sink.Report(1, "not-utf8", "a file in UTF-16", "UTF-8", "write it in UTF-8; nothing of it is read");
                    return;
                }
            }
            line = line.Trim(" \t\r"u8);
            try
            {
                for (var at = 0; at < line.Length; good++)
                {
                    parser.Read(line, ref at);
                    intake.Take(parser, lines.Number);
                }
            }
            catch (FtmLineException error)
            {
                sink.Report(lines.Number, error.Code, error.Found, error.Expected, "correct the line; it is left out from there on");
                if (good == 0 && ++bad == MostBadLines)
                {
                    sink.Report(lines.Number, "no-entity", $"no entity in the first {MostBadLines} lines", "entities as JSON, one on each line", "import the file in the format that it is in; the rest is not read");
                    return;
                }
            }
        }
    }
}
