using Assay.Findings;
using Assay.Publishing.Text;
using Assay.Publishing.Wording;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>The claims of an article with their verdicts, for a terminal or a pipe: no line needs colour to be understood.</summary>
public static class TerminalView
{
    private const int QuoteLength = 140;

    /// <summary>Writes the claims in the order of the article, then what was found in one line.</summary>
    public static void Write(IAnsiConsole console, CheckedArticle article)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(article);
        console.WriteHead(article.Article.Title.Length > 0 ? article.Article.Title : PageWords.Untitled, new Style(decoration: Decoration.Bold));
        console.WriteHead(FoundWords.AsOf(article));
        console.WriteLine();
        for (var at = 0; at < article.Findings.Length; at++)
        {
            WriteHeading(console, article.Findings[at], at + 1);
            WriteFinding(console, article, article.Findings[at]);
            console.WriteLine();
        }
        console.WriteHead(FoundWords.Line(article), new Style(decoration: Decoration.Bold));
        if (FoundWords.Coverage(article) is { Length: > 0 } coverage) console.WriteHead(coverage);
    }

    /// <summary>Number, verdict, kind.</summary>
    internal static void WriteHeading(IAnsiConsole console, Finding finding, int number)
    {
        console.Write(Lines.Plain($"{number}"));
        console.Write(new Spectre.Console.Text(new string(' ', Math.Max(1, 4 - $"{number}".Length))));
        console.WriteHead(VerdictWords.Of(finding.Verdict).Name.ToUpperInvariant(), Lines.StyleOf(finding.Verdict));
    }

    private static void WriteFinding(IAnsiConsole console, CheckedArticle article, Finding finding)
    {
        console.WriteUnder("", $"“{VisibleText.Shortened(finding.Claim.Quote, QuoteLength)}”", new Style(decoration: Decoration.Italic));
        console.WriteUnder(TerminalWords.Article, Terms.Expected(finding.Claim.Expects));
        if (finding.IsAsked && !finding.JustificationTellsAnswer) console.WriteUnder(TerminalWords.Record, finding.Answer.Text);
        console.WriteUnder(TerminalWords.Why, finding.Justification);
        if (finding.Later is { } later) console.WriteUnder(TerminalWords.Later, later.Text, Lines.StyleOf(later.Finding.Verdict));
        if (finding.Picked is { } picked) console.WriteUnder(TerminalWords.Note, picked.Text);
        if (AnswerWords.Weak(finding, article.Evidence) is { Length: > 0 } weak) console.WriteUnder(TerminalWords.Note, weak);
        if (AnswerWords.Old(finding, article.Evidence) is { Length: > 0 } old) console.WriteUnder(TerminalWords.Note, old);
    }
}
