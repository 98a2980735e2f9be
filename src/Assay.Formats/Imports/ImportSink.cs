using System.Runtime.InteropServices;
using System.Text;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Imports;

/// <summary>
/// What a reader of a format hands its rows to. Each row is read at once as the pack's own reader would, and one that it would refuse is a problem of the
/// imported file and left out. Not safe to use from several threads at once.
/// </summary>
internal sealed class ImportSink
{
    /// <summary>So many problems are kept; more are counted.</summary>
    public const int MostKept = 100;

    private readonly ImportFile _file;
    private readonly Action<ImportedRow> _take;
    private readonly PackContent _content = new(new PackFiles("", []), new PackDescriptor(), []);
    private readonly Dictionary<string, RowReading> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportSkip> _skips = new(StringComparer.Ordinal);
    private readonly StatementIds _ids = new();

    /// <summary>For the rows of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileSource">The id of the source that stands for the file itself.</param>
    /// <param name="take">Takes each row.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public ImportSink(ImportFile file, string fileSource, Action<ImportedRow> take, CancellationToken cancellation = default)
    {
        (_file, FileSource, _take, Cancellation) = (file, fileSource, take, cancellation);
    }

    /// <summary>The id of the source that stands for the file itself; its row is there already.</summary>
    public string FileSource { get; }

    /// <summary>As of which day the file is taken, where it tells a history: as of today where null.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The day that it is.</summary>
    public DateOnly Today { get; init; } = DateOnly.MaxValue;

    /// <summary>Stops the reading; a reader looks at it now and then.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How many rows were taken.</summary>
    public long Rows { get; private set; }

    /// <summary>How many problems there were.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>The first of them.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>What was not taken over, by what it is.</summary>
    public IReadOnlyCollection<ImportSkip> Skips => _skips.Values;

    /// <summary>Takes a row. Cells that are not named are empty; blanks at the edges and line breaks are taken out.</summary>
    /// <param name="line">The line of the file that it comes from, from 1.</param>
    /// <param name="table">The table of the pack format.</param>
    /// <param name="cells">The cells, by the names of the columns.</param>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="ArgumentException">There is no such table or column.</exception>
    public bool Add(int line, string table, params ReadOnlySpan<(string Column, string Value)> cells)
    {
        ref var reading = ref CollectionsMarshal.GetValueRefOrAddDefault(_readings, table, out _);
        reading ??= new RowReading(TableFormat.Find(table) ?? throw new ArgumentException($"There is no table {table}.", nameof(table)), _content, _ids);
        var row = new string[reading.Format.Columns.Length];
        Array.Fill(row, "");
        foreach (var (column, value) in cells)
        {
            var at = reading.Format.Columns.IndexOf(column);
            if (at < 0) throw new ArgumentException($"The table {table} has no column {column}.", nameof(cells));
            row[at] = Clean(value);
        }
        if (!CsvText.Fits(row))
        {
            Report(line, "long-row", $"a row for {table} with {row.Max(cell => cell.Length)} letters in one cell", $"at most {CsvText.LongestRow} in a row", "shorten it in the file; the row is left out");
            return false;
        }
        _content.Problems.Clear();
        _content.Statements.Clear();
        _content.Sources.Clear();
        _ids.Clear();
        reading.Cells.Cells = row;
        reading.Row.Line = line;
        reading.Format.Read(reading.Row, _content);
        foreach (var problem in _content.Problems)
            Report(problem with { File = _file.Name, Found = $"{problem.Found} for {table}", Mend = "correct it in the file; the row is left out" });
        if (_content.Problems.Count > 0) return false;
        Rows++;
        _take(new ImportedRow(reading.Format, row, _file.Name, line));
        return true;
    }

    /// <summary>Tells that an entity ceased to be on a day: rows that name it end then.</summary>
    public void End(int line, string entity, PartialDate day) => _take(new ImportedRow(EntityEnds.Format, [entity, day.ToString()], _file.Name, line));

    /// <summary>Reports something wrong in the file.</summary>
    public void Report(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemCount++;
        if (Problems.Count < MostKept) Problems.Add(problem);
    }

    /// <summary>Reports something wrong at a line of the file.</summary>
    public void Report(int line, string code, string found, string expected, string mend) => Report(new Problem(code, _file.Name, line, 0, found, expected, mend));

    /// <summary>Why the file cannot be read to its end; null: it can.</summary>
    public Problem? Broken { get; private set; }

    /// <summary>Reports that the file cannot be read from a line on: what was made of the rest is half of it, and the import ends without it.</summary>
    public void Break(int line, string code, string found, string expected, string mend)
    {
        Broken = new Problem(code, _file.Name, line, 0, found, expected, mend);
        Report(Broken);
    }

    /// <summary>Tells of something that could be read and that the record has no place for.</summary>
    /// <param name="what">What it is, as <c>addresses</c>: the same words for the same kind of thing.</param>
    /// <param name="line">The line of the file, of the first where there are several.</param>
    /// <param name="count">How many of it there are.</param>
    public void Skip(string what, int line, long count = 1)
    {
        ref var skip = ref CollectionsMarshal.GetValueRefOrAddDefault(_skips, what, out var isKnown);
        skip = isKnown ? skip! with { Count = skip.Count + count } : new ImportSkip(what, count, _file.Name, line);
    }

    /// <summary>A cell of a list column: each item clean, none twice, none empty.</summary>
    public static string List(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return string.Join('|', items.Select(item => Clean(item.Replace('|', '/'))).Where(item => item.Length > 0).Distinct(StringComparer.Ordinal));
    }

    private static string Clean(string? value)
    {
        var text = value.AsSpan().Trim();
        var isClean = text.Length == (value?.Length ?? 0);
        foreach (var c in text) isClean &= !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029');
        if (isClean) return value ?? "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isBreak = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if (!isBreak && rune.Value != ' ') clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().Trim();
    }

    private sealed class RowReading
    {
        public RowReading(TableFormat format, PackContent content, StatementIds ids)
        {
            Format = format;
            Row = new TableRow(format, Cells, content, ids);
        }

        public TableFormat Format { get; }

        public GivenCells Cells { get; } = new();

        public TableRow Row { get; }
    }
}

/// <summary>A row of a table of the pack format that was made of something in another format.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Its cells, in the order of the columns.</param>
/// <param name="File">The file that it was made of, as messages call it.</param>
/// <param name="Line">The line there, from 1; 0: not known.</param>
internal readonly record struct ImportedRow(TableFormat Table, string[] Cells, string File, int Line);

/// <summary>Something that could be read and that the record has no place for.</summary>
/// <param name="What">What it is.</param>
/// <param name="Count">How often.</param>
/// <param name="File">The file where it stands first.</param>
/// <param name="Line">The line there, from 1.</param>
public sealed record ImportSkip(string What, long Count, string File, int Line);
