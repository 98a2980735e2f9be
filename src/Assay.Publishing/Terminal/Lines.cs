using Assay.Findings;
using Assay.Publishing.Text;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>
/// Text for a terminal. Everything passes through <see cref="Plain"/>: markup is not read, control characters are made visible,
/// so that no article can colour, move or erase what stands on the screen.
/// </summary>
internal static class Lines
{
    private const int Indent = 4;

    /// <summary>The words as they are, on one line, in a style.</summary>
    public static Spectre.Console.Text Plain(string words, Style? style = null) => new(VisibleText.OnOneLine(words), style);

    /// <summary>Writes a line from the left edge.</summary>
    public static void WriteHead(this IAnsiConsole console, string words, Style? style = null)
    {
        console.Write(Plain(words, style));
        console.WriteLine();
    }

    /// <summary>Writes a labelled line under a head; what does not fit goes on below its own beginning.</summary>
    public static void WriteUnder(this IAnsiConsole console, string label, string words, Style? style = null)
    {
        var grid = new Grid { Expand = false }
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(Indent, 0, 0, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        console.Write(grid.AddRow(new Spectre.Console.Text(label), Plain(words, style)));
    }

    /// <summary>The colour of a verdict; the word is always written beside it.</summary>
    public static Style StyleOf(Verdict verdict) => new(verdict switch
    {
        Verdict.Supported => Color.Green,
        Verdict.Refuted => Color.Red,
        Verdict.ConflictingEvidence => Color.Fuchsia,
        _ => Color.Yellow,
    }, decoration: Decoration.Bold);
}
