using System.Runtime.CompilerServices;
using System.Text;
using Assay.Formats.Packs;

namespace Assay.Formats.Graphs;

/// <summary>A CSV file by its header: where each column that is known stands. Columns stand in any order, unknown ones are left aside.</summary>
internal sealed class CsvTable
{
    private readonly string[] _header;

    private CsvTable(string file, string[] header)
    {
        File = file;
        _header = header;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    public int CellCount => _header.Length;

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => _header;

    /// <summary>Where a column stands; -1 where there is none of that name.</summary>
    public int this[string column] => Array.FindIndex(_header, name => name.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the header, the record on which <paramref name="rows"/> stands.</summary>
    public static CsvTable Of(string file, BlockRows rows, string[] wanted, GraphProblems problems)
    {
        var header = new string[rows.CellCount];
        for (var i = 0; i < header.Length; i++) header[i] = ByteText.Decode(rows[i]).Trim();
        var table = new CsvTable(file, header);
        var missing = Array.FindAll(wanted, name => table[name] < 0);
        if (missing.Length > 0)
            problems.Add(new Problem("bad-header", file, 1, 0, $"no column {string.Join(", ", missing)}", string.Join(',', wanted), "name the columns in the first line"));
        var twice = header.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null) problems.Add(new Problem("bad-header", file, 1, 0, $"two columns {twice}", "each column once", "rename or delete one"));
        return table;
    }

    /// <summary>Reports what is wrong with a cell of the record on which <paramref name="rows"/> stands. The line counts from the block's first.</summary>
    public void Report(GraphProblems problems, BlockRows rows, int cell, string code, string found, string expected, string mend)
    {
        // Whoever looks for the place needs time; only the first ones are shown.
        var column = cell < 0 || problems.IsFull ? 0 : TextPlaces.OfField(ByteText.Bytes(rows.Raw), 1, cell);
        problems.Add(new Problem(code, File, rows.Line, column, found, expected, mend));
    }

    /// <summary>Whether the record has as many cells as the header; reports it if not.</summary>
    public bool HasAllCells(BlockRows rows, GraphProblems problems)
    {
        if (rows.CellCount == CellCount) return true;
        if (rows.IsEmptyLine) Report(problems, rows, -1, "field-count", "an empty line", $"{CellCount} fields", "delete it");
        else Report(problems, rows, -1, "field-count", $"{rows.CellCount} fields", $"{CellCount} fields", "look for a comma too many or too few, or quote the cell that holds one");
        return false;
    }

    /// <summary>Whether a cell holds an id; reports it if not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsId(ReadOnlySpan<char> id, BlockRows rows, int cell, GraphProblems problems) =>
        (unchecked((uint)(id.Length - 1)) < EntityIds.LongestId && id[0] != ' ' && id[^1] != ' ') || RefuseId(id, rows, cell, problems);

    private bool RefuseId(ReadOnlySpan<char> id, BlockRows rows, int cell, GraphProblems problems)
    {
        if (id.IsEmpty) Report(problems, rows, cell, "empty-cell", "nothing", $"a value for {_header[cell]}", "fill it in");
        else if (id.Length > EntityIds.LongestId) Report(problems, rows, cell, "long-id", $"an id of {id.Length} bytes", $"at most {EntityIds.LongestId}", "look for a quote that is never closed");
        else Report(problems, rows, cell, "stray-space", "a space at the edge of the cell", "none", "delete it");
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => new StringBuilder().AppendJoin(',', _header).ToString();
}
