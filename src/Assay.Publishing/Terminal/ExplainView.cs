using Assay.Evidence;
using Assay.Findings;
using Assay.Publishing.Wording;
using Assay.Questions;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>How one claim was checked: its question, its readings and the proof as a tree down to the sources.</summary>
public static class ExplainView
{
    /// <summary>Writes the claim and its proof.</summary>
    public static void Write(IAnsiConsole console, Finding finding, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(evidence);
        console.WriteHead($"{finding.Claim.Id}  {VerdictWords.Of(finding.Verdict).Name.ToUpperInvariant()}", Lines.StyleOf(finding.Verdict));
        console.WriteUnder("", $"“{finding.Claim.Quote}”", new Style(decoration: Decoration.Italic));
        console.WriteUnder(TerminalWords.Question, finding.Leading.Reading.Text);
        console.WriteUnder(TerminalWords.Article, Terms.Expected(finding.Claim.Expects));
        console.WriteUnder(TerminalWords.Record, finding.Answer.Text);
        foreach (var line in AnswerWords.More(finding.Answer, evidence)) console.WriteUnder(TerminalWords.Record, line);
        console.WriteUnder(TerminalWords.Why, finding.Justification);
        if (finding.Picked is { } picked) WritePicked(console, picked);
        console.WriteUnder(TerminalWords.Time, Terms.Time(finding.Claim.Time));
        if (Terms.Stance(finding.Claim) is { Length: > 0 } stance) console.WriteUnder(TerminalWords.Put, stance);
        foreach (var note in finding.Claim.Notes) console.WriteUnder(TerminalWords.Note, note);
        if (AnswerWords.Weak(finding, evidence) is { Length: > 0 } weak) console.WriteUnder(TerminalWords.Note, weak);
        foreach (var choice in finding.Leading.Reading.Choices) console.WriteUnder(TerminalWords.TakenAs, Terms.Taken(choice));
        foreach (var reading in finding.Readings.Where(reading => reading != finding.Leading)) WriteReading(console, reading);
        foreach (var change in ChangeWords.Of(finding)) console.WriteUnder(TerminalWords.Change, change);
        console.WriteLine();
        console.Write(ProofTree.Of(PageWords.ProofHeading, finding.Answer.Proof, evidence, finding.Leading.Reading.Question.When));
        if (finding.Later is { } later) WriteLater(console, later, evidence);
    }

    private static void WriteLater(IAnsiConsole console, LaterVerdict later, EvidenceSnapshot evidence)
    {
        console.WriteLine();
        console.WriteUnder(TerminalWords.Later, later.Text, Lines.StyleOf(later.Finding.Verdict));
        if (Terms.Cause(later) is { Length: > 0 } cause) console.WriteUnder(TerminalWords.Because, cause);
        foreach (var row in later.Rows) console.WriteUnder(TerminalWords.Row, $"{RowWords.Of(row, evidence)}. {row.Place}");
        console.WriteUnder(TerminalWords.Record, later.Finding.Answer.Text);
        console.WriteLine();
        console.Write(ProofTree.Of(PageWords.ProofHeading, later.Finding.Answer.Proof, evidence, later.Finding.Leading.Reading.Question.When));
    }

    private static void WritePicked(IAnsiConsole console, PickedPeriod picked)
    {
        console.WriteUnder(TerminalWords.Note, picked.Text);
        foreach (var year in picked.Years)
            console.WriteUnder(TerminalWords.Year, $"{DateWords.Of(year.Days)}: {VerdictWords.Of(year.Finding.Verdict).Lower}. {year.Finding.Answer.Text}");
    }

    private static void WriteReading(IAnsiConsole console, CheckedReading reading)
    {
        var taken = reading.Reading.Choices.IsEmpty ? PageWords.NothingVague : string.Join("; ", reading.Reading.Choices.Select(Terms.Taken));
        var minor = reading.Reading.IsMinor ? $" ({PageWords.MinorReading})" : "";
        console.WriteUnder(TerminalWords.Also, $"{taken}{minor}: {VerdictWords.Of(reading.Verdict).Lower}. {reading.Answer.Text}");
    }
}
