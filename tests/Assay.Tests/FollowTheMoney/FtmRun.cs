using System.Text;
using Assay.Formats.FollowTheMoney;
using Assay.Formats.Imports;

namespace Assay.Tests.FollowTheMoney;

/// <summary>A file read into rows, for looking at them.</summary>
internal sealed record FtmRun(List<ImportedRow> Rows, ImportSink Sink)
{
    /// <summary>The folder of real files beside the checkout; null where there is none.</summary>
    public static string? Samples => Path.Combine(Checkout.Root, "..", "shared", "samples", "ftm") is var folder && Directory.Exists(folder) ? folder : null;

    public static FtmRun Of(params string[] lines) => Of(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static FtmRun Of(byte[] content, int longestLine = 1 << 20)
    {
        var file = new ImportFile("a.ftm.json", () => new MemoryStream(content));
        var rows = new List<ImportedRow>();
        var sink = new ImportSink(file, "file", rows.Add);
        FtmReader.Read(file, sink, longestLine);
        return new FtmRun(rows, sink);
    }

    /// <summary>Rows of a table, each as its cells that are not empty: <c>owner=a asset=b</c>. Sources are left out.</summary>
    public IEnumerable<string> Table(string table, params string[] columns) => Rows.Where(row => row.Table.Name == table)
        .Select(row => string.Join(' ', row.Table.Columns.Zip(row.Cells).Where(cell => cell.Second.Length > 0 && (columns.Length > 0 ? columns.Contains(cell.First) : cell.First != "sources")).Select(cell => $"{cell.First}={cell.Second}")));

    public IEnumerable<string> ProblemCodes => Sink.Problems.Select(problem => $"{problem.Line} {problem.Code}");

    public long Skipped(string what) => Sink.Skips.Where(skip => skip.What.Contains(what, StringComparison.Ordinal)).Sum(skip => skip.Count);

    public static string Entity(string id, string schema, string properties = "") => $$$"""{"id":"{{{id}}}","schema":"{{{schema}}}","properties":{{{{properties}}}}}""";

    public static string Company(string id) => Entity(id, "Company", $"\"name\":[\"{id} Ltd\"]");

    public static string Owning(string properties, string id = "own") => Entity(id, "Ownership", $"\"owner\":[\"a\"],\"asset\":[\"b\"]{(properties.Length > 0 ? "," : "")}{properties}");
}
