using Assay.Formats.Imports;
using Assay.Formats.Mappings.Tables;

namespace Assay.Formats.Mappings;

/// <summary>Makes rows of pack tables of somebody's own tables, as a mapping says. What it leaves aside is told of: tables, columns, rows.</summary>
internal static class MappingReader
{
    public static void Read(ImportFile file, Mapping mapping, ImportSink sink)
    {
        foreach (var source in mapping.Sources) sink.Add(0, "sources", [.. source.Cells]);
        using var tables = InputTables.Of(file, sink.Report, what => sink.Skip(what, 0));
        foreach (var table in tables.All)
        {
            var inputs = mapping.Inputs.Where(input => IsOf(input, table)).ToList();
            if (inputs.Count == 0) sink.Skip($"tables that the mapping has no input for ({table.Name})", 0);
            foreach (var input in inputs) new TableReading(table, input, mapping, sink).Run();
        }
        ReferenceCheck.Run(tables.All, sink);
    }

    private static bool IsOf(MappedInput input, InputTable table) =>
        (input.Table.Length == 0 || input.Table == table.Name) && (input.FilePattern.Length == 0
            || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(input.FilePattern, table.File.AsSpan(table.File.LastIndexOfAny(['/', '\\', '!']) + 1)));

    /// <summary>One table that is read for one input of the mapping.</summary>
    private sealed class TableReading(InputTable table, MappedInput input, Mapping mapping, ImportSink sink)
    {
        private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
        private readonly HashSet<string> _missing = new(input.Missing.Concat(table.Missing), StringComparer.Ordinal);
        private string[] _cells = [];

        public void Run()
        {
            using var cursor = table.Open(input.Dialect, sink.Report);
            for (var i = 0; i < cursor.Columns.Count; i++)
                if (!_columns.TryAdd(cursor.Columns[i], i)) sink.Report(new Problem("column-twice", table.File, 1, 0, $"the column '{cursor.Columns[i]}' twice", "each name once", "rename one; the first is read"));
            if (cursor.Columns.Count == 0) return;
            var rows = mapping.Rows.Where(row => row.Input == input.Name && HasColumns(row)).Select(row => new RowMaking(row, new CellMaking(ValueOf, input, table), ValueOf, mapping, table.File, sink)).ToList();
            var read = mapping.Rows.Where(row => row.Input == input.Name).SelectMany(row => row.Cells.SelectMany(cell => cell.Cell.Reads).Concat(row.Where.Select(condition => condition.Column))).ToHashSet(StringComparer.Ordinal);
            foreach (var column in cursor.Columns.Where(column => !read.Contains(column))) sink.Skip($"columns that the mapping does not use ({table.Name}: {column})", 1);
            _cells = new string[cursor.Columns.Count];
            while (cursor.TryNext(_cells))
            {
                sink.Cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < _cells.Length; i++)
                    if (_missing.Contains(_cells[i])) _cells[i] = "";
                var isMade = false;
                foreach (var row in rows) isMade |= row.Make(cursor.Line);
                if (!isMade) sink.Skip($"rows that no part of the mapping takes ({table.Name})", cursor.Line);
            }
        }

        private string ValueOf(string column) => _columns.TryGetValue(column, out var at) ? _cells[at] : "";

        // A mapping made for another version of the table is found out at once and not row by row.
        private bool HasColumns(MappedRow row)
        {
            var places = row.Cells.SelectMany(cell => cell.Cell.Reads.Select(column => (column, cell.Cell.Place))).Concat(row.Where.Select(condition => (condition.Column, condition.Place)));
            var lacking = places.Where(pair => !_columns.ContainsKey(pair.Item1)).DistinctBy(pair => pair.Item1).ToList();
            foreach (var (column, place) in lacking)
                sink.Report(place.Problem("no-such-column", $"the column '{column}', which {table.File} does not have", string.Join(", ", _columns.Keys.Take(20)), Packs.Lint.NearestId.Find(column, _columns.Keys) is { } near ? $"perhaps '{near}' is meant" : "correct the mapping; its rows are left out"));
            return lacking.Count == 0;
        }
    }
}
