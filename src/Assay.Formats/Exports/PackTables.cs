using System.Text;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Tables;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Exports;

/// <summary>Statements as rows of the tables of the pack format, in their order, with the sources that they cite.</summary>
internal sealed class PackTables
{
    private readonly Dictionary<string, List<(Statement? Row, string[] Cells)>> _rows = new(StringComparer.Ordinal);

    private PackTables() { }

    /// <summary>The tables that have rows, in the order of the format.</summary>
    public IEnumerable<TableFormat> Tables => TableFormat.All.Where(table => _rows.ContainsKey(table.Name));

    /// <summary>The tables of all rows and sources of a scope.</summary>
    public static PackTables Of(ExportScope scope) => Of(scope.Statements, scope.CitedSources());

    /// <summary>The tables of rows and sources.</summary>
    public static PackTables Of(IEnumerable<Statement> statements, IEnumerable<Source> sources)
    {
        var tables = new PackTables();
        foreach (var source in sources) tables.Add(SourcesTable.Format, null, StatementCells.Of(source));
        foreach (var statement in statements)
        {
            var (table, cells) = StatementCells.Of(statement);
            tables.Add(table, statement, cells);
        }
        return tables;
    }

    /// <summary>The rows of a table; the statement is null for a source.</summary>
    public IReadOnlyList<(Statement? Row, string[] Cells)> Rows(TableFormat table) => _rows.TryGetValue(table.Name, out var rows) ? rows : [];

    /// <summary>Writes a table as CSV with its header (RFC 4180, UTF-8, lines ended by <c>\n</c>), as packs have it.</summary>
    public void WriteCsv(TableFormat table, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(CsvText.Line(table.Columns));
        foreach (var (_, cells) in Rows(table)) text.WriteLine(CsvText.Line(cells));
    }

    private void Add(TableFormat table, Statement? row, string[] cells)
    {
        if (!_rows.TryGetValue(table.Name, out var rows)) _rows[table.Name] = rows = [];
        rows.Add((row, cells));
    }
}
