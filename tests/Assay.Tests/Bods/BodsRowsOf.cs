using System.Text;
using Assay.Formats;
using Assay.Formats.Bods;
using Assay.Formats.Imports;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>The rows that a file gives, each as <c>table column=value …</c> without its empty cells.</summary>
internal sealed class BodsRowsOf
{
    private BodsRowsOf(ImportSink sink, List<ImportedRow> rows) => (Sink, Rows) = (sink, rows);

    public ImportSink Sink { get; }

    public List<ImportedRow> Rows { get; }

    public IEnumerable<string> Problems => Sink.Problems.Select(problem => problem.ToString());

    public static BodsRowsOf Text(string text, DateOnly? at = null) => Bytes(Encoding.UTF8.GetBytes(text), at);

    public static BodsRowsOf File(params string[] path) => Bytes(System.IO.File.ReadAllBytes(BodsSamples.PathOf(path)), null);

    public static BodsRowsOf Bytes(byte[] bytes, DateOnly? at = null) => Stream(() => new MemoryStream(bytes), bytes.Length, at);

    public static BodsRowsOf Stream(Func<Stream> open, long length, DateOnly? at = null)
    {
        var rows = new List<ImportedRow>();
        var file = new ImportFile("a.json", open, length);
        var sink = new ImportSink(file, "file-a", rows.Add, TestContext.Current.CancellationToken) { At = at, Today = BodsSamples.Today };
        BodsReader.Read(file, sink);
        return new BodsRowsOf(sink, rows);
    }

    /// <summary>The rows of a table, sources left out.</summary>
    public string[] Of(string table, params string[] columns) => [.. Rows.Where(row => row.Table.Name == table).Select(row => Said(row, columns))];

    public string[] All(bool withSources = true) => [.. Rows.Select(row => $"{row.Table.Name} {Said(row, [.. row.Table.Columns.Where(column => withSources || column != "sources")])}").Order(StringComparer.Ordinal)];

    public string Skipped => string.Join(", ", Sink.Skips.Select(skip => $"{skip.What} {skip.Count}"));

    private static string Said(ImportedRow row, string[] columns)
    {
        var wanted = columns.Length > 0 ? columns : [.. row.Table.Columns.Where(column => column is not ("sources" or "note"))];
        return string.Join(' ', wanted.Select(column => (Column: column, Cell: row.Cells[row.Table.Columns.IndexOf(column)])).Where(cell => cell.Cell.Length > 0).Select(cell => $"{cell.Column}={cell.Cell}"));
    }
}
