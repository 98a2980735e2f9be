using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Formats.Packs;
using ZstdSharp;

namespace Assay.Formats.Imports;

/// <summary>
/// The rows of one imported file, kept on disk until all files are read: they are written as they come, and what was reported with them at the end. A log
/// without its end is not whole and never read.
/// </summary>
internal sealed class RowLog
{
    private const string Mark = "assay-rows-1";
    private const byte End = byte.MaxValue, EntityEnd = byte.MaxValue - 1;

    private readonly string _path;

    private RowLog(string path, ImportSummary summary) => (_path, Summary) = (path, summary);

    /// <summary>What was read and what was not.</summary>
    public ImportSummary Summary { get; }

    /// <summary>Writes the log of a file.</summary>
    /// <param name="path">Where it is kept; it appears there when it is whole.</param>
    /// <param name="file">What is imported, as messages call it.</param>
    /// <param name="read">Reads the file and hands over each row; gives what there is to report.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static RowLog Write(string path, string file, Func<Action<ImportedRow>, ImportSummary> read)
    {
        var beside = path + ".tmp";
        ImportSummary summary;
        using (var packed = new CompressionStream(new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), level: 1, leaveOpen: false))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            writer.Write(Mark);
            writer.Write(file);
            summary = read(row =>
            {
                writer.Write(row.Table == EntityEnds.Format ? EntityEnd : checked((byte)TableFormat.All.IndexOf(row.Table)));
                writer.Write7BitEncodedInt(row.Line);
                foreach (var cell in row.Cells) writer.Write(cell);
            });
            writer.Write(End);
            writer.Write(JsonSerializer.Serialize(summary, ImportContext.Default.ImportSummary));
        }
        File.Move(beside, path, overwrite: true);
        return new RowLog(path, summary);
    }

    /// <summary>The log that is kept at a path; null where there is none that is whole.</summary>
    public static RowLog? At(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            ImportSummary? summary = null;
            foreach (var _ in Read(path, found => summary = found)) continue;
            return summary is null ? null : new RowLog(path, summary);
        }
        catch (Exception error) when (error is EndOfStreamException or ZstdException or JsonException or InvalidDataException or FormatException or IndexOutOfRangeException)
        {
            // Cut short or of another version: it is read anew.
            return null;
        }
    }

    /// <summary>The same log, of an earlier run.</summary>
    public RowLog AsKept() => new(_path, Summary with { WasKept = true });

    /// <summary>Its rows, in the order of the file.</summary>
    public IEnumerable<ImportedRow> Rows() => Read(_path, _ => { });

    private static IEnumerable<ImportedRow> Read(string path, Action<ImportSummary?> found)
    {
        using var packed = new DecompressionStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), leaveOpen: false);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        if (reader.ReadString() != Mark) throw new InvalidDataException("the log is of another form");
        var file = reader.ReadString();
        while (reader.ReadByte() is var number && number != End)
        {
            var table = number == EntityEnd ? EntityEnds.Format : TableFormat.All[number];
            var line = reader.Read7BitEncodedInt();
            var cells = new string[table.Columns.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.ReadString();
            yield return new ImportedRow(table, cells, file, line);
        }
        found(JsonSerializer.Deserialize(reader.ReadString(), ImportContext.Default.ImportSummary));
    }
}

/// <summary>What an imported file gave.</summary>
/// <param name="File">The file, as messages call it.</param>
/// <param name="Bytes">How many bytes were read, packed as they lie there.</param>
/// <param name="Rows">How many rows were made of it.</param>
/// <param name="ProblemCount">How many problems there were.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Skips">What could be read and the record has no place for.</param>
public sealed record ImportSummary(string File, long Bytes, long Rows, long ProblemCount, IReadOnlyList<Problem> Problems, IReadOnlyList<ImportSkip> Skips)
{
    /// <summary>Whether it was kept by an earlier run that was stopped, and not read again.</summary>
    [JsonIgnore]
    public bool WasKept { get; init; }
}

[JsonSerializable(typeof(ImportSummary))]
internal sealed partial class ImportContext : JsonSerializerContext;
