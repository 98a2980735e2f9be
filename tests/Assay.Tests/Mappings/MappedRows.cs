using System.Text;
using Assay.Formats;
using Assay.Formats.Imports;
using Assay.Formats.Mappings;

namespace Assay.Tests.Mappings;

/// <summary>What a mapping makes of some text or file.</summary>
internal sealed record MappedRows(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<Problem> Problems, IReadOnlyCollection<ImportSkip> Skips)
{
    /// <summary>The rows of a table as lines of cells without sources and notes at their end.</summary>
    public IReadOnlyList<string> Of(string table) => [.. Rows.Where(row => row.Table.Name == table).Select(row => string.Join(',', row.Cells.Zip(row.Table.Columns).Where(pair => pair.Second is not ("sources" or "note")).Select(pair => pair.First)))];

    /// <summary>The codes of the problems with their lines.</summary>
    public IEnumerable<string> Codes => Problems.Select(problem => $"{problem.Line} {problem.Code}");

    public static MappedRows OfText(string text, string mapping, string name = "table.csv") => OfBytes(Encoding.UTF8.GetBytes(text), mapping, name);

    public static MappedRows OfBytes(byte[] bytes, string mapping, string name = "table.csv") => Of(new ImportFile(name, () => new MemoryStream(bytes)), Read(mapping));

    public static MappedRows OfFile(string path, Mapping mapping)
    {
        var all = ImportFile.At(path, () => Stream.Null).Select(file => Of(file, mapping)).ToList();
        return new MappedRows([.. all.SelectMany(one => one.Rows)], [.. all.SelectMany(one => one.Problems)], [.. all.SelectMany(one => one.Skips)]);
    }

    public static Mapping Read(string text)
    {
        var problems = new List<Problem>();
        var mapping = MappingFile.Read("map.yaml", text, _ => null, problems);
        Assert(problems.Count == 0, string.Join('\n', problems));
        return mapping!;
    }

    private static MappedRows Of(ImportFile file, Mapping mapping)
    {
        var rows = new List<ImportedRow>();
        var sink = new ImportSink(file, "file", rows.Add);
        MappingReader.Read(file, mapping, sink);
        return new MappedRows(rows, sink.Problems, sink.Skips);
    }

    private static void Assert(bool holds, string otherwise) => Xunit.Assert.True(holds, otherwise);
}
