using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Publishing.Wording;
using Assay.Records;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Assay.Publishing.Terminal;

/// <summary>A view of the record for a terminal or a pipe: tables, with the numbers of the sources of each row and these at the end.</summary>
public static class RecordTerminal
{
    /// <summary>Writes the view.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="view">The view.</param>
    /// <param name="withProofs">Whether to write, below each table, what each row rests on.</param>
    public static void Write(IAnsiConsole console, RecordView view, bool withProofs)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(view);
        var sources = view.Statements.SelectMany(row => row.Sources).Distinct().ToList();
        console.WriteHead(view.Title, new Style(decoration: Decoration.Bold));
        foreach (var note in view.Notes) console.WriteHead(note);
        foreach (var table in view.Tables)
        {
            console.WriteLine();
            console.WriteHead(table.Title, new Style(decoration: Decoration.Bold));
            if (table.Rows.IsEmpty && table.Notes.IsEmpty) console.WriteHead(RecordPageWords.NothingKnown);
            if (!table.Rows.IsEmpty) WriteRows(console, table, sources);
            foreach (var note in table.Notes) console.WriteHead(note);
            if (withProofs) foreach (var row in table.Rows) WriteGrounds(console, view, row);
        }
        if (sources.Count == 0) return;
        console.WriteLine();
        console.WriteHead(RecordPageWords.SourcesHeading, new Style(decoration: Decoration.Bold));
        for (var at = 0; at < sources.Count; at++)
            console.WriteUnder((at + 1).ToString(CultureInfo.InvariantCulture).PadLeft(3) + " ", Terms.Source(sources[at], view.Evidence));
    }

    private static void WriteRows(IAnsiConsole console, RecordTable table, List<SourceId> sources)
    {
        var columns = CellWords.Telling(table);
        var shared = CellWords.Shared(table);
        var rows = table.Rows.Select(row => Words(row, columns, shared, sources)).ToList();
        var headings = columns.Select(at => table.Columns[at].Heading).Append(RecordPageWords.Remarks).Append(RecordPageWords.Sources).ToList();
        var shown = Enumerable.Range(0, headings.Count).Where(at => rows.Any(row => row[at].Length > 0)).ToList();
        var widths = ColumnWidths.Fit([.. shown.Select(at => (IReadOnlyList<string>)[headings[at], .. rows.Select(row => row[at])])], console.Profile.Width - 2 * shown.Count - 2);
        if (widths is null) WriteByRow(console, headings, rows, shown);
        else console.Write(AsTable(table, columns, headings, rows, shown, widths));
        if (!shared.IsEmpty) console.WriteHead($"{RecordPageWords.EveryRow} {string.Join("; ", shared)}.");
    }

    private static ImmutableArray<string> Words(RecordRow row, ImmutableArray<int> columns, ImmutableArray<string> shared, List<SourceId> sources) =>
    [
        .. columns.Select(at => row.Cells[at] is Cell.Date date ? date.Value.ToString() : CellWords.Of(row.Cells[at])), string.Join("; ", CellWords.Warnings(row).Except(shared)),
        SourceNumbers.Of(row.Cited.SelectMany(cited => cited.Sources).Distinct().Select(id => sources.IndexOf(id) + 1)),
    ];

    private static Table AsTable(RecordTable table, ImmutableArray<int> columns, List<string> headings, List<ImmutableArray<string>> rows, List<int> shown, int[] widths)
    {
        var grid = new Table { Border = TableBorder.Simple, UseSafeBorder = false, Expand = false };
        for (var i = 0; i < shown.Count; i++)
        {
            var at = shown[i];
            var isNumber = at < columns.Length && table.Rows.All(row => row.Cells[columns[at]] is Cell.Figure or Cell.Empty);
            grid.AddColumn(new TableColumn(Lines.Plain(headings[at], new Style(decoration: Decoration.Dim))) { Alignment = isNumber ? Justify.Right : Justify.Left, Width = widths[i], Padding = new Padding(0, 0, 1, 0) });
        }
        foreach (var (row, words) in table.Rows.Zip(rows))
        {
            var style = row.Holds == Truth.True ? Style.Plain : new Style(decoration: Decoration.Italic);
            grid.AddRow(shown.Select(at => (IRenderable)Lines.Plain(words[at], at == 0 ? style : Style.Plain)));
        }
        return grid;
    }

    private static void WriteByRow(IAnsiConsole console, List<string> headings, List<ImmutableArray<string>> rows, List<int> shown)
    {
        var width = shown.Max(at => headings[at].Length);
        foreach (var row in rows)
        {
            console.WriteLine();
            foreach (var at in shown.Where(at => row[at].Length > 0)) console.WriteUnder(headings[at].PadRight(width + 1), row[at]);
        }
        console.WriteLine();
    }

    private static void WriteGrounds(IAnsiConsole console, RecordView view, RecordRow row)
    {
        if (!row.Cited.Any()) return;
        var heading = row.Cells.Select(CellWords.Of).First(words => words.Length > 0);
        console.WriteLine();
        if (row.Proof is { } proof)
        {
            console.Write(ProofTree.Of(heading, proof, view.Evidence, view.When));
            return;
        }
        var tree = new Tree(Lines.Plain($"{heading}: {Wording.Words.Count("rows", row.Statements.Length)}")) { Guide = TreeGuide.Line };
        foreach (var statement in row.Statements) ProofTree.AddRow(tree, statement, view.Evidence, view.When);
        console.Write(tree);
    }
}
