using Assay.Answers;
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
        console.WriteUnder(TerminalWords.Time, Terms.Time(finding.Claim.Time));
        if (Terms.Stance(finding.Claim) is { Length: > 0 } stance) console.WriteUnder(TerminalWords.Put, stance);
        foreach (var note in finding.Claim.Notes) console.WriteUnder(TerminalWords.Note, note);
        if (AnswerWords.Weak(finding, evidence) is { Length: > 0 } weak) console.WriteUnder(TerminalWords.Note, weak);
        foreach (var choice in finding.Leading.Reading.Choices) console.WriteUnder(TerminalWords.TakenAs, Terms.Taken(choice));
        foreach (var reading in finding.Readings.Where(reading => reading != finding.Leading)) WriteReading(console, reading);
        foreach (var change in ChangeWords.Of(finding)) console.WriteUnder(TerminalWords.Change, change);
        console.WriteLine();
        console.Write(ProofTree(finding, evidence));
    }

    private static void WriteReading(IAnsiConsole console, CheckedReading reading)
    {
        var taken = reading.Reading.Choices.IsEmpty ? PageWords.NothingVague : string.Join("; ", reading.Reading.Choices.Select(Terms.Taken));
        var minor = reading.Reading.IsMinor ? $" ({PageWords.MinorReading})" : "";
        console.WriteUnder(TerminalWords.Also, $"{taken}{minor}: {VerdictWords.Of(reading.Verdict).Lower}. {reading.Answer.Text}");
    }

    private static Tree ProofTree(Finding finding, EvidenceSnapshot evidence)
    {
        var proof = finding.Answer.Proof;
        var tree = new Tree(Lines.Plain($"{PageWords.ProofHeading}: {AnswerWords.Size(proof)}")) { Guide = TreeGuide.Line };
        AddStep(tree, proof);
        return tree;

        void AddStep(IHasTreeNodes parent, ProofStep step)
        {
            var node = parent.AddNode(Lines.Plain($"{step.Text} → {Terms.Value(step.Value, evidence)} ({PageWords.ByRule}: {Terms.Rule(step.Rule)})"));
            foreach (var input in step.Inputs) AddStep(node, input);
            foreach (var row in step.Rows) AddRow(node, row);
        }

        void AddRow(TreeNode parent, Statement row)
        {
            var warnings = string.Concat(RowWords.Warnings(row, evidence, finding.Leading.Reading.Question.When).Select(warning => $" [{warning}]"));
            var node = parent.AddNode(Lines.Plain($"{RowWords.Of(row, evidence)}.{warnings} {row.Place}"));
            foreach (var id in row.Sources) node.AddNode(Lines.Plain(Terms.Source(id, evidence)));
        }
    }
}
