using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>
/// The statements of a file, one at a time: cut out, parsed, upgraded from 0.2 or 0.3, held against the schema. One that is refused is reported and
/// passed over.
/// </summary>
internal sealed class BodsStatements(string file, Action<Problem> report)
{
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = StatementFrames.DeepestNesting, AllowDuplicateProperties = false };
    private readonly SchemaCheck _schema = new();

    /// <summary>How statements of an older version become ones of 0.4.</summary>
    public OlderVersion Older { get; init; } = new();

    /// <summary>Which statements, by their number in the file, need no second look: null: all are looked at; refused ones are passed over without a word.</summary>
    public IReadOnlySet<int>? Refused { get; init; }

    /// <summary>Why the file that was read last could not be read to its end; null: it could.</summary>
    public Problem? End { get; private set; }

    /// <summary>Reads a file to its end, or to where it cannot be read any more.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="refuse">Told the number of each statement that is refused.</param>
    public IEnumerable<BodsStatement> Read(Stream stream, Action<int>? refuse = null)
    {
        var frames = new StatementFrames(stream, file, Refused is null ? report : static _ => { });
        while (frames.Next(out var frame))
        {
            if (Refused?.Contains(frame.Number) == true) continue;
            using var document = Parse(frame);
            if (document is null) { refuse?.Invoke(frame.Number); continue; }
            using var upgraded = Upgraded(document, frame, out var isFit);
            var json = (upgraded ?? document).RootElement;
            if (!isFit || (Refused is null && !IsValid(json, frame))) { refuse?.Invoke(frame.Number); continue; }
            yield return new BodsStatement(file, frame, json);
        }
        End = frames.End;
    }

    private JsonDocument? Parse(StatementFrame frame)
    {
        try
        {
            return JsonDocument.Parse(frame.Bytes, s_json);
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0);
            var column = (int)(error.BytePositionInLine ?? 0) + (line == 0 ? frame.Column : 1);
            var said = error.Message.Split(" LineNumber:", 2)[0].TrimEnd('.', ' ');
            report(new Problem("bods-no-json", file, frame.Line + line, column, $"{BodsStatement.RootOf(frame)} cannot be read: {said}", "JSON (RFC 8259), no field twice", "correct it; the statement was passed over"));
            return null;
        }
    }

    private JsonDocument? Upgraded(JsonDocument document, StatementFrame frame, out bool isFit)
    {
        isFit = true;
        if (!OlderVersion.IsOlder(document.RootElement)) return null;
        var bytes = Older.Upgrade(document.RootElement, out var doubt);
        isFit = bytes is not null;
        if (doubt.Length > 0 && Refused is null)
            report(new Problem("bods-version", file, frame.Line, frame.Column, $"{BodsStatement.RootOf(frame)}: {doubt}", "a statement of BODS 0.4, or one of 0.2 or 0.3 that can be upgraded",
                isFit ? "check it, or ask the publisher for 0.4" : "ask the publisher for 0.4, or convert it first; the statement was passed over"));
        return isFit ? JsonDocument.Parse(bytes, s_json) : null;
    }

    private bool IsValid(JsonElement json, StatementFrame frame)
    {
        try
        {
            var faults = _schema.Check(json);
            foreach (var fault in faults)
            {
                var (line, column) = JsonPlace.Of(frame, fault.Path);
                report(fault.At(file, BodsStatement.RootOf(frame), line, column));
            }
            return faults.Count == 0;
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, which no Unicode text has.
            report(new Problem("not-utf8", file, frame.Line, frame.Column, $"{BodsStatement.RootOf(frame)} has a text with half a character (\\ud800 to \\udfff alone)", "whole characters", "correct it; the statement was passed over"));
            return false;
        }
    }
}
