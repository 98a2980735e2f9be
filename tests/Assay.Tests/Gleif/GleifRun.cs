using System.Text;
using Assay.Formats;
using Assay.Formats.Gleif;
using Assay.Formats.Imports;

namespace Assay.Tests.Gleif;

/// <summary>What one file of the register gave.</summary>
internal sealed class GleifRun
{
    private GleifRun(ImportFile file)
    {
        Sink = new ImportSink(file, "the-file", Rows.Add);
        GleifReader.Read(file, Sink);
    }

    public ImportSink Sink { get; }

    public List<ImportedRow> Rows { get; } = [];

    public IReadOnlyList<Problem> Problems => Sink.Problems;

    public static GleifRun Of(string content, string name = "test") => Of(Encoding.UTF8.GetBytes(content), name);

    public static GleifRun Of(byte[] content, string name = "test") => new(new ImportFile(name, () => new MemoryStream(content)));

    public static GleifRun Of(Stream content) => new(new ImportFile("test", () => content));

    public static GleifRun At(string path) => new(ImportFile.At(path, () => Stream.Null)[0]);

    /// <summary>The rows of a table, each as its cells that are not empty, by column.</summary>
    public IReadOnlyList<Dictionary<string, string>> Table(string name) => [.. Rows.Where(row => row.Table.Name == name)
        .Select(row => row.Table.Columns.Zip(row.Cells).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second))];

    /// <summary>The cells of one column of a table.</summary>
    public IEnumerable<string> Column(string table, string column) => Table(table).Select(row => row.GetValueOrDefault(column, ""));

    /// <summary>How often something was skipped whose name has these words in it.</summary>
    public long Skipped(string words) => Sink.Skips.Where(skip => skip.What.Contains(words, StringComparison.Ordinal)).Sum(skip => skip.Count);
}
