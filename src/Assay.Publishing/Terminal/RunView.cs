using Assay.Findings;
using Assay.Publishing.Text;
using Assay.Publishing.Wording;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>The summary of a run over several articles, for a terminal or a pipe.</summary>
public static class RunView
{
    private const int QuoteLength = 100;
    private const int MostShown = 10;

    /// <summary>Writes how many articles and claims there are, the claims by kind and verdict, and the refuted claims, the most repeated first.</summary>
    public static void Write(IAnsiConsole console, RunSummary run)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(run);
        console.WriteHead($"{RunWords.Title(run)}. {RunWords.Line(run)}", new Style(decoration: Decoration.Bold));
        console.WriteLine();
        var counts = run.Counts;
        if (!counts.IsEmpty)
        {
            var kinds = new Table { Border = TableBorder.None, ShowRowSeparators = false };
            kinds.AddColumn(new TableColumn(Lines.Plain(RunWords.Kind)) { NoWrap = true });
            foreach (var verdict in VerdictWords.Order) kinds.AddColumn(new TableColumn(Lines.Plain(VerdictWords.Counted(verdict))) { NoWrap = true, Alignment = Justify.Right });
            foreach (var kind in run.Kinds)
                kinds.AddRow([Lines.Plain(RunWords.Of(kind)), .. VerdictWords.Order.Select(verdict => Lines.Plain(RunWords.Number(counts.Where(count => count.Kind == kind && count.Verdict == verdict).Sum(count => count.Count))))]);
            console.Write(kinds);
            console.WriteLine();
        }
        var refuted = run.Refuted;
        if (!refuted.IsEmpty) console.WriteHead(RunWords.RefutedHeading, new Style(decoration: Decoration.Bold));
        foreach (var claim in refuted.Take(MostShown)) console.WriteUnder($"{claim.Articles} × ", $"“{VisibleText.Shortened(claim.Quote, QuoteLength)}”");
    }
}
