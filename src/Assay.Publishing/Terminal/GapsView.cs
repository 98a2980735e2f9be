using System.Collections.Immutable;
using System.Globalization;
using Assay.Findings.Changes;
using Assay.Publishing.Wording;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>The rows that are missing for some articles, those that decide most verdicts first, for a terminal or a pipe.</summary>
public static class GapsView
{
    /// <summary>Writes a line for each row: how many verdicts it would decide surely, how many it could, what it is.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (gaps.IsEmpty)
        {
            console.WriteHead(TerminalWords.NoGaps);
            return;
        }
        var table = new Table { Border = TableBorder.None, ShowRowSeparators = false };
        foreach (var head in (string[])[TerminalWords.Surely, TerminalWords.Could, TerminalWords.Partly]) table.AddColumn(new TableColumn(Lines.Plain(head)) { NoWrap = true, Alignment = Justify.Right });
        table.AddColumn(new TableColumn(Lines.Plain(TerminalWords.MissingRow)));
        foreach (var gap in gaps)
        {
            table.AddRow(Count(gap.Count(Decides.Surely)), Count(gap.Count(Decides.Could)), Count(gap.Count(Decides.WithOthers) + gap.Count(Decides.Untried)),
                Lines.Plain(gap.Row.Table.Length > 0 ? $"{gap.Row.Table}: {gap.Row.Text}" : gap.Row.Text));
        }
        console.Write(table);
    }

    private static Spectre.Console.Text Count(int count) => Lines.Plain(count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture));
}
